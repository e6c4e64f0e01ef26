import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct StreamTests {
  @Test func copyInAndOut() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.execute("create table t (a int, b text)")
        var next = 0
        // A megabyte and more, so that the socket fills.
        let written = try session.copyIn("copy t from stdin") {
          guard next < 50_000 else { return nil }
          next += 1
          return Array("\(next)\tåäö \(next)\n".utf8)
        }
        #expect(written == 50_000)
        var lines = 0
        var bytes = 0
        try session.copyOut("copy (select * from t where b like \(literal: "åäö%") order by a) to stdout") {
          lines += 1
          bytes += $0.count
          if lines == 1 { #expect(String(decoding: $0, as: UTF8.self) == "1\tåäö 1\n") }
        }
        #expect(lines == 50_000)
        #expect(bytes > 800_000)
      }
    }
  }

  @Test func copyThatFailsLeavesNothingAndTheSessionWhole() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.execute("create table t (a int)")
        var rows = [Array("1\n".utf8), Array("x\n".utf8)].makeIterator()
        let bad = #expect(throws: PostgresError.self) {
          try session.copyIn("copy t from stdin") { rows.next() }
        }
        #expect(bad?.sqlState == "22P02")
        var sent = 0
        #expect(throws: Refusal()) {
          try session.copyIn("copy t from stdin") {
            sent += 1
            if sent == 2 { throw Refusal() }
            return Array("1\n".utf8)
          }
        }
        var chunks = 0
        #expect(throws: Refusal()) {
          try session.copyOut("copy (select generate_series(1, 10000000)) to stdout") { _ in
            chunks += 1
            if chunks == 10 { throw Refusal() }
          }
        }
        let late = #expect(throws: PostgresError.self) {
          try session.copyOut("copy (select 1 / (3 - a) from generate_series(1, 5) as a) to stdout") { _ in }
        }
        #expect(late?.sqlState == "22012")
        let parameter = #expect(throws: PostgresError.self) {
          try session.copyOut("copy (select \(1)) to stdout") { _ in }
        }
        #expect(parameter?.kindName == "invalidStatement")
        let notCopy = #expect(throws: PostgresError.self) { try session.copyOut("select 1") { _ in } }
        #expect(notCopy?.kindName == "invalidStatement")
        let absent = #expect(throws: PostgresError.self) {
          try session.copyIn("copy nowhere from stdin") { nil }
        }
        #expect(absent?.sqlState == "42P01")
        #expect(try session.one("select count(*) from t", as: Int.self) == 0)
      }
    }
  }

  @Test func aPipelineGivesEachResult() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        for _ in 0..<3 {
          let results = try session.pipeline([
            "create temporary table if not exists t (a int) on commit drop",
            "insert into t select generate_series(1, \(5))", "select count(*) from t",
            "select a from t where a < \(3) order by a",
          ])
          #expect(results.count == 4)
          #expect(results[1].affected == 5)
          #expect(try results[3].prefix(2).map { try $0.get("a", as: Int.self) }.allSatisfy { $0 < 3 })
        }
        #expect(try session.one("select count(*) from t", as: Int.self) == 15)
        #expect(try session.pipeline([]).isEmpty)
      }
    }
  }

  @Test func aPipelinePreparesOnItsWayAndSurvivesAMigration() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.script("create table t (a int); insert into t values (1)")
        let statements: [SQL] = ["select * from t", "select * from t", "select \(7)"]
        for _ in 0..<4 {
          let results = try session.pipeline(statements)
          #expect(results.map(\.count) == [1, 1, 1])
        }
        let prepared: Int = try session.one(
          "select count(*) from pg_prepared_statements where statement in ('select * from t', 'select $1')")
        #expect(prepared == 2)
        try session.script("alter table t add column b int")
        let results = try session.pipeline(statements)
        #expect(results.map(\.count) == [1, 1, 1])
      }
    }
  }

  @Test func aPipelineStopsAtItsFirstFailure() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.execute("create table t (a int primary key)")
        let error = #expect(throws: PostgresError.self) {
          try session.pipeline([
            "insert into t values (\(1))", "insert into t values (\(1))", "select 1 / 0",
            "insert into t values (2)",
          ])
        }
        #expect(error?.sqlState == "23505")
        #expect(error?.statement == "insert into t values ($1)")
        // Outside a transaction it was one of its own.
        #expect(try session.one("select count(*) from t", as: Int.self) == 0)
        #expect(try session.pipeline(["insert into t values (1)", "select a from t"])[1].count == 1)
        let unsendable = #expect(throws: PostgresError.self) {
          try session.pipeline(["insert into t values (7)", "select \("\0")"])
        }
        #expect(unsendable?.kindName == "invalidStatement")
        #expect(try session.one("select count(*) from t", as: Int.self) == 1)
      }
    }
  }

  @Test func aPipelineLargerThanTheBuffersOnBothSidesEnds() async throws {
    let text = String(repeating: "x", count: 20_000)
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        let results = try session.pipeline((0..<500).map { "select \($0) as n, \(text)::text as t" })
        #expect(results.count == 500)
        #expect(try results[499].first?.get("n", as: Int.self) == 499)
      }
    }
  }

  @Test func aDeferredConstraintSpeaksAtThePipelinesEnd() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.script("create table t (a int unique deferrable initially deferred)")
        let error = #expect(throws: PostgresError.self) {
          try session.pipeline(["insert into t values (1)", "insert into t values (1)"])
        }
        #expect(error?.sqlState == "23505")
        #expect(try session.one("select count(*) from t", as: Int.self) == 0)
      }
    }
  }

  @Test func notificationsArrive() async throws {
    try await TestDatabase.empty { database in
      let listening = Gate()
      let stream = database.notifications(on: "Kanal \"å\"", onListening: { listening.open() })
      await listening.opened()
      try await database.transaction { session in
        try session.execute("select pg_notify('Kanal \"å\"', \("first"))")
        try session.execute("select pg_notify('other', 'unheard')")
      }
      try await database.session { try $0.script("notify \"Kanal \"\"å\"\"\"") }
      var payloads: [String] = []
      for try await notification in stream {
        payloads.append(notification.payload)
        if payloads.count == 2 { break }
      }
      #expect(payloads == ["first", ""])
    }
  }

  @Test func aBrokenLineEndsTheStream() async throws {
    try await TestDatabase.empty { database in
      let listening = Gate()
      let stream = database.notifications(on: "c", onListening: { listening.open() })
      await listening.opened()
      try await database.session { session in
        try session.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'LISTEN%'"
        )
      }
      let error = await #expect(throws: PostgresError.self) { for try await _ in stream {} }
      #expect(error?.kindName == "connection")
    }
  }

  @Test func aChannelOfAnAbsentServerFails() async throws {
    let database = Database("host=/nowhere dbname=x")
    let error = await #expect(throws: PostgresError.self) {
      for try await _ in database.notifications(on: "c") {}
    }
    #expect(error?.kindName == "connection")
  }
}
