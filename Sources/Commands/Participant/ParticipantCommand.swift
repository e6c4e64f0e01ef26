import ArgumentParser
import EST
import Persistence

struct ParticipantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participant",
    abstract: "Deltagare: funktioner med inloggning och roller, aldrig namn på personer.",
    subcommands: [
      Add.self, List.self, Remove.self, Grant.self, Revoke.self, Move.self, Password.self,
    ], aliases: ["deltagare"])
}

extension ParticipantCommand {
  /// Roles by their codes and Swedish names.
  static let role = Reading.word(
    GroupRole.self,
    swedish: [
      "rapportör": .reporter, "deltagare": .participant, "samordnare": .coordinator,
      "kommunpolis": .policeLead,
      "styrgrupp": .steering, "råd": .council, "läsare": .reader, "granskare": .auditor,
      "administratör": .administrator,
    ])

  static func json(_ participant: Participant, organisation: String?, _ roles: [HeldRole]) -> JSON {
    [
      "login": .string(participant.login), "function": .string(participant.function),
      "organisation": .optional(organisation), "address": .optional(participant.address),
      "roles": .list(roles, \.json), "id": .string(participant.id.description),
    ]
  }
}
