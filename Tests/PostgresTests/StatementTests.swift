import Postgres
import TestSupport
import Testing

@Suite struct StatementTests {
  private static let attacks = [
    "'; drop table t; --", "' or '1'='1", "\\'; drop table t; --", "$1", "1); drop table t; --",
    "x'||(select 'y')||'",
    "\u{2019}; drop table t", "\"; drop table t; --",
  ]

  @Test(arguments: attacks)
  func noValueBecomesPartOfAStatement(attack: String) async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try session.script("create table t (a text)")
        try session.execute("insert into t values (\(attack))")
        #expect(try session.one("select count(*) from t where a = \(attack)", as: Int.self) == 1)
        #expect(try session.one("select count(*) from t where a = any(\([attack, "y"]))", as: Int.self) == 1)
        #expect(try session.one("select count(*) from t where a = \(literal: attack)", as: Int.self) == 1)
        try session.execute("create table \(identifier: attack) (b int)")
        #expect(try session.one("select count(*) from \(identifier: attack)", as: Int.self) == 0)
        #expect(try session.one("select count(*) from t", as: Int.self) == 1)
      }
    }
  }

  @Test func theServersRefusalIsToldInFull() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.script(
          """
          create table area (name text, constraint area_name_once unique (name), size int not null);
          insert into area values ('a', 1);
          """)
        let taken = #expect(throws: PostgresError.self) {
          try session.execute("insert into area values (\("a"), 1)")
        }
        #expect(taken?.sqlState == "23505")
        #expect(taken?.constraintName == "area_name_once")
        #expect(taken?.serverError?.tableName == "area")
        #expect(taken?.statement == "insert into area values ($1, 1)")
        #expect(taken?.callSite?.description.hasPrefix("PostgresTests/StatementTests.swift:") == true)
        // The key that was taken is in the detail, and not in what gets logged.
        #expect(taken?.serverError?.detail?.contains("(name)=(a)") == true)
        #expect(taken?.description.contains("(a)") == false)
        let null = #expect(throws: PostgresError.self) {
          try session.execute("insert into area values ('b', null)")
        }
        #expect(null?.serverError?.columnName == "size")
        let typo = #expect(throws: PostgresError.self) { try session.execute("selec 1") }
        #expect(typo?.sqlState == "42601")
        #expect(typo?.serverError?.position == 1)
        // The session goes on.
        #expect(try session.one("select count(*) from area", as: Int.self) == 1)
      }
    }
  }

  @Test func aTextWithNULIsRefusedBeforeItIsSent() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        let statements: [SQL] = [
          "select \("a\0b")", "select \(["a\0"])", "select \(JSONText("\0"))", "select \(literal: "\0")",
          "select \(raw: "'\0'")",
        ]
        for sql in statements {
          let error = #expect(throws: PostgresError.self) { try session.execute(sql) }
          #expect(error?.kindName == "invalidStatement")
        }
        // Nothing reached the server, so the transaction is whole.
        let one: Int = try session.one("select 1")
        #expect(one == 1)
      }
    }
  }

  @Test func arraysOfArraysAndTooManyParametersAreRefused() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        let nested = #expect(throws: PostgresError.self) { try session.execute("select \([[1], [2]])") }
        #expect(nested?.kindName == "invalidStatement")
        let many = SQL(joining: (0..<65_536).map { "\($0)" }, separator: ", ")
        let error = #expect(throws: PostgresError.self) { try session.execute("select \(many)") }
        #expect(error?.kindName == "invalidStatement")
      }
    }
  }

  @Test func rowsAreCountedAndFound() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.execute("create table t (a int)")
        #expect(try session.execute("insert into t select generate_series(1, 10)") == 10)
        #expect(try session.execute("update t set a = a where a > \(5)") == 5)
        #expect(try session.execute("") == 0)
        #expect(
          try session.rows("select a from t order by a") { try $0.get(0, as: Int.self) } == Array(1...10))
        #expect(try session.first("select a from t order by a") { try $0.get("a", as: Int.self) } == 1)
        #expect(try session.first("select a from t where false") { try $0.get("a", as: Int.self) } == nil)
        let none = #expect(throws: PostgresError.self) {
          try session.one("select a from t where false", as: Int.self)
        }
        #expect(none?.kindName == "notOneRow")
        let many = #expect(throws: PostgresError.self) { try session.one("select a from t", as: Int.self) }
        #expect(many?.kindName == "notOneRow")
      }
    }
  }

  @Test func statementsSaidAgainArePreparedAndBounded() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        for _ in 0..<3 { #expect(try session.one("select \(7) + 1", as: Int.self) == 8) }
        let prepared: [String] = try session.rows("select statement from pg_prepared_statements") {
          try $0.get(0)
        }
        #expect(prepared == ["select $1 + 1"])
        // The same text with another type is another statement.
        for _ in 0..<3 { #expect(try session.one("select \(Int32(7)) + 1", as: Int32.self) == 8) }
        for number in 0..<600 {
          for _ in 0..<2 { #expect(try session.one("select \(raw: "\(number)")", as: Int.self) == number) }
        }
        let count: Int = try session.one("select count(*) from pg_prepared_statements")
        #expect(count <= 257)
        #expect(try session.one("select \(7) + 1", as: Int.self) == 8)
      }
    }
  }

  @Test func aMigrationDoesNotBreakWhatWasPrepared() async throws {
    var options = Database.Options()
    options.maximumConnections = 1
    try await TestDatabase.empty(options: options) { database in
      try await database.session { session in
        try session.script("create table t (a int); insert into t values (1)")
        for _ in 0..<3 { _ = try Self.readAll(session) }
        try session.script("alter table t add column b int")
        // Outside a transaction the statement is said again.
        let again = try Self.readAll(session)
        #expect(again == [1])
        for _ in 0..<3 { _ = try Self.readAll(session) }
        try session.script("alter table t add column c int")
      }
      // Inside one the whole transaction is.
      let runs = Counter()
      let found = try await database.transaction { session in
        runs.next()
        return try Self.readAll(session)
      }
      #expect(found == [1])
      #expect(runs.value == 2)
      try await database.session { session in
        for _ in 0..<3 { _ = try Self.readAll(session) }
        try session.script("deallocate all")
        let again = try Self.readAll(session)
        #expect(again == [1])
      }
    }
  }

  private static func readAll(_ session: Session) throws -> [Int] {
    try session.rows("select * from t") { try $0.get("a") }
  }

  @Test func aSessionIsClosedOutsideItsClosure() async throws {
    try await TestDatabase.empty { database in
      let kept = Collected<Kept>()
      try await database.session { kept.append(Kept(session: $0)) }
      let error = #expect(throws: PostgresError.self) { try kept.all[0].session.execute("select 1") }
      #expect(error?.kindName == "closed")
    }
  }

  private struct Kept: @unchecked Sendable { let session: Session }

  @Test func forEachReadsRowsAsTheyComeAndCanStop() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        var sum = 0
        try session.forEach("select a::int8 from generate_series(1, \(100_000)) as a") {
          sum += try $0.get("a")
        }
        #expect(sum == 5_000_050_000)
        var count = 0
        #expect(throws: Refusal()) {
          try session.forEach("select generate_series(1, 100000000)") { _ in
            count += 1
            if count == 3 { throw Refusal() }
          }
        }
        #expect(count == 3)
        let late = #expect(throws: PostgresError.self) {
          try session.forEach("select 1 / (3 - a) as b from generate_series(1, 5) as a") { _ in }
        }
        #expect(late?.sqlState == "22012")
        #expect(try session.one("select 1", as: Int.self) == 1)
      }
    }
  }

  @Test func noticesGoToTheHandler() async throws {
    let heard = Collected<String>()
    var options = Database.Options()
    options.onNotice = { heard.append("\($0.severity) \($0.message)") }
    options.setup = "set application_name = 'set up'"
    try await TestDatabase.empty(options: options) { database in
      try await database.session { session in
        try session.script("do $$ begin raise notice 'one'; raise warning 'two'; end $$")
        #expect(try session.one("show application_name", as: String.self) == "set up")
      }
    }
    #expect(heard.all == ["NOTICE one", "WARNING two"])
  }

  @Test func copyOutsideItsMethodsIsRefused() async throws {
    try await TestDatabase.empty { database in
      for text in ["copy (select 1) to stdout", "create table t (a int); copy t from stdin"] {
        let error = await #expect(throws: PostgresError.self) {
          try await database.session { try $0.script(text) }
        }
        #expect(error?.kindName == "invalidStatement")
      }
      let one: Int = try await database.session { try $0.one("select 1") }
      #expect(one == 1)
    }
  }
}
