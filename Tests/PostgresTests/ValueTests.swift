import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct ValueTests {
  /// Sends a value alone, in an array and as NULL, and reads it back.
  private static func roundTrip<T: PostgresEncodable & PostgresDecodable & Equatable>(
    _ session: Session, _ values: [T], as type: String
  ) throws {
    for value in values {
      let found: T = try session.one("select \(value)::\(raw: type)")
      #expect(found == value, "\(type)")
    }
    let array: [T] = try session.one("select \(values)::\(raw: type)[]")
    #expect(array == values, "\(type)[]")
    let withNulls = values.flatMap { [$0, nil] } + [nil]
    let found: [T?] = try session.one("select \(withNulls)::\(raw: type)[]")
    #expect(found == withNulls, "\(type)[] with NULLs")
    let none: T? = nil
    let null: T? = try session.one("select \(none)::\(raw: type)")
    #expect(null == nil)
    let empty: [T] = try session.one("select \([T]())::\(raw: type)[]")
    #expect(empty.isEmpty)
  }

  private static let texts = [
    "", " ", "'", "\"", "\\", "{}", "{a,b}", "NULL", "null", "a,b", "\n\t\r", "å ä ö", "e\u{301}", "🙂", "$1",
    "%s",
    "\u{FEFF}", "\u{202E}x", "--", "/*", ";", String(repeating: "å", count: 10_000),
  ]

  @Test func everyTypeComesBackAsItWas() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try Self.roundTrip(session, [true, false], as: "bool")
        try Self.roundTrip(session, [Int16.min, -1, 0, 1, .max], as: "int2")
        try Self.roundTrip(session, [Int32.min, -1, 0, 1, .max], as: "int4")
        try Self.roundTrip(session, [Int64.min, -1, 0, 1, .max], as: "int8")
        try Self.roundTrip(session, [Int.min, -1, 0, 1, .max], as: "int8")
        let floats: [Float] = [0, -0.0, 1.5, .infinity, -.infinity, .pi, .leastNonzeroMagnitude]
        try Self.roundTrip(session, floats, as: "float4")
      }
    }
  }

  @Test func textsComeBackAsTheyWere() async throws {
    var generator = Seed.generator(1)
    let alphabet = Array("'\"\\{},;$%NULnul åäö\n\t🙂e\u{301}")
    let random = (0..<200).map { _ in
      String(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in alphabet.randomElement(using: &generator)!
        })
    }
    let texts = Self.texts + random
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try Self.roundTrip(session, texts, as: "text")
        try Self.roundTrip(session, texts.filter { $0.count < 100 }, as: "varchar")
      }
    }
  }

  @Test func floatingPointComesBackBitForBit() async throws {
    let doubles: [Double] = [
      0, -0.0, 1.5, .infinity, -.infinity, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .ulpOfOne,
    ]
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try Self.roundTrip(session, doubles, as: "float8")
        for value in doubles + [.nan] {
          let found: Double = try session.one("select \(value)")
          #expect(found.bitPattern == value.bitPattern || found.isNaN && value.isNaN)
        }
      }
    }
  }

  @Test func bytesUUIDsAndJSONComeBack() async throws {
    var generator = Seed.generator(2)
    let bytes = [
      [], [0], Array(0...255), (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) },
    ]
    let ids = (0..<20).map { _ in UUID() }
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        for value in bytes {
          #expect(try session.one("select \(value)", as: [UInt8].self) == value)
          #expect(try session.one("select octet_length(\(value))", as: Int.self) == value.count)
        }
        try Self.roundTrip(session, ids, as: "uuid")
        try Self.roundTrip(
          session, [#"{"a": [1, null, "å\"\\"]}"#, "null", "[]"].map(JSONText.init), as: "jsonb")
        let json: JSONText = try session.one("select '{\"b\":1,  \"a\":2}'::json")
        #expect(json.text == "{\"b\":1,  \"a\":2}")
      }
    }
  }

  @Test func instantsAndDatesComeBack() async throws {
    let instants = [
      Int64.min, -210_866_803_200_000_000, -1, 0, 1, 946_684_800_000_000, 1_795_000_000_123_456, .max,
    ].map(PostgresTimestamp.init(microsecondsSince1970:))
    let dates = [Int32.min, -2_440_588, -1, 0, 1, 10_957, 20_780, .max].map(PostgresDate.init(daysSince1970:))
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try Self.roundTrip(session, instants, as: "timestamptz")
        try Self.roundTrip(session, dates, as: "date")
        // What they mean, in the server's own words.
        let instant: PostgresTimestamp = try session.one("select timestamptz '2026-11-23 07:30:00.000001+01'")
        #expect(instant.microsecondsSince1970 == 1_795_415_400_000_001)
        let day: PostgresDate = try session.one("select date '2026-11-23'")
        #expect(day.daysSince1970 == 20_780)
        let infinity: PostgresTimestamp = try session.one("select timestamptz '-infinity'")
        #expect(infinity.microsecondsSince1970 == .min)
      }
    }
  }

  @Test func whatPostgreSQLCannotHoldIsRefused() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        for microseconds: Int64 in [.min + 1, -210_866_803_200_000_001] {
          let error = #expect(throws: PostgresError.self) {
            try session.execute("select \(PostgresTimestamp(microsecondsSince1970: microseconds))")
          }
          #expect(error?.sqlState == "22008")
        }
        for days: Int32 in [.min + 1, -2_440_589, .max - 1] {
          let error = #expect(throws: PostgresError.self) {
            try session.execute("select \(PostgresDate(daysSince1970: days))")
          }
          #expect(error?.sqlState == "22008")
        }
      }
    }
  }

  private enum Kind: String, PostgresEncodable, PostgresDecodable, CaseIterable {
    case open
    case shared = "delad å"
  }

  private struct Identifier: RawRepresentable, PostgresEncodable, PostgresDecodable, Equatable {
    var rawValue: UUID
  }

  @Test func typesWithARawValueAndEnumColumnsWork() async throws {
    let id = Identifier(rawValue: UUID())
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        try session.script(
          "create type kind as enum ('open', 'delad å'); create table t (id uuid, kind kind, at date)")
        try session.execute("insert into t values (\(id), \(Kind.shared), \("2026-11-23"))")
        let found = try session.first(
          "select id, kind, array[kind] as kinds from t where kind = \(Kind.shared)"
        ) {
          row in
          #expect(try row.get("id", as: Identifier.self) == id)
          #expect(try row["kinds"] as [Kind] == [.shared])
          return try row.get("kind", as: Kind.self)
        }
        #expect(found == .shared)
        let kinds: [Kind] = try session.one("select \(Kind.allCases)::text[]::kind[]")
        #expect(kinds == Kind.allCases)
        let error = #expect(throws: PostgresError.self) {
          try session.one("select 'closed'::text", as: Kind.self)
        }
        #expect(error?.kindName == "decoding")
      }
    }
  }

  @Test func columnsOfAnotherTypeAreNamed() async throws {
    try await TestDatabase.empty { database in
      try await database.transaction { session in
        func failure<T: PostgresDecodable>(_ sql: SQL, _: T.Type) -> String {
          do {
            _ = try session.rows(sql) { try $0.get("c", as: T.self) }
            return "nothing"
          } catch let error as PostgresError {
            guard case .decoding(let column, let type, let failure) = error.kind else { return "\(error)" }
            return "\(column) \(type) \(failure)"
          } catch {
            return "\(error)"
          }
        }
        #expect(failure("select 'x' as c", Int.self) == "c Int typeMismatch(\"text\")")
        #expect(failure("select 1.5 as c", Double.self) == "c Double typeMismatch(\"numeric\")")
        #expect(failure("select 1::int8 as c", Int32.self) == "c Int32 typeMismatch(\"int8\")")
        #expect(failure("select null::text as c", String.self) == "c String unexpectedNull")
        #expect(failure("select 1 as c", String.self) == "c String typeMismatch(\"int4\")")
        #expect(
          failure("select now() as c", PostgresDate.self) == "c PostgresDate typeMismatch(\"timestamptz\")")
        #expect(failure("select 'abc' as c", [String].self).hasPrefix("c Array<String>"))
        #expect(failure("select array['a'] as c", [Int].self).contains("typeMismatch(\"text\")"))
        #expect(failure("select array[[1,2],[3,4]] as c", [Int].self).contains("several dimensions"))
        #expect(failure("select array[1,null] as c", [Int].self).contains("unexpectedNull"))
        #expect(failure("select 1 as d", Int.self).hasPrefix("no column c"))
        #expect(failure("select row(1,2) as c", String.self).contains("record"))
      }
    }
  }
}
