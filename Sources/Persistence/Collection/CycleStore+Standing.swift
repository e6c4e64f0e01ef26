import EST
import Postgres

/// A cycle with what its guards ask about.
public struct StandingCycle: Sendable {
  public let cycle: Cycle
  /// The meeting of the period after, where that is planned.
  public let nextMeeting: Instant?
  public let pictureVersions: Int
  public let adoptedVersion: Int?
  public let priorities: Int
  public let decisions: Int
}

extension CycleStore {
  /// How several cycles stand, in one question.
  public func standing(_ ids: [CycleID]) throws -> [CycleID: StandingCycle] {
    let found = try session.rows(
      """
      select c.id, c.group_id, c.period, c.first_day, c.end_day, c.opens_at, c.reminders, c.deadline, c.picture_at,
        c.meeting_at, c.moved_from, i.state, i.revision,
        (select n.meeting_at from est.cycle n
          where (n.municipality, n.group_id, n.first_day) = (c.municipality, c.group_id, c.end_day)) as next_meeting,
        (select count(*) from est.picture v
          where (v.municipality, v.cycle_id) = (c.municipality, c.id)) as versions,
        (select v.version from est.picture v
          where (v.municipality, v.cycle_id) = (c.municipality, c.id) and v.adopted_at is not null) as adopted,
        (select count(*) from est.priority p
          where (p.municipality, p.cycle_id) = (c.municipality, c.id)) as priorities,
        (select count(*) from est.decision d
          where (d.municipality, d.cycle_id) = (c.municipality, c.id)) as decisions
      from unnest(\(ids)::uuid[]) wanted(id)
      join est.cycle c on (c.municipality, c.id) = (\(municipality), wanted.id)
      join est.instance i on (i.municipality, i.id) = (c.municipality, c.id)
      """
    ) {
      StandingCycle(
        cycle: try CycleStore.read($0), nextMeeting: try $0.get("next_meeting"),
        pictureVersions: Int(try $0.get("versions", as: Int64.self)), adoptedVersion: try $0.get("adopted"),
        priorities: Int(try $0.get("priorities", as: Int64.self)),
        decisions: Int(try $0.get("decisions", as: Int64.self)))
    }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.cycle.id, $0) })
  }
}

extension CycleStore {
  /// The groups of which fewer periods than `periodsAhead` stand before them: a count of a few rows each.
  public static func groupsToPlan(_ session: Session, periodsAhead: Int) throws
    -> [(municipality: MunicipalityCode, group: GroupID)]
  {
    try session.rows(
      """
      select g.municipality, g.id from est.est_group g
      where (select count(*) from est.cycle c where (c.municipality, c.group_id) = (g.municipality, g.id)
          and c.first_day >= (est.clock() at time zone 'UTC')::date and c.opens_at > est.clock()) < \(periodsAhead)
      order by g.municipality, g.id
      """
    ) { (try $0.get("municipality"), try $0.get("id")) }
  }
}
