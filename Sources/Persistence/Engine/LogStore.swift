import EST
import Foundation
import Postgres
import StateMachine

/// One row of the transition log, as it is shown.
public struct LogEntry: Sendable {
  public let revision: Int
  public let from: State
  public let event: Event
  public let to: State
  public let login: String
  public let role: Role
  public let at: Instant
  public let reason: String?
}

/// What `verify` found: the first row whose hash does not follow from the rows before it.
public struct BrokenRow: Sendable, Equatable {
  public let instance: UUID
  public let revision: Int
}

/// The append-only log, to read.
public struct LogStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  public func entries(of instance: UUID) throws -> [LogEntry] {
    try session.rows(
      """
      select l.revision, l.from_state, l.event, l.to_state, p.login, l.actor_role, l.at, l.reason
      from est.transition_log l join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
      where l.municipality = \(municipality) and l.instance_id = \(instance) order by l.revision
      """
    ) {
      LogEntry(
        revision: try $0.get("revision"), from: try $0.get("from_state"), event: try $0.get("event"),
        to: try $0.get("to_state"), login: try $0.get("login"), role: try $0.get("actor_role"),
        at: try $0.get("at"), reason: try $0.get("reason"))
    }
  }

  /// Follows every chain of the municipality and compares each instance with the end of its chain.
  public func firstBrokenRow() throws -> BrokenRow? {
    try session.first(
      """
      select l.instance_id, l.revision
      from est.transition_log l left join est.transition_log p
        on (p.municipality, p.instance_id, p.revision) = (l.municipality, l.instance_id, l.revision - 1)
      where l.municipality = \(municipality)
        and (l.previous_hash is distinct from p.hash
          or l.hash <> sha256(coalesce(p.hash, '') || convert_to(est.log_row_text(l), 'UTF8')))
      union all
      select i.id, i.revision
      from est.instance i
      where i.municipality = \(municipality) and (i.revision, i.state) is distinct from (
        select (l.revision, l.to_state) from est.transition_log l
        where l.municipality = i.municipality and l.instance_id = i.id order by l.revision desc limit 1)
      order by 1, 2 limit 1
      """
    ) { BrokenRow(instance: try $0.get("instance_id"), revision: try $0.get("revision")) }
  }
}
