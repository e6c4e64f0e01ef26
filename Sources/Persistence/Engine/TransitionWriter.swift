import EST
import Foundation
import Postgres
import StateMachine

/// What transitions write, gathered: however many they are, a statement for each kind of row, none of them waited for.
///
/// Disarming and arming take effect in the order in which they are said.
public struct TransitionWriter {
  private let municipality: MunicipalityCode
  private let now: Instant
  private var log: [LoggedTransition] = []
  private var disarmed: [(instance: UUID, event: Event?)] = []
  private var armed: [(instance: UUID, event: Event, due: Instant)] = []
  private var fired: [DueTimer] = []
  private var refused: [(timer: DueTimer, reason: String)] = []
  private var told: [Audience: [Telling]] = [:]

  public init(_ municipality: MunicipalityCode, at now: Instant) {
    self.municipality = municipality
    self.now = now
  }

  /// The log's row, from which the database itself moves the instance.
  public mutating func append(_ transition: LoggedTransition) { log.append(transition) }

  public mutating func arm(_ instance: UUID, _ event: Event, at due: Instant) {
    armed.append((instance, event, due))
  }

  /// - Parameter event: `nil` for every timer of the instance.
  public mutating func disarm(_ instance: UUID, _ event: Event?) {
    armed.removeAll { $0.instance == instance && (event == nil || $0.event == event) }
    disarmed.append((instance, event))
  }

  /// That a timer has said its event.
  public mutating func remove(_ timer: DueTimer) { fired.append(timer) }

  /// That a timer's event was refused, and why: it stays on record.
  public mutating func refuse(_ timer: DueTimer, reason: String) {
    fired.append(timer)
    refused.append((timer, reason))
  }

  public mutating func tell(_ telling: Telling, _ audience: Audience) {
    told[audience, default: []].append(telling)
  }

  /// Says it all.
  public func write(_ session: Session) throws {
    if !log.isEmpty { try session.later(logStatement) }
    if !fired.isEmpty {
      try session.later(
        """
        delete from est.timer t
        using unnest(\(fired.map(\.instance))::uuid[], \(fired.map(\.event.description))::text[],
          \(fired.map(\.due))::timestamptz[]) f(instance_id, event, due)
        where t.municipality = \(municipality) and t.instance_id = f.instance_id and t.event = f.event
          and t.due = f.due
        """)
    }
    if !disarmed.isEmpty {
      try session.later(
        """
        delete from est.timer t
        using unnest(\(disarmed.map(\.instance))::uuid[], \(disarmed.map { $0.event?.description })::text[])
          d(instance_id, event)
        where t.municipality = \(municipality) and t.instance_id = d.instance_id
          and (d.event is null or t.event = d.event)
        """)
    }
    if !armed.isEmpty {
      try session.later(
        """
        insert into est.timer (municipality, instance_id, event, due)
        select \(municipality), a.instance_id, a.event, a.due
        from unnest(\(armed.map(\.instance))::uuid[], \(armed.map(\.event.description))::text[],
          \(armed.map(\.due))::timestamptz[]) a(instance_id, event, due)
        on conflict do nothing
        """)
    }
    if !refused.isEmpty {
      try session.later(
        """
        insert into est.refusal (municipality, instance_id, event, due, at, reason)
        select \(municipality), r.instance_id, r.event, r.due, \(now), r.reason
        from unnest(\(refused.map(\.timer.instance))::uuid[], \(refused.map(\.timer.event.description))::text[],
          \(refused.map(\.timer.due))::timestamptz[], \(refused.map(\.reason))::text[])
          r(instance_id, event, due, reason)
        """)
    }
    let notices = NoticeStore(session, municipality)
    for (audience, tellings) in told { try session.later(notices.statement(tellings, to: audience, at: now)) }
  }

  private var logStatement: SQL {
    """
    insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
      from_state, event, to_state, actor, actor_role, at, reason, payload, key)
    select \(municipality), l.instance_id, l.revision, l.machine, l.machine_version, l.group_id,
      l.from_state, l.event, l.to_state, l.actor, l.actor_role, l.at, l.reason, l.payload::jsonb, l.key
    from unnest(\(log.map(\.instance))::uuid[], \(log.map(\.revision))::integer[], \(log.map(\.machine))::text[],
      \(log.map(\.machineVersion))::integer[], \(log.map(\.group))::uuid[], \(log.map(\.from.description))::text[],
      \(log.map(\.event.description))::text[], \(log.map(\.to.description))::text[], \(log.map(\.actor))::uuid[],
      \(log.map(\.role.description))::text[], \(log.map(\.at))::timestamptz[], \(log.map(\.reason))::text[],
      \(log.map(\.payload))::text[], \(log.map(\.key))::uuid[])
      l(instance_id, revision, machine, machine_version, group_id, from_state, event, to_state, actor, actor_role,
        at, reason, payload, key)
    """
  }
}
