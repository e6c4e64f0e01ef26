import EST
import Postgres
import StateMachine

/// What an organisation is before the law: only authorities may know what is authority-only.
public enum OrganisationKind: String, Sendable, CaseIterable, StoredAsText {
  case police, municipal, region, rescue, company, civil
}

public struct Organisation: Sendable, Hashable {
  public let id: OrganisationID
  public let name: String
  public let kind: OrganisationKind

  public init(id: OrganisationID, name: String, kind: OrganisationKind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// A part of an organisation that reports to a group.
public struct ReportingUnit: Sendable, Hashable {
  public let id: UnitID
  public let organisation: OrganisationID
  public let group: GroupID
  public let name: String
  /// A unit that is not expected may report, but is never missing.
  public let isExpected: Bool

  public init(id: UnitID, organisation: OrganisationID, group: GroupID, name: String, isExpected: Bool) {
    self.id = id
    self.organisation = organisation
    self.group = group
    self.name = name
    self.isExpected = isExpected
  }
}

/// Someone who takes part, by function and never by name.
public struct Participant: Sendable, Hashable {
  public let id: ParticipantID
  public let login: String
  public let organisation: OrganisationID?
  public let function: String
  /// Staff data, which stands apart: `nil` where nobody asked for it.
  public var address: String?

  public init(
    id: ParticipantID, login: String, organisation: OrganisationID?, function: String, address: String?
  ) {
    self.id = id
    self.login = login
    self.organisation = organisation
    self.function = function
    self.address = address
  }
}

/// A role that a participant holds in a group, until `end` where it is a substitute's.
public struct RoleInGroup: Sendable, Hashable {
  public let group: GroupID
  public let role: GroupRole
  public let end: Instant?
}

/// Organisations, units and participants of one municipality.
public struct PeopleStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  public func organisations() throws -> [Organisation] {
    try session.rows(
      "select id, name, kind from est.organisation where municipality = \(municipality) order by name"
    ) { Organisation(id: try $0.get("id"), name: try $0.get("name"), kind: try $0.get("kind")) }
  }

  public func add(_ organisation: Organisation) throws {
    try session.execute(
      """
      insert into est.organisation (municipality, id, name, kind)
      values (\(municipality), \(organisation.id), \(organisation.name), \(organisation.kind))
      """)
  }

  public func units() throws -> [ReportingUnit] {
    try session.rows(
      """
      select id, organisation_id, group_id, name, expected from est.unit
      where municipality = \(municipality) order by name
      """
    ) {
      ReportingUnit(
        id: try $0.get("id"), organisation: try $0.get("organisation_id"), group: try $0.get("group_id"),
        name: try $0.get("name"), isExpected: try $0.get("expected"))
    }
  }

  public func add(_ unit: ReportingUnit) throws {
    try session.execute(
      """
      insert into est.unit (municipality, id, organisation_id, group_id, name, expected)
      values (\(municipality), \(unit.id), \(unit.organisation), \(unit.group), \(unit.name), \(unit.isExpected))
      """)
  }

  public func participants() throws -> [Participant] {
    try session.rows(
      """
      select id, login, organisation_id, function from est.participant
      where municipality = \(municipality) and removed_at is null order by login
      """, Self.read)
  }

  public func participant(login: String) throws -> Participant? {
    try session.first(
      """
      select id, login, organisation_id, function from est.participant
      where municipality = \(municipality) and login = \(login) and removed_at is null
      """, Self.read)
  }

  private static func read(_ row: Row) throws -> Participant {
    Participant(
      id: try row.get("id"), login: try row.get("login"), organisation: try row.get("organisation_id"),
      function: try row.get("function"), address: nil)
  }

  public func add(_ participant: Participant) throws {
    try session.execute(
      """
      insert into est.participant (municipality, id, login, organisation_id, function)
      values (\(municipality), \(participant.id), \(participant.login), \(participant.organisation),
        \(participant.function))
      """)
    guard let address = participant.address else { return }
    try session.execute(
      """
      insert into est.participant_address (municipality, participant_id, address)
      values (\(municipality), \(participant.id), \(address))
      """)
  }

  /// The addresses of the functions that take part, for those who may read them.
  public func addresses() throws -> [ParticipantID: String] {
    Dictionary(
      try session.rows(
        """
        select a.participant_id, a.address from est.participant_address a
        join est.participant p on (p.municipality, p.id) = (a.municipality, a.participant_id)
        where a.municipality = \(municipality) and p.removed_at is null
        """
      ) { (try $0.get("participant_id"), try $0.get("address")) }, uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where the function has none, or is no longer there.
  public func address(of participant: ParticipantID) throws -> String? {
    try session.first(
      """
      select a.address from est.participant_address a
      join est.participant p on (p.municipality, p.id) = (a.municipality, a.participant_id)
      where a.municipality = \(municipality) and a.participant_id = \(participant) and p.removed_at is null
      """
    ) { try $0.get("address") }
  }

  /// What they did stays on record; they may do nothing more.
  /// - Parameter keepingAddress: where a rule says for how long it is kept.
  public func remove(_ participant: ParticipantID, keepingAddress: Bool, at now: Instant) throws {
    try session.change(
      """
      update est.participant set removed_at = \(now)
      where municipality = \(municipality) and id = \(participant)
      """)
    guard !keepingAddress else { return }
    try session.execute(
      """
      delete from est.participant_address
      where municipality = \(municipality) and participant_id = \(participant)
      """)
  }

  /// - Parameter end: from when on it is held no more; never where nothing is said.
  public func grant(
    _ role: GroupRole, in group: GroupID, to participant: ParticipantID, until end: Instant? = nil
  ) throws {
    try session.execute(
      """
      insert into est.participant_role (municipality, participant_id, group_id, role, ends_at)
      values (\(municipality), \(participant), \(group), \(role), \(end))
      on conflict (municipality, participant_id, group_id, role) do update set ends_at = excluded.ends_at
      """)
  }

  public func revoke(_ role: GroupRole, in group: GroupID, from participant: ParticipantID) throws {
    try session.execute(
      """
      delete from est.participant_role where municipality = \(municipality) and participant_id = \(participant)
        and group_id = \(group) and role = \(role)
      """)
  }

  public func roles(of participant: ParticipantID) throws -> [RoleInGroup] {
    try session.rows(
      """
      select group_id, role, ends_at from est.held_role
      where municipality = \(municipality) and participant_id = \(participant) order by group_id, role
      """
    ) { RoleInGroup(group: try $0.get("group_id"), role: try $0.get("role"), end: try $0.get("ends_at")) }
  }

  /// Makes the participant's login, or gives the one that is there another password, of which only a verifier is sent.
  public func giveLogin(_ login: String, password: String) throws {
    let verifier = try session.verifier(of: password, for: login)
    try session.execute("select est.make_login(\(municipality), \(login), \(verifier))")
  }

  /// Ends what the login has open, and the login, where there is one.
  public func takeLogin(_ login: String) throws {
    try session.execute("select est.drop_login(\(municipality), \(login))")
  }
}
