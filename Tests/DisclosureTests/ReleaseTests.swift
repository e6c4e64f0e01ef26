import Foundation
import TestSupport
import Testing

@testable import Disclosure

@Suite struct ReleaseTests {
  private static let trials: [UInt64] = Array(0..<(Seed.full ? 200 : 20))
  private static let first = 2026 * 12

  /// The outsider's view, made anew from nothing but what is published: each release's cells by names, its own sums, and
  /// equal counts of one name taken to be the same.
  private struct Outsider {
    var known: [Interval] = []
    var relations: [CellSystem.Relation] = []
    var suppressed: [Int] = []

    mutating func read(_ release: Release, shared: inout [String: Int]) {
      let table = release.published
      var places: [String: Int] = [:]
      func name(_ area: String, _ period: Period, _ category: String) -> String {
        "\(area)|\(period.months)|\(category)"
      }
      for cell in table.cells {
        let key = name(cell.area, cell.period, cell.category)
        let interval: Interval =
          if case .count(let count) = cell.content { .exactly(count) } else { .atLeast(0) }
        // A count that both show is one cell, and so is one that neither shows.
        let mark = "\(key)|\(cell.isSuppressed ? "?" : "\(interval.lower)")"
        let place: Int
        if let known = shared[mark] {
          place = known
        } else {
          place = known.count
          known.append(interval)
          shared[mark] = place
          if cell.isSuppressed { suppressed.append(place) }
        }
        places[key] = place
      }
      for area in release.table.areas.all {
        for period in release.periods {
          for category in release.table.categories.all {
            guard let total = places[name(area.name, period, category.name)] else { continue }
            let below = area.parts.compactMap { places[name($0.name, period, category.name)] }
            if !below.isEmpty { relations.append(.init(total: total, parts: below)) }
            let within = category.parts.compactMap { places[name(area.name, period, $0.name)] }
            if !within.isEmpty { relations.append(.init(total: total, parts: within)) }
          }
        }
      }
      for (area, category) in release.table.areas.all.flatMap({ area in
        release.table.categories.all.map { (area.name, $0.name) }
      }) {
        for period in release.periods {
          let months = release.periods.filter {
            $0 != period && period.months.lowerBound <= $0.months.lowerBound
              && $0.months.upperBound <= period.months.upperBound
          }
          guard months.reduce(0, { $0 + $1.months.count }) == period.months.count,
            let total = places[name(area, period, category)]
          else { continue }
          relations.append(.init(total: total, parts: months.compactMap { places[name(area, $0, category)] }))
        }
      }
    }

    /// The narrowest interval of what is suppressed; infinite where nothing is.
    func narrowest() -> Double? {
      let audit = Audit(CellSystem(count: known.count, relations: relations), known: known)
      var least = Double.infinity
      for cell in suppressed {
        guard let interval = audit.interval(of: cell) else { return nil }
        least = min(least, interval.width)
      }
      return least
    }
  }

  @Test("No suppressed count of a random table can be told within five", arguments: trials)
  func alone(trial: UInt64) throws {
    var generator = Seed.generator(500 + trial)
    let table = try RandomTable.make(
      areas: Int.random(in: 1...12, using: &generator), categories: Int.random(in: 1...8, using: &generator),
      months: Self.first..<(Self.first + 3), &generator, hasDistricts: trial % 2 == 0)
    let release = try Release(table, periods: [.quarter(1, of: 2026)])
    check(release)
    var outsider = Outsider()
    var shared: [String: Int] = [:]
    outsider.read(release, shared: &shared)
    #expect(try #require(outsider.narrowest()) >= 5 - 1e-6)
  }

  @Test("Nor from two releases that follow on one another, with corrections in between", arguments: trials)
  func twoReleases(trial: UInt64) throws {
    var generator = Seed.generator(900 + trial)
    let (areas, categories) = (
      Int.random(in: 2...8, using: &generator), Int.random(in: 2...6, using: &generator)
    )
    let months = Self.first..<(Self.first + 6)
    let table = try RandomTable.make(
      areas: areas, categories: categories, months: months, &generator, hasDistricts: trial % 2 == 0)
    let later = trial % 3 == 0 ? RandomTable.corrected(table, &generator) : table
    let half = Period("first half", months: months)
    // A quarter and then the next; the months of a quarter and then the quarter; a quarter and then the half-year.
    let (earlier, next): ([Period], [Period]) =
      switch trial % 4 {
      case 0: ([.quarter(1, of: 2026)], [.quarter(1, of: 2026), .quarter(2, of: 2026)])
      case 1: ([.quarter(1, of: 2026)], [half])
      case 2: ([.month(1, of: 2026), .month(2, of: 2026)], [.quarter(1, of: 2026)])
      default: ([.quarter(1, of: 2026), .quarter(2, of: 2026)], [half, .quarter(2, of: 2026)])
      }
    let first = try Release(table, periods: earlier)
    let second = try Release(later, periods: next, after: [first])
    check(first)
    check(second)
    if later == table {
      var outsider = Outsider()
      var shared: [String: Int] = [:]
      outsider.read(first, shared: &shared)
      outsider.read(second, shared: &shared)
      #expect(try #require(outsider.narrowest()) >= 5 - 1e-6)
    }
  }

