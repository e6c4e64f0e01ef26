// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Foundation
import TestSupport
import Testing

@testable import Disclosure

/// Tables whose intervals and fewest further suppressions another solver has found.
@Suite struct SuppressionOracleTests {
  struct Oracle: Decodable {
    struct Fewest: Decodable {
      let n_secondary: Int?
      let one_solution: [[Int]]?
      let audit: [String: [Double?]]?
    }
    struct Case: Decodable {
      let table: [[Int]]
      let threshold: Int
      let primary: [[Int]]
      let audit_primary_only: [String: [Double?]]
      let exactly_disclosed_primary_only: [String]
      let fewest_secondary: Fewest?
    }
    let cases: [Case]
  }

  @Test(.enabled(if: OracleFile.exist("suppression")), arguments: OracleFile.all("suppression"))
  func intervalsAndFewestCells(_ file: OracleFile) throws {
    let cases = try file.read(as: Oracle.self).cases
    #expect(!cases.isEmpty)
    for known in cases {
      let (rows, columns) = (known.table.count, known.table[0].count)
      let system = CellSystem.table(rows: rows, columns: columns)
      let inner = known.table.flatMap { $0 }
      let values =
        inner + known.table.map { $0.reduce(0, +) }
        + (0..<columns).map { column in known.table.reduce(0) { $0 + $1[column] } } + [inner.reduce(0, +)]
      #expect(system.holds(for: values))
      let primary = inner.indices.filter { (1..<known.threshold).contains(inner[$0]) }
      #expect(Set(primary) == Set(known.primary.map { $0[0] * columns + $0[1] }))

      func intervals(_ suppressed: [Int]) throws -> [String: Interval] {
        var bounds = values.map { Interval.exactly($0) }
        for cell in suppressed { bounds[cell] = .atLeast(0) }
        let audit = Audit(system, known: bounds)
        return try Dictionary(
          uniqueKeysWithValues: suppressed.map {
            ("\($0 / columns),\($0 % columns)", try #require(audit.interval(of: $0)))
          })
      }
      func same(_ ours: [String: Interval], _ theirs: [String: [Double?]]) {
        #expect(Set(ours.keys) == Set(theirs.keys))
        for (cell, interval) in theirs {
          let mine = ours[cell] ?? Interval(.nan, .nan)
          #expect(abs(mine.lower - (interval[0] ?? 0)) <= 1e-6, "\(cell): \(mine), \(interval)")
          if let upper = interval[1] {
            #expect(abs(mine.upper - upper) <= 1e-6, "\(cell): \(mine), \(interval)")
          } else {
            #expect(mine.upper == .infinity, "\(cell): \(mine), \(interval)")
          }
        }
      }
      let alone = try intervals(primary)
      same(alone, known.audit_primary_only)
      #expect(Set(alone.filter { $0.value.width < 1e-6 }.keys) == Set(known.exactly_disclosed_primary_only))

      guard let fewest = known.fewest_secondary else { continue }
      if let solution = fewest.one_solution, let audit = fewest.audit {
        same(try intervals(primary + solution.map { $0[0] * columns + $0[1] }), audit)
      }
      // Bounds of tables with two dimensions are whole numbers, so that a width above 0 is one of at least 1.
      var search = FewestSuppressions(
        system: system, values: values, protected: primary,
        candidates: values.indices.map { $0 < inner.count && values[$0] > 0 }, least: values.map { _ in 0 },
        width: 1,
        budget: 100_000)
      var bounds = values.map { Interval.exactly($0) }
      for cell in primary { bounds[cell] = .atLeast(0) }
      switch search.search(known: bounds, limit: fewest.n_secondary ?? 4) {
      case .found(let cells):
        #expect(cells.count == fewest.n_secondary)
        let widths = try intervals(primary + cells)
        #expect(primary.allSatisfy { widths["\($0 / columns),\($0 % columns)"]!.width >= 1 - 1e-6 })
      case .none: #expect(fewest.n_secondary == nil)
      case .unknown: Issue.record("the search gave up")
      }
    }
  }
}
