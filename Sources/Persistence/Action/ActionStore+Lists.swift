import EST
import Postgres

extension ActionStore {
  /// What a group has decided and not yet done, the nearest due date first.
  public func openActions(of group: GroupID, at now: Instant) throws -> [OpenAction] {
    try session.rows(
      """
      select a.number, a.title, p.number as problem_number, p.title as problem_title, o.name as owner,
        a.owner_function, a.due, i.state, coalesce(a.due < \(now), false) as overdue
      from est.action a
      join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
      left join est.problem p on (p.municipality, p.id) = (a.municipality, a.problem_id)
      left join est.organisation o on (o.municipality, o.id) = (a.municipality, a.owner_organisation)
      where a.municipality = \(municipality) and a.group_id = \(group) and i.state in ('decided', 'underway')
      order by a.due nulls last, a.id
      """
    ) {
      OpenAction(
        number: try $0.get("number"), title: try $0.get("title"), problemNumber: try $0.get("problem_number"),
        problemTitle: try $0.get("problem_title"), ownerOrganisation: try $0.get("owner"),
        ownerFunction: try $0.get("owner_function"), due: try $0.get("due"), state: try $0.get("state"),
        isOverdue: try $0.get("overdue"))
    }
  }

  /// What a group has judged since an instant, oldest first.
  public func evaluatedSince(_ group: GroupID, _ since: Instant) throws -> [EvaluatedAction] {
    try session.rows(
      """
      select a.number, a.title, a.colour, a.result, a.lesson, l.at
      from est.action a join est.transition_log l on (l.municipality, l.instance_id) = (a.municipality, a.id)
      where a.municipality = \(municipality) and a.group_id = \(group) and l.to_state = 'evaluated'
        and l.at >= \(since)
      order by l.at, a.id
      """
    ) {
      EvaluatedAction(
        number: try $0.get("number"), title: try $0.get("title"), colour: try $0.get("colour"),
        result: try $0.get("result"), lesson: try $0.get("lesson"), at: try $0.get("at"))
    }
  }
}
