import EST
import Foundation
import Postgres

/// What an audience is told of one transition.
public struct Telling: Sendable {
  public let kind: NoticeKind
  public let instance: UUID
  public let group: GroupID
  public let revision: Int
  /// Which period, problem or action it is about.
  public let detail: String

  public init(kind: NoticeKind, instance: UUID, group: GroupID, revision: Int, detail: String) {
    self.kind = kind
    self.instance = instance
    self.group = group
    self.revision = revision
    self.detail = detail
  }
}

/// A notice as its reader sees it.
public struct ReceivedNotice: Sendable {
  public let kind: NoticeKind
  public let at: Instant
  public let detail: String
}

/// Notices: written in the transaction that they tell of.
public struct NoticeStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Tells an audience, and asks for a mail to each whose function has an address, where mail is set up. One who has
  /// the notice already keeps one.
  ///
  /// The key of a mail is its Message-ID: a mail that is sent twice is known by it.
  func statement(_ tellings: [Telling], to audience: Audience, at now: Instant) -> SQL {
    statement(tellings, members: members(of: audience), at: now)
  }

  /// As for an audience, to certain participants.
  public func tell(_ telling: Telling, to participants: [ParticipantID], at now: Instant) throws {
    try session.later(
      statement(
        [telling],
        members: """
          join est.participant p on p.municipality = \(municipality) and p.id = any(\(participants)::uuid[])
            and p.removed_at is null
          """, at: now))
  }

  private func statement(_ tellings: [Telling], members: SQL, at now: Instant) -> SQL {
    let rows: SQL = .rows(
      "t",
      [
        GivenColumn("instance_id", "uuid", tellings.map(\.instance)),
        GivenColumn("group_id", "uuid", tellings.map(\.group)),
        GivenColumn("revision", "integer", tellings.map(\.revision)),
        GivenColumn("kind", "text", tellings.map(\.kind)),
        GivenColumn("detail", "text", tellings.map(\.detail)),
      ], count: tellings.count)
    return """
      with told as (
        insert into est.notice (municipality, instance_id, revision, kind, participant_id, at, detail)
        select p.municipality, t.instance_id, t.revision, t.kind, p.id, \(now), t.detail
        from \(rows)
        \(members)
        on conflict do nothing
        returning instance_id, revision, kind, participant_id, detail)
      insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
      select p.municipality, gen_random_uuid(), 'mail',
        concat_ws('.', t.instance_id, t.revision, t.kind, t.participant_id), \(now), \(now),
        jsonb_build_object('to', p.address, 'notice', t.kind, 'detail', t.detail, 'instance', t.instance_id,
          'revision', t.revision::text, 'participant', p.id)
      from told t join est.participant p on (p.municipality, p.id) = (\(municipality), t.participant_id)
      where p.address is not null
        and exists (select from est.setting s where (s.municipality, s.key) = (\(municipality), 'mail'))
      on conflict do nothing
      """
  }

  /// Joins the participants `p` that an audience stands for to what is told, `t`.
  private func members(of audience: Audience) -> SQL {
    switch audience {
    case .reporters: holders("r.role = 'reporter'")
    case .reportersMissing:
      """
      \(holders("r.role = 'reporter'"))
      where exists (
        select from est.unit u
        where u.municipality = p.municipality and u.organisation_id = p.organisation_id
          and u.group_id = t.group_id and u.expected
          and not exists (select from est.incident i where i.municipality = u.municipality
            and i.cycle_id = t.instance_id and i.unit_id = u.id and i.review <> 'withdrawn')
          and not exists (select from est.nothing_to_report n where n.municipality = u.municipality
            and n.cycle_id = t.instance_id and n.unit_id = u.id))
      """
    case .participants: holders("r.role in ('participant', 'coordinator', 'policeLead')")
    case .coordinators: holders("r.role = 'coordinator'")
    case .steering: holders("r.role = 'steering'")
    case .owner:
      """
      join est.action a on (a.municipality, a.id) = (\(municipality), t.instance_id)
      join est.participant p on (p.municipality, p.organisation_id, p.function)
        = (a.municipality, a.owner_organisation, a.owner_function) and p.removed_at is null
      """
    case .promisors:
      """
      \(holders("r.role in ('participant', 'coordinator', 'policeLead')"))
      where exists (select from est.promise_promisor o where o.municipality = p.municipality
        and o.set_id = t.instance_id and o.organisation_id = p.organisation_id)
      """
    }
  }

  private func holders(_ role: SQL) -> SQL {
    """
    join est.held_role r on (r.municipality, r.group_id) = (\(municipality), t.group_id) and \(role)
    join est.participant p on (p.municipality, p.id) = (r.municipality, r.participant_id) and p.removed_at is null
    """
  }

  /// The newest notices to one participant.
  public func latest(to participant: ParticipantID, limit: Int) throws -> [ReceivedNotice] {
    try session.rows(
      """
      select kind, at, detail from est.notice
      where municipality = \(municipality) and participant_id = \(participant) order by at desc limit \(limit)
      """
    ) { ReceivedNotice(kind: try $0.get("kind"), at: try $0.get("at"), detail: try $0.get("detail")) }
  }
}
