import Foundation
import Postgres
import Schema
import TestSupport
import Testing

@testable import EST
@testable import Persistence

/// The screen of free text in the database: the same as the program's, on every column, and silent about what it found.
@Suite struct ScreenTests {
  private static func withSchema<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    let build: @Sendable (Database) async throws -> Void = { try await SchemaSetup().run($0, trial: true) }
    return try await TestDatabase.prepared("screen", build: build, body)
  }

  /// Where they differ, a new migration takes the functions anew, as `create or replace`.
  @Test func `the functions are made from the program's table`() throws {
    let newest = try #require(
      Migration.all.last { $0.sql.contains("function est.first_personal_data(") })
    #expect(newest.sql.contains(ScreenSource.functions), "\(ScreenSource.functions)")
  }

  @Test func `the zeros are those of Unicode`() {
    let zeros = (0x250...0x1FBFF as ClosedRange<UInt32>).filter {
      Unicode.Scalar($0)?.properties.numericType == .decimal
        && Unicode.Scalar($0)?.properties.numericValue == 0
        && !ScreenedText.wide.contains($0)
    }
    // A newer Unicode may have more than the table.
    #expect(Set(ScreenedText.zeros).isSuperset(of: zeros))
  }

  @Test(.timeLimit(.minutes(60))) func `both screens find what is planted, and say the same of every text`()
    async throws
  {
    let count = Seed.full ? 100_000 : 2_000
    var corpus = ScreenCorpus(random: Seed.generator(20))
    var missed = 0
    var alarms: [String] = []
    try await Self.withSchema { database in
      for start in stride(from: 0, to: count, by: 1_000) {
        let planted = (0..<min(1_000, count - start)).map { _ in corpus.planted() }
        let clean = planted.map { _ in corpus.clean() }
        missed += planted.count { PersonalDataScreen.firstScalar(in: $0) == nil }
        alarms += clean.filter { PersonalDataScreen.firstScalar(in: $0) != nil }
        try await Self.compare(planted + clean, in: database)
      }
    }
    print("screen: \(missed) of \(count) missed, \(alarms.count) of \(count) false alarms")
    #expect(missed * 1_000 <= count)
    // A case number of ten digits may happen to be a personal number: a small sample may have some more.
    #expect(alarms.count <= max(count / 1_000, 8), "\(alarms.prefix(20))")
  }

  @Test(.enabled(if: SharedData.dataIsPresent)) func `the police's summaries pass, in both`() async throws {
    struct Event: Decodable { let summary: String }
    let lines = try Tool.run("zcat", [SharedData.data.appending(path: "polisen/events.jsonl.gz").path])
    let all = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Event.self, from: Data($0.utf8)).summary
    }
    let texts = Seed.full ? all : Array(all.prefix(3_000))
    let alarms = texts.filter { PersonalDataScreen.firstScalar(in: $0) != nil }
    #expect(alarms.count * 1_000 <= texts.count, "\(alarms)")
    for alarm in alarms { print("false alarm:", alarm) }
    try await Self.withSchema { database in
      for start in stride(from: 0, to: texts.count, by: 2_000) {
        try await Self.compare(Array(texts[start..<min(start + 2_000, texts.count)]), in: database)
      }
    }
  }

  @Test func `random signs are screened alike`() async throws {
    var random = Seed.generator(21)
    let signs = Array("0123456789 -+./_()@abcABCåÅ\r\n\t\u{301}\u{A0}\u{200B}–👍٣３Жn(at)[punkt]\u{1}\u{2}")
    let texts = (0..<2_000).map { _ in
      String((0..<Int.random(in: 0...40, using: &random)).map { _ in signs.randomElement(using: &random)! })
    }
    try await Self.withSchema { try await Self.compare(texts, in: $0) }
  }

  private static func compare(_ texts: [String], in database: Database) async throws {
    let said = try await database.session { session in
      try session.rows(
        """
        select coalesce(f.kind || ' ' || f.place, '') as found
        from unnest(\(texts)::text[]) with ordinality as given(said, n), est.first_personal_data(said) f order by n
        """
      ) { try $0.get("found", as: String.self) }
    }
    let own = texts.map { text in
      PersonalDataScreen.firstScalar(in: text).map { "\($0.kind.rawValue) \($0.position)" } ?? ""
    }
    let differing = zip(texts, zip(own, said)).filter { $1.0 != $1.1 }
    #expect(said.count == texts.count && differing.isEmpty, "\(differing.prefix(10))")
  }
}
