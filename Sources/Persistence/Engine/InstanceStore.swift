import EST
import Foundation
import Postgres
import StateMachine

/// Where an instance of a machine is.
public struct Instance: Sendable, Equatable {
  public let id: UUID
  public let machine: String
  public let machineVersion: Int
  public let group: GroupID
  public let state: State
  /// How many transitions it has made.
  public let revision: Int
}

/// One transition as it is to be logged.
public struct LoggedTransition: Sendable {
  public var instance: UUID
  /// The revision it makes: 1 for a birth.
  public var revision: Int
  public var machine: String
  public var machineVersion: Int
  public var group: GroupID
  public var from: State
  public var event: Event
  public var to: State
  public var actor: ParticipantID
  public var role: Role
  public var at: Instant
  public var reason: String?
  /// JSON, without personal data.
  public var payload: String
  public var key: UUID

  public init(
    instance: UUID, revision: Int, machine: String, machineVersion: Int, group: GroupID, from: State,
    event: Event, to: State, actor: ParticipantID, role: Role, at: Instant, reason: String?, payload: String,
    key: UUID
  ) {
    self.instance = instance
    self.revision = revision
    self.machine = machine
    self.machineVersion = machineVersion
    self.group = group
    self.from = from
    self.event = event
    self.to = to
    self.actor = actor
    self.role = role
    self.at = at
    self.reason = reason
    self.payload = payload
    self.key = key
  }
}

/// A timer that is due.
public struct DueTimer: Sendable, Hashable {
  public let municipality: MunicipalityCode
  public let instance: UUID
  public let event: Event
  public let due: Instant
}

/// Instances, their log and their timers.
public struct InstanceStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The instance, locked against others until the transaction ends.
  public func locked(_ id: UUID) throws -> Instance? {
    try session.first(
      """
      select id, machine, machine_version, group_id, state, revision from est.instance
      where municipality = \(municipality) and id = \(id) for no key update
      """, Self.read)
  }

  public func find(_ id: UUID) throws -> Instance? {
    try session.first(
      """
      select id, machine, machine_version, group_id, state, revision from est.instance
      where municipality = \(municipality) and id = \(id)
      """, Self.read)
  }

  private static func read(_ row: Row) throws -> Instance {
    Instance(
      id: try row.get("id"), machine: try row.get("machine"), machineVersion: try row.get("machine_version"),
      group: try row.get("group_id"), state: try row.get("state"), revision: try row.get("revision"))
  }

  /// What a key has been used for already: which event, said to which instance.
  public func alreadySaid(_ key: UUID) throws -> (event: Event, instance: UUID)? {
    try session.first(
      "select event, instance_id from est.transition_log where municipality = \(municipality) and key = \(key)"
    ) { (try $0.get("event"), try $0.get("instance_id")) }
  }

  /// Writes a transition: the log's row, from which the database itself moves the instance.
  public func append(_ t: LoggedTransition) throws {
    try session.execute(
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, reason, payload, key)
      values (\(municipality), \(t.instance), \(t.revision), \(t.machine), \(t.machineVersion), \(t.group),
        \(t.from), \(t.event), \(t.to), \(t.actor), \(t.role), \(t.at), \(t.reason), \(JSONText(t.payload)),
        \(t.key))
      """)
  }

  /// A timer that already stands at that time stays one.
  public func arm(_ instance: UUID, _ event: Event, at due: Instant) throws {
    try session.execute(
      """
      insert into est.timer (municipality, instance_id, event, due)
      values (\(municipality), \(instance), \(event), \(due)) on conflict do nothing
      """)
  }

  /// - Parameter event: `nil` for every timer of the instance.
  public func disarm(_ instance: UUID, _ event: Event?) throws {
    try session.execute(
      """
      delete from est.timer where municipality = \(municipality) and instance_id = \(instance)
        and (\(event)::text is null or event = \(event))
      """)
  }

  public func disarm(_ timer: DueTimer) throws {
    try session.execute(
      """
      delete from est.timer where municipality = \(municipality) and instance_id = \(timer.instance)
        and event = \(timer.event) and due = \(timer.due)
      """)
  }

  public func timers(of instance: UUID) throws -> [(event: Event, due: Instant)] {
    try session.rows(
      """
      select event, due from est.timer where municipality = \(municipality) and instance_id = \(instance)
      order by due
      """
    ) { (try $0.get("event"), try $0.get("due")) }
  }

  /// That a timer's event was refused, and why: it stays on record.
  public func recordRefusal(of timer: DueTimer, at now: Instant, reason: String) throws {
    try session.execute(
      """
      insert into est.refusal (municipality, instance_id, event, due, at, reason)
      values (\(municipality), \(timer.instance), \(timer.event), \(timer.due), \(now), \(reason))
      """)
  }

  /// The oldest due timer of any municipality, claimed for this transaction so that no other worker takes it.
  public static func claimDue(_ session: Session, at now: Instant) throws -> DueTimer? {
    try session.first(
      """
      select municipality, instance_id, event, due from est.timer where due <= \(now)
      order by due, municipality, instance_id, event limit 1 for update skip locked
      """
    ) {
      DueTimer(
        municipality: try $0.get("municipality"), instance: try $0.get("instance_id"),
        event: try $0.get("event"), due: try $0.get("due"))
    }
  }

  /// When the next timer is due, if any stands.
  public static func nextDue(_ session: Session) throws -> Instant? {
    try session.first("select due from est.timer order by due limit 1") { try $0.get("due") }
  }
}
