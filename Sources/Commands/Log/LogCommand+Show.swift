import ArgumentParser
import EST
import Foundation
import Persistence
import StateMachine
import Workflow

extension LogCommand {
  struct Show: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "De senaste övergångarna, eller en viss periods, ett problems eller en åtgärds.",
      discussion: """
        Exempel:
          est log show --limit 50
          est log show 01930f5e-7c1a-7000-8000-000000000001
          est logg visa --json
        """,
      aliases: ["visa"])

    @Argument(
      help: ArgumentHelp("Id för det som loggen gäller.", valueName: "id"), transform: Reading.instance)
    var instance: UUID?

    @Option(help: ArgumentHelp("Högst så många, de senaste.", valueName: "antal"))
    var limit = 20

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (instance, limit) = (instance, max(0, limit))
      let lines = try await context.desk { desk in
        try instance.map { try desk.lines(of: $0) } ?? desk.log.latest(limit: limit)
      }
      let (m, words) = (context.messages, context.language.log)
      return Answer(
        [
          "entries": .list(lines) { line in
            [
              "instance": .string(line.instance.uuidString.lowercased()), "machine": .string(line.machine),
              "revision": .int(line.entry.revision),
              "from": line.entry.from == .unborn ? .null : .string(line.entry.from.description),
              "event": .string(line.entry.event.description), "to": .string(line.entry.to.description),
              "login": .string(line.entry.login),
              "function": .string(line.entry.function), "detail": .optional(line.entry.detail),
              "role": .string(line.entry.role.description),
              "at": context.json(line.entry.at), "reason": .optional(line.entry.reason),
            ]
          }
        ],
        .table(
          Table(
            [
              .init(m.time), .init(words.what), .init(m.event), .init(words.who), .init(m.reason),
              .init(m.instance),
            ],
            lines.map { line in
              let entry = line.entry
              return [
                context.text(entry.at), words.subject(line.machine, entry.detail),
                words.event(entry.event.description, of: line.machine),
                words.who(
                  function: entry.function, login: entry.login, role: entry.role.description),
                entry.reason ?? "", line.instance.uuidString.lowercased(),
              ]
            })))
    }
  }
}
