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

  public init(
    id: UUID, machine: String, machineVersion: Int, group: GroupID, state: State, revision: Int
  ) {
    self.id = id
    self.machine = machine
    self.machineVersion = machineVersion
    self.group = group
    self.state = state
    self.revision = revision
  }
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

/// Instances, their log and their timers.
public struct InstanceStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The instance, locked against others until the transaction ends.
  public func locked(_ id: UUID) throws -> Instance? { try session.first(lock(id), Self.read) }

  func lock(_ id: UUID) -> SQL {
    """
    select id, machine, machine_version, group_id, state, revision from est.instance
    where municipality = \(municipality) and id = \(id) for no key update
    """
  }

  public func find(_ id: UUID) throws -> Instance? {
    try session.first(
      """
      select id, machine, machine_version, group_id, state, revision from est.instance
      where municipality = \(municipality) and id = \(id)
      """, Self.read)
  }

  static func read(_ row: Row) throws -> Instance {
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

  public func timers(of instance: UUID) throws -> [(event: Event, due: Instant)] {
    try session.rows(
      """
      select event, due from est.timer where municipality = \(municipality) and instance_id = \(instance)
      order by due
      """
    ) { (try $0.get("event"), try $0.get("due")) }
  }

}
