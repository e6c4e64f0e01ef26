import Postgres
import TestSupport
import Testing

/// Statements that are said without waiting: they go with the next one that is waited for, or with COMMIT.
@Suite struct LaterTests {
  @Test func goesWithTheNextStatementAndWithCommit() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try session.later("create table t (n integer primary key)")
        try session.later("insert into t values (1)")
        let count: Int64 = try session.one("select count(*) from t")
        #expect(count == 1)
        try session.later("insert into t values (2)")
      }
      let kept = try await database.transaction {
        try $0.rows("select n from t order by n") { try $0.get("n", as: Int32.self) }
      }
      #expect(kept == [1, 2])
    }
  }

  @Test func whatFailsWithCommitKeepsNothing() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction {
        try $0.execute("create table t (n integer constraint one primary key)")
      }
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { session in
          try session.later("insert into t values (1)")
          try session.later("insert into t values (1)")
          try session.later("insert into t values (3)")
        }
      }
      #expect(error?.serverError?.constraintName == "one")
      #expect(error?.statement == "insert into t values (1)")
      let count: Int64 = try await database.transaction { try $0.one("select count(*) from t") }
      #expect(count == 0)
    }
  }

  @Test func whatFailsWithTheNextStatementFailsIt() async throws {
    try await TestDatabase.empty { database in
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { session in
          try session.later("select 1 / 0")
          try session.execute("create table never (n integer)")
        }
      }
      #expect(error?.serverError?.sqlState == "22012")
      let exists: Bool = try await database.transaction {
        try $0.one("select to_regclass('never') is not null")
      }
      #expect(!exists)
    }
  }

  @Test func aSavepointUndoesWhatWasSaidInIt() async throws {
    struct Change: Error {}
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try session.later("create table t (n integer primary key)")
        // Undone before it was ever sent.
        try? session.savepoint { session in
          try session.later("insert into t values (1)")
          throw Change()
        }
        // Undone after it was sent.
        try? session.savepoint { session in
          try session.execute("insert into t values (2)")
          try session.later("insert into t values (3)")
          throw Change()
        }
        // It fails where it is sent: at the savepoint's end.
        #expect(throws: PostgresError.self) {
          try session.savepoint { session in
            try session.later("insert into t values (4)")
            try session.later("insert into t values (4)")
          }
        }
        try session.savepoint { try $0.later("insert into t values (5)") }
      }
      let kept = try await database.transaction {
        try $0.rows("select n from t order by n") { try $0.get("n", as: Int32.self) }
      }
      #expect(kept == [5])
    }
  }

  @Test func aConflictAtCommitRunsTheBodyAgain() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { try $0.script("create table t (n integer); insert into t values (0)") }
      let runs = Counter()
      try await database.transaction { session in
        if runs.next() < 3 {
          try session.later("do $$ begin raise exception 'not yet' using errcode = '40001'; end $$")
        }
        try session.later("update t set n = n + 1")
      }
      let n: Int32 = try await database.transaction { try $0.one("select n from t") }
      #expect(n == 1)
      #expect(runs.next() == 4)
    }
  }

  @Test func aTransactionThatSaysNothingEnds() async throws {
    try await TestDatabase.empty { database in
      let value = try await database.transaction { _ in 7 }
      #expect(value == 7)
    }
  }
}
