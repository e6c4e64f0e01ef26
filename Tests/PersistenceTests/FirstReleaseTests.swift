import EST
import Foundation
import Postgres
import Schema
import TestSupport
import Testing

@testable import Persistence
@testable import StateMachine

/// A database of the first release, with a period planned, is brought up to this program.
@Suite struct FirstReleaseTests {
  /// The machines as they were released first.
  private static let machines = [CycleMachine.definition.shape, ProblemMachine.definition.shape].map {
    shape in
    MachineShape(
      name: shape.name, version: 1, moves: shape.moves.filter { $0.event != "withdraw" },
      timerEvents: shape.timerEvents, restingStates: shape.restingStates)
  }

  private static let content = """
    insert into est.municipality values ('2480', 'Umeå', 'sample');
    insert into est.est_group values ('2480', gen_random_uuid(), 'Centrum', 'weekly', '2026-W01', 1, 'monday 12:00',
      'tuesday 09:00', 120, '{}', 'Europe/Stockholm', '{}');
    insert into est.participant (municipality, id, login, function)
    values ('2480', gen_random_uuid(), '2480_worker', 'worker');
    insert into est.participant_role select '2480', p.id, g.id, 'worker' from est.participant p, est.est_group g;
    insert into est.cycle (municipality, id, group_id, period, label, first_day, end_day, opens_at, reminders, deadline,
      picture_at, meeting_at)
    select '2480', gen_random_uuid(), id, 'weekly', '2026-W47', '2026-11-16', '2026-11-23', '2026-11-15T23:00Z', '{}',
      '2026-11-23T11:00Z', '2026-11-24T06:00Z', '2026-11-24T08:00Z' from est.est_group;
    insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id, from_state,
      event, to_state, actor, actor_role, at, key)
    select '2480', c.id, 1, 'cycle', 1, c.group_id, '-', 'plan', 'planned', p.id, 'worker', now(), gen_random_uuid()
    from est.cycle c, est.participant p;
    insert into est.timer select '2480', id, 'open', opens_at from est.cycle;
    """

  @Test func whatRunsGoesOnUnderTheNewMachines() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      let release = SchemaSetup(migrations: Migration.all.filter { $0.number <= 6 }, machines: Self.machines)
      try await release.run(database, trial: true)
      try await database.transaction { session in try session.script(Self.content) }
      try await SchemaSetup().run(database)
      let lines = try await database.session { session in
        try SchemaSetup().check(session)
        return try session.rows(
          "select event || ' ' || to_state || ' ' || machine_version as l from est.transition_log order by revision"
        ) { try $0.get("l", as: String.self) }
      }
      let version = CycleMachine.definition.version
      #expect(lines == ["plan planned 1", "upgrade planned \(version)"])
      let state = try await database.session { session in
        try session.one(
          """
          select i.state || ' ' || i.machine_version || ' ' || i.revision || ' ' || count(t)
          from est.instance i left join est.timer t on (t.municipality, t.instance_id) = (i.municipality, i.id)
          group by i.state, i.machine_version, i.revision
          """, as: String.self)
      }
      #expect(state == "planned \(version) 2 1", "its timer stands")
      let isIntact = try await database.transaction { session in
        try LogStore(session, MunicipalityCode("2480")!).verify().isIntact
      }
      #expect(isIntact)
    }
  }
}
