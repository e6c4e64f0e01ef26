import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct SignalRuleTests {
  private let rule = SignalRule()

  private func starts(_ weeks: Int) -> [Int] {
    (0..<weeks).map { CivilDay.number(year: 2021, month: 1, day: 4) + 7 * $0 }
  }

  private func drawn(_ stream: UInt64) -> SpikeTable {
    var generator = SpikeGenerator(total: 100_000, generator: Seed.generator(stream))
    return generator.table(seed: 0)
  }

  @Test("A rise out of nothing is a signal since the week in which it began")
  func rise() {
    var counts = [Int32](repeating: 0, count: 20 * 200)
    for at in counts.indices where at % 5 == 0 { counts[at] = 1 }
    for week in 197..<200 { counts[3 * 200 + week] = 9 }
    let signals = rule.assess(CountTable(weekStarts: starts(200), counts: counts))
    #expect(signals[3].verdict == .signal)
    #expect(signals[3].since == 197 && signals[3].count == 9 && signals[3].lately == 27)
    #expect(signals[3].method == .seasonAndRecent(years: 3, weeks: 104))
    #expect(signals.count { $0.verdict == .signal } == 1)
    #expect((signals[3].range?.upper ?? 99) < 9)
  }

  @Test("A short history has the latest weeks alone, a shorter one nothing")
  func histories() {
    func first(_ weeks: Int) -> CellSignal {
      rule.assess(CountTable(weekStarts: starts(weeks), counts: [Int32](repeating: 2, count: weeks)))[0]
    }
    #expect(first(120).method == .recent(weeks: 104) && first(120).verdict == .none)
    #expect(first(60).method == .recent(weeks: 52))
    #expect(first(40).method == .recent(weeks: 26))
    #expect(first(14).method == .recent(weeks: 9))
    for weeks in [1, 2, 8, 12] {
      #expect(first(weeks).method == .none && first(weeks).verdict == .tooFew)
      #expect(first(weeks).range == nil && first(weeks).pValue == nil)
    }
  }

  @Test("Empty tables, empty cells and missing weeks have answers")
  func edges() {
    #expect(rule.assess(CountTable(weekStarts: starts(10), counts: [])).isEmpty)
    let none = rule.assess(CountTable(weekStarts: starts(261), counts: [Int32](repeating: 0, count: 261)))
    #expect(none[0].verdict == .tooFew && none[0].range?.upper == 0 && none[0].since == nil)
    let missing = rule.assess(CountTable(weekStarts: starts(261), counts: [Int32](repeating: -1, count: 261)))
    #expect(missing[0].count == nil && missing[0].method == .none && missing[0].pValue == nil)
    let huge = rule.assess(
      CountTable(weekStarts: starts(261), counts: [Int32](repeating: 1_000_000, count: 261)))
    #expect(huge[0].verdict == .none && abs((huge[0].range?.expected ?? 0) / 1e6 - 1) < 1e-3)
  }

  @Test("In parts, in any order, the answers are the same")
  func parts() {
    let table = drawn(81).table
    let frame = rule.frame(table)
    var joined: [CellSignal] = []
    for start in stride(from: 0, to: table.cells, by: 250) {
      joined += rule.measure(table, frame: frame, cells: start..<(start + 250))
    }
    rule.decide(&joined)
    #expect(joined == rule.assess(table))
    // What comes later changes nothing.
    #expect(rule.assess(table, week: 240) == rule.assess(Self.cut(table, 241)))
  }

  private static func cut(_ table: CountTable, _ weeks: Int) -> CountTable {
    CountTable(
      weekStarts: Array(table.weekStarts.prefix(weeks)),
      counts: (0..<table.cells).flatMap { table.row($0).prefix(weeks) }, seasonGroups: table.seasonGroups)
  }

  @Test("Nine counts of ten or more lie in their ranges, and the current week's is the signal's")
  func ranges() throws {
    let table = drawn(82).table
    let frame = rule.frame(table)
    let ranges = rule.ranges(table, frame: frame, cells: 0..<table.cells)
    #expect(ranges.count == table.cells * rule.rangeWeeks)
    let signals = rule.assess(table)
    var (inside, all) = (0, 0)
    for cell in 0..<table.cells {
      for week in 0..<rule.rangeWeeks {
        let range = try #require(ranges[cell * rule.rangeWeeks + week])
        let row = table.row(cell)
        let count = Int(row[row.endIndex - rule.rangeWeeks + week])
        #expect(range.lower <= range.upper && range.expected >= 0)
        if range.lower <= count && count <= range.upper { inside += 1 }
        all += 1
      }
      #expect(ranges[cell * rule.rangeWeeks + rule.rangeWeeks - 1] == signals[cell].range)
    }
    #expect(Double(inside) / Double(all) > 0.9)
  }

  @Test("Areas' sums are a family of their own")
  func sums() {
    let table = drawn(83).table
    let areas = table.summed(by: (0..<table.cells).map { $0 / 25 }, into: 40)
    #expect(areas.cells == 40)
    #expect(areas.counts.reduce(0, +) == table.counts.reduce(0, +))
    #expect(rule.assess(areas).count == 40)
  }

  @Test("A thousand cells' week takes little time")
  func speed() {
    let table = drawn(84).table
    let clock = ContinuousClock()
    var least = (assess: Duration.seconds(60), ranges: Duration.seconds(60))
    for _ in 0..<5 {
      least.assess = min(least.assess, clock.measure { _ = rule.assess(table) })
      let frame = rule.frame(table)
      least.ranges = min(
        least.ranges, clock.measure { _ = rule.ranges(table, frame: frame, cells: 0..<table.cells) })
    }
    print("1,000 cells, one week: \(least.assess); ranges of 52 weeks: \(least.ranges)")
    // Unoptimized builds are many times slower.
    #expect(least.assess < .seconds(10))
  }
}
