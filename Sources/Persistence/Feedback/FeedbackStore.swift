import EST
import Postgres
import StateMachine

/// What became of an organisation's reports.
public struct FeedbackStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The areas that an organisation has reported from to a group since an instant, with what became of them.
  public func places(of organisation: OrganisationID, in group: GroupID, since: Instant) throws
    -> [PlaceFeedback]
  {
    let own: SQL = """
      select n.id, n.area_id, n.place, n.review, n.review_reason from est.incident n
      where n.municipality = \(municipality) and n.group_id = \(group) and n.organisation_id = \(organisation)
        and n.received_at >= \(since) and n.review <> 'withdrawn'
      """
    let rejections = Dictionary(
      grouping: try session.rows(
        """
        select n.area_id, k.number, k.reference, n.review_reason from (\(own)) n
        join est.incident_key k on k.municipality = \(municipality) and k.id = n.id
        where n.review = 'rejected' order by n.id
        """
      ) {
        (
          area: try $0.get("area_id", as: AreaID?.self),
          value: PlaceFeedback.Rejection(
            number: try $0.get("number"), reference: try $0.get("reference"),
            reason: try $0.get("review_reason"))
        )
      }, by: \.area)
    let problems = Dictionary(grouping: try problems(own: own, group: group, since: since), by: \.area)
    return try session.rows(
      """
      select n.area_id, a.name,
        coalesce(array_agg(distinct n.place) filter (where n.place is not null), '{}') as places,
        count(*) filter (where n.review = 'received') as waiting,
        count(*) filter (where n.review = 'accepted') as accepted
      from (\(own)) n left join est.area a on a.municipality = \(municipality) and a.id = n.area_id
      group by n.area_id, a.name order by a.name collate "sv-x-icu" nulls last
      """
    ) {
      let area: AreaID? = try $0.get("area_id")
      return PlaceFeedback(
        areaName: try $0.get("name"), places: try $0.get("places"), waiting: try $0.get("waiting"),
        accepted: try $0.get("accepted"), rejections: (rejections[area] ?? []).map(\.value),
        problems: (problems[area] ?? []).map(\.problem))
    }
  }

  /// The problems that stand on the organisation's reports, and those of its areas that are open or moved lately.
  private func problems(
    own: SQL, group: GroupID, since: Instant
  ) throws -> [(area: AreaID?, problem: ProblemFeedback)] {
    let found = try session.rows(
      """
      select distinct n.area_id, p.id, p.number, p.title, i.state
      from (\(own)) n
      join est.problem p on p.municipality = \(municipality) and p.group_id = \(group)
      join est.instance i on (i.municipality, i.id) = (p.municipality, p.id)
      where exists (select from est.problem_incident l
          where (l.municipality, l.problem_id, l.incident_id) = (p.municipality, p.id, n.id))
        or p.area_id = n.area_id and (i.state not in ('resolved', 'dismissed')
          or exists (select from est.transition_log t
            where (t.municipality, t.instance_id) = (p.municipality, p.id) and t.at >= \(since)))
      order by p.id
      """
    ) {
      (
        area: try $0.get("area_id", as: AreaID?.self), id: try $0.get("id", as: ProblemID.self),
        number: try $0.get("number", as: String.self), title: try $0.get("title", as: String.self),
        state: try $0.get("state", as: State.self)
      )
    }
    let actions = Dictionary(
      grouping: try session.rows(
        """
        select a.problem_id, a.number, a.title, i.state, a.due, a.colour
        from est.action a join est.instance i on (i.municipality, i.id) = (a.municipality, a.id)
        where a.municipality = \(municipality) and a.problem_id = any(\(Array(Set(found.map(\.id))))::uuid[])
          and i.state in ('decided', 'underway', 'done', 'evaluated')
        order by a.id
        """
      ) {
        (
          problem: try $0.get("problem_id", as: ProblemID.self),
          value: ActionFeedback(
            number: try $0.get("number"), title: try $0.get("title"), state: try $0.get("state"),
            due: try $0.get("due"), colour: try $0.get("colour"))
        )
      }, by: \.problem)
    return found.map {
      (
        $0.area,
        ProblemFeedback(
          number: $0.number, title: $0.title, state: $0.state, actions: (actions[$0.id] ?? []).map(\.value))
      )
    }
  }
}
