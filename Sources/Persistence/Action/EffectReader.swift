import EST
import Postgres

/// Reads what the effect of an action is judged by: counted reports of its group, by index.
///
/// Only accepted reports that are open or shared are counted, as in the situation picture.
public struct EffectReader {
  let session: Session
  let municipality: MunicipalityCode
  let group: GroupID

  public init(_ session: Session, _ municipality: MunicipalityCode, group: GroupID) {
    self.session = session
    self.municipality = municipality
    self.group = group
  }

  private func reports(in areas: [AreaID], from: Instant, to: Instant) -> SQL {
    """
    from est.incident i
    where i.municipality = \(municipality) and i.group_id = \(group) and i.class in ('open', 'shared')
      and i.occurred_from >= \(from) and i.occurred_from < \(to) and i.review = 'accepted'
      and i.area_id = any(\(areas)::uuid[]) and split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
    """
  }

  /// Reports by area and week.
  ///
  /// - Parameters:
  ///   - categories: a main category holds its subtypes; none means all.
  ///   - starts: when each week starts, the oldest first, and at the end when the last one ends.
  /// - Returns: for each area that has any, as many counts as there are weeks.
  public func weekly(in areas: [AreaID], of categories: [CategoryCode], starts: [Instant]) throws
    -> [AreaID: [Int]]
  {
    guard let first = starts.first, let end = starts.last, starts.count > 1 else { return [:] }
    let names = categories.map(\.description)
    let rows = try session.rows(
      """
      select i.area_id, width_bucket(i.occurred_from, \(starts)::timestamptz[]) as week, count(*) as reports
      \(reports(in: areas, from: first, to: end))
        and (cardinality(\(names)::text[]) = 0 or i.category = any(\(names)::text[])
          or split_part(i.category, '/', 1) = any(\(names)::text[]))
      group by 1, 2
      """
    ) {
      (
        area: try $0.get("area_id", as: AreaID.self), week: Int(try $0.get("week", as: Int32.self)),
        reports: Int(try $0.get("reports", as: Int64.self))
      )
    }
    var found: [AreaID: [Int]] = [:]
    for row in rows {
      found[row.area, default: Array(repeating: 0, count: starts.count - 1)][row.week - 1] = row.reports
    }
    return found
  }

  /// How many reports of any kind each organisation made of the areas in each of two spans, by name.
  public func reporters(
    in areas: [AreaID], before: (from: Instant, to: Instant), after: (from: Instant, to: Instant)
  ) throws -> [(organisation: String, before: Int, after: Int)] {
    func counted(_ span: (from: Instant, to: Instant), _ column: SQL) -> SQL {
      """
      select i.organisation_id, count(*) filter (where \(column)) as before,
        count(*) filter (where not \(column)) as after
      \(reports(in: areas, from: span.from, to: span.to)) group by 1
      """
    }
    return try session.rows(
      """
      select o.name, sum(r.before)::bigint as before, sum(r.after)::bigint as after
      from (\(counted(before, "true")) union all \(counted(after, "false"))) r
      join est.organisation o on (o.municipality, o.id) = (\(municipality), r.organisation_id)
      group by o.name order by o.name collate "sv-x-icu"
      """
    ) {
      (
        organisation: try $0.get("name"), before: Int(try $0.get("before", as: Int64.self)),
        after: Int(try $0.get("after", as: Int64.self))
      )
    }
  }

  /// Numbers of the group's other actions that were at work in one of the areas in a span: by their own plan's target,
  /// or by the area of their problem.
  public func otherActions(than action: ActionID, in areas: [AreaID], from: Instant, to: Instant) throws
    -> [String]
  {
    try session.rows(
      """
      select a.number
      from est.action a
      left join est.problem p on (p.municipality, p.id) = (a.municipality, a.problem_id)
      cross join lateral (
        select min(l.at) filter (where l.event = 'start') as started,
          max(l.at) filter (where l.event in ('finish', 'cancel')) as ended
        from est.transition_log l where (l.municipality, l.instance_id) = (a.municipality, a.id)) w
      where a.municipality = \(municipality) and a.group_id = \(group) and a.id <> \(action)
        and w.started < \(to) and coalesce(w.ended, w.started) >= \(from)
        and (p.area_id = any(\(areas)::uuid[]) or exists (
          select from est.effect_plan_area x
          where (x.municipality, x.action_id) = (a.municipality, a.id) and x.place = 'target'
            and x.area_id = any(\(areas)::uuid[])))
      order by w.started, a.number
      """
    ) { try $0.get("number", as: String.self) }
  }
}
