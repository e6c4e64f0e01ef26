import EST
import Foundation
import Postgres
import StateMachine

/// What was seen on a walk, and what came of it.
public struct WalkPoint: Sendable, Hashable {
  public enum Answer: Sendable, Hashable {
    case action(ActionID)
    case cannotBeDone(because: String)
  }

  public let number: Int
  public let text: String
  public let answer: Answer?
  /// What became of it within the year.
  public let outcome: String?
}

/// A safety walk with where it is.
public struct SafetyWalk: Sendable {
  public let id: SafetyWalkID
  /// For people: the year and a running number, such as `2026-1`.
  public let number: String
  public let group: GroupID
  public let area: AreaID
  public let day: LocalDate
  public let people: Int
  public let points: [WalkPoint]
  public let state: State
  public let revision: Int
}

/// The safety walks of one municipality.
public struct WalkStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Writes a walk; its birth in the log belongs to the same transaction.
  public func add(
    _ id: SafetyWalkID, number: String, group: GroupID, area: AreaID, day: LocalDate, people: Int
  ) throws {
    try session.execute(
      """
      insert into est.safety_walk (municipality, id, number, group_id, area_id, day, people)
      values (\(municipality), \(id), \(number), \(group), \(area), \(day), \(people))
      """)
  }

  /// Adds a point at the end of the walk's; said again under the same id it stays one.
  public func addPoint(_ id: UUID, _ text: String, to walk: SafetyWalkID) throws {
    try session.execute(
      """
      insert into est.walk_point (municipality, walk_id, number, id, text)
      select \(municipality), \(walk), coalesce(max(p.number), 0) + 1, \(id), \(text)
      from est.walk_point p where p.municipality = \(municipality) and p.walk_id = \(walk)
      on conflict (municipality, id) do nothing
      """)
  }

  public func answer(_ point: Int, of walk: SafetyWalkID, _ answer: WalkPoint.Answer) throws {
    var action: ActionID?
    var reason: String?
    switch answer {
    case .action(let id): action = id
    case .cannotBeDone(let because): reason = because
    }
    try session.change(
      """
      update est.walk_point set action_id = \(action), cannot_because = \(reason)
      where municipality = \(municipality) and walk_id = \(walk) and number = \(point)
      """)
  }

  public func setOutcome(_ outcome: String, of point: Int, of walk: SafetyWalkID) throws {
    try session.change(
      """
      update est.walk_point set outcome = \(outcome)
      where municipality = \(municipality) and walk_id = \(walk) and number = \(point)
      """)
  }

  private var columns: SQL {
    """
    select w.id, w.number, w.group_id, w.area_id, w.day, w.people, i.state, i.revision
    from est.safety_walk w join est.instance i on (i.municipality, i.id) = (w.municipality, w.id)
    where w.municipality = \(municipality)
    """
  }

  private func read(_ row: Row) throws -> SafetyWalk {
    let id: SafetyWalkID = try row.get("id")
    return SafetyWalk(
      id: id, number: try row.get("number"), group: try row.get("group_id"), area: try row.get("area_id"),
      day: try row.get("day"), people: try row.get("people"), points: try points(of: id),
      state: try row.get("state"), revision: try row.get("revision"))
  }

  private func points(of walk: SafetyWalkID) throws -> [WalkPoint] {
    try session.rows(
      """
      select number, text, action_id, cannot_because, outcome from est.walk_point
      where municipality = \(municipality) and walk_id = \(walk) order by number
      """
    ) {
      let action: ActionID? = try $0.get("action_id")
      let reason: String? = try $0.get("cannot_because")
      return WalkPoint(
        number: try $0.get("number"), text: try $0.get("text"),
        answer: action.map { .action($0) } ?? reason.map { .cannotBeDone(because: $0) },
        outcome: try $0.get("outcome"))
    }
  }

  public func find(_ id: SafetyWalkID) throws -> SafetyWalk? {
    try session.first("\(columns) and w.id = \(id)", read)
  }

  /// The walk of an id, or of a number for people.
  public func find(named name: String) throws -> SafetyWalk? {
    if let id = SafetyWalkID(name) { return try find(id) }
    return try session.first("\(columns) and w.number = \(bareNumber(name))", read)
  }

  public func all(of group: GroupID) throws -> [SafetyWalk] {
    try session.rows("\(columns) and w.group_id = \(group) order by w.day, w.id", read)
  }
}
