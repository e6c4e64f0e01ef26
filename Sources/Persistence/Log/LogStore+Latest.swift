import EST
import Foundation
import Postgres
import StateMachine

/// A row of the log among those of other instances.
public struct LogLine: Sendable {
  public let instance: UUID
  public let machine: String
  public let group: GroupID
  public let entry: LogEntry

  public init(instance: UUID, machine: String, group: GroupID, entry: LogEntry) {
    self.instance = instance
    self.machine = machine
    self.group = group
    self.entry = entry
  }
}

extension LogStore {
  /// The newest rows of the municipality, newest first.
  public func latest(limit: Int) throws -> [LogLine] {
    try session.rows(
      """
      select l.instance_id, l.machine, l.group_id, l.revision, l.from_state, l.event, l.to_state, p.login,
        p.function, l.actor_role, l.at, l.reason, l.payload->>'detail' as detail
      from est.transition_log l join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
      where l.municipality = \(municipality)
      order by l.written_at desc, l.instance_id, l.revision desc limit \(limit)
      """
    ) {
      LogLine(
        instance: try $0.get("instance_id"), machine: try $0.get("machine"), group: try $0.get("group_id"),
        entry: try LogEntry($0))
    }
  }
}
