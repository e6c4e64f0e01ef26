import EST
import Postgres
import StateMachine

/// Which actions are asked for. "What has been tried here, and did it work?" is a text, an area or a category.
public struct ActionFilter: Sendable {
  /// `nil` for every group of the municipality.
  public var groups: [GroupID]?
  public var problem: ProblemID?
  /// The meeting that decided them.
  public var cycle: CycleID?
  /// Empty for all.
  public var states: [State] = []
  public var ownerOrganisation: OrganisationID?
  public var ownerFunction: String?
  /// Stands in the title, the goal, the result or the lesson, whatever its case.
  public var text: String?
  /// Of its problem.
  public var area: AreaID?
  /// Of its problem; a category without a sub-type stands for all of its sub-types.
  public var category: CategoryCode?
  public var limit: Int

  public init(limit: Int = 200) { self.limit = limit }

  /// Written to follow a `where`, over `est.action a`, `est.instance i` and `est.problem p`.
  var condition: SQL {
    var sql: SQL = ""
    if let groups { sql += " and a.group_id = any(\(groups)::uuid[])" }
    if let problem { sql += " and a.problem_id = \(problem)" }
    if let cycle { sql += " and a.cycle_id = \(cycle)" }
    if !states.isEmpty { sql += " and i.state = any(\(states)::text[])" }
    if let ownerOrganisation { sql += " and a.owner_organisation = \(ownerOrganisation)" }
    if let ownerFunction { sql += " and a.owner_function = \(ownerFunction)" }
    if let text {
      let pattern = ActionFilter.pattern(containing: text)
      sql += " and concat_ws(E'\\n', a.title, a.goal, a.result, a.lesson) ilike \(pattern)"
    }
    if let area { sql += " and p.area_id = \(area)" }
    if let category {
      sql += " and (p.category = \(category) or split_part(p.category, '/', 1) = \(category))"
    }
    return sql
  }

  /// The text taken literally: `%` and `_` mean themselves.
  private static func pattern(containing text: String) -> String {
    var pattern = "%"
    for character in text {
      if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern + "%"
  }
}
