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
        delete from est.timer t using \(Self.timers(fired))
        where t.municipality = \(municipality) and t.instance_id = r.instance_id and t.event = r.event
          and t.due = r.due
        """)
    }
    if !disarmed.isEmpty {
      let rows: SQL = .rows(
        "d",
        [
          GivenColumn("instance_id", "uuid", disarmed.map(\.instance)),
          GivenColumn("event", "text", disarmed.map { $0.event?.description }),
        ], count: disarmed.count)
      try session.later(
        """
        delete from est.timer t using \(rows)
        where t.municipality = \(municipality) and t.instance_id = d.instance_id
          and (d.event is null or t.event = d.event)
        """)
    }
    if !armed.isEmpty {
      let rows: SQL = .rows(
        "a",
        [
          GivenColumn("instance_id", "uuid", armed.map(\.instance)),
          GivenColumn("event", "text", armed.map(\.event.description)),
          GivenColumn("due", "timestamptz", armed.map(\.due)),
        ], count: armed.count)
      try session.later(
        """
        insert into est.timer (municipality, instance_id, event, due)
        select \(municipality), a.instance_id, a.event, a.due from \(rows)
        on conflict do nothing
        """)
    }
    if !refused.isEmpty {
      let reasons = GivenColumn("reason", "text", refused.map(\.reason))
      try session.later(
        """
        insert into est.refusal (municipality, instance_id, event, due, at, reason)
        select \(municipality), r.instance_id, r.event, r.due, \(now), r.reason
        from \(Self.timers(refused.map(\.timer), reasons))
        """)
    }
    let notices = NoticeStore(session, municipality)
    for (audience, tellings) in told { try session.later(notices.statement(tellings, to: audience, at: now)) }
  }

  private static func timers(_ timers: [DueTimer], _ more: GivenColumn...) -> SQL {
    .rows(
      "r",
      [
        GivenColumn("instance_id", "uuid", timers.map(\.instance)),
        GivenColumn("event", "text", timers.map(\.event.description)),
        GivenColumn("due", "timestamptz", timers.map(\.due)),
      ] + more, count: timers.count)
  }

  private var logStatement: SQL {
    let rows: SQL = .rows(
      "l",
      [
        GivenColumn("instance_id", "uuid", log.map(\.instance)),
        GivenColumn("revision", "integer", log.map(\.revision)),
        GivenColumn("machine", "text", log.map(\.machine)),
        GivenColumn("machine_version", "integer", log.map(\.machineVersion)),
        GivenColumn("group_id", "uuid", log.map(\.group)),
        GivenColumn("from_state", "text", log.map(\.from.description)),
        GivenColumn("event", "text", log.map(\.event.description)),
        GivenColumn("to_state", "text", log.map(\.to.description)),
        GivenColumn("actor", "uuid", log.map(\.actor)),
        GivenColumn("actor_role", "text", log.map(\.role.description)),
        GivenColumn("at", "timestamptz", log.map(\.at)),
        GivenColumn("reason", "text", log.map(\.reason)),
        GivenColumn("payload", "text", log.map(\.payload)),
        GivenColumn("key", "uuid", log.map(\.key)),
      ], count: log.count)
    return """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, reason, payload, key)
      select \(municipality), l.instance_id, l.revision, l.machine, l.machine_version, l.group_id,
        l.from_state, l.event, l.to_state, l.actor, l.actor_role, l.at, l.reason, l.payload::jsonb, l.key
      from \(rows)
      """
  }
}
