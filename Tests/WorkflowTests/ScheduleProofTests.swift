import EST
import Foundation
import Postgres
import TestSupport
import Testing

/// Ten years of every municipality's meetings, planned as a worker plans them, against what PostgreSQL makes of the same
/// settings by itself.
@Suite struct ScheduleProofTests {
  private static let weeks = 520
  private static let first = ISOWeek(year: 2026, week: 1)!

  /// Public holidays that fall on weekdays or weekends, from the almanac: facts, and no computation.
  private static let holidays = """
    2026-01-01 2026-01-06 2026-04-03 2026-04-05 2026-04-06 2026-05-01 2026-05-14 2026-05-24 2026-06-06 2026-06-20 2026-10-31
    2027-01-01 2027-01-06 2027-03-26 2027-03-28 2027-03-29 2027-05-01 2027-05-06 2027-05-16 2027-06-06 2027-06-26 2027-11-06
    2028-01-01 2028-01-06 2028-04-14 2028-04-16 2028-04-17 2028-05-01 2028-05-25 2028-06-04 2028-06-06 2028-06-24 2028-11-04
    2029-01-01 2029-01-06 2029-03-30 2029-04-01 2029-04-02 2029-05-01 2029-05-10 2029-05-20 2029-06-06 2029-06-23 2029-11-03
    2030-01-01 2030-01-06 2030-04-19 2030-04-21 2030-04-22 2030-05-01 2030-05-30 2030-06-09 2030-06-06 2030-06-22 2030-11-02
    2031-01-01 2031-01-06 2031-04-11 2031-04-13 2031-04-14 2031-05-01 2031-05-22 2031-06-01 2031-06-06 2031-06-21 2031-11-01
    2032-01-01 2032-01-06 2032-03-26 2032-03-28 2032-03-29 2032-05-01 2032-05-06 2032-05-16 2032-06-06 2032-06-26 2032-11-06
    2033-01-01 2033-01-06 2033-04-15 2033-04-17 2033-04-18 2033-05-01 2033-05-26 2033-06-05 2033-06-06 2033-06-25 2033-11-05
    2034-01-01 2034-01-06 2034-04-07 2034-04-09 2034-04-10 2034-05-01 2034-05-18 2034-05-28 2034-06-06 2034-06-24 2034-11-04
    2035-01-01 2035-01-06 2035-03-23 2035-03-25 2035-03-26 2035-05-01 2035-05-03 2035-05-13 2035-06-06 2035-06-23 2035-11-03
    2036-01-01 2036-01-06
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
    + (2026...2035).flatMap { ["\($0)-12-25", "\($0)-12-26"] }

  /// What one municipality has chosen: every weekday, also the hour that comes never or twice, also days off of its own.
  private struct Town: Sendable {
    let code: Int
    let settings: GroupSettings

    init(_ code: Int) {
      self.code = code
      var settings = GroupSettings.standard
      let nightly = code % 10 == 0
      settings.meeting = .init(
        nightly ? .sunday : Weekday(rawValue: code % 7 + 1)!,
        nightly ? LocalTime(hour: 2, minute: 30)! : LocalTime(hour: 7 + code % 11, minute: code % 4 * 15)!)
      settings.deadline = .init(.monday, LocalTime(hour: code % 24, minute: 0)!)
      if code % 3 == 0 {
        for year in 2026...2036 {
          settings.daysOff.formUnion(
            ["06-19", "12-23", "12-24", "12-31"].map { LocalDate("\(year)-\($0)")! })
        }
      }
      self.settings = settings
    }
  }

  private struct Meeting: Hashable, Sendable {
    let town: Int
    let label: String
    let instant: Instant
  }

  private static let towns = Seed.full ? 290 : 29

  @Test func `each week of ten years has its meeting, once, where PostgreSQL has it`() async throws {
    let towns = (0..<Self.towns).map { Town($0 * 290 / Self.towns) }
    let planned = await withTaskGroup(of: [Meeting].self) { tasks in
      for town in towns { tasks.addTask { Self.meetings(of: town) } }
      return await tasks.reduce(into: [Meeting]()) { $0 += $1 }
    }
    let expected = try await TestDatabase.empty { database in
      try await database.transaction { session in try Self.expected(of: towns, session) }
    }
    let missing = Set(expected).subtracting(planned)
    let double = planned.count - Set(planned.map { "\($0.town) \($0.label)" }).count
    let others = Set(planned).subtracting(expected)
    let years = Set(expected.map { $0.label.prefix(4) })
    let long = Set(expected.map(\.label).filter { $0.hasSuffix("W53") })
    let changes = Self.clockChanges(from: planned.map(\.instant).min()!, to: planned.map(\.instant).max()!)
    print(
      """
      \(towns.count) municipalities × \(Self.weeks) weeks = \(planned.count) meetings, \(missing.count) missing, \
      \(double) double, \(others.count) at another time; \(years.count) years, weeks 53: \
      \(long.sorted().joined(separator: ", ")), \(changes) clock changes; moved: \(Self.moved(towns))
      """)
    #expect(planned.count == towns.count * Self.weeks && expected.count == planned.count)
    #expect(missing.isEmpty, "\(missing.prefix(3))")
    #expect(others.isEmpty && double == 0, "\(others.prefix(3))")
    #expect(changes == 20 && long == ["2026-W53", "2032-W53"])
  }

  /// As a worker plans them: a round every fourth week, from what stands.
  private static func meetings(of town: Town) -> [Meeting] {
    let zone = ZoneRules.stockholm
    var random = SeededGenerator(state: UInt64(town.code))
    var standing: [StandingPeriod] = []
    var found: [Meeting] = []
    let last = first.start + 7 * weeks
    var day = first.start
    while found.count < weeks {
      let now = zone.planned(LocalDateTime(day, LocalTime(hour: 12, minute: 0)!))
      for index in standing.indices where standing[index].times.opens <= now {
        standing[index].isPlanned = false
      }
      // What is over is none of the planner's business.
      if let open = standing.lastIndex(where: { !$0.isPlanned }) { standing.removeSubrange(..<open) }
      let plan = Planner(town.settings, zone: zone, now: now).plan(standing)
      precondition(plan.withdrawals.isEmpty)
      for birth in plan.births
      where birth.timetable.period.firstDay >= first.start && birth.timetable.period.firstDay < last {
        found.append(
          Meeting(town: town.code, label: birth.timetable.period.label, instant: birth.times.meeting))
      }
      standing += plan.births.map {
        StandingPeriod(
          id: CycleID(at: now, using: &random), period: $0.timetable.period, isPlanned: true,
          settings: $0.settings, times: $0.times)
      }
      day = day + 28
    }
    return found
  }

  /// The same by PostgreSQL: its own weeks, its own zone data, one query. A time on the wall is the first instant at which
  /// the wall shows it or has jumped over it.
  private static func expected(of towns: [Town], _ session: Session) throws -> [Meeting] {
    try session.rows(
      """
      with town as (
        select * from unnest(\(towns.map { Int32($0.code) }), \(towns.map { Int32($0.settings.meeting.weekday.rawValue) }),
          \(towns.map { $0.settings.meeting.time.description })::time[], \(towns.map { !$0.settings.daysOff.isEmpty }))
          as t(code, weekday, at, has_days_off)
      ), holiday as (
        select day::date from unnest(\(holidays)) as h(day)
      ), day_off as (
        select make_date(y, m, d) as day from generate_series(2026, 2036) y,
          (values (6, 19), (12, 23), (12, 24), (12, 31)) as v(m, d)
      ), regular as (
        select t.*, monday::date as monday, monday::date + 7 + weekday - 1 as day
        from town t, generate_series(date '2025-12-29', date '2025-12-29' + 7 * \(Int32(weeks - 1)), interval '7 days') monday
      ), wall as (
        select code, monday, case
          when day in (select day from holiday) or has_days_off and day in (select day from day_off)
          then (select min(d)::date from generate_series(day::timestamp, day + 30, interval '1 day') s(d)
            where extract(isodow from d) < 6 and d::date not in (select day from holiday)
              and not (has_days_off and d::date in (select day from day_off)))
          else day end + at as wall
        from regular
      )
      select code, to_char(monday, 'IYYY-"W"IW') as label, case
        when wall::time >= '02:00' and wall::time < '03:00'
        then (select min(i) from generate_series(wall at time zone 'UTC' - interval '3 hours',
          wall at time zone 'UTC' + interval '1 hour', interval '15 minutes') i
          where i at time zone 'Europe/Stockholm' >= wall)
        else wall at time zone 'Europe/Stockholm' end as instant
      from wall
      """
    ) {
      Meeting(
        town: Int(try $0.get("code", as: Int32.self)), label: try $0.get("label"),
        instant: try $0.get("instant"))
    }
  }

  private static func clockChanges(from first: Instant, to last: Instant) -> Int {
    let zone = ZoneRules.stockholm
    let days = stride(from: first.seconds, through: last.seconds, by: 86_400).map {
      zone.offset(at: Instant(seconds: $0))
    }
    return zip(days, days.dropFirst()).count { $0 != $1 }
  }

  /// How many meetings each rule moved.
  private static func moved(_ towns: [Town]) -> String {
    var counts: [MoveRule: Int] = [:]
    for town in towns {
      for week in 0..<weeks {
        let period = Period.week(first.advanced(by: week))
        for move in Timetable(period, town.settings, zone: .stockholm).moves {
          counts[move.rule, default: 0] += 1
        }
      }
    }
    return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
      .joined(separator: ", ")
  }
}
