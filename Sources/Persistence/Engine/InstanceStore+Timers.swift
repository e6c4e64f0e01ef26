import EST
import Foundation
import Postgres
import StateMachine

/// A timer with what it is about.
public struct StandingTimer: Sendable {
  public let instance: UUID
  public let machine: String
  public let state: State
  public let group: GroupID
  public let event: Event
  public let due: Instant
}

extension InstanceStore {
  /// Every timer of the municipality, the next one first.
  public func standingTimers() throws -> [StandingTimer] {
    try session.rows(
      """
      select t.instance_id, i.machine, i.state, i.group_id, t.event, t.due
      from est.timer t join est.instance i on (i.municipality, i.id) = (t.municipality, t.instance_id)
      where t.municipality = \(municipality) order by t.due, t.instance_id, t.event
      """
    ) {
      StandingTimer(
        instance: try $0.get("instance_id"), machine: try $0.get("machine"), state: try $0.get("state"),
        group: try $0.get("group_id"), event: try $0.get("event"), due: try $0.get("due"))
    }
  }
}
