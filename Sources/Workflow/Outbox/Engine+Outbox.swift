import EST
import Foundation
import Language
import Persistence
import Postgres

extension Engine {
  /// How long a worker has for one item before another may take it, in minutes.
  static let claimMinutes = 5
  /// After so many attempts a failure is final, until somebody asks for another.
  static let mostAttempts = 12

  /// Delivers the oldest item of the outbox that waits.
  ///
  /// - Parameter mailer: how mail leaves this machine.
  /// - Returns: `false` when nothing waits.
  public func deliverNext(_ mailer: Mailer) async throws -> Bool {
    let claimed: (OutboxItem, Instant)? = try await translating {
      try await database.transaction { session in
        let now = try ClockStore(session).now()
        let until = now.advanced(minutes: Engine.claimMinutes)
        return try OutboxStore(session).claim(at: now, until: until).map { ($0, now) }
      }
    }
    guard let (item, now) = claimed else { return false }
    let delivery = await deliver(item, mailer, now: now)
    try await translating {
      try await database.transaction { session in try OutboxStore(session).record(delivery, of: item) }
    }
    return true
  }

  private func deliver(_ item: OutboxItem, _ mailer: Mailer, now: Instant) async -> Delivery {
    let caller = Caller(identity: .worker, municipality: item.municipality, key: UUID())
    do {
      let payload = try JSONDecoder().decode([String: String].self, from: Data(item.payload.utf8))
      switch item.kind {
      case .file:
        let (path, bytes) = try await run(caller) { desk in try desk.file(for: payload) }
        try AtomicFile.write(bytes, to: path)
        return .delivered
      case .mail:
        let (mail, how) = try await run(caller) { desk in try desk.mail(for: payload, messageID: item.key) }
        return again(try await mailer.send(mail, by: how), item, now)
      }
    } catch let failure as AtomicFile.Failure {
      return again(.temporary(failure.reason), item, now)
    } catch {
      return .technicalFailure(reason: String(describing: error))
    }
  }

  /// The next attempt waits twice as long as the last, up to six hours, spread so that failures do not come back together.
  private func again(_ result: Mailer.Result, _ item: OutboxItem, _ now: Instant) -> Delivery {
    switch result {
    case .sent: return .delivered
    case .permanent(let reason): return .permanentFailure(reason: reason)
    case .temporary(let reason):
      guard item.attempts < Engine.mostAttempts else { return .permanentFailure(reason: reason) }
      let minutes = min(360, 1 << min(item.attempts, 9))
      let seconds = Int64(minutes * 60)
      let jitter = Int64.random(in: 0...seconds / 2)
      return .temporaryFailure(
        reason: reason, again: Instant(microseconds: now.microseconds + (seconds + jitter) * 1_000_000))
    }
  }
}
