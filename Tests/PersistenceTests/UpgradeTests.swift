import EST
import Foundation
import Postgres
import Schema
import StateMachine
import TestSupport
import Testing

@testable import Persistence

/// A new version of a machine over running instances: they are taken along, or the setup refuses before it writes.
@Suite struct UpgradeTests {
  private typealias Machine = Definition<ActionFacts, Effect>

  /// The action's machine in its second version, changed as a test likes.
  private static func second(
    without dropped: (Transition<ActionFacts, Effect>) -> Bool = { _ in false },
    adding more: [Transition<ActionFacts, Effect>] = []
  ) -> [MachineShape] {
    let first = ActionMachine.definition
    let raised = Machine(
      name: first.name, version: first.version + 1, timerEvents: first.timerEvents,
      transitions: [first.transitions.filter { !dropped($0) } + more])
    return Machines.all.map { $0.name == raised.name ? raised.shape : $0 }
  }

  private static let code = MunicipalityCode("2480")!

  /// A database with one action proposed, one decided (with the timer `due`) and one cancelled.
  private func withActions<T>(_ body: (Database) async throws -> T) async throws -> T {
    try await TestDatabase.empty(postgis: true) { database in
      try await SchemaSetup().run(database, trial: true)
      try await database.transaction { session in
        let municipalities = MunicipalityStore(session)
        _ = try municipalities.add(Municipality(code: Self.code, name: "Umeå", provenance: .sample))
        let group = Group(id: GroupID(UUID()), name: "Centrum", settings: .standard)
        try municipalities.save(group, in: Self.code)
        let people = PeopleStore(session, Self.code)
        var ids: [GroupRole: ParticipantID] = [:]
        for role in [GroupRole.coordinator, .worker] {
          let id = ParticipantID(UUID())
          ids[role] = id
          try people.add(
            Participant(
              id: id, login: "2480_\(role.rawValue)", organisation: nil, function: role.rawValue, address: nil
            ))
          try people.grant(role, in: group.id, to: id)
        }
        for (number, events) in [
          ("2026-1", ["propose"]), ("2026-2", ["propose", "decide"]), ("2026-3", ["propose", "cancel"]),
        ] {
          let id = ActionID(UUID())
          try ActionStore(session, Self.code).add(
            id, number: number, group: group.id, kind: .quick, problem: nil, ActionFields(title: "Rond"))
          var state = State.unborn
          for (index, event) in events.enumerated() {
            let to: State = ["propose": "proposed", "decide": "decided", "cancel": "cancelled"][event]!
            var writer = TransitionWriter(Self.code, at: Instant(seconds: 0))
            writer.append(
              LoggedTransition(
                instance: id.uuid, revision: index + 1, machine: "action",
                machineVersion: ActionMachine.definition.version, group: group.id, from: state,
                event: Event(event), to: to, actor: ids[.coordinator]!, role: .coordinator,
                at: Instant(seconds: 0), reason: nil, payload: "{}", key: UUID()))
            if to == "decided" { writer.arm(id.uuid, "due", at: Instant(seconds: 4_000_000_000)) }
            try writer.write(session)
            state = to
          }
        }
      }
      return try await body(database)
    }
  }

  private func versions(_ database: Database) async throws -> [String] {
    try await database.session { session in
      try session.rows("select state || ' ' || machine_version as v from est.instance order by state") {
        try $0.get("v")
      }
    }
  }

  private func stranding(_ setup: SchemaSetup, _ database: Database) async throws -> [Stranding] {
    do {
      try await setup.run(database)
      return []
    } catch StoreError.schema(.stranding(let found)) {
      return found
    }
  }

