import Postgres
import TestSupport
import Testing

@Suite struct PoolTests {
  private static let single: Database.Options = {
    var options = Database.Options()
    options.maximumConnections = 1
    return options
  }()

  /// Holds the only connection until the gate it gives is opened.
  private static func occupy(_ database: Database) async -> (leave: Gate, work: Task<Void, any Error>) {
    let (entered, leave) = (Gate(), Gate())
    let work = Task {
      try await database.session { _ in
        entered.open()
        leave.wait()
      }
    }
    await entered.opened()
    return (leave, work)
  }

  private static func wait(for count: Int, at database: Database) async {
    while database.waitingCount != count { await Task.yield() }
  }

  @Test func whoComesFirstIsServedFirst() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      let (leave, work) = await Self.occupy(database)
      let order = Collected<Int>()
      var waiting: [Task<Void, any Error>] = []
      for number in 1...20 {
        waiting.append(Task { try await database.session { _ in order.append(number) } })
        await Self.wait(for: number, at: database)
      }
      leave.open()
      for task in waiting { try await task.value }
      try await work.value
      #expect(order.all == Array(1...20))
    }
  }

  @Test func waitingForAConnectionHasADeadline() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      let (leave, work) = await Self.occupy(database)
      let error = await #expect(throws: PostgresError.self) {
        try await database.session(deadline: .milliseconds(30)) { _ in }
      }
      #expect(error?.kindName == "deadline")
      #expect(database.waitingCount == 0)
      leave.open()
      try await work.value
      try await database.session { try $0.execute("select 1") }
    }
  }

  @Test func whoeverIsCancelledWaitsNoMore() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      let (leave, work) = await Self.occupy(database)
      let waiting = Task { try await database.session { _ in } }
      await Self.wait(for: 1, at: database)
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      leave.open()
      try await work.value
      try await database.session { try $0.execute("select 1") }
    }
  }

  @Test func noMoreConnectionsThanAllowed() async throws {
    var options = Database.Options()
    options.maximumConnections = 3
    try await TestDatabase.empty(options: options) { database in
      let processes = try await withThrowingTaskGroup(of: Int32.self) { group in
        for _ in 0..<60 { group.addTask { try await database.transaction { try $0.processID } } }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect((1...3).contains(processes.count))
    }
  }

  @Test func connectionsThatBrokeWhileIdleAreReplaced() async throws {
    var options = Database.Options()
    options.maximumConnections = 3
    try await TestDatabase.empty(options: options) { database in
      let (first, second, third) = (Gate(), Gate(), Gate())
      async let one: Void = database.session { _ in
        first.open()
        second.wait()
      }
      async let two: Void = database.session { _ in
        first.wait()
        second.open()
        third.open()
      }
      _ = try await (one, two)
      #expect(third.wait())
      try await TestDatabase.administer(database) { session in
        try session.execute(
          """
          select pg_terminate_backend(pid, 5000) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """)
      }
      for _ in 0..<3 { try await database.transaction { try $0.execute("select 1") } }
    }
  }

  @Test func aConnectionThatBreaksInAStatementIsReplaced() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { try $0.execute("select pg_terminate_backend(pg_backend_pid())") }
      }
      #expect(error?.kindName == "connection")
      let alone = await #expect(throws: PostgresError.self) {
        try await database.session { try $0.execute("select pg_terminate_backend(pg_backend_pid())") }
      }
      #expect(alone?.kindName == "outcomeUnknown")
      try await database.session { try $0.execute("select 1") }
    }
  }

  @Test func aSessionLeftInATransactionIsTidied() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      try await database.session { try $0.script("begin; create table t (a int)") }
      let found = try await database.session {
        try $0.one("select count(*) from pg_class where relname = 't'", as: Int.self)
      }
      #expect(found == 0)
    }
  }

  @Test func closingWaitsForTheWorkAndLetsNoMoreIn() async throws {
    try await TestDatabase.empty(options: Self.single) { database in
      let (leave, work) = await Self.occupy(database)
      let waiting = Task { try await database.session { _ in } }
      await Self.wait(for: 1, at: database)
      let closing = Task { await database.close() }
      let error = await #expect(throws: PostgresError.self) { try await waiting.value }
      #expect(error?.kindName == "closed")
      leave.open()
      await closing.value
      try await work.value
      let late = await #expect(throws: PostgresError.self) { try await database.session { _ in } }
      #expect(late?.kindName == "closed")
    }
  }

  @Test func anAbsentServerIsTold() async throws {
    for conninfo in ["host=/nowhere dbname=x", "host=127.0.0.1 port=1 dbname=x"] {
      let database = Database(conninfo)
      let error = await #expect(throws: PostgresError.self) { try await database.session { _ in } }
      #expect(error?.kindName == "connection")
      // The room of the connection that failed is free again.
      for _ in 0..<5 { await #expect(throws: PostgresError.self) { try await database.session { _ in } } }
      await database.close()
    }
  }

  /// A server that takes the connection and says nothing, as one does that hangs.
  @Test func aServerThatDoesNotAnswerIsGivenUp() async throws {
    let silent = try SilentServer()
    var options = Database.Options()
    options.connectDeadline = .milliseconds(100)
    let database = Database("host=127.0.0.1 port=\(silent.port) dbname=x sslmode=disable", options: options)
    let error = await #expect(throws: PostgresError.self) { try await database.session { _ in } }
    #expect(error?.kindName == "connection")
    let waiting = Task { try await database.session(deadline: .seconds(20)) { _ in } }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
