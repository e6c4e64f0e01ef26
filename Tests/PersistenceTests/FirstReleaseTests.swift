import EST
import Postgres
import Schema
import StateMachine
import TestSupport
import Testing

@testable import Persistence

/// A database of the first release, with periods planned, skipped and moved, is brought up to this program.
@Suite struct FirstReleaseTests {
  private static let code = MunicipalityCode("2480")!

  private func upgraded(_ body: @escaping @Sendable (Session) throws -> Void) async throws {
    let setup = SchemaSetup()
    let before = SchemaSetup(migrations: setup.migrations.filter { $0.number <= 6 }, machines: [])
    try await TestDatabase.empty(postgis: true) { database in
      try await before.run(database, trial: true)
      try await database.transaction { session in try session.script(Self.world) }
      try await setup.run(database)
      try await database.session { session in try setup.check(session) }
      try await database.transaction { session in try body(session) }
    }
  }

  @Test func whatRunsGoesOnUnderTheNewMachines() async throws {
    let version = CycleMachine.definition.version
    try await upgraded { session in
      let log = try session.rows(
        """
        select c.label || ' ' || string_agg(l.event || ' ' || l.to_state || ' ' || l.machine_version, ', '
          order by l.revision) as line
        from est.transition_log l join est.cycle c on c.id = l.instance_id group by c.label order by c.label
        """
      ) { try $0.get("line", as: String.self) }
      #expect(
        log == [
          "2026-W01 plan planned 1, skip skipped 1",
          "2026-W02 plan planned 1, upgrade planned \(version)",
          "2026-W03 plan planned 1, moveMeeting planned 1, upgrade planned \(version)",
        ])
      let instances = try session.rows(
        """
        select i.state || ' ' || i.machine_version || ' ' || i.revision || ' ' || count(t) as line
        from est.instance i left join est.timer t on (t.municipality, t.instance_id) = (i.municipality, i.id)
        group by i.id, i.state, i.machine_version, i.revision order by i.id
        """
      ) { try $0.get("line", as: String.self) }
      #expect(
        instances == ["skipped 1 2 0", "planned \(version) 2 1", "planned \(version) 3 1"], "timers stand")
      let isIntact = try LogStore(session, Self.code).verify().isIntact
      #expect(isIntact)
    }
  }

  @Test func periodsAreAccountedFor() async throws {
    try await upgraded { session in
      let code = Self.code
      let group = try #require(try MunicipalityStore(session).groups(of: code).first)
      let account = try OccurrenceStore(session, code).all(of: group.id)
      #expect(account.map(\.period.label) == ["2026-W01", "2026-W02", "2026-W03"])
      #expect(account.map(\.outcome) == [.skipped, .open, .open])
      #expect(
        account.map(\.expected.description) == ["2026-01-06T09:00", "2026-01-13T09:00", "2026-01-22T13:00"])
      #expect(account[0].reason == "trettonhelg" && account[0].by == "2480_samordnare")
      #expect(account[0].moves.map(\.move.rule) == [.holiday])
      let standing = try CycleStore(session, code).standing(of: group.id)
      #expect(
        standing.map(\.settings) == [group.settings, group.settings, group.settings].suffix(standing.count))
      #expect(standing.last?.movedTo == LocalDateTime("2026-01-22T13:00"))
      let daysOff = try session.rows("select distinct settings ->> 'daysOff' as days from est.cycle") {
        try $0.get("days", as: String.self)
      }
      #expect(daysOff == [#"["2025-12-24", "2026-05-15"]"#])
      // What stands is what the settings give, but for what somebody moved: nothing is planned anew.
      let now = Instant(rfc3339: "2026-01-08T10:00:00+01:00")!
      let plan = Planner(group.settings, zone: .stockholm, now: now).plan(standing)
      #expect(plan.withdrawals.isEmpty && plan.births.first?.timetable.period.label == "2026-W04")
    }
  }

  /// Under the first version of the machine, three weeks: one skipped whose meeting had moved off a holiday, one
  /// planned, one moved by the coordinator. Somebody has written the days off as they came to mind.
  private static let world = """
    insert into est.municipality (municipality, name) values ('2480', 'Umeå');
    insert into est.est_group (municipality, id, name, period, anchor, monthly_ordinal, deadline, meeting, picture_lead,
      reminders, zone, days_off)
    values ('2480', '00000000-0000-7000-8000-000000000001', 'Centrum', 'weekly', '2026-W01', 2, 'monday 12:00',
      'tuesday 09:00', 120, '{180}', 'Europe/Stockholm', '{2026-05-15, 2025-12-24, 2026-05-15}');
    insert into est.machine (machine, version) values ('cycle', 1);
    insert into est.machine_move (machine, version, from_state, event, to_state)
    values ('cycle', 1, '-', 'plan', 'planned'), ('cycle', 1, 'planned', 'skip', 'skipped'),
      ('cycle', 1, 'planned', 'moveMeeting', 'planned');
    insert into est.machine_move_role (machine, version, from_state, event, to_state, role)
    select machine, version, from_state, event, to_state, 'coordinator' from est.machine_move;
    insert into est.participant (municipality, id, login, function)
    values ('2480', '00000000-0000-7000-8000-000000000002', '2480_samordnare', 'samordnare'),
      ('2480', '00000000-0000-7000-8000-000000000003', '2480_worker', 'worker');
    insert into est.participant_role (municipality, participant_id, group_id, role)
    values ('2480', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'coordinator'),
      ('2480', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', 'worker');
    insert into est.cycle (municipality, id, group_id, period, label, first_day, end_day, opens_at, reminders, deadline,
      picture_at, meeting_at, moved_from)
    select '2480', ('00000000-0000-7000-8000-00000000001' || n)::uuid, '00000000-0000-7000-8000-000000000001', 'weekly',
      '2026-W0' || n, monday, monday + 7, monday::timestamp at time zone 'Europe/Stockholm',
      array[(monday + 7 + time '09:00') at time zone 'Europe/Stockholm'],
      (monday + 7 + time '12:00') at time zone 'Europe/Stockholm',
      (meeting - interval '2 hours') at time zone 'Europe/Stockholm', meeting at time zone 'Europe/Stockholm', moved_from
    from (values (1, date '2025-12-29', timestamp '2026-01-07 09:00', date '2026-01-06'),
      (2, '2026-01-05', '2026-01-13 09:00', null), (3, '2026-01-12', '2026-01-22 13:00', null))
      as weeks(n, monday, meeting, moved_from);
    insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id, from_state,
      event, to_state, actor, actor_role, at, reason, key)
    select '2480', ('00000000-0000-7000-8000-00000000001' || n)::uuid, revision, 'cycle', 1,
      '00000000-0000-7000-8000-000000000001', from_state, event, to_state, '00000000-0000-7000-8000-000000000002',
      'coordinator', '2025-12-20 12:00+01', reason, gen_random_uuid()
    from (values (1, 1, '-', 'plan', 'planned', null), (2, 1, '-', 'plan', 'planned', null),
      (3, 1, '-', 'plan', 'planned', null), (1, 2, 'planned', 'skip', 'skipped', 'trettonhelg'),
      (3, 2, 'planned', 'moveMeeting', 'planned', 'lokalen upptagen'))
      as said(n, revision, from_state, event, to_state, reason);
    insert into est.timer (municipality, instance_id, event, due)
    select municipality, id, 'open', opens_at from est.cycle where label > '2026-W01';
    """
}
