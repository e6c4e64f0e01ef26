import ArgumentParser
import EST
import Foundation
import Language
import Persistence
import Workflow

struct StatusCommand: EstCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Vilken databas, som vem, hur schemat står, och vad som väntar på mig.",
    discussion: """
      Exempel:
        est status
        est status --json
        psql "$(est status --json | jq -r .conninfo)"
      """,
    aliases: ["läge"])

  @OptionGroup(title: HelpText.common) var global: GlobalOptions

  /// A worker that was not heard of for this many seconds is told of: it is heard of every minute.
  static let longestSilence = 180.0

  /// What there is to say about the caller, where they are a participant.
  private struct Mine: Sendable {
    let municipality: Municipality
    let participant: Participant
    let groups: [String]
    let due: [ReceivedNotice]
    let outbox: OutboxCounts
  }

  func answer(_ context: Context) async throws -> Answer {
    let opened = try await context.connection.reached()
    let status = try await opened.engine.status()
    let mine = status.problem == nil ? try await self.mine(context) : nil
    return Answer(
      json(opened, status, mine, context),
      [.pairs(pairs(opened, status, mine, context))] + due(mine, context)
        + warnings(status, mine, context))
  }

  /// A caller who is no participant still sees the rest.
  private func mine(_ context: Context) async throws -> Mine? {
    do {
      return try await context.desk { desk in
        let roles = try desk.people.roles(of: desk.actor.id)
        let groups = try desk.municipalities.groups(of: desk.municipality.code)
        return Mine(
          municipality: desk.municipality, participant: desk.actor,
          groups: groups.filter { group in roles.contains { $0.group == group.id } }.map(\.name),
          due: try desk.notices.latest(to: desk.actor.id, limit: 10),
          outbox: try desk.outbox.counts(of: desk.municipality.code))
      }
    } catch UseCaseError.notParticipant, UseCaseError.ambiguous, UseCaseError.store(.notFound) {
      return nil
    }
  }

  private func json(
    _ opened: Connection.Opened, _ status: DatabaseStatus, _ mine: Mine?, _ context: Context
  ) -> JSON {
    let lastSeen = status.workerSilence.map { silence in
      Instant(microseconds: Int64((Date().timeIntervalSince1970 - silence) * 1_000_000))
    }
    let notices = NoticeMessages(context.language)
    return [
      "conninfo": .string(opened.conninfo), "origin": .string(opened.target.origin.rawValue),
      "user": .string(status.user), "schemaVersion": .int(status.schemaVersion),
      "schemaProblem": .optional(
        status.problem.map { Failure(StoreError.schema($0), context.language).code.rawValue }),
      "trial": status.clock.map { .bool($0.isTrial) } ?? .null,
      "clock": status.clock.map { context.json($0.now) } ?? .null,
      "worker": [
        "alive": .bool(isAlive(status)), "lastSeen": lastSeen.map { context.json($0) } ?? .null,
      ],
      "municipality": mine.map { MunicipalityCommand.json($0.municipality) } ?? .null,
      "participant": .optional(mine?.participant.login),
      "groups": .strings(mine?.groups ?? []),
      "outbox": mine.map { ["waiting": .int($0.outbox.waiting), "failed": .int($0.outbox.failed)] } ?? .null,
      "due": .list(mine?.due ?? []) { notice in
        [
          "kind": .string(notice.kind.rawValue), "at": context.json(notice.at),
          "detail": .string(notice.detail),
          "message": .string(notices.line(notice.kind.rawValue, detail: notice.detail)),
        ]
      },
    ]
  }

  private func pairs(
    _ opened: Connection.Opened, _ status: DatabaseStatus, _ mine: Mine?, _ context: Context
  ) -> [(String, String?)] {
    let m = context.messages
    return [
      (m.database, "\(opened.place) (\(m.origin(opened.target.origin.rawValue)))"),
      (m.user, status.user),
      (m.schema, status.problem == nil ? m.schemaVersion(status.schemaVersion) : nil),
      (
        m.clock,
        status.clock.map { context.text($0.now) + ($0.isTrial ? " (\(m.trial))" : "") }
      ),
      (
        m.worker, status.problem == nil ? m.workerSeen(secondsAgo: status.workerSilence.map { Int($0) }) : nil
      ),
      (
        m.municipality,
        mine.map {
          "\($0.municipality.code) \($0.municipality.name)"
            + ($0.municipality.provenance == .sample ? " (\(m.sample))" : "")
        }
      ),
      (m.participant, mine.map { "\($0.participant.login), \($0.participant.function)" }),
      (m.groups, mine.map { $0.groups.isEmpty ? m.none : $0.groups.joined(separator: ", ") }),
      (m.outbox, mine.map { m.outboxCounts(waiting: $0.outbox.waiting, failed: $0.outbox.failed) }),
    ]
  }

  private func due(_ mine: Mine?, _ context: Context) -> [Answer.Block] {
    guard let mine else { return [] }
    let notices = NoticeMessages(context.language)
    guard !mine.due.isEmpty else {
      return [.heading(context.messages.due), .text(context.messages.nothingDue)]
    }
    return [.heading(context.messages.due)]
      + mine.due.map {
        .text("\(context.text($0.at))  \(notices.line($0.kind.rawValue, detail: $0.detail))")
      }
  }

  private func warnings(_ status: DatabaseStatus, _ mine: Mine?, _ context: Context) -> [Answer.Block] {
    if let problem = status.problem {
      return [
        .heading(context.messages.warning),
        .text(Failure(StoreError.schema(problem), context.language).message),
      ]
    }
    var warnings: [Answer.Block] = []
    if !isAlive(status) { warnings.append(.text(context.messages.noWorker)) }
    if let failed = mine?.outbox.failed, failed > 0 {
      warnings.append(.text(context.messages.outboxFailed(failed)))
    }
    return warnings.isEmpty ? [] : [.heading(context.messages.warning)] + warnings
  }

  private func isAlive(_ status: DatabaseStatus) -> Bool {
    status.workerSilence.map { $0 < StatusCommand.longestSilence } ?? false
  }
}
