import EST
import Foundation
import Persistence
import Postgres
import Testing

@testable import Workflow

/// The account of what is expected, as PostgreSQL keeps it.
@Suite struct OccurrenceTests {
  private static let monday = instant("2026-11-16T08:00:00+01:00")

  @Test func `every period has its row, and its end is the log's`() async throws {
    try await World.run { world in
      let planned = try await world.account()
      #expect(planned.map(\.period.label).first == "2026-W46", "the week before could still be reported")
      #expect(planned.allSatisfy { $0.outcome == .open && $0.cycle != nil && $0.moves.isEmpty })
      let week = try #require(planned.first { $0.period.label == "2026-W47" })
      #expect(week.expected == LocalDateTime("2026-11-24T09:00") && week.zone == "Europe/Stockholm")
      #expect(week.actual == instant("2026-11-24T09:00:00+01:00") && week.state == "pictured")

      try await world.speak { desk in
        _ = try desk.say("skip", to: try desk.week("2026-W48"), because: "julbord")
      }
      try await world.speak(at: instant("2026-11-24T09:05:00+01:00")) { desk in
        _ = try desk.startMeeting(try desk.week())
        _ = try desk.adopt(in: try desk.week())
        _ = try desk.conclude(try desk.week(), because: "lugn vecka")
      }
      let after = try await world.account()
      let held = try #require(after.first { $0.period.label == "2026-W47" })
      #expect(held.outcome == .fired && held.actual == instant("2026-11-24T09:05:00+01:00"))
      #expect(held.by == "2480_samordnare" && held.reason == "lugn vecka")
      let skipped = try #require(after.first { $0.period.label == "2026-W48" })
      #expect(skipped.outcome == .skipped && skipped.actual == nil)
      #expect(skipped.by == "2480_samordnare" && skipped.reason == "julbord")
    }
  }

