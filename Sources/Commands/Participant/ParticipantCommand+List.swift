import ArgumentParser
import EST
import Persistence
import Workflow

extension ParticipantCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kommunens deltagare och deras roller.",
      discussion: """
        Exempel:
          est participant list
          est deltagare lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let m = context.messages
      return try await context.desk { desk in
        let organisations = Dictionary(
          uniqueKeysWithValues: try desk.people.organisations().map { ($0.id, $0.name) })
        let all = try desk.people.participants().map { ($0, try HeldRole.all(of: $0.id, desk)) }
        return Answer(
          [
            "participants": .list(all) { participant, held in
              ParticipantCommand.json(
                participant, organisation: participant.organisation.flatMap { organisations[$0] }, held)
            }
          ],
          .table(
            Table(
              [.init(m.login), .init(m.functionColumn), .init(m.organisationColumn), .init(m.roles)],
              all.map { participant, held in
                [
                  participant.login, participant.function,
                  participant.organisation.flatMap { organisations[$0] } ?? "",
                  held.map { "\($0.text(m)) (\($0.group))" }.joined(separator: ", "),
                ]
              })))
      }
    }
  }
}
