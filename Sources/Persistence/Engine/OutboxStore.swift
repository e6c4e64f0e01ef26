import EST
import Foundation
import Postgres

/// What leaves the database: rows of the transaction that asked for it, carried out afterwards.
///
/// An item is claimed for a time and tried under a number, which is one higher at each claim. Whoever comes back with
/// an older number is not heard: another has taken the item over.
public struct OutboxStore {
  let session: Session

  public init(_ session: Session) { self.session = session }

  /// Asks for everything in one statement. What is asked for already, under the same key, stays as it is.
  public static func statement(for requests: [OutboxRequest]) -> SQL {
    """
    insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
    select m, i, k, n, t, t, p::jsonb
    from unnest(\(requests.map(\.municipality))::text[], \(requests.map(\.id))::uuid[],
      \(requests.map(\.kind))::text[], \(requests.map(\.key))::text[], \(requests.map(\.at))::timestamptz[],
      \(requests.map(\.payload))::text[]) r(m, i, k, n, t, p)
    on conflict do nothing
    """
  }

  public func request(_ requests: [OutboxRequest]) throws {
    guard !requests.isEmpty else { return }
    try session.execute(OutboxStore.statement(for: requests))
  }

  public func request(
    _ kind: OutboxItem.Kind, _ municipality: MunicipalityCode, id: UUID, key: String, payload: String,
    at now: Instant
  ) throws {
    try request([OutboxRequest(kind, municipality, id: id, key: key, payload: payload, at: now)])
  }

  /// Whether anything waits that is due: one look at the index's first entry. A plan that read the table for it would
  /// stay in use while the table grows.
  public func isWaiting() throws -> Bool {
    try session.one(
      """
      select coalesce((select next_attempt from est.outbox
        where state in ('created', 'sending', 'temporary-failure') order by next_attempt limit 1)
        <= (select est.clock()), false)
      """)
  }

  /// What a worker may claim.
  public struct Due: Sendable, Hashable {
    public let municipality: MunicipalityCode
    public let id: UUID
    public let kind: OutboxItem.Kind
    /// A worker went away with it.
    public let isAbandoned: Bool
    public let recentAttempts: Int
  }

  /// The oldest items that wait and that no other worker is about to claim, locked.
  /// - Parameter kind: all kinds where none is named.
  public func due(at now: Instant, limit: Int, kind: OutboxItem.Kind? = nil) throws -> [Due] {
    try session.rows(
      """
      select municipality, id, kind, state = 'sending' as abandoned, attempts - attempts_before as recent
      from est.outbox
      where state in ('created', 'sending', 'temporary-failure') and next_attempt <= \(now)
        and (\(kind)::text is null or kind = \(kind))
      order by next_attempt limit \(limit) for update skip locked
      """
    ) {
      Due(
        municipality: try $0.get("municipality"), id: try $0.get("id"), kind: try $0.get("kind"),
        isAbandoned: try $0.get("abandoned"), recentAttempts: try $0.get("recent"))
    }
  }

  /// Claims what `due` has locked, until `until`; an attempt that a worker went away from is put on record.
  public func claim(_ due: [Due], at now: Instant, until: Instant) throws -> [OutboxItem] {
    guard !due.isEmpty else { return [] }
    return try session.rows(
      """
      with due as (
        select o.municipality, o.id, o.state, o.attempts, o.claimed_at
        from est.outbox o join unnest(\(due.map(\.municipality))::text[], \(due.map(\.id))::uuid[]) d(m, i)
          on (o.municipality, o.id) = (d.m, d.i)),
      abandoned as (
        insert into est.outbox_attempt (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause)
        select municipality, id, attempts, claimed_at, \(now), 'unknown', \(DeliveryFailure.Cause.workerGone)
        from due where state = 'sending')
      update est.outbox o
      set state = 'sending', attempts = o.attempts + 1, next_attempt = \(until), claimed_at = \(now)
      from due where (o.municipality, o.id) = (due.municipality, due.id)
      returning o.municipality, o.id, o.kind, o.key, o.requested_at, o.claimed_at, o.attempts,
        o.attempts - o.attempts_before as recent, o.payload::text as payload
      """, OutboxItem.init(row:))
  }

