import EST
import Postgres
import StateMachine

/// A statutory picture with where it is.
public struct StatutoryPicture: Sendable {
  /// The action plan that goes with it, or why none is needed.
  public enum Plan: Sendable, Hashable {
    case decided(String)
    case notNeeded(because: String)
  }

  public let id: StatutoryPictureID
  /// For people: the year and a running number, such as `2026-1`.
  public let number: String
  public let group: GroupID
  /// The day by which two years have passed since the one before.
  public let deadline: LocalDate
  public let plan: Plan?
  public let adoptedOn: LocalDate?
  public let state: State
  public let revision: Int
}

/// Who answers for the municipality's statutory picture.
public struct StatutoryDuty: Sendable, Hashable {
  public let group: GroupID
  /// When the municipality last had one before EST.
  public let lastAdopted: LocalDate

  public init(group: GroupID, lastAdopted: LocalDate) {
    self.group = group
    self.lastAdopted = lastAdopted
  }
}

/// The statutory pictures of one municipality.
public struct StatutoryStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The groups with the duty of a picture that none is scheduled for, of all municipalities.
  public static func groupsToSchedule(_ session: Session) throws
    -> [(municipality: MunicipalityCode, group: GroupID)]
  {
    try session.rows(
      """
      select d.municipality, d.group_id from est.statutory_duty d
      where not exists (select from est.statutory_picture p
        where p.municipality = d.municipality and p.adopted_on is null)
      order by d.municipality
      """
    ) { (try $0.get("municipality"), try $0.get("group_id")) }
  }

  public func setDuty(_ duty: StatutoryDuty) throws {
    try session.execute(
      """
      insert into est.statutory_duty (municipality, group_id, last_adopted)
      values (\(municipality), \(duty.group), \(duty.lastAdopted))
      on conflict (municipality) do update
        set group_id = excluded.group_id, last_adopted = excluded.last_adopted
      """)
  }

  public func duty() throws -> StatutoryDuty? {
    try session.first(
      "select group_id, last_adopted from est.statutory_duty where municipality = \(municipality)"
    ) {
      StatutoryDuty(group: try $0.get("group_id"), lastAdopted: try $0.get("last_adopted"))
    }
  }

  /// Writes a picture to come; its birth in the log belongs to the same transaction.
  public func add(_ id: StatutoryPictureID, number: String, group: GroupID, deadline: LocalDate) throws {
    try session.execute(
      """
      insert into est.statutory_picture (municipality, id, number, group_id, deadline)
      values (\(municipality), \(id), \(number), \(group), \(deadline))
      """)
  }

  public func adopt(_ id: StatutoryPictureID, _ plan: StatutoryPicture.Plan, on day: LocalDate) throws {
    var decided: String?
    var reason: String?
    switch plan {
    case .decided(let name): decided = name
    case .notNeeded(let because): reason = because
    }
    try session.change(
      """
      update est.statutory_picture set action_plan = \(decided), no_plan_because = \(reason), adopted_on = \(day)
      where municipality = \(municipality) and id = \(id)
      """)
  }

  private var columns: SQL {
    """
    select s.id, s.number, s.group_id, s.deadline, s.action_plan, s.no_plan_because, s.adopted_on, i.state, i.revision
    from est.statutory_picture s join est.instance i on (i.municipality, i.id) = (s.municipality, s.id)
    where s.municipality = \(municipality)
    """
  }

  private static func read(_ row: Row) throws -> StatutoryPicture {
    let plan: String? = try row.get("action_plan")
    let reason: String? = try row.get("no_plan_because")
    return StatutoryPicture(
      id: try row.get("id"), number: try row.get("number"), group: try row.get("group_id"),
      deadline: try row.get("deadline"),
      plan: plan.map { .decided($0) } ?? reason.map { .notNeeded(because: $0) },
      adoptedOn: try row.get("adopted_on"), state: try row.get("state"), revision: try row.get("revision"))
  }

  public func find(_ id: StatutoryPictureID) throws -> StatutoryPicture? {
    try session.first("\(columns) and s.id = \(id)", Self.read)
  }

  /// The picture of an id, or of a number for people.
  public func find(named name: String) throws -> StatutoryPicture? {
    if let id = StatutoryPictureID(name) { return try find(id) }
    return try session.first("\(columns) and s.number = \(bareNumber(name))", Self.read)
  }

  /// The municipality's, the next one last.
  public func all() throws -> [StatutoryPicture] {
    try session.rows("\(columns) order by s.deadline, s.id", Self.read)
  }
}
