import EST
import Foundation
import Postgres

/// Who a notice goes to, with the address of the function where there is one.
public struct Recipient: Sendable, Hashable {
  public let participant: ParticipantID
  public let address: String?
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

  /// The participants that an audience stands for, for one instance of one group.
  public func recipients(_ audience: Audience, group: GroupID, instance: UUID) throws -> [Recipient] {
    let condition: SQL =
      switch audience {
      case .reporters: role("reporter", in: group)
      case .reportersMissing:
        """
        \(role("reporter", in: group)) and exists (
          select from est.unit u
          where u.municipality = p.municipality and u.organisation_id = p.organisation_id
            and u.group_id = \(group) and u.expected
            and not exists (select from est.incident i where i.municipality = u.municipality
              and i.cycle_id = \(instance) and i.unit_id = u.id and i.review <> 'withdrawn')
            and not exists (select from est.nothing_to_report n where n.municipality = u.municipality
              and n.cycle_id = \(instance) and n.unit_id = u.id))
        """
      case .participants:
        "(\(role("participant", in: group)) or \(role("coordinator", in: group)) or \(role("policeLead", in: group)))"
      case .coordinators: role("coordinator", in: group)
      case .steering: role("steering", in: group)
      case .owner:
        """
        exists (select from est.action a where a.municipality = p.municipality and a.id = \(instance)
          and a.owner_organisation = p.organisation_id and a.owner_function = p.function)
        """
      case .promisors:
        """
        exists (select from est.promise_promisor o where o.municipality = p.municipality
          and o.set_id = \(instance) and o.organisation_id = p.organisation_id)
          and (\(role("participant", in: group)) or \(role("coordinator", in: group))
            or \(role("policeLead", in: group)))
        """
      }
    return try session.rows(
      """
      select p.id, p.address from est.participant p
      where p.municipality = \(municipality) and p.removed_at is null and \(condition) order by p.login
      """
    ) { Recipient(participant: try $0.get("id"), address: try $0.get("address")) }
  }

  private func role(_ name: String, in group: GroupID) -> SQL {
    """
    exists (select from est.participant_role r where r.municipality = p.municipality
      and r.participant_id = p.id and r.group_id = \(group) and r.role = \(name))
    """
  }

  /// Writes the notice to each recipient; one who has it already keeps one.
  public func write(
    _ kind: NoticeKind, to recipients: [Recipient], instance: UUID, revision: Int, at now: Instant,
    detail: String
  ) throws {
    guard !recipients.isEmpty else { return }
    try session.execute(
      """
      insert into est.notice (municipality, instance_id, revision, kind, participant_id, at, detail)
      select \(municipality), \(instance), \(revision), \(kind), p, \(now), \(detail)
      from unnest(\(recipients.map(\.participant))::uuid[]) p on conflict do nothing
      """)
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
