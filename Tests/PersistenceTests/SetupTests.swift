import EST
import Foundation
import Postgres
import Schema
import StateMachine
import TestSupport
import Testing

@testable import Persistence

/// Brings databases up, again and again, half-way, too old and too new.
@Suite struct SetupTests {
  private let setup = SchemaSetup()

  @Test func isSafeToRepeat() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      let applied = try await setup.run(database, trial: true)
      #expect(applied == Migration.all.map(\.number))
      let again = try await setup.run(database, trial: true)
      #expect(again.isEmpty)
      try await database.transaction { session in try SchemaSetup().check(session) }
    }
  }

  /// The connection is cut at one statement after another; whatever was reached, the next run ends well and the
  /// schema is the same.
  @Test func maybeKilledAtAnyStatement() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      var kills = 0
      for point in [1, 2, 3, 5, 7, 9, 12, 14, 17, 21, 30, 45] {
        let killer = SchemaSetup(
          migrations: setup.migrations.map { $0.cut(after: point) }, machines: setup.machines)
        do {
          try await killer.run(database, trial: true)
        } catch {
          kills += 1
        }
      }
      #expect(kills > 6)
      try await setup.run(database, trial: true)
      try await database.transaction { session in try SchemaSetup().check(session) }
    }
  }

  @Test func refusesADatabaseThatIsOlderNewerAlteredOrEmpty() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      await expectProblem(.missing, database, setup)
      let older = SchemaSetup(migrations: Array(setup.migrations.dropLast()), machines: setup.machines)
      let newest = setup.migrations.last!.number
      let before = older.migrations.last!.number
      try await older.run(database, trial: true)
      await expectProblem(.older(database: before, program: newest), database, setup)
      try await setup.run(database)
      await expectProblem(.newer(database: newest, program: before), database, older)
      try await database.transaction { session in
        try session.execute("update est.migration set checksum = 'other' where number = 2")
      }
      await expectProblem(.altered(number: 2), database, setup)
    }
  }

  @Test func aMachineChangesOnlyUnderANewVersion() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      try await setup.run(database, trial: true)
      let cycle = CycleMachine.definition
      let changed = Definition<CycleFacts, Effect>(
        name: cycle.name, version: cycle.version, timerEvents: cycle.timerEvents,
        transitions: [Array(cycle.transitions.dropLast())])
      let altered = SchemaSetup(migrations: setup.migrations, machines: [changed.shape])
      await #expect(throws: StoreError.self) { try await altered.run(database) }
    }
  }

  @Test func aTrialIsATrialForEver() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      try await setup.run(database, trial: false)
      await #expect(throws: StoreError.self) { try await setup.run(database, trial: true) }
      await #expect(throws: (any Error).self) {
        try await database.transaction { session in try ClockStore(session).set(Instant(seconds: 0)) }
      }
    }
  }

  private func expectProblem(_ problem: SchemaProblem, _ database: Database, _ setup: SchemaSetup) async {
    do {
      try await database.transaction { session in try setup.check(session) }
      Issue.record("the schema was accepted, not \(problem)")
    } catch {
      guard case .schema(let found)? = StoreError(error) else {
        Issue.record("\(error)")
        return
      }
      #expect(found == problem)
    }
  }
}

extension Migration {
  /// The same migration as far as its `count`th statement, where its session is ended.
  fileprivate func cut(after count: Int) -> Migration {
    let statements = sql.components(separatedBy: ";\n")
    guard statements.count > count else { return self }
    let begun = statements.prefix(count).joined(separator: ";\n")
    return Migration(
      file: "\(number)-\(name)", sql: begun + ";\nselect pg_terminate_backend(pg_backend_pid());")
  }
}
