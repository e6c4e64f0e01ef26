import ArgumentParser
import EST
import Language
import Persistence
import Workflow

struct WhoAmI: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami",
    abstract: "Som vem jag talar, och vilka roller jag har.",
    discussion: """
      Exempel:
        est whoami
        est whoami --as 2480_samordnare
        EST_AS=2480_kommunpolis est vem --json
      """,
    aliases: ["vem"])

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  func answer(_ context: Context) async throws -> Answer {
    try await context.desk { desk in
      let organisation = try desk.people.organisations().first { $0.id == desk.actor.organisation }
      let held = try HeldRole.all(of: desk.actor.id, desk)
      let m = context.messages
      return Answer(
        [
          "login": .string(desk.actor.login), "function": .string(desk.actor.function),
          "organisation": .optional(organisation?.name),
          "municipality": .string(desk.municipality.code.description), "roles": .list(held, \.json),
        ],
        .pairs([
          (m.participant, desk.actor.login), (m.function, desk.actor.function),
          (m.organisation, organisation?.name),
          (m.municipality, "\(desk.municipality.code) \(desk.municipality.name)"),
        ]),
        .table(
          Table(
            [.init(m.groupColumn), .init(m.roleColumn)],
            held.map { [$0.group, $0.text(m)] })))
    }
  }
}

/// A role in a group, by the group's name.
struct HeldRole: Sendable {
  let group: String
  let role: GroupRole
  /// Of a substitute, in the group's zone.
  let lastDay: LocalDate?

  var json: JSON {
    guard let lastDay else { return ["group": .string(group), "role": .string(role.rawValue)] }
    return [
      "group": .string(group), "role": .string(role.rawValue), "until": .string(lastDay.description),
    ]
  }

  func text(_ m: CLIMessages) -> String {
    let name = m.role(role.rawValue)
    return lastDay.map { m.throughDay(name, $0.description) } ?? name
  }

  static func all(of participant: ParticipantID, _ desk: Desk) throws -> [HeldRole] {
    let groups = Dictionary(
      uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map { ($0.id, $0) })
    return try desk.people.roles(of: participant).compactMap { held in
      guard let group = groups[held.group] else { return nil }
      let lastDay = try held.end.map { try desk.zone(of: group).local($0).date + -1 }
      return HeldRole(group: group.name, role: held.role, lastDay: lastDay)
    }
  }
}
