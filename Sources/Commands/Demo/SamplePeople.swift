import EST
import Persistence

/// Who takes part in the sample week. Functions, never names.
enum SamplePeople {
  struct Organisation {
    let name: String
    let kind: OrganisationKind
    /// The units that report; none for an organisation that only takes part in the meeting.
    let units: [String]
  }

  struct Participant {
    let login: String
    let organisation: String
    let function: String
    let roles: [GroupRole]
  }

  static let police = "Polisen"
  static let recreation = "Fritidsförvaltningen"
  static let housing = "Bostadsbolaget"
  static let guards = "Väktarbolaget"
  static let library = "Biblioteken"
  static let school = "Skolförvaltningen"
  static let safety = "Trygghetsenheten"
  static let parks = "Gator och parker"

  static let organisations = [
    Organisation(name: police, kind: .police, units: ["Lokalpolisområdet"]),
    Organisation(name: recreation, kind: .municipal, units: ["Fältgruppen"]),
    Organisation(name: housing, kind: .company, units: ["Kvartersvärdar nordost"]),
    Organisation(name: guards, kind: .company, units: ["Ronderingen"]),
    Organisation(name: library, kind: .municipal, units: ["Stadsdelsbiblioteket"]),
    Organisation(name: school, kind: .municipal, units: ["Högstadieskolan"]),
    Organisation(name: safety, kind: .municipal, units: []),
    Organisation(name: parks, kind: .municipal, units: []),
  ]

  static let coordinator = "2480_samordnare"
  static let policeLead = "2480_kommunpolis"
  static let parkManager = "2480_parkchef"
  static let steering = "2480_bra"

  static let participants = [
    Participant(login: coordinator, organisation: safety, function: "EST-samordnare", roles: [.coordinator]),
    Participant(
      login: policeLead, organisation: police, function: "kommunpolis",
      roles: [.policeLead, .participant, .reporter]),
    Participant(login: "2480_falt", organisation: recreation, function: "fältare", roles: [.reporter]),
    Participant(
      login: "2480_vard", organisation: housing, function: "kvartersvärd", roles: [.reporter, .participant]),
    Participant(login: "2480_vakt", organisation: guards, function: "ordningsvakt", roles: [.reporter]),
    Participant(
      login: "2480_bibliotek", organisation: library, function: "bibliotekarie", roles: [.reporter]),
    Participant(login: "2480_skola", organisation: school, function: "skolvärd", roles: [.reporter]),
    Participant(login: parkManager, organisation: parks, function: "enhetschef", roles: [.participant]),
    Participant(login: steering, organisation: safety, function: "BRÅ", roles: [.steering, .reader]),
  ]

  /// Who speaks for a unit.
  static func reporter(of unit: String) -> String {
    switch unit {
    case "Lokalpolisområdet": policeLead
    case "Fältgruppen": "2480_falt"
    case "Kvartersvärdar nordost": "2480_vard"
    case "Ronderingen": "2480_vakt"
    case "Stadsdelsbiblioteket": "2480_bibliotek"
    default: "2480_skola"
    }
  }
}
