import EST
import StateMachine

/// Who takes part in the simulated municipality, how its group works, and when the run begins.
struct Cast: Sendable {
  struct Organisation: Sendable {
    let name: String
    /// As `OrganisationKind` names it.
    let kind: String
  }

  struct Unit: Sendable {
    let name: String
    let organisation: Int
    let isExpected: Bool
  }

  /// A participant, by function.
  struct Person: Sendable {
    /// What stands after the municipality's code.
    let login: String
    let organisation: Int?
    let function: String
    /// The one that decides most first.
    let roles: [Role]
    let hasAddress: Bool

    func holds(_ role: Role) -> Bool { roles.contains(role) }
  }

  let organisations: [Organisation]
  let units: [Unit]
  let people: [Person]
  let settings: GroupSettings
  let begins: Instant

  /// The worker and the administrator are the first two, as a municipality has them before anyone else.
  static let worker = 0
  static let administrator = 1
  static let reporter: Role = "reporter"

  init(_ choices: inout Choices) {
    let known = [
      ("Kommunen", "municipal"), ("Polisen", "police"), ("Bostaden", "company"), ("Skolan", "municipal"),
      ("Vakten", "company"),
    ]
    organisations = known.prefix(choices.between(3...5)).map { Organisation(name: $0, kind: $1) }
    var units: [Unit] = []
    for (index, organisation) in organisations.enumerated() {
      for number in 1...choices.one(1, 1, 2) {
        units.append(
          Unit(
            name: "\(organisation.name) \(number)", organisation: index, isExpected: !choices.once(in: 8)))
      }
    }
    self.units = units

    var people = [
      Person("worker", nil, "arbetsprocess", [.worker], hasAddress: false),
      Person("administrator", nil, "administratör", ["administrator"], hasAddress: false),
      Person("samordnare", 0, "samordnare", [.coordinator]),
      Person("kommunpolis", 1, "kommunpolis", [.policeLead, .participant, Cast.reporter]),
      Person("styrgrupp", 0, "ordförande", [.steering]),
      Person("rad", 0, "rådets sekreterare", [.council]),
      Person("forvaltare", 2, "förvaltare", [.participant], hasAddress: choices.percent(50)),
      Person("lasare", 0, "handläggare", ["reader"]),
    ]
    if choices.percent(40) { people.append(Person("bitradande", 0, "biträdande", [.coordinator])) }
    if choices.percent(20) { people.append(Person("bada", 1, "båda", [.coordinator, .policeLead])) }
    for index in organisations.indices {
      for number in 1...choices.one(1, 2) {
        people.append(
          Person(
            "rapportor-\(index)-\(number)", index, "rapportör \(number)", [Cast.reporter],
            hasAddress: choices.percent(60)))
      }
    }
    self.people = people
    settings = GroupSettings.chosen(&choices)
    let day = LocalDate(year: 2026, month: 1, day: 1)! + choices.below(1461)
    begins = ZoneRules.stockholm.planned(
      LocalDateTime(day, LocalTime(secondOfDay: choices.below(86_400))))
  }

  var reporters: [Int] { people.indices.filter { people[$0].holds(Cast.reporter) } }

  /// The units that a person reports for.
  func units(of person: Int) -> [Int] {
    units.indices.filter { units[$0].organisation == people[person].organisation }
  }
}

extension Cast.Person {
  fileprivate init(
    _ login: String, _ organisation: Int?, _ function: String, _ roles: [Role], hasAddress: Bool = true
  ) {
    self.init(
      login: login, organisation: organisation, function: function, roles: roles, hasAddress: hasAddress)
  }
}

extension GroupSettings {
  /// Settings such as groups have, hours that the clock skips or shows twice among them.
  static func chosen(_ choices: inout Choices) -> GroupSettings {
    var settings = GroupSettings.standard
    settings.vary(&choices)
    return settings
  }

  /// Other times and days off, and seldom another kind of period.
  mutating func vary(_ choices: inout Choices) {
    if choices.once(in: 3) {
      period = choices.one(.weekly, .weekly, .weekly, .weekly, .fortnightly, .monthly)
    }
    func clock(_ hour: Int, _ minute: Int) -> LocalTime { LocalTime(hour: hour, minute: minute)! }
    meeting = choices.one(
      WeeklyTime(.tuesday, clock(9, 0)), WeeklyTime(.thursday, clock(13, 30)),
      WeeklyTime(.monday, clock(15, 0)), WeeklyTime(.sunday, clock(2, 30)))
    deadline = choices.one(
      WeeklyTime(.monday, clock(12, 0)), WeeklyTime(.friday, clock(15, 0)), WeeklyTime(.sunday, clock(2, 30)))
    pictureLead = choices.one(0, 60, 120, 24 * 60)
    reminders = choices.one([], [180], [24 * 60, 180])
    monthlyOrdinal = choices.between(1...4)
    daysOff = []
    for _ in 0..<choices.below(4) {
      daysOff.insert(LocalDate(year: 2026, month: 1, day: 1)! + choices.below(3650))
    }
  }
}