  @Test func `a moved meeting that is held tells both`() async throws {
    try await World.run { world in
      let thursday = instant("2026-11-26T13:00:00+01:00")
      try await world.speak { desk in
        _ = try desk.moveMeeting(try desk.week(), to: thursday, because: "lokalen upptagen")
      }
      try await world.speak(at: thursday) { desk in
        _ = try desk.adoptWithoutMeeting(in: try desk.week(), because: "per telefon")
      }
      let week = try #require(try await world.account().first { $0.period.label == "2026-W47" })
      #expect(week.outcome == .fired && week.actual == thursday && week.reason == "per telefon")
      let move = try #require(week.moves.first)
      #expect(
        move.move
          == MeetingMove(
            .coordinator, from: LocalDateTime("2026-11-24T09:00")!, to: LocalDateTime("2026-11-26T13:00")!))
      #expect(move.by == "2480_samordnare" && move.reason == "lokalen upptagen")
    }
  }

  /// The period before may be held until the next meeting, whenever that is now.
  @Test func `a later next meeting gives the period before more time`() async throws {
    try await World.run { world in
      try await world.speak { desk in
        let next = try desk.week("2026-W48")
        _ = try desk.moveMeeting(next, to: instant("2026-12-03T09:00:00+01:00"), because: "studiedag")
      }
      let due = try await world.speak { desk in
        try desk.instances.timers(of: try desk.week().id.uuid).first { $0.event == "miss" }?.due
      }
      #expect(due == instant("2026-12-03T09:00:00+01:00"))
      let late = try await world.speak(as: "worker", at: instant("2026-12-03T09:00:00+01:00")) { desk in
        try desk.say("miss", to: try desk.week()).state
      }
      #expect(late == "missed")
      let week = try #require(try await world.account().first { $0.period.label == "2026-W47" })
      #expect(week.outcome == .missed && week.reason == MissCause.notHeld.rawValue)
    }
  }

  @Test func `a worker that was away puts on record what nobody was there for`() async throws {
    try await World.run { world in
      let february = instant("2027-02-10T08:00:00+01:00")
      let unplanned = try await world.speak(at: february) { desk in
        try desk.account(of: try desk.group()).filter { $0.cycle == nil }
      }
      #expect(unplanned.map(\.period.label) == ["2027-W03", "2027-W04", "2027-W05"])
      #expect(unplanned.map(\.outcome) == [.missed, .missed, .open])
      try await world.speak(as: "worker", at: february) { desk in try desk.planAhead(try desk.group()) }
      let account = try await world.account()
      let away = account.filter { $0.outcome == .missed }
      #expect(!away.isEmpty && away.allSatisfy { $0.reason == MissCause.workerAway.rawValue })
      #expect(away.allSatisfy { $0.by == "2480_worker" })
      #expect(Set(account.map(\.period.label)).isSuperset(of: ["2026-W53", "2027-W01", "2027-W04"]))
      let timers = try await world.speak { desk in
        try away.map { try desk.instances.timers(of: $0.cycle!.uuid).count }
      }
      #expect(timers.allSatisfy { $0 == 0 }, "nothing stale is said of what is over")
    }
  }

  /// Over a change of the settings, a 53rd week, a day off, a gap, a fold, another zone and another kind of period.
  @Test func `a group lives through everything a calendar has`() async throws {
    try await World.run { world in
      try await world.set { $0.meeting = .init("sunday 02:30")! }
      var now = World.beforeMeeting
      // A worker's round a week for a year.
      for _ in 0..<52 {
        try await world.speak(as: "worker", at: now) { desk in try desk.planAhead(try desk.group()) }
        now = now.advanced(minutes: 7 * 24 * 60)
      }
      let year = try await world.account()
      #expect(Set(year.map(\.period.label)).count == year.count && year.count == 62)
      #expect(year.contains { $0.period.label == "2026-W53" })
      #expect(zip(year, year.dropFirst()).allSatisfy { $0.period.endDay == $1.period.firstDay })
      let gap = try #require(year.first { $0.expected == LocalDateTime("2027-03-28T02:30") })
      #expect(gap.moves.map(\.move.rule).contains(.holiday), "Easter Day is the day of the gap")
      let fold = try #require(year.first { $0.expected == LocalDateTime("2027-10-31T02:30") })
      #expect(fold.moves.map(\.move.rule) == [.fold])
      #expect(fold.actual == instant("2027-10-31T02:30:00+02:00"))
      let changed = try #require(year.first { $0.period.label == "2026-W49" })
      #expect(changed.moves.map(\.move.rule) == [.setting] && changed.outcome == .open)
      #expect(changed.expected == LocalDateTime("2026-12-08T09:00"))
      #expect(changed.actual == instant("2026-12-13T02:30:00+01:00"))

      // The gap itself, in a year whose Easter is another day.
      try await world.speak(as: "worker", at: instant("2028-02-20T08:00:00+01:00")) { desk in
        try desk.planAhead(try desk.group())
      }
      let later = try await world.account()
      let jumped = try #require(later.first { $0.expected == LocalDateTime("2028-03-26T02:30") })
      #expect(
        jumped.moves.map(\.move.rule) == [.gap] && jumped.actual == instant("2028-03-26T03:00:00+02:00"))

      try await world.set(at: instant("2028-02-21T07:00:00+01:00")) { $0.zone = "Europe/Helsinki" }
      try await world.set(at: instant("2028-02-21T08:00:00+01:00")) { $0.period = .monthly }
      let months = try await world.account()
      let lost = months.filter { $0.outcome == .moved }
      #expect(lost.count == 8 && lost.allSatisfy { $0.reason == "setting" && $0.period.kind == .weekly })
      let living = months.filter { $0.outcome != .moved }
      #expect(zip(living, living.dropFirst()).allSatisfy { $0.period.endDay == $1.period.firstDay })
      let first = try #require(living.first { $0.period.kind == .monthly })
      #expect(first.period.length == .long && first.period.firstDay == LocalDate("2028-02-28"))
      #expect(first.period.label == "2028-03")
    }
  }

  @Test func `a group whose days off stand in any order is planned once`() async throws {
    try await World.run { world in
      try await world.database.transaction { session in
        try session.execute(
          "update est.est_group set days_off = '{2027-05-14, 2026-12-28, 2027-05-14, 2026-11-30}'")
      }
      try await world.speak(as: "worker") { desk in try desk.planAhead(try desk.group()) }
      let left = try await world.database.transaction { session in
        try ClockStore(session).pretend(World.beforeMeeting)
        return try CycleStore.groupsToPlan(session, periodsAhead: Planner.periodsAhead).count
      }
      #expect(left == 0)
    }
  }

  /// As after an update of the zone data: what is stored no longer is what the rules give.
  @Test func `other zone data withdraws what is planned and plans it anew`() async throws {
    try await World.run { world in
      try await world.database.transaction { session in
        try session.execute(
          """
          update est.cycle set opens_at = opens_at + interval '1 hour', meeting_at = meeting_at + interval '1 hour'
          where label >= '2026-W50'
          """)
      }
      try await world.speak(as: "worker") { desk in try desk.planAhead(try desk.group()) }
      let account = try await world.account()
      let retimed = account.filter { $0.period.label >= "2026-W50" && $0.period.label <= "2027-W02" }
      #expect(retimed.count == 6)
      #expect(retimed.allSatisfy { $0.outcome == .open && $0.moves.map(\.move.rule) == [.zone] })
      #expect(retimed.allSatisfy { $0.actual == ZoneRules.stockholm.planned($0.expected) })
      let withdrawn = try await world.database.transaction { session in
        try session.one("select count(*) from est.instance where state = 'withdrawn'", as: Int.self)
      }
      #expect(withdrawn == retimed.count)
      let timers = try await world.database.transaction { session in
        try session.one(
          "select count(*) from est.timer t join est.instance i on i.id = t.instance_id where i.state = 'withdrawn'",
          as: Int.self)
      }
      #expect(timers == 0)
    }
  }

  @Test func `planners that race plan each period once`() async throws {
    try await World.run { world in
      try await world.set(plans: false) { $0.meeting = .init("friday 10:00")! }
      let later = World.beforeMeeting.advanced(minutes: 3 * 7 * 24 * 60)
      let counts = try await withThrowingTaskGroup(of: Int.self) { tasks in
        for _ in 0..<4 {
          tasks.addTask {
            try await world.speak(as: "worker", at: later) { desk in
              try desk.planAhead(try desk.group()).count
            }
          }
        }
        return try await tasks.reduce(into: []) { $0.append($1) }
      }
      let sorted = counts.sorted()
      #expect(sorted.dropLast().allSatisfy { $0 == 0 } && sorted.last! > 0, "\(counts)")
      let account = try await world.account()
      #expect(Set(account.map(\.period.label)).count == account.count)
      #expect(zip(account, account.dropFirst()).allSatisfy { $0.period.endDay == $1.period.firstDay })
    }
  }

  @Test(
    arguments: [
      ("delete from est.occurrence", "occurrence_stands"),
      ("truncate est.occurrence cascade", "occurrence_is_append_only"),
      ("update est.occurrence set expected = expected + interval '1 day'", "occurrence_stands"),
      ("update est.occurrence set outcome = 'fired'", "outcome_follows_from_state"),
      ("update est.occurrence set outcome = 'fired', state = 'concluded'", "outcome_has_its_transition"),
      (
        "update est.occurrence set outcome = 'fired', state = 'concluded', revision = 4",
        "outcome_is_that_of_the_log"
      ),
      (
        "update est.occurrence set outcome = 'missed', state = 'pictured', revision = 4 where label = '2026-W47'",
        "outcome_follows_from_state"
      ),
      ("update est.cycle set withdrawn = 1", "withdrawn_by_transition"),
      (
        """
        insert into est.cycle (municipality, id, group_id, period, label, first_day, end_day, opens_at, reminders,
          deadline, picture_at, meeting_at, settings)
        select municipality, gen_random_uuid(), group_id, period, label, first_day + 1, end_day, opens_at, reminders,
          deadline, picture_at, meeting_at, settings from est.cycle
        """, "one_living_cycle_for_each_period"
      ),
      (
        """
        insert into est.cycle (municipality, id, group_id, period, label, first_day, end_day, opens_at, reminders,
          deadline, picture_at, meeting_at, settings)
        select municipality, gen_random_uuid(), group_id, period, '2031-W01', first_day, end_day, opens_at, reminders,
          deadline, picture_at, meeting_at, settings from est.cycle where label = '2026-W47'
        """, "one_living_cycle_from_each_day"
      ),
    ])
  func `the account is nobody's to write`(statement: String, rule: String) async throws {
    try await World.run { world in
      let violated = try await world.violated { session in try session.script(statement) }
      #expect(violated == rule)
    }
  }

  /// What ended stands, whatever comes after.
  @Test func `an outcome is never undone`() async throws {
    try await World.run { world in
      try await world.speak { desk in
        _ = try desk.say("skip", to: try desk.week("2026-W48"), because: "julbord")
      }
      let undone = try await world.violated { session in
        try session.script(
          "update est.occurrence set outcome = 'open', state = null, revision = null where outcome = 'skipped'"
        )
      }
      #expect(undone == "occurrence_stands")
    }
  }
}

extension World {
  fileprivate func account() async throws -> [Occurrence] {
    try await speak { desk in try desk.occurrences.all(of: try desk.group().id) }
  }

  /// Changes the group's settings, and has a worker's round follow.
  fileprivate func set(
    plans: Bool = true, at now: Instant = World.beforeMeeting,
    _ change: @escaping @Sendable (inout GroupChanges) -> Void
  ) async throws {
    try await speak(as: "administrator", at: now) { desk in
      var changes = GroupChanges()
      change(&changes)
      _ = try desk.setGroup(try desk.group(), newName: nil, changes)
    }
    guard plans else { return }
    try await speak(as: "worker", at: now) { desk in try desk.planAhead(try desk.group()) }
  }
}
