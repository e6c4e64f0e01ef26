import ArgumentParser
import Foundation
import Persistence
import Workflow

extension OutboxCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad som väntar, skickades eller misslyckades.",
      discussion: """
        Exempel:
          est outbox list
          est utkorg lista --json
        """,
      aliases: ["lista"])

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let lines = try await context.desk { desk in try desk.outbox.lines(of: desk.municipality.code) }
      let m = context.messages
      return Answer(
        [
          "items": .list(lines) {
            [
              "id": .string($0.id.uuidString.lowercased()), "kind": .string($0.kind), "key": .string($0.key),
              "state": .string($0.state), "attempts": .int($0.attempts),
              "nextAttempt": context.json($0.nextAttempt), "error": .optional($0.error),
            ]
          }
        ],
        .table(
          Table(
            [
              .init(m.kind), .init(m.stateColumn), .init(m.attempts, .right), .init(m.nextAttempt),
              .init(m.error),
              .init(m.instance),
            ],
            lines.map {
              [
                $0.kind, $0.state, String($0.attempts), context.text($0.nextAttempt), $0.error ?? "",
                $0.id.uuidString.lowercased(),
              ]
            })))
    }
  }
}
