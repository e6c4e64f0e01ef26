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

  /// What has become of a group's actions since an instant, oldest first; what timers said is left out.
  public func happenedSince(_ since: Instant, in group: GroupID) throws -> [ActionEvent] {
    try session.rows(
      """
      select a.number, a.title, o.name as owner, l.event, l.at,
        case when l.event = 'evaluate' then a.colour end as colour
      from est.action a
      join est.transition_log l on (l.municipality, l.instance_id) = (a.municipality, a.id)
      left join est.organisation o on (o.municipality, o.id) = (a.municipality, a.owner_organisation)
      where a.municipality = \(municipality) and a.group_id = \(group) and l.at >= \(since)
        and l.event not in ('due', 'overdue', 'followUp')
      order by l.at, l.written_at
      """
    ) {
      ActionEvent(
        number: try $0.get("number"), title: try $0.get("title"), ownerOrganisation: try $0.get("owner"),
        event: try $0.get("event"), at: try $0.get("at"), colour: try $0.get("colour"))
    }
  }

  /// Actions of a group that something has happened to since an instant, and those that are not settled, by number.
  public func touched(since: Instant, in group: GroupID) throws -> [Action] {
    try session.rows(
      """
      \(columns) and a.group_id = \(group) and (i.state not in ('evaluated', 'cancelled') or exists (
        select from est.transition_log l
        where (l.municipality, l.instance_id) = (a.municipality, a.id) and l.at >= \(since)))
      order by a.id
      """, Self.read)
  }
}
