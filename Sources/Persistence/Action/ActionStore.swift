import EST
import Postgres
import StateMachine

/// An action, locked together with its problem, whose guards ask about it: always the problem first, so that two who
/// meet wait and do not stand in each other's way. What is asked before each event, and no more.
public struct LockedAction {
  public let id: ActionID
  public let number: String
  public let group: GroupID
  public let kind: ActionKind
  public let problem: ProblemID?
  public let fields: ActionFields
  /// How many causes it names.
  public let causes: Int
  public let held: [Instance]
}

/// The actions of one municipality.
public struct ActionStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Writes an action; its birth in the log belongs to the same transaction.
  public func add(
    _ id: ActionID, number: String, group: GroupID, kind: ActionKind, problem: ProblemID?,
    _ fields: ActionFields
  ) throws {
    try session.execute(
      """
      insert into est.action (municipality, id, number, group_id, kind, problem_id, \(Self.fields))
      values (\(municipality), \(id), \(number), \(group), \(kind), \(problem), \(Self.values(fields)))
      """)
  }

  public func update(_ id: ActionID, _ fields: ActionFields) throws {
    try session.change(
      """
      update est.action set (\(Self.fields)) = row(\(Self.values(fields)))
      where municipality = \(municipality) and id = \(id)
      """)
  }

  private static let fields: SQL = """
    title, cycle_id, goal, owner_organisation, owner_function, due, approach, term, ordinary_work, cost_hours,
      cost_kronor, breaks_version, breaks_step, baseline, no_baseline, expected_effect, follow_up, production, process,
      colour, result, lesson, effect
    """

  /// In the order of `fields`.
  private static func values(_ fields: ActionFields) -> SQL {
    """
    \(fields.title), \(fields.cycle), \(fields.goal), \(fields.ownerOrganisation), \(fields.ownerFunction),
      \(fields.due), \(fields.approach), \(fields.term), \(fields.isOrdinaryWork), \(fields.costHours),
      \(fields.costKronor), \(fields.breaks?.version), \(fields.breaks?.step), \(fields.baseline),
      \(fields.noBaselineBecause), \(fields.expectedEffect), \(fields.followUp), \(fields.production),
      \(fields.process), \(fields.colour), \(fields.result), \(fields.lesson), \(fields.effect)
    """
  }

  /// Names the causes that it is to remove, by their numbers in a version of its problem's analysis.
  public func setCauses(_ causes: [Int], ofVersion version: Int, problem: ProblemID, of id: ActionID) throws {
    try session.execute(
      "delete from est.action_cause where municipality = \(municipality) and action_id = \(id)")
    try session.execute(
      """
      insert into est.action_cause (municipality, action_id, problem_id, version, cause)
      select \(municipality), \(id), \(problem), \(version), c from unnest(\(causes)::integer[]) c
      """)
  }

  /// The action's own row.
  private static let ownColumns: SQL = """
    a.id, a.number, a.group_id, a.kind, a.problem_id, a.title, a.cycle_id, a.goal, a.owner_organisation,
      a.owner_function, a.due, a.approach, a.term, a.ordinary_work, a.cost_hours, a.cost_kronor, a.breaks_version,
      a.breaks_step, a.baseline, a.no_baseline, a.expected_effect, a.follow_up, a.production, a.process, a.colour,
      a.result, a.lesson, a.effect
    """

  var columns: SQL {
    """
    select \(Self.ownColumns), p.number as problem_number, p.title as problem_title, o.name as owner_name,
      i.state, i.revision, n.versions, n.numbers, n.texts
    from est.action a
    join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
    left join est.problem p on (p.municipality, p.id) = (a.municipality, a.problem_id)
    left join est.organisation o on (o.municipality, o.id) = (a.municipality, a.owner_organisation)
    cross join lateral (
      select coalesce(array_agg(c.version order by c.version, c.cause), '{}') as versions,
        coalesce(array_agg(c.cause order by c.version, c.cause), '{}') as numbers,
        coalesce(array_agg(s.text order by c.version, c.cause), '{}') as texts
      from est.action_cause c
      join est.cause s on (s.municipality, s.problem_id, s.version, s.number)
        = (c.municipality, c.problem_id, c.version, c.cause)
      where (c.municipality, c.action_id) = (a.municipality, a.id)) n
    where a.municipality = \(municipality)
    """
  }

  static func read(_ row: Row) throws -> Action {
    let versions: [Int32] = try row.get("versions")
    let numbers: [Int32] = try row.get("numbers")
    let texts: [String] = try row.get("texts")
    return Action(
      id: try row.get("id"), number: try row.get("number"), group: try row.get("group_id"),
      kind: try row.get("kind"), problem: try row.get("problem_id"),
      problemNumber: try row.get("problem_number"), problemTitle: try row.get("problem_title"),
      ownerName: try row.get("owner_name"), fields: try fields(row),
      causes: zip(zip(versions, numbers), texts).map {
        NamedCause(version: Int($0.0.0), number: Int($0.0.1), text: $0.1)
      },
      state: try row.get("state"), revision: try row.get("revision"))
  }

  private static func fields(_ row: Row) throws -> ActionFields {
    var fields = ActionFields(title: try row.get("title"))
    fields.cycle = try row.get("cycle_id")
    fields.goal = try row.get("goal")
    fields.ownerOrganisation = try row.get("owner_organisation")
    fields.ownerFunction = try row.get("owner_function")
    fields.due = try row.get("due")
    fields.approach = try row.get("approach")
    fields.term = try row.get("term")
    fields.isOrdinaryWork = try row.get("ordinary_work")
    fields.costHours = try row.get("cost_hours")
    fields.costKronor = try row.get("cost_kronor")
    let version: Int? = try row.get("breaks_version")
    let step: Int? = try row.get("breaks_step")
    fields.breaks = version.flatMap { version in step.map { ChainStepReference(version: version, step: $0) } }
    fields.baseline = try row.get("baseline")
    fields.noBaselineBecause = try row.get("no_baseline")
    fields.expectedEffect = try row.get("expected_effect")
    fields.followUp = try row.get("follow_up")
    fields.production = try row.get("production")
    fields.process = try row.get("process")
    fields.colour = try row.get("colour")
    fields.result = try row.get("result")
    fields.lesson = try row.get("lesson")
    fields.effect = try row.get("effect")
    return fields
  }

  public func find(_ id: ActionID) throws -> Action? {
    try session.first("\(columns) and a.id = \(id)", Self.read)
  }

  public func locked(_ id: ActionID) throws -> LockedAction? {
    try Self.read(try session.pipeline(lock(id))[...])
  }

  /// The statements that lock an action and then read it, whose answers `read` takes.
  public func lock(_ id: ActionID) -> [SQL] {
    let instances: SQL = """
      select i.id, i.machine, i.machine_version, i.group_id, i.state, i.revision
      from est.action a
      cross join lateral (values (1, a.problem_id), (2, a.id)) o(turn, id)
      join est.instance i on (i.municipality, i.id) = (a.municipality, o.id)
      where a.municipality = \(municipality) and a.id = \(id) order by o.turn for no key update of i
      """
    let action: SQL = """
      select \(Self.ownColumns), (select count(*) from est.action_cause c
          where (c.municipality, c.action_id) = (a.municipality, a.id))::integer as causes
      from est.action a where a.municipality = \(municipality) and a.id = \(id)
      """
    return [instances, action]
  }

  public static func read(_ answers: ArraySlice<Rows>) throws -> LockedAction? {
    guard let held = answers.first, let row = answers.last?.first else { return nil }
    return LockedAction(
      id: try row.get("id"), number: try row.get("number"), group: try row.get("group_id"),
      kind: try row.get("kind"), problem: try row.get("problem_id"), fields: try fields(row),
      causes: try row.get("causes"), held: try held.map(InstanceStore.read))
  }

  public func list(_ ids: [ActionID]) throws -> [ActionID: Action] {
    let found = try session.rows("\(columns) and a.id = any(\(ids)::uuid[])", Self.read)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
  }

  /// The action of an id, or of a number for people: `2026-7`, `Å 2026-7`.
  public func find(named name: String) throws -> Action? {
    if let id = ActionID(name) { return try find(id) }
    return try session.first("\(columns) and a.number = \(bareNumber(name))", Self.read)
  }

  /// The actions that `filter` asks for, newest first.
  public func list(_ filter: ActionFilter) throws -> [Action] {
    try session.rows("\(columns) \(filter.condition) order by a.id desc limit \(filter.limit)", Self.read)
  }
}
