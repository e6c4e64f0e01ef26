import EST
import Foundation
import Postgres
import StateMachine

/// A timer that is due.
public struct DueTimer: Sendable, Hashable {
  public let instance: UUID
  public let event: Event
  public let due: Instant
}

/// Timers of every municipality, as a worker claims them.
public struct TimerStore {
  let session: Session

  public init(_ session: Session) { self.session = session }

  /// The municipality of the oldest due timer that no other worker holds, and the time.
  public func nextMunicipality() throws -> (code: MunicipalityCode, now: Instant)? {
    try session.first(
      """
      select t.municipality, c.now from (select est.clock() as now) c
      cross join lateral (
        select t.municipality
        from est.timer t join est.instance i on (i.municipality, i.id) = (t.municipality, t.instance_id)
        where t.due <= c.now order by t.due limit 1
        for update of t skip locked for no key update of i skip locked) t
      """
    ) { (try $0.get("municipality"), try $0.get("now")) }
  }

  /// A municipality's oldest due timers with their instances, oldest first, claimed for this transaction: no other
  /// worker takes them, and no participant moves the instances meanwhile. What somebody else holds is left for later.
  ///
  /// Of an instance only the first is claimed, so that its timers are said in their order: a worker that passes over one
  /// that another holds does not come to the next one when that other dies meanwhile.
  ///
  /// The time stands in a question of its own, so that PostgreSQL does not conclude from the statistics of a quiet time
  /// that there are few, and sort them all for each batch.
  public func claim(_ limit: Int, of municipality: MunicipalityCode, at now: Instant) throws
    -> [(timer: DueTimer, instance: Instance)]
  {
    try session.rows(
      "\(first(of: municipality, at: now)) order by t.due, t.instance_id, t.event limit \(limit) \(locking)",
      Self.read)
  }

  /// The next due timer of each of some instances, oldest first, claimed in the same way.
  public func claimNext(
    of instances: [UUID], _ municipality: MunicipalityCode, at now: Instant
  ) throws -> [(timer: DueTimer, instance: Instance)] {
    try session.rows(
      """
      \(first(of: municipality, at: now)) and t.instance_id = any(\(instances)::uuid[])
      order by t.due, t.instance_id, t.event \(locking)
      """, Self.read)
  }

  private func first(of municipality: MunicipalityCode, at now: Instant) -> SQL {
    """
    select t.event, t.due, i.id, i.machine, i.machine_version, i.group_id, i.state, i.revision
    from est.timer t join est.instance i on (i.municipality, i.id) = (t.municipality, t.instance_id)
    where t.municipality = \(municipality) and t.due <= (select \(now)::timestamptz)
      and (t.due, t.event) = (
        select e.due, e.event from est.timer e
        where (e.municipality, e.instance_id) = (t.municipality, t.instance_id)
        order by e.due, e.event limit 1)
    """
  }

  private var locking: SQL { "for update of t skip locked for no key update of i skip locked" }

  private static func read(_ row: Row) throws -> (timer: DueTimer, instance: Instance) {
    (
      DueTimer(instance: try row.get("id"), event: try row.get("event"), due: try row.get("due")),
      try InstanceStore.read(row)
    )
  }

  /// The time, and when the next timer is due, if any stands.
  public func nextDue() throws -> (now: Instant, due: Instant?) {
    try session.first("select est.clock() as now, (select min(due) from est.timer) as due") {
      (try $0.get("now"), try $0.get("due"))
    }!
  }
}
