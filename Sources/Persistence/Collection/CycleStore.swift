import EST
import Postgres
import StateMachine

/// A cycle with where it is.
public struct Cycle: Sendable {
  public let id: CycleID
  public let group: GroupID
  public let period: Period
  public let times: CycleTimes
  /// The day off that its meeting moved away from.
  public let movedFrom: LocalDate?
  public let state: State
  public let revision: Int
  /// The group's settings that gave it its times.
  public let settings: GroupSettings
  /// The time on the wall that somebody moved its meeting to.
  public let movedTo: LocalDateTime?
}

/// What one unit has said in one period.
public struct UnitStatus: Sendable, Hashable {
  public enum Status: String, Sendable, StoredAsText { case reported, nothing, missing }

  public let unit: ReportingUnit
  public let organisationName: String
  public let status: Status
  /// Reports that count for the period's coverage and that everyone in the group may know of: neither a total nor that
  /// a unit has answered is to tell of what is authority-only.
  public let reports: Int
  public let lateReports: Int
}

/// The periods of a municipality's groups.
public struct CycleStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  var columns: SQL {
    """
    select c.id, c.group_id, c.period, c.first_day, c.end_day, c.opens_at, c.reminders, c.deadline, c.picture_at,
      c.meeting_at, c.moved_from, i.state, i.revision, c.settings, \(wallText("c.moved_to")) as moved_to
    from est.cycle c join est.instance i on (i.municipality, i.id) = (c.municipality, c.id)
    where c.municipality = \(municipality)
    """
  }
  /// Those that are not withdrawn.
  private var living: SQL { "\(columns) and c.withdrawn is null" }

  static func read(_ row: Row) throws -> Cycle {
    Cycle(
      id: try row.get("id"), group: try row.get("group_id"),
      period: Period(
        kind: try row.get("period"), firstDay: try row.get("first_day"), endDay: try row.get("end_day")),
      times: CycleTimes(
        opens: try row.get("opens_at"), reminders: try row.get("reminders"),
        deadline: try row.get("deadline"),
        picture: try row.get("picture_at"), meeting: try row.get("meeting_at")),
      movedFrom: try row.get("moved_from"), state: try row.get("state"), revision: try row.get("revision"),
      settings: try StoredSettings.read(try row.get("settings")), movedTo: try row.get("moved_to"))
  }

  public func find(_ id: CycleID) throws -> Cycle? {
    try session.first("\(columns) and c.id = \(id)", Self.read)
  }

  /// The one of a label such as `2026-W47`; one that was withdrawn is no longer there.
  public func find(labelled label: String, of group: GroupID) throws -> Cycle? {
    try session.first("\(living) and c.group_id = \(group) and c.label = \(label)", Self.read)
  }

  /// The one in which a local day lies.
  public func find(containing day: LocalDate, of group: GroupID) throws -> Cycle? {
    try session.first(
      """
      \(living) and c.group_id = \(group) and c.first_day <= \(day) and c.end_day > \(day)
      order by c.first_day desc limit 1
      """, Self.read)
  }

  /// The cycles of a group, oldest first.
  public func all(of group: GroupID) throws -> [Cycle] {
    try session.rows("\(living) and c.group_id = \(group) order by c.first_day", Self.read)
  }

  /// Those that are open for reports, the one with the nearest deadline first.
  public func collecting(_ group: GroupID) throws -> [Cycle] {
    try session.rows(
      "\(columns) and c.group_id = \(group) and i.state = 'collecting' order by c.deadline", Self.read)
  }

  /// The cycle before in time, whatever became of it.
  public func previous(to cycle: Cycle) throws -> Cycle? {
    try session.first(
      """
      \(living) and c.group_id = \(cycle.group) and c.first_day < \(cycle.period.firstDay)
      order by c.first_day desc limit 1
      """, Self.read)
  }

  /// When the meeting after this cycle's is held, as far as that is planned.
  public func nextMeeting(after cycle: Cycle) throws -> Instant? {
    try session.first(
      """
      select meeting_at from est.cycle
      where municipality = \(municipality) and group_id = \(cycle.group) and withdrawn is null
        and first_day >= \(cycle.period.endDay)
      order by first_day limit 1
      """
    ) { try $0.get("meeting_at") }
  }

  public func setTimes(_ times: CycleTimes, of id: CycleID) throws {
    try session.change(
      """
      update est.cycle set reminders = \(times.reminders), deadline = \(times.deadline),
        picture_at = \(times.picture), meeting_at = \(times.meeting)
      where municipality = \(municipality) and id = \(id)
      """)
  }

  /// That a unit has nothing to report; saying it again changes nothing.
  public func sayNothing(_ unit: UnitID, in cycle: CycleID, by participant: ParticipantID, at now: Instant)
    throws
  {
    try session.execute(
      """
      insert into est.nothing_to_report (municipality, cycle_id, unit_id, at, said_by)
      values (\(municipality), \(cycle), \(unit), \(now), \(participant)) on conflict do nothing
      """)
  }

  /// What every expected unit of the cycle's group has said so far, by organisation and name.
  public func statuses(of cycle: Cycle) throws -> [UnitStatus] {
    try session.rows(
      """
      select u.id, u.organisation_id, u.name, o.name as organisation, coalesce(r.reports, 0)::integer as reports,
        coalesce(r.late, 0)::integer as late,
        exists (select from est.nothing_to_report n where n.municipality = u.municipality
          and n.cycle_id = \(cycle.id) and n.unit_id = u.id) as nothing
      from est.unit u
      join est.organisation o on (o.municipality, o.id) = (u.municipality, u.organisation_id)
      left join (select i.unit_id, count(*) filter (where not i.late) as reports,
          count(*) filter (where i.late) as late
        from est.incident i
        where i.municipality = \(municipality) and i.cycle_id = \(cycle.id) and i.review <> 'withdrawn'
          and i.class <> 'authority-only'
        group by i.unit_id) r on r.unit_id = u.id
      where u.municipality = \(municipality) and u.group_id = \(cycle.group) and u.expected
      order by o.name collate "sv-x-icu", u.name collate "sv-x-icu"
      """
    ) {
      let reports: Int32 = try $0.get("reports")
      let nothing: Bool = try $0.get("nothing")
      return UnitStatus(
        unit: ReportingUnit(
          id: try $0.get("id"), organisation: try $0.get("organisation_id"), group: cycle.group,
          name: try $0.get("name"), isExpected: true),
        organisationName: try $0.get("organisation"),
        status: reports > 0 ? .reported : nothing ? .nothing : .missing, reports: Int(reports),
        lateReports: Int(try $0.get("late", as: Int32.self)))
    }
  }

  /// Writes down what the units had said when collection closed.
  public func fixCoverage(_ statuses: [UnitStatus], of cycle: CycleID, at now: Instant) throws {
    try session.later("delete from est.coverage where municipality = \(municipality) and cycle_id = \(cycle)")
    try session.later(
      """
      insert into est.coverage (municipality, cycle_id, unit_id, status, reports, fixed_at)
      select \(municipality), \(cycle), s.unit_id, s.status, s.reports, \(now)
      from unnest(\(statuses.map(\.unit.id))::uuid[], \(statuses.map(\.status))::text[],
        \(statuses.map(\.reports))::integer[]) s(unit_id, status, reports)
      """)
  }

  /// How many units answered in a period, with reports or that there was nothing; `nil` where its coverage was never
  /// fixed.
  public func answeredUnits(_ period: Period, of group: GroupID) throws -> Int? {
    try session.first(
      """
      select count(*) filter (where v.status <> 'missing') as answered
      from est.cycle c join est.coverage v on (v.municipality, v.cycle_id) = (c.municipality, c.id)
      where c.municipality = \(municipality) and c.group_id = \(group) and c.label = \(period.label)
        and c.withdrawn is null
      having count(*) > 0
      """
    ) { Int(try $0.get("answered", as: Int64.self)) }
  }
}
