import Dispatch
import Postgres
import TestSupport
import Testing

@Suite struct TransactionTests {
  /// A database with a table of two rows.
  private static func withTable<T>(
    _ options: Database.Options = .init(), isolation: isolated (any Actor)? = #isolation,
    _ body: (Database) async throws -> T
  ) async throws -> T {
    try await TestDatabase.empty(options: options) { database in
      try await database.session {
        try $0.script(
          "create table t (id int primary key, n int not null); insert into t values (1, 0), (2, 0)")
      }
      return try await body(database)
    }
  }

  private static func count(_ database: Database) async throws -> Int {
    try await database.session { try $0.one("select count(*) from t") }
  }

  @Test func whatABodyThrowsUndoesItsWork() async throws {
    try await Self.withTable { database in
      await #expect(throws: Refusal()) {
        try await database.transaction { session in
          try session.execute("insert into t values (3, 0)")
          throw Refusal()
        }
      }
      let count = try await Self.count(database)
      #expect(count == 2)
    }
  }

  @Test func anErrorTheBodyCaughtFailsTheTransactionAllTheSame() async throws {
    try await Self.withTable { database in
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { session in
          try session.execute("insert into t values (3, 0)")
          _ = try? session.execute("insert into t values (1, 0)")
        }
      }
      #expect(error?.sqlState == "23505")
      let count = try await Self.count(database)
      #expect(count == 2)
    }
  }

  @Test func aBodyThatEndsItsTransactionIsRefused() async throws {
    try await Self.withTable { database in
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { try $0.script("rollback") }
      }
      #expect(error?.kindName == "invalidStatement")
    }
  }

  @Test func savepointsUndoTheirPart() async throws {
    try await Self.withTable { database in
      try await database.transaction { session in
        try session.execute("insert into t values (3, 0)")
        let taken = #expect(throws: PostgresError.self) {
          try session.savepoint { session in
            try session.execute("insert into t values (4, 0)")
            try session.savepoint { try $0.execute("insert into t values (5, 0)") }
            try session.execute("insert into t values (1, 0)")
          }
        }
        #expect(taken?.sqlState == "23505")
        // Caught inside the savepoint, it has failed the savepoint's work.
        let swallowed = #expect(throws: PostgresError.self) {
          try session.savepoint { session in
            try session.execute("insert into t values (6, 0)")
            _ = try? session.execute("select 1 / 0")
          }
        }
        #expect(swallowed?.sqlState == "22012")
        #expect(throws: Refusal()) {
          try session.savepoint { session in
            try session.execute("insert into t values (7, 0)")
            throw Refusal()
          }
        }
        let kept = try session.savepoint { try $0.execute("insert into t values (8, 0), (9, 0)") }
        #expect(kept == 2)
      }
      let ids = try await database.session {
        try $0.rows("select id from t order by id") { try $0.get(0, as: Int.self) }
      }
      #expect(ids == [1, 2, 3, 8, 9])
    }
  }

  @Test func aReadOnlyTransactionDoesNotWrite() async throws {
    try await Self.withTable { database in
      for mode in [
        TransactionMode.readOnly, .snapshot,
        TransactionMode(isolation: .serializable, isReadOnly: true, isDeferrable: true),
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await database.transaction(mode) { try $0.execute("update t set n = 1") }
        }
        #expect(error?.sqlState == "25006")
      }
      let modes = try await database.transaction(.serializable) { session in
        try session.one("show transaction_isolation", as: String.self)
      }
      #expect(modes == "serializable")
    }
  }

  @Test func aTrialRunLeavesNothingAndChecksWhatIsDeferred() async throws {
    try await TestDatabase.empty { database in
      try await database.session {
        try $0.script("create table t (n int unique deferrable initially deferred)")
      }
      let count = try await database.rollingBack { session in
        try session.execute("insert into t values (1), (2)")
        return try session.one("select count(*) from t", as: Int.self)
      }
      #expect(count == 2)
      let error = await #expect(throws: PostgresError.self) {
        try await database.rollingBack { try $0.execute("insert into t values (1), (1)") }
      }
      #expect(error?.sqlState == "23505")
      let left = try await Self.count(database)
      #expect(left == 0)
    }
  }

  @Test func conflictsAreRunAgain() async throws {
    try await Self.withTable { database in
      let attempts = Counter()
      let hasRead = Gate()
      let hasWritten = Gate()
      async let other: Void = {
        await hasRead.opened()
        try await database.transaction { try $0.execute("update t set n = n + 10 where id = 1") }
        hasWritten.open()
      }()
      try await database.transaction(TransactionMode(isolation: .repeatableRead)) { session in
        let n: Int = try session.one("select n from t where id = 1")
        if attempts.next() == 1 {
          hasRead.open()
          hasWritten.wait()
        }
        do {
          try session.execute("update t set n = \(n + 1) where id = 1")
        } catch {
          // What a body makes of the conflict does not keep it from being run again.
          throw Refusal()
        }
      }
      try await other
      #expect(attempts.value == 2)
      let n = try await database.session { try $0.one("select n from t where id = 1", as: Int.self) }
      #expect(n == 11)
    }
  }

  @Test func aDeadlockIsRunAgain() async throws {
    try await Self.withTable { database in
      let attempts = Counter()
      let locked = [Gate(), Gate()]
      @Sendable func work(_ mine: Int) async throws {
        let runs = Counter()
        try await database.transaction { session in
          attempts.next()
          let isFirst = runs.next() == 1
          try session.execute("update t set n = n + 1 where id = \(mine + 1)")
          if isFirst {
            locked[mine].open()
            locked[1 - mine].wait()
          }
          try session.execute("update t set n = n + 1 where id = \(2 - mine)")
        }
      }
      async let one: Void = work(0)
      async let two: Void = work(1)
      _ = try await (one, two)
      // Whoever runs again may meet the other a second time.
      #expect(attempts.value >= 3)
      let rows = try await database.session { try $0.rows("select n from t") { try $0.get(0, as: Int.self) } }
      #expect(rows == [2, 2])
    }
  }

  @Test func runsAreBoundedAndDelayed() async throws {
    try await TestDatabase.empty { database in
      let runs = Counter()
      let delays = Collected<Duration>()
      let policy = RetryPolicy(
        maximumAttempts: 4, firstDelay: .milliseconds(10), maximumDelay: .milliseconds(30), jitter: { 1 },
        sleep: { delays.append($0) })
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(retry: policy) { session in
          runs.next()
          try session.script("do $$ begin raise exception 'conflict' using errcode = '40001'; end $$")
        }
      }
      #expect(error?.sqlState == "40001")
      #expect(runs.value == 4)
      #expect(delays.all == [.milliseconds(10), .milliseconds(20), .milliseconds(30)])
      await #expect(throws: PostgresError.self) {
        try await database.transaction(retry: .never) { session in
          runs.next()
          try session.script("do $$ begin raise exception 'conflict' using errcode = '40001'; end $$")
        }
      }
      #expect(runs.value == 5)
    }
  }

  @Test func aConflictAtCommitIsRunAgain() async throws {
    try await Self.withTable { database in
      try await database.session { session in
        try session.script(
          """
          create sequence runs;
          create function conflict() returns trigger language plpgsql as
            $$ begin if nextval('runs') = 1 then raise 'conflict' using errcode = '40001'; end if; return null; end $$;
          create constraint trigger conflict after update on t deferrable initially deferred
            for each row execute function conflict();
          """)
      }
      let runs = Counter()
      try await database.transaction { session in
        runs.next()
        try session.execute("update t set n = 7 where id = 1")
      }
      #expect(runs.value == 2)
    }
  }
}
