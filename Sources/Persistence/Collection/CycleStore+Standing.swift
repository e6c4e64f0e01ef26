import EST
import Postgres

/// A cycle with what its guards ask about.
public struct StandingCycle: Sendable {
  public let cycle: Cycle
  /// The meeting of the period after, where that is planned.
  public let nextMeeting: Instant?
  public let firstPictured: Instant?
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
      select s.*,
        (select n.meeting_at from est.cycle n
          where (n.municipality, n.group_id) = (\(municipality), s.group_id) and n.first_day >= s.end_day
            and n.withdrawn is null order by n.first_day limit 1) as next_meeting,
        v.versions, v.pictured, v.adopted,
        (select count(*) from est.priority p
          where (p.municipality, p.cycle_id) = (\(municipality), s.id)) as priorities,
        (select count(*) from est.decision d
          where (d.municipality, d.cycle_id) = (\(municipality), s.id)) as decisions
      from (\(columns) and c.id = any(\(ids)::uuid[])) s
      cross join lateral (
        select count(*) as versions, min(v.compiled_at) as pictured,
          max(v.version) filter (where v.adopted_at is not null) as adopted
        from est.picture v where (v.municipality, v.cycle_id) = (\(municipality), s.id)) v
      """
    ) {
      StandingCycle(
        cycle: try CycleStore.read($0), nextMeeting: try $0.get("next_meeting"),
        firstPictured: try $0.get("pictured"), pictureVersions: Int(try $0.get("versions", as: Int64.self)),
        adoptedVersion: try $0.get("adopted"),
        priorities: Int(try $0.get("priorities", as: Int64.self)),
        decisions: Int(try $0.get("decisions", as: Int64.self)))
    }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.cycle.id, $0) })
  }
}

extension CycleStore {
  /// The groups before which fewer periods than `periodsAhead` stand, or stand under settings that are no longer the
  /// group's, or which owe a statutory picture that nobody has scheduled: a look at a few rows each.
  public static func groupsToPlan(_ session: Session, periodsAhead: Int) throws
    -> [(municipality: MunicipalityCode, group: GroupID)]
  {
    try session.rows(
      """
      select g.municipality, g.id
      from est.present t cross join est.est_group g
      cross join lateral (
        select count(*) as ahead, (array_agg(c.settings order by c.first_day desc))[1] as settings
        from est.cycle c
        where (c.municipality, c.group_id) = (g.municipality, g.id) and c.withdrawn is null
          and c.first_day >= (t.at at time zone 'UTC')::date and c.opens_at > t.at) c
      where c.ahead < \(periodsAhead)
        or c.settings is distinct from jsonb_build_object('period', g.period, 'anchor', g.anchor, 'monthlyOrdinal',
          g.monthly_ordinal, 'deadline', g.deadline, 'meeting', g.meeting, 'pictureLead', g.picture_lead, 'reminders',
          to_jsonb(g.reminders), 'zone', g.zone, 'daysOff', to_jsonb(g.days_off))
        or exists (select from est.statutory_duty d where (d.municipality, d.group_id) = (g.municipality, g.id)
          and not exists (select from est.statutory_picture p
            where p.municipality = d.municipality and p.adopted_on is null))
      order by g.municipality, g.id
      """
    ) { (try $0.get("municipality"), try $0.get("id")) }
  }

  /// Every group, for what no question to the database can tell: whether the zone data have changed.
  public static func allGroups(_ session: Session) throws -> [(
    municipality: MunicipalityCode, group: GroupID
  )] {
    try session.rows("select municipality, id from est.est_group order by municipality, id") {
      (try $0.get("municipality"), try $0.get("id"))
    }
  }
}
