import EST
import Postgres

/// What a group thinks of an area for a period, from 0 to 3 each.
public struct AreaScore: Sendable, Hashable {
  public let area: AreaID
  public let need: Int
  public let influence: Int
  public let reason: String?

  public init(area: AreaID, need: Int, influence: Int, reason: String?) {
    self.area = area
    self.need = need
    self.influence = influence
    self.reason = reason
  }
}

/// The scores of a group's areas; each stands, and the newest holds.
public struct AreaScoreStore {
  let session: Session
  let municipality: MunicipalityCode
  let group: GroupID

  public init(_ session: Session, _ municipality: MunicipalityCode, group: GroupID) {
    self.session = session
    self.municipality = municipality
    self.group = group
  }

  public func add(_ score: AreaScore, period: CalendarPeriod, by participant: ParticipantID, at now: Instant)
    throws
  {
    try session.execute(
      """
      insert into est.area_score (municipality, group_id, period, area_id, number, need, influence, reason, scored_at,
        scored_by)
      select \(municipality), \(group), \(period.description), \(score.area), coalesce(max(number), 0) + 1,
        \(score.need), \(score.influence), \(score.reason), \(now), \(participant)
      from est.area_score
      where municipality = \(municipality) and group_id = \(group) and period = \(period.description)
        and area_id = \(score.area)
      """)
  }

  public func current(_ period: CalendarPeriod) throws -> [AreaScore] {
    try session.rows(
      """
      select distinct on (area_id) area_id, need, influence, reason from est.area_score
      where municipality = \(municipality) and group_id = \(group) and period = \(period.description)
      order by area_id, number desc
      """
    ) {
      AreaScore(
        area: try $0.get("area_id"), need: Int(try $0.get("need", as: Int32.self)),
        influence: Int(try $0.get("influence", as: Int32.self)), reason: try $0.get("reason"))
    }
  }
}
