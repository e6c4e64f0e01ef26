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
  /// What the participant is, never who.
  public let function: String
  public let role: Role
  public let at: Instant
  public let reason: String?
  /// What people know the instance by, such as a period's label or a problem's number.
  public let detail: String?

  init(_ row: Row) throws {
    revision = try row.get("revision")
    from = try row.get("from_state")
    event = try row.get("event")
    to = try row.get("to_state")
    login = try row.get("login")
    function = try row.get("function")
    role = try row.get("actor_role")
    at = try row.get("at")
    reason = try row.get("reason")
    detail = try row.get("detail")
  }
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
      select l.revision, l.from_state, l.event, l.to_state, p.login, p.function, l.actor_role, l.at, l.reason,
        l.payload->>'detail' as detail
      from est.transition_log l join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
      where l.municipality = \(municipality) and l.instance_id = \(instance) order by l.revision
      """
    ) { try LogEntry($0) }
  }
}
