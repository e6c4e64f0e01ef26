import EST
import Foundation
import Postgres

/// Something that is to leave the database.
public struct OutboxItem: Sendable {
  public enum Kind: String, Sendable, StoredAsText { case mail, file }

  public let municipality: MunicipalityCode
  public let id: UUID
  public let kind: Kind
  public let key: String
  public let attempts: Int
  /// JSON.
  public let payload: String
}

/// How an attempt ended, in the words of GOV.UK Notify.
public enum Delivery: Sendable, Equatable {
  case delivered
  case temporaryFailure(reason: String, again: Instant)
  case permanentFailure(reason: String)
  case technicalFailure(reason: String)
}

/// One line of the list of what waits or failed.
public struct OutboxLine: Sendable {
  public let id: UUID
  public let kind: String
  public let key: String
  public let state: String
  public let attempts: Int
  public let nextAttempt: Instant
  public let error: String?
}

/// What leaves the database: rows of the transaction that asked for it, carried out afterwards.
public struct OutboxStore {
  let session: Session

  public init(_ session: Session) { self.session = session }

  /// A second request under the same key changes nothing.
  public func request(
    _ kind: OutboxItem.Kind, _ municipality: MunicipalityCode, id: UUID, key: String, payload: String,
    at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.outbox (municipality, id, kind, key, next_attempt, payload)
      values (\(municipality), \(id), \(kind), \(key), \(now), \(JSONText(payload))) on conflict do nothing
      """)
  }

  /// Claims the oldest item that waits. It is another's again at `until` if this worker dies with it.
  public func claim(at now: Instant, until: Instant) throws -> OutboxItem? {
    try session.first(
      """
      update est.outbox o set state = 'sending', attempts = o.attempts + 1, next_attempt = \(until)
      from (select municipality, id from est.outbox
        where state in ('created', 'sending', 'temporary-failure') and next_attempt <= \(now)
        order by next_attempt limit 1 for update skip locked) n
      where (o.municipality, o.id) = (n.municipality, n.id)
      returning o.municipality, o.id, o.kind, o.key, o.attempts, o.payload::text as payload
      """
    ) {
      OutboxItem(
        municipality: try $0.get("municipality"), id: try $0.get("id"), kind: try $0.get("kind"),
        key: try $0.get("key"), attempts: try $0.get("attempts"), payload: try $0.get("payload"))
    }
  }

  public func record(_ delivery: Delivery, of item: OutboxItem) throws {
    let (state, reason, again): (String, String?, Instant?) =
      switch delivery {
      case .delivered: ("delivered", nil, nil)
      case .temporaryFailure(let reason, let again): ("temporary-failure", reason, again)
      case .permanentFailure(let reason): ("permanent-failure", reason, nil)
      case .technicalFailure(let reason): ("technical-failure", reason, nil)
      }
    try session.execute(
      """
      update est.outbox set state = \(state), error = \(reason),
        next_attempt = coalesce(\(again)::timestamptz, next_attempt)
      where municipality = \(item.municipality) and id = \(item.id)
      """)
  }

  public func lines(of municipality: MunicipalityCode) throws -> [OutboxLine] {
    try session.rows(
      """
      select id, kind, key, state, attempts, next_attempt, error from est.outbox
      where municipality = \(municipality) order by next_attempt, key
      """
    ) {
      OutboxLine(
        id: try $0.get("id"), kind: try $0.get("kind"), key: try $0.get("key"), state: try $0.get("state"),
        attempts: try $0.get("attempts"), nextAttempt: try $0.get("next_attempt"), error: try $0.get("error"))
    }
  }

  /// Lets what failed for good be tried again.
  /// - Returns: how many.
  public func retry(_ municipality: MunicipalityCode, id: UUID?, at now: Instant) throws -> Int {
    try session.execute(
      """
      update est.outbox set state = 'created', attempts = 0, next_attempt = \(now), error = null
      where municipality = \(municipality) and (\(id)::uuid is null or id = \(id))
        and state in ('permanent-failure', 'technical-failure', 'temporary-failure')
      """)
  }
}
