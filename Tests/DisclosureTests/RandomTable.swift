import Foundation
import TestSupport

@testable import Disclosure

/// Tables such as municipalities have: many small counts, some large ones, two or three levels.
enum RandomTable {
  static func make(
    areas: Int, categories: Int, months: Range<Int>, _ generator: inout SeededGenerator, hasDistricts: Bool
  ) throws -> CountTable {
    let names = (0..<areas).map { "area \($0)" }
    let tree =
      hasDistricts && areas > 3
      ? try Hierarchy([
        .init(
          "all",
          [
            .init("north", names[..<(areas / 2)].map { .init($0) }),
            .init("south", names[(areas / 2)...].map { .init($0) }),
          ])
      ]) : try Hierarchy(total: "all", parts: names)
    let level = exp(Double.random(in: -1.5...2.5, using: &generator))
    let weights = (0..<(areas + categories)).map { _ in exp(Double.random(in: -1.2...1.2, using: &generator))
    }
    var counts: [Int] = []
    for area in 0..<areas {
      for _ in months {
        for category in 0..<categories {
          counts.append(count(level * weights[area] * weights[areas + category], &generator))
        }
      }
    }
    return CountTable(
      areas: tree, categories: try Hierarchy(total: "any", parts: (0..<categories).map { "kind \($0)" }),
      months: months, counts: counts)
  }

  /// Geometric, whose variance is beyond Poisson's as that of real counts.
  private static func count(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    let chance = mean / (1 + mean)
    return Int(log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)) / log(chance))
  }

  /// Some counts corrected by one, as late reports do.
  static func corrected(_ table: CountTable, _ generator: inout SeededGenerator) -> CountTable {
    var counts = table.counts
    for place in counts.indices where Double.random(in: 0..<1, using: &generator) < 0.025 {
      counts[place] = max(0, counts[place] + (Bool.random(using: &generator) ? 1 : -1))
    }
    return CountTable(
      areas: table.areas, categories: table.categories, months: table.months, counts: counts)
  }
}
