import EST
import Postgres
import Schema
import StateMachine
import TestSupport
import Testing

@testable import Persistence

/// What was planned before there was an account has its lines in it afterwards.
@Suite struct OccurrenceMigrationTests {
  @Test func periodsOfBeforeAreAccountedFor() async throws {
    let setup = SchemaSetup()
    let before = SchemaSetup(migrations: setup.migrations.filter { $0.number <= 6 }, machines: [])
    try await TestDatabase.empty(postgis: true) { database in
      try await before.run(database, trial: true)
      try await database.transaction { session in try session.script(Self.world) }
      try await setup.run(database)
      try await database.transaction { session in
        let code = MunicipalityCode("2480")!
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
        let versions = try session.rows("select machine_version from est.instance where state = 'planned'") {
          Int(try $0.get("machine_version", as: Int32.self))
        }
        #expect(versions == [CycleMachine.definition.version, CycleMachine.definition.version])
        // What stands is what the settings give, but for what somebody moved: nothing is planned anew.
        let now = Instant(rfc3339: "2026-01-08T10:00:00+01:00")!
        let plan = Planner(group.settings, zone: .stockholm, now: now).plan(standing)
        #expect(plan.withdrawals.isEmpty && plan.births.first?.timetable.period.label == "2026-W04")
      }
    }
  }

  /// Under the first version of the machine, three weeks: one skipped whose meeting had moved off a holiday, one
  /// planned, one moved by the coordinator.
  private static let world = """
    insert into est.municipality (municipality, name) values ('2480', 'Umeå');
    insert into est.est_group (municipality, id, name, period, anchor, monthly_ordinal, deadline, meeting, picture_lead,
      reminders, zone)
    values ('2480', '00000000-0000-7000-8000-000000000001', 'Centrum', 'weekly', '2026-W01', 2, 'monday 12:00',
      'tuesday 09:00', 120, '{180}', 'Europe/Stockholm');
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
    """
}
