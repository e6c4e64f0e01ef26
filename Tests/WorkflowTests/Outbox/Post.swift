import EST
import Foundation
import Persistence
import Postgres
import Testing

@testable import Workflow

/// A mail program that answers as it is told, and keeps what it was handed.
actor Post {
  private var answers: [Mailer.Ending]
  private let usual: Mailer.Ending
  private(set) var sources: [String] = []
  private(set) var most = 0
  private var running = 0

  /// - Parameter answers: one for each call, then `usual` for ever.
  init(_ answers: [Mailer.Ending] = [], then usual: Mailer.Ending = .exited(0, said: "")) {
    self.answers = answers
    self.usual = usual
  }

  nonisolated var mailer: Mailer { Mailer { _, _, source in await self.take(source) } }

  private func take(_ source: String) async -> Mailer.Ending {
    sources.append(source)
    running += 1
    most = max(most, running)
    // Lets others in: whoever delivers one at a time shows it.
    for _ in 0..<20 { await Task.yield() }
    running -= 1
    return answers.isEmpty ? usual : answers.removeFirst()
  }

  var messageIDs: [String] {
    sources.map { String($0.prefix { $0 != "\n" }.dropFirst("Message-ID: ".count)) }
  }
}

extension World {
  /// Has the trial's clock show a time; it goes on from there.
  func clock(_ time: Instant) async throws { _ = try await engine.setClock { _ in time } }

  func advance(minutes: Int) async throws { _ = try await engine.setClock { $0.advanced(minutes: minutes) } }

  /// A municipality in which mail is set up and mails wait, each to a reader of its own transition.
  /// - Returns: their ids.
  @discardableResult
  func post(_ count: Int, at now: Instant = World.beforeMeeting) async throws -> [UUID] {
    try await speak(as: "administrator") { desk in _ = try desk.set(.mail, to: "/usr/sbin/sendmail") }
    return try await speak(at: now) { desk in
      let cycle = try desk.week()
      let reader = try desk.participant(login: "2480_bostad").id
      let requests = try (1...count).map { number in
        try OutboxRequest.mail(
          .periodOpen, of: World.code, id: desk.newIDForOutbox(), instance: cycle.id.uuid, revision: number,
          detail: "2026-W47", to: reader, address: "vard\(number)@example.org", at: now)
      }
      try desk.outbox.request(requests)
      return requests.map(\.id)
    }
  }

  func line(_ id: UUID) async throws -> OutboxLine {
    try await speak { desk in
      try desk.outbox.lines(of: World.code, limit: 10_000).first { $0.id == id }!
    }
  }

  func attempts(_ id: UUID) async throws -> [OutboxAttempt] {
    try await speak { desk in try desk.outbox.attempts(of: id, in: World.code) }
  }

  /// The logins of those who have the notice.
  func told(_ kind: NoticeKind) async throws -> [String] {
    try await database.transaction { session in
      try session.rows(
        """
        select p.login from est.notice n join est.participant p
          on (p.municipality, p.id) = (n.municipality, n.participant_id)
        where n.kind = \(kind) order by n.revision, p.login
        """
      ) { try $0.get("login") }
    }
  }
}
