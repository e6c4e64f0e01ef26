import ArgumentParser
import Foundation
import Language
import Persistence
import Workflow

extension OutboxCommand {
  struct List: EstCommand {
    static let configuration = CommandConfiguration(
      abstract: "Vad som misslyckades, väntar och skickades.",
      discussion: """
        Överst står det som inte kunde skickas och inte försöks igen av sig självt, sedan det som väntar på sitt \
        nästa försök, sist det som är skickat. I vilken ordning brev skickas är inte sagt, inte ens till samma \
        mottagare. Ett brev kan komma två gånger om arbetsprocessen dör i fel ögonblick; båda har då samma \
        Message-ID.

        Exempel:
          est outbox list
          est outbox list --failed
          est utkorg lista --json
        """,
      aliases: ["lista"])

    @Flag(name: .customLong("failed"), help: "Bara det som misslyckades för gott.")
    var isFailedOnly = false

    @Option(help: ArgumentHelp("Högst så många.", valueName: "antal"))
    var limit = 200

    @OptionGroup(title: HelpText.common) var global: GlobalOptions

    func answer(_ context: Context) async throws -> Answer {
      let (isFailedOnly, limit) = (isFailedOnly, max(0, limit))
      let (lines, counts) = try await context.desk { desk in
        (
          try desk.outbox.lines(of: desk.municipality.code, isFailedOnly: isFailedOnly, limit: limit),
          try desk.outbox.counts(of: desk.municipality.code)
        )
      }
      let m = context.messages
      return Answer(
        [
          "waiting": .int(counts.waiting), "failed": .int(counts.failed),
          "items": .list(lines) { json($0, context) },
        ],
        .table(
          Table(
            [
              .init(m.stateColumn), .init(m.attempts, .right), .init(m.outboxTime), .init(m.outboxWhat),
              .init(m.reason), .init(m.instance),
            ],
            lines.map { line in
              [
                m.outboxState(line.state.rawValue), String(line.attempts),
                (line.nextAttempt ?? line.endedAt).map { context.text($0) } ?? "", what(line, context),
                reason(line, context) ?? "", line.id.uuidString.lowercased(),
              ]
            })))
    }

    private func json(_ line: OutboxLine, _ context: Context) -> JSON {
      [
        "id": .string(line.id.uuidString.lowercased()), "kind": .string(line.kind.rawValue),
        "key": .string(line.key), "state": .string(line.state.rawValue), "attempts": .int(line.attempts),
        "requestedAt": context.json(line.requestedAt),
        "nextAttempt": line.nextAttempt.map { context.json($0) } ?? .null,
        "endedAt": line.endedAt.map { context.json($0) } ?? .null,
        "what": .string(what(line, context)), "recipient": .optional(line.recipient),
        "cause": .optional(line.failure?.cause.rawValue), "reply": .optional(line.failure?.reply),
        "reason": .optional(reason(line, context)),
      ]
    }

    /// What it is for: a notice and whom it tells, or a picture and its form.
    private func what(_ line: OutboxLine, _ context: Context) -> String {
      let payload = (try? JSONDecoder().decode([String: String].self, from: Data(line.payload.utf8))) ?? [:]
      switch line.kind {
      case .mail:
        let notice = NoticeMessages(context.language).line(
          payload["notice"] ?? "", detail: payload["detail"] ?? "")
        return context.messages.outboxMail(notice, to: line.recipient)
      case .file:
        return context.messages.outboxFile(
          period: line.period ?? "", version: payload["version"] ?? "", format: payload["format"] ?? "")
      }
    }

    private func reason(_ line: OutboxLine, _ context: Context) -> String? {
      line.failure.map {
        context.messages.deliveryFailure($0.cause.rawValue, reply: $0.reply, said: $0.said)
      }
    }
  }
}
