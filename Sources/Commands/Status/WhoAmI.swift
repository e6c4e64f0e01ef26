import ArgumentParser
import EST
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
            [.init(m.groupColumn), .init(m.roleColumn)], held.map { [$0.group, m.role($0.role.rawValue)] })))
    }
  }
}

/// A role in a group, by the group's name.
struct HeldRole: Sendable {
  let group: String
  let role: GroupRole

  var json: JSON { ["group": .string(group), "role": .string(role.rawValue)] }

  static func all(of participant: ParticipantID, _ desk: Desk) throws -> [HeldRole] {
    let names = Dictionary(
      uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map {
        ($0.id, $0.name)
      })
    return try desk.people.roles(of: participant).map {
      HeldRole(group: names[$0.group] ?? $0.group.description, role: $0.role)
    }
  }
}