  /// Gives up what `due` has locked, whose workers went away at the last attempt that it had.
  public func giveUp(_ due: [Due], at now: Instant) throws -> [OutboxItem] {
    guard !due.isEmpty else { return [] }
    let state = OutboxState.technicalFailure
    return try session.rows(
      """
      with given_up as (
        update est.outbox o set state = \(state)
        from unnest(\(due.map(\.municipality))::text[], \(due.map(\.id))::uuid[]) d(m, i)
        where (o.municipality, o.id) = (d.m, d.i)
        returning o.*),
      attempted as (
        insert into est.outbox_attempt (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause)
        select municipality, id, attempts, claimed_at, \(now), \(state), \(DeliveryFailure.Cause.workerGone)
        from given_up)
      select municipality, id, kind, key, requested_at, claimed_at, attempts, attempts - attempts_before as recent,
        payload::text as payload
      from given_up
      """, OutboxItem.init(row:))
  }

  /// Puts off all mails of a municipality that are due, without an attempt.
  public func putOffMail(of municipality: MunicipalityCode, at now: Instant, until: Instant) throws {
    try session.execute(
      """
      update est.outbox o set next_attempt = \(until)
      from (select municipality, id from est.outbox
        where municipality = \(municipality) and kind = 'mail'
          and state in ('created', 'sending', 'temporary-failure') and next_attempt <= \(now)
        for update skip locked) d
      where (o.municipality, o.id) = (d.municipality, d.id)
      """)
  }

  /// Writes how the attempt ended.
  ///
  /// - Returns: `false` where the attempt is not the item's present one, or has been written down: nothing is changed.
  public func record(_ delivery: Delivery, of item: OutboxItem, at now: Instant) throws -> Bool {
    let again: Instant? = if case .temporaryFailure(_, let again) = delivery { again } else { nil }
    let failure = delivery.failure
    return try session.execute(
      """
      with ended as (
        update est.outbox
        set state = \(delivery.state), next_attempt = coalesce(\(again)::timestamptz, next_attempt)
        where municipality = \(item.municipality) and id = \(item.id)
          and state = 'sending' and attempts = \(item.attempt)
        returning municipality, id, attempts, claimed_at)
      insert into est.outbox_attempt
        (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause, reply, said)
      select municipality, id, attempts, claimed_at, \(now), \(delivery.state), \(failure?.cause),
        \(failure?.reply), \(failure?.said)
      from ended
      """) == 1
  }

  /// Lets what has failed be tried again from the beginning, and keeps who asked.
  /// - Returns: how many.
  public func retry(
    _ municipality: MunicipalityCode, id: UUID?, by participant: ParticipantID, at now: Instant
  ) throws -> Int {
    // A single item is tried at once also where it waits for its next attempt; of all only what waits for nothing.
    let states: [OutboxState] =
      [.permanentFailure, .technicalFailure] + (id == nil ? [] : [.temporaryFailure])
    return try session.execute(
      """
      with asked as (
        update est.outbox set state = 'created', attempts_before = attempts, next_attempt = \(now)
        where municipality = \(municipality) and (\(id)::uuid is null or id = \(id))
          and state = any(\(states)::text[])
        returning municipality, id, attempts)
      insert into est.outbox_retry (municipality, outbox_id, after_attempt, at, participant_id)
      select municipality, id, attempts, \(now), \(participant) from asked
      """)
  }
}

extension OutboxItem {
  fileprivate init(row: Row) throws {
    self.init(
      municipality: try row.get("municipality"), id: try row.get("id"), kind: try row.get("kind"),
      key: try row.get("key"), requestedAt: try row.get("requested_at"), claimedAt: try row.get("claimed_at"),
      attempt: try row.get("attempts"), recentAttempts: try row.get("recent"), payload: try row.get("payload")
    )
  }
}

extension OutboxStore {
  /// The participants of a municipality who hold one of the roles in the group, or have one of the logins.
  public func readers(
    _ municipality: MunicipalityCode, holding roles: [GroupRole], in group: GroupID, logins: [String]
  ) throws -> [ParticipantID] {
    try session.rows(
      """
      select p.id from est.participant p
      where p.municipality = \(municipality) and p.removed_at is null
        and (p.login = any(\(logins)::text[]) or exists (select from est.held_role r
          where r.municipality = p.municipality and r.participant_id = p.id and r.group_id = \(group)
            and r.role = any(\(roles)::text[])))
      order by p.login
      """
    ) { try $0.get("id") }
  }
}