  /// What any release has to be.
  private func check(_ release: Release) {
    let cells = ReleaseLedger.cells(of: release.table, periods: release.periods, rule: release.rule)
    #expect(cells.count == release.published.cells.count && !cells.isEmpty)
    for (cell, shown) in zip(cells, release.published.cells) {
      switch shown.content {
      case .count(let count):
        #expect(count == cell.value && !(1..<5).contains(count))
      case .suppressed(let lower, let upper):
        #expect((upper ?? .infinity) - lower >= 5 - 1e-6)
        #expect(lower - 1e-6 <= Double(cell.value) && Double(cell.value) <= (upper ?? .infinity) + 1e-6)
      }
    }
  }

  private func small(_ counts: [Int], areas: [String], categories: [String], months: Int = 12) throws
    -> CountTable
  {
    CountTable(
      areas: try Hierarchy(total: "all", parts: areas),
      categories: try Hierarchy(total: "any", parts: categories),
      months: Self.first..<(Self.first + months), counts: counts)
  }

  @Test("Sensitive categories are shown for the year and the municipality only, and in no sum")
  func sensitive() throws {
    var generator = Seed.generator(77)
    let counts = (0..<(3 * 12 * 3)).map { _ in Int.random(in: 0...9, using: &generator) }
    let table = try small(counts, areas: ["a", "b", "c"], categories: ["hate", "theft", "litter"])
    let release = try Release(
      table, periods: [.year(2026), .quarter(1, of: 2026)], rule: .init(sensitive: ["hate"]))
    let hate = release.published.cells.filter { $0.category == "hate" }
    #expect(hate.map { "\($0.area) \($0.period.name)" } == ["all 2026"])
    let any = release.published.cells.first { $0.area == "all" && $0.category == "any" }
    let ordinary = counts.enumerated().filter { $0.offset % 3 != 0 }.reduce(0) { $0 + $1.element }
    #expect(any?.content == .count(ordinary))
  }

  @Test("Zeros and large counts are shown, and an empty table hides nothing")
  func shown() throws {
    let empty = try Release(
      try small([0, 0, 0, 0], areas: ["a", "b"], categories: ["x", "y"], months: 1),
      periods: [.month(1, of: 2026)])
    #expect(empty.published.cells.allSatisfy { $0.content == .count(0) })
    let large = try Release(
      try small([50, 0, 7, 100_000], areas: ["a", "b"], categories: ["x", "y"], months: 1),
      periods: [.month(1, of: 2026)])
    #expect(large.published.cells.allSatisfy { !$0.isSuppressed })
  }

  @Test("A single small count takes its totals along")
  func single() throws {
    let release = try Release(
      try small([3], areas: ["a"], categories: ["x"], months: 1), periods: [.month(1, of: 2026)])
    #expect(release.published.cells.allSatisfy { $0.content == .suppressed(lower: 1, upper: nil) })
  }

  @Test("Rounded counts are multiples, nearest to what was counted")
  func rounded() throws {
    let release = try Release(
      try small([52, 0, 7, 98], areas: ["a", "b"], categories: ["x", "y"], months: 1),
      periods: [.month(1, of: 2026)], rule: .init(rounding: 5))
    let counts = release.published.cells.compactMap { cell in
      if case .count(let count) = cell.content { count } else { nil }
    }
    #expect(Set(counts) == [155, 60, 100, 50, 0, 105, 5])
  }

  @Test("A period that is not in the table is refused")
  func outside() throws {
    let table = try small([1], areas: ["a"], categories: ["x"], months: 1)
    #expect(throws: Release.Refusal.periodOutsideTheTable("2026-Q1")) {
      try Release(table, periods: [.quarter(1, of: 2026)])
    }
  }

  @Test("The same counts give the same release, and a whole municipality's quarter is quick")
  func municipality() throws {
    var generator = Seed.generator(12)
    let table = try RandomTable.make(
      areas: 40, categories: 25, months: Self.first..<(Self.first + 6), &generator, hasDistricts: true)
    func make(_ periods: [Period], after previous: [Release]) throws -> Release {
      let watch = Stopwatch()
      let release = try Release(table, periods: periods, after: previous)
      let hidden = release.published.cells.filter(\.isSuppressed).count
      let names = periods.map(\.name).joined(separator: ", ")
      print(
        "40 areas × 25 categories, \(names): \(hidden) of \(release.published.cells.count) cells, \(watch)")
      check(release)
      return release
    }
    let first = try make([.quarter(1, of: 2026)], after: [])
    #expect(try Release(table, periods: [.quarter(1, of: 2026)]).published == first.published)
    if Seed.full { _ = try make([.quarter(1, of: 2026), .quarter(2, of: 2026)], after: [first]) }
  }
}
