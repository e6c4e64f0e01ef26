import EST
import Foundation
import Postgres
import StateMachine

/// The problems of one municipality.
public struct ProblemStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Writes a problem; its birth in the log belongs to the same transaction.
  public func add(
    _ id: ProblemID, number: String, group: GroupID, _ fields: ProblemFields, origin: ProblemOrigin,
    cycle: CycleID?
  ) throws {
    try session.execute(
      """
      insert into est.problem (municipality, id, number, group_id, title, statement, category, area_id, origin,
        cycle_id, criteria, follow_up)
      values (\(municipality), \(id), \(number), \(group), \(fields.title), \(fields.statement),
        \(fields.category), \(fields.area), \(origin), \(cycle), \(try Self.json(fields.criteria)),
        \(fields.followUp))
      """)
  }

  public func update(_ id: ProblemID, _ fields: ProblemFields) throws {
    try session.change(
      """
      update est.problem set title = \(fields.title), statement = \(fields.statement),
        category = \(fields.category), area_id = \(fields.area), criteria = \(try Self.json(fields.criteria)),
        follow_up = \(fields.followUp)
      where municipality = \(municipality) and id = \(id)
      """)
  }

  /// What came of it, with the transition that resolves it.
  public func addOutcome(_ outcome: ProblemOutcome, of id: ProblemID, revision: Int) throws {
    try session.execute(
      """
      insert into est.problem_outcome (municipality, problem_id, revision, result, lesson)
      values (\(municipality), \(id), \(revision), \(outcome.result), \(outcome.lesson))
      """)
  }

  var columns: SQL {
    """
    select p.id, p.number, p.group_id, p.title, p.statement, p.category, p.area_id, a.name as area_name, p.origin,
      p.cycle_id, c.label as cycle_label, p.criteria, p.follow_up, o.result, o.lesson, i.state, i.revision
    from est.problem p
    join est.instance i on (i.municipality, i.id) = (p.municipality, p.id)
    left join est.area a on (a.municipality, a.id) = (p.municipality, p.area_id)
    left join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
    left join lateral (select u.result, u.lesson from est.problem_outcome u
      where (u.municipality, u.problem_id) = (p.municipality, p.id) order by u.revision desc limit 1) o on true
    where p.municipality = \(municipality)
    """
  }

  static func read(_ row: Row) throws -> Problem {
    var fields = ProblemFields(
      title: try row.get("title"), statement: try row.get("statement"), category: try row.get("category"),
      area: try row.get("area_id"))
    fields.criteria = try criteria(try row.get("criteria"))
    fields.followUp = try row.get("follow_up")
    let result: String? = try row.get("result")
    let lesson: String? = try row.get("lesson")
    return Problem(
      id: try row.get("id"), number: try row.get("number"), group: try row.get("group_id"), fields: fields,
      areaName: try row.get("area_name"), origin: try row.get("origin"), cycle: try row.get("cycle_id"),
      cycleLabel: try row.get("cycle_label"),
      outcome: result.flatMap { result in lesson.map { ProblemOutcome(result: result, lesson: $0) } },
      state: try row.get("state"), revision: try row.get("revision"))
  }

  public func find(_ id: ProblemID) throws -> Problem? {
    try session.first("\(columns) and p.id = \(id)", Self.read)
  }

  /// The problem of an id, or of a number for people: `2026-3`, `P 2026-3`.
  public func find(named name: String) throws -> Problem? {
    if let id = ProblemID(name) { return try find(id) }
    return try session.first("\(columns) and p.number = \(bareNumber(name))", Self.read)
  }

  /// The problems of a group, newest first.
  /// - Parameter states: empty for all.
  public func list(of group: GroupID, in states: [State] = []) throws -> [Problem] {
    var query: SQL = "\(columns) and p.group_id = \(group)"
    if !states.isEmpty { query += " and i.state = any(\(states)::text[])" }
    return try session.rows("\(query) order by p.id desc", Self.read)
  }

  private static func json(_ criteria: [Criterion: Int]) throws -> JSONText {
    let scores = Dictionary(uniqueKeysWithValues: criteria.map { ($0.key.rawValue, $0.value) })
    return JSONText(String(decoding: try JSONEncoder().encode(scores), as: UTF8.self))
  }

  private static func criteria(_ json: JSONText) throws -> [Criterion: Int] {
    let scores = try JSONDecoder().decode([String: Int].self, from: Data(json.text.utf8))
    return Dictionary(
      uniqueKeysWithValues: scores.compactMap { name, score in Criterion(rawValue: name).map { ($0, score) } }
    )
  }
}

/// A number for people without the letter that tells what it is a number of.
func bareNumber(_ name: String) -> String {
  String(name.drop { $0.isLetter || $0.isWhitespace })
}