  @Test func runningInstancesGoAlongByALoggedTransition() async throws {
    try await withActions { database in
      let version = ActionMachine.definition.version
      let setup = SchemaSetup(
        machines: Self.second(
          adding: Machine.moves(from: ["proposed"], "withdraw", to: "withdrawn", by: [.coordinator])))
      await expectOther(version, version + 1, setup, database)
      try await setup.run(database)
      try await database.session { session in try setup.check(session) }
      let new = version + 1
      #expect(try await versions(database) == ["cancelled \(version)", "decided \(new)", "proposed \(new)"])
      let logged = try await database.session { session in
        try session.rows(
          """
          select l.from_state, l.to_state, l.machine_version, l.actor_role, p.login, l.revision, l.payload ->> 'from' as f
          from est.transition_log l join est.participant p on (p.municipality, p.id) = (l.municipality, l.actor)
          where l.event = 'upgrade' order by l.from_state
          """
        ) {
          "\(try $0.get("from_state", as: String.self))-\(try $0.get("to_state", as: String.self)) "
            + "\(try $0.get("machine_version", as: Int32.self)) \(try $0.get("login", as: String.self)) "
            + "\(try $0.get("revision", as: Int32.self)) from \(try $0.get("f", as: String.self))"
        }
      }
      #expect(
        logged == [
          "decided-decided \(new) 2480_worker 3 from \(version)",
          "proposed-proposed \(new) 2480_worker 2 from \(version)",
        ])
      let report = try await database.transaction(.snapshot) { try LogStore($0, Self.code).verify() }
      #expect(report.isIntact)
      try await setup.run(database)
      #expect(try await versions(database).count == 3, "once is enough")
      // A program of before finds a database that is not its own, and takes nothing back.
      await expectOther(new, version, SchemaSetup(), database)
      #expect(try await stranding(SchemaSetup(), database).map(\.cause).first == .olderThanTheirs)
    }
  }

  private func expectOther(_ stored: Int, _ own: Int, _ setup: SchemaSetup, _ database: Database) async {
    await #expect {
      try await database.session { session in try setup.check(session) }
    } throws: { error in
      guard case StoreError.schema(let problem)? = StoreError(error) else { return false }
      return problem == .otherMachine(name: "action", database: stored, program: own)
    }
  }

  @Test(arguments: [
    ("a state that is gone", [Stranding.Cause.stateGone]),
    ("a state that nothing ends", [.noEnd]),
    ("a timer that nobody takes", [.timerUnknown("due")]),
  ])
  func nothingIsWrittenWhereSomethingWouldBeStranded(
    what: String, causes: [Stranding.Cause]
  ) async throws {
    try await withActions { database in
      let machines = Self.second(without: { move in
        switch what {
        case "a state that is gone": move.from == "decided" || move.to == "decided"
        case "a state that nothing ends":
          move.event == "finish" || move.event == "cancel" && move.from != "proposed"
        default: move.event == "due"
        }
      })
      let setup = SchemaSetup(machines: machines)
      let found = try await stranding(setup, database)
      #expect(found.map(\.cause) == causes && found.map(\.count) == [1], "\(what)")
      #expect(found.first?.state == "decided" && found.first?.machine == "action")
      try await database.session { session in
        #expect(try setup.stranded(session) == found)
        // Nothing is written: the program of before goes on.
        try SchemaSetup().check(session)
      }
      let version = ActionMachine.definition.version
      #expect(
        try await versions(database) == ["cancelled \(version)", "decided \(version)", "proposed \(version)"])
    }
  }

  /// Statements by hand, before and after the setup of version 2.
  @Test func theDatabaseHoldsToVersions() async throws {
    try await withActions { database in
      let version = ActionMachine.definition.version
      func refused(_ event: String, version: Int, of state: String) async throws -> String? {
        do {
          try await database.transaction(retry: .never) { session in
            try session.execute(
              """
              insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
                from_state, event, to_state, actor, actor_role, at, key, hash)
              select i.municipality, i.id, i.revision + 1, i.machine, \(version), i.group_id, i.state, \(event), i.state,
                p.id, 'worker', now(), gen_random_uuid(), ''
              from est.instance i join est.participant p on p.login = '2480_worker' where i.state = \(state)
              """)
          }
          return nil
        } catch let error as PostgresError {
          return error.constraintName
        }
      }
      #expect(try await refused("upgrade", version: version, of: "decided") == "upgrade_raises_version")
      #expect(try await refused("upgrade", version: version + 1, of: "decided") == "transition_is_listed")
      try await SchemaSetup(machines: Self.second()).run(database)
      #expect(try await refused("due", version: version, of: "decided") == "revision_is_current")
      #expect(try await refused("upgrade", version: version, of: "decided") == "upgrade_raises_version")
      #expect(try await refused("due", version: version + 1, of: "decided") == nil)
      await #expect(throws: PostgresError.self) {
        try await database.transaction { session in
          try session.script("update est.instance set machine_version = machine_version - 1")
        }
      }
      // A program of before bears nothing any more.
      let rule = await #expect(throws: PostgresError.self) {
        try await database.transaction(retry: .never) { session in
          try session.execute(
            """
            insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
              from_state, event, to_state, actor, actor_role, at, key, hash)
            select g.municipality, x.id, 1, 'agreement', 1, g.id, '-', 'draft', 'draft', p.id, 'coordinator', now(),
              gen_random_uuid(), ''
            from est.est_group g join est.participant p on p.login = '2480_coordinator',
              (select gen_random_uuid() as id) x
            """)
          try session.execute("insert into est.machine values ('agreement', 99)")
          try session.execute(
            """
            insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
              from_state, event, to_state, actor, actor_role, at, key, hash)
            select l.municipality, gen_random_uuid(), 1, l.machine, 1, l.group_id, '-', 'draft', 'draft', l.actor,
              'coordinator', now(), gen_random_uuid(), ''
            from est.transition_log l where l.machine = 'agreement'
            """)
        }
      }
      #expect(rule?.constraintName == "born_under_newest_version")
    }
  }
}
