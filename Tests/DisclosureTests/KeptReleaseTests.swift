import Foundation
import TestSupport
import Testing

@testable import Disclosure

/// A release is read back as it was made, and audited with those that hang together with it.
@Suite struct KeptReleaseTests {
  private static let first = 2026 * 12

  private static func release(_ periods: [Period], stream: UInt64 = 1) throws -> Release {
    var generator = Seed.generator(1300 + stream)
    let table = try RandomTable.make(
      areas: 4, categories: 3, months: first..<(first + 12), &generator, hasDistricts: false)
    return try Release(table, periods: periods)
  }

  @Test("What is kept says the same again, and protects the same")
  func roundTrip() throws {
    let release = try Self.release([.quarter(1, of: 2026)])
    let kept = try JSONDecoder().decode(Release.Kept.self, from: JSONEncoder().encode(release.kept))
    let again = try Release(kept)
    #expect(kept == release.kept && again.published == release.published)
    #expect(again.isSuppressed == release.isSuppressed && again.kept.says(release.kept))
    let later = try Self.release([.quarter(1, of: 2026)], stream: 2)
    #expect(!later.kept.says(release.kept))
    #expect(
      try Release(release.table, periods: [.year(2026)], after: [again]).published
        == Release(release.table, periods: [.year(2026)], after: [release]).published)
  }

  @Test("Parts that do not belong together are not taken for a release")
  func unreadable() throws {
    let json = try JSONEncoder().encode(try Self.release([.quarter(1, of: 2026)]).kept)
    var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let counts = try #require(object["counts"] as? [Int])
    func broken(_ key: String, _ value: Any) throws -> Release.Kept {
      object[key] = value
      return try JSONDecoder().decode(Release.Kept.self, from: JSONSerialization.data(withJSONObject: object))
    }
    let short = try broken("counts", Array(counts.dropLast()))
    #expect(throws: Release.Unreadable.counts) { try Release(short) }
    let negative = try broken("counts", [-1] + counts.dropFirst())
    #expect(throws: Release.Unreadable.counts) { try Release(negative) }
    object["counts"] = counts
    let other = try JSONSerialization.jsonObject(
      with: JSONEncoder().encode([Period.quarter(2, of: 2026)]))
    let elsewhere = try broken("periods", other)
    #expect(throws: Release.Unreadable.cells) { try Release(elsewhere) }
  }

  @Test("Releases hang together over months that they share, also through others")
  func entangled() throws {
    let january = try Self.release([.month(1, of: 2026)])
    let winter = try Self.release([.quarter(1, of: 2026)])
    let autumn = try Self.release([.quarter(4, of: 2026)])
    func names(_ months: Range<Int>) -> [String] {
      Release.entangled(with: months, among: [january, autumn, winter]).flatMap { $0.periods.map(\.name) }
    }
    #expect(names(Self.first..<(Self.first + 1)) == ["2026-01", "2026-Q1"])
    #expect(names((Self.first + 2)..<(Self.first + 3)) == ["2026-01", "2026-Q1"])
    #expect(names((Self.first + 9)..<(Self.first + 10)) == ["2026-Q4"])
    #expect(names((Self.first + 5)..<(Self.first + 6)).isEmpty)
    #expect(names(Self.first..<(Self.first + 12)) == ["2026-01", "2026-Q4", "2026-Q1"])
  }
}
