import Glibc
import Postgres
import TestSupport
import Testing

@Suite struct InterruptionTests {
  private static func options(connections: Int = 1, grace: Duration = .seconds(2)) -> Database.Options {
    var options = Database.Options()
    options.maximumConnections = connections
    options.grace = grace
    return options
  }

  @Test func aDeadlineStrikesTheStatement() async throws {
    try await TestDatabase.empty(options: Self.options()) { database in
      let before = try await database.session { try $0.processID }
      let began = ContinuousClock.now
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(deadline: .seconds(1)) { try $0.execute("select pg_sleep(30)") }
      }
      #expect(error?.kindName == "deadline")
      #expect(error?.statement == "select pg_sleep(30)")
      let alone = await #expect(throws: PostgresError.self) {
        try await database.session(deadline: .seconds(1)) { try $0.execute("select pg_sleep(30)") }
      }
      #expect(alone?.kindName == "deadline")
      #expect(ContinuousClock.now - began < .seconds(25))
      // The connection is whole: it was the server that ended the statement.
      let after = try await database.session { try $0.processID }
      #expect(after == before)
    }
  }

  @Test func pastTheDeadlineNothingMoreIsSentOrKept() async throws {
    try await TestDatabase.empty(options: Self.options()) { database in
      try await database.session { try $0.script("create table t (a int)") }
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(deadline: .milliseconds(50)) { session in
          try session.execute("insert into t values (1)")
          // The body takes the error to itself; the deadline does not go away.
          _ = try? session.execute("select pg_sleep(30)")
        }
      }
      #expect(error?.kindName == "deadline")
      let count = try await database.session { try $0.one("select count(*) from t", as: Int.self) }
      #expect(count == 0)
    }
  }

  @Test(arguments: [true, false])
  func aHungBackendDoesNotHoldAnyone(inTransaction: Bool) async throws {
    try await TestDatabase.empty(options: Self.options(grace: .milliseconds(100))) { database in
      let process = try await database.session { try $0.processID }
      kill(process, SIGSTOP)
      defer { kill(process, SIGCONT) }
      let began = ContinuousClock.now
      let error = await #expect(throws: PostgresError.self) {
        if inTransaction {
          try await database.transaction(deadline: .milliseconds(100)) { try $0.execute("select 1") }
        } else {
          try await database.session(deadline: .milliseconds(100)) { try $0.execute("select 1") }
        }
      }
      #expect(error?.kindName == (inTransaction ? "deadline" : "outcomeUnknown"))
      #expect(ContinuousClock.now - began < .seconds(3))
      // Another connection takes its place.
      let next = try await database.session { try $0.processID }
      #expect(next != process)
    }
  }

  @Test func cancellingTheTaskStrikesTheStatement() async throws {
    try await TestDatabase.empty(options: Self.options(connections: 2)) { database in
      let process = try await database.session { try $0.processID }
      let task = Task { try await database.transaction { try $0.execute("select pg_sleep(30)") } }
      try await TestDatabase.administer(database) { try $0.wait(for: "PgSleep", in: process) }
      let began = ContinuousClock.now
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(ContinuousClock.now - began < .seconds(5))
      let after = try await database.session { try $0.processID }
      #expect(after == process)
    }
  }

  @Test func aHungBackendLetsACancelledTaskGo() async throws {
    try await TestDatabase.empty(options: Self.options(grace: .milliseconds(100))) { database in
      let process = try await database.session { try $0.processID }
      let task = Task { try await database.transaction { try $0.execute("select pg_sleep(30)") } }
      try await TestDatabase.administer(database) { try $0.wait(for: "PgSleep", in: process) }
      kill(process, SIGSTOP)
      defer { kill(process, SIGCONT) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test func aCancelledTransactionIsNotKept() async throws {
    try await TestDatabase.empty { database in
      try await database.session { try $0.script("create table t (a int)") }
      let (entered, leave) = (Gate(), Gate())
      let task = Task {
        try await database.transaction { session in
          try session.execute("insert into t values (1)")
          entered.open()
          leave.wait()
        }
      }
      await entered.opened()
      task.cancel()
      leave.open()
      await #expect(throws: CancellationError.self) { try await task.value }
      let count = try await database.session { try $0.one("select count(*) from t", as: Int.self) }
      #expect(count == 0)
    }
  }

  /// Cancels at random moments of short statements, on one connection: whatever was meant to be struck, the work that
  /// follows is not.
  @Test(arguments: [0, 1]) func theNextStatementIsNeverStruck(stream: UInt64) async throws {
    var generator = Seed.generator(40 + stream)
    let runs = Seed.full ? 5_000 : 500
    try await TestDatabase.empty(options: Self.options()) { database in
      try await database.session { try $0.script("create table t (a int)") }
      var struck = 0
      // Follows the speed of the machine, so that about half of the cancels come in time.
      var longestPause = 2_000.0
      for _ in 0..<runs {
        let microseconds = Int.random(in: 0...1_500, using: &generator)
        let pause = Duration.microseconds(Double.random(in: 0...longestPause, using: &generator))
        let task = Task {
          if stream == 0 {
            try await database.transaction { session in
              for _ in 0..<3 { try session.execute("select pg_sleep(\(Double(microseconds) / 3e6))") }
            }
          } else {
            try await database.session { session in
              try session.pipeline(["select pg_sleep(\(Double(microseconds) / 1e6))", "select 1"])
              try session.forEach("select generate_series(1, 100)") { _ in }
            }
          }
        }
        let cancelling = Task {
          try? await Task.sleep(for: pause)
          task.cancel()
        }
        do {
          try await task.value
          longestPause *= 0.95
        } catch is CancellationError {
          struck += 1
          longestPause *= 1.05
        }
        // Throws where a late request strikes it.
        try await database.session { try $0.execute("select count(*) from generate_series(1, 200)") }
        await cancelling.value
      }
      #expect(struck > runs / 20, "the cancels came too late to show anything")
      #expect(struck < runs, "the cancels came too early to show anything")
    }
  }
}
