import EST
import Postgres

extension CycleStore {
  /// What the planner needs to know of a group: every period that is planned, the last one before them and those after.
  public func standing(of group: GroupID) throws -> [StandingPeriod] {
    try session.rows(
      """
      \(columns) and c.group_id = \(group) and c.withdrawn is null and c.end_day >= coalesce(
        (select min(p.first_day) from est.instance i join est.cycle p on (p.municipality, p.id) = (i.municipality, i.id)
          where i.municipality = \(municipality) and i.group_id = \(group) and i.machine = 'cycle'
            and i.state = 'planned'),
        (select max(l.end_day) from est.cycle l
          where l.municipality = \(municipality) and l.group_id = \(group) and l.withdrawn is null))
      order by c.first_day
      """
    ) { row in
      let cycle = try Self.read(row)
      return StandingPeriod(
        id: cycle.id, period: cycle.period, isPlanned: cycle.state == "planned", settings: cycle.settings,
        times: cycle.times, movedTo: cycle.movedTo)
    }
  }

  /// Has others who would plan the group, or change its settings, wait until the transaction ends.
  public func lockPlan(of group: GroupID) throws {
    try session.execute(
      "select from est.est_group where municipality = \(municipality) and id = \(group) for no key update")
  }

  /// Writes a cycle and that it is expected; its birth in the log belongs to the same transaction.
  public func add(_ id: CycleID, group: GroupID, _ birth: Plan.Birth) throws {
    let (timetable, times) = (birth.timetable, birth.times)
    let period = timetable.period
    try session.execute(
      """
      insert into est.occurrence (municipality, group_id, period, label, first_day, end_day, expected, zone, cycle_id)
      values (\(municipality), \(group), \(period.kind), \(period.label), \(period.firstDay), \(period.endDay),
        \(timetable.expected), \(birth.settings.zone), \(id))
      on conflict (municipality, group_id, period, label) do update set first_day = excluded.first_day,
        end_day = excluded.end_day, zone = excluded.zone, cycle_id = excluded.cycle_id, outcome = 'open',
        revision = null, state = null
      """)
    try session.execute(
      """
      insert into est.cycle (municipality, id, group_id, period, label, first_day, end_day, opens_at, reminders,
        deadline, picture_at, meeting_at, moved_from, settings, moved_to)
      values (\(municipality), \(id), \(group), \(period.kind), \(period.label), \(period.firstDay),
        \(period.endDay), \(times.opens), \(times.reminders), \(times.deadline), \(times.picture),
        \(times.meeting), \(timetable.movedFrom), \(try StoredSettings.json(birth.settings)), \(birth.movedTo))
      """)
  }

  /// That planned periods stand as they are under the group's settings of now.
  public func confirm(_ cycles: [CycleID], under settings: GroupSettings) throws {
    try session.change(
      rows: cycles.count,
      """
      update est.cycle set settings = \(try StoredSettings.json(settings))
      where municipality = \(municipality) and id = any(\(cycles))
      """)
  }
}
