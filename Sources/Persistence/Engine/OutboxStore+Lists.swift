import EST
import Foundation
import Postgres

/// One line of the list of what waits, left or failed.
public struct OutboxLine: Sendable {
  public let id: UUID
  public let kind: OutboxItem.Kind
  public let key: String
  public let state: OutboxState
  public let attempts: Int
  public let requestedAt: Instant
  /// When it is tried the next time; `nil` where it is not, by itself.
  public let nextAttempt: Instant?
  /// When it was delivered or failed for good.
  public let endedAt: Instant?
  /// JSON.
  public let payload: String
  /// The login of who is written to, and the label of the period that a file is of.
  public let recipient: String?
  public let period: String?
  /// Why the last attempt did not deliver.
  public let failure: DeliveryFailure?
}

/// How many items of a municipality stand where.
public struct OutboxCounts: Sendable, Hashable {
  public let waiting: Int
  public let failed: Int

  public init(waiting: Int, failed: Int) {
    self.waiting = waiting
    self.failed = failed
  }
}

/// One attempt that has ended.
public struct OutboxAttempt: Sendable, Hashable {
  public let number: Int
  public let startedAt: Instant
  public let endedAt: Instant
  /// As the states are called, or `unknown`.
  public let outcome: String
  public let failure: DeliveryFailure?
}

extension OutboxStore {
  /// What failed for good, newest first; then what waits, in the order in which it is tried; then what was delivered,
  /// newest first.
  public func lines(
    of municipality: MunicipalityCode, isFailedOnly: Bool = false, limit: Int = 200
  ) throws -> [OutboxLine] {
    let failed: SQL = """
      (select 1 as part, o.* from est.outbox o where o.municipality = \(municipality)
        and o.state in ('permanent-failure', 'technical-failure') order by o.requested_at desc limit \(limit))
      """
    let waiting: SQL = """
      (select 2, o.* from est.outbox o where o.municipality = \(municipality)
        and o.state in ('created', 'sending', 'temporary-failure') order by o.next_attempt limit \(limit))
      """
    // The ids are made in the order of time.
    let delivered: SQL = """
      (select 3, o.* from est.outbox o where o.municipality = \(municipality) and o.state = 'delivered'
        order by o.id desc limit \(limit))
      """
    let parts = isFailedOnly ? [failed] : [failed, waiting, delivered]
    return try session.rows(
      """
      select o.id, o.kind, o.key, o.state, o.attempts, o.requested_at, o.payload::text as payload,
        case o.part when 2 then o.next_attempt end as next_attempt,
        case o.part when 2 then null else a.ended_at end as ended_at,
        a.cause, a.reply, a.said, p.login, c.label
      from (\(SQL(joining: parts, separator: " union all "))) o
        left join est.outbox_attempt a
          on (a.municipality, a.outbox_id, a.attempt) = (o.municipality, o.id, o.recorded)
        left join est.participant p
          on p.municipality = o.municipality and p.id = (o.payload->>'participant')::uuid
        left join est.cycle c on c.municipality = o.municipality and c.id = (o.payload->>'cycle')::uuid
      order by o.part, case o.part when 2 then o.next_attempt end, o.requested_at desc, o.key
      limit \(limit)
      """
    ) {
      OutboxLine(
        id: try $0.get("id"), kind: try $0.get("kind"), key: try $0.get("key"), state: try $0.get("state"),
        attempts: try $0.get("attempts"), requestedAt: try $0.get("requested_at"),
        nextAttempt: try $0.get("next_attempt"), endedAt: try $0.get("ended_at"),
        payload: try $0.get("payload"), recipient: try $0.get("login"), period: try $0.get("label"),
        failure: try DeliveryFailure($0))
    }
  }

  public func exists(_ id: UUID, in municipality: MunicipalityCode) throws -> Bool {
    try session.one(
      "select exists (select from est.outbox where municipality = \(municipality) and id = \(id))")
  }

  public func counts(of municipality: MunicipalityCode) throws -> OutboxCounts {
    try session.first(
      """
      select (select count(*) from est.outbox where municipality = \(municipality)
          and state in ('created', 'sending', 'temporary-failure')) as waiting,
        (select count(*) from est.outbox where municipality = \(municipality)
          and state in ('permanent-failure', 'technical-failure')) as failed
      """
    ) { OutboxCounts(waiting: try $0.get("waiting"), failed: try $0.get("failed")) }
      ?? OutboxCounts(waiting: 0, failed: 0)
  }

  /// The attempts of one item that have ended, the first one first.
  public func attempts(of id: UUID, in municipality: MunicipalityCode) throws -> [OutboxAttempt] {
    try session.rows(
      """
      select attempt, started_at, ended_at, outcome, cause, reply, said from est.outbox_attempt
      where municipality = \(municipality) and outbox_id = \(id) order by attempt
      """
    ) {
      OutboxAttempt(
        number: try $0.get("attempt"), startedAt: try $0.get("started_at"), endedAt: try $0.get("ended_at"),
        outcome: try $0.get("outcome"), failure: try DeliveryFailure($0))
    }
  }
}

extension DeliveryFailure {
  fileprivate init?(_ row: Row) throws {
    guard let cause = try row.get("cause", as: Cause?.self) else { return nil }
    self.init(cause, reply: try row.get("reply"), said: try row.get("said"))
  }
}
