import TestSupport
import Testing

@testable import Disclosure

/// The search against trying every set of cells.
@Suite struct FewestSuppressionsTests {
  @Test("No smaller set of cells is enough than the one found", arguments: 0..<(Seed.full ? 60 : 12))
  func exhaustive(trial: Int) throws {
    var generator = Seed.generator(UInt64(700 + trial))
    let (rows, columns) = (
      Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator)
    )
    let width = trial % 2 == 0 ? 1.0 : 5
    let inner = (0..<(rows * columns)).map { _ in
      Int.random(in: 0..<4, using: &generator) == 0
        ? Int.random(in: 1...4, using: &generator) : Int.random(in: 0...14, using: &generator)
    }
    let system = CellSystem.table(rows: rows, columns: columns)
    let values =
      inner + (0..<rows).map { row in (0..<columns).reduce(0) { $0 + inner[row * columns + $1] } }
      + (0..<columns).map { column in (0..<rows).reduce(0) { $0 + inner[$1 * columns + column] } }
      + [inner.reduce(0, +)]
    let primary = inner.indices.filter { (1..<5).contains(inner[$0]) }
    let open = inner.indices.filter { inner[$0] >= 5 }

    func isEnough(_ cells: [Int]) throws -> Bool {
      var known = values.map { Interval.exactly($0) }
      for cell in primary + cells { known[cell] = .atLeast(0) }
      let audit = Audit(system, known: known)
      return try primary.allSatisfy { try #require(audit.interval(of: $0)).width >= width - 1e-6 }
    }
    var cheapest: (count: Int, total: Int)?
    for set in 0..<(1 << open.count) where set.nonzeroBitCount <= (cheapest?.count ?? 4) {
      let cells = open.indices.filter { set & (1 << $0) != 0 }.map { open[$0] }
      let total = cells.reduce(0) { $0 + values[$1] }
      if let cheapest, (cheapest.count, cheapest.total) <= (cells.count, total) { continue }
      if try isEnough(cells) { cheapest = (cells.count, total) }
    }
    var search = FewestSuppressions(
      system: system, values: values, protected: primary,
      candidates: values.indices.map { $0 < inner.count && values[$0] >= 5 }, least: values.map { _ in 0 },
      width: width, budget: 100_000)
    var known = values.map { Interval.exactly($0) }
    for cell in primary { known[cell] = .atLeast(0) }
    switch search.search(known: known, limit: 4) {
    case .found(let cells):
      #expect(cells.count == cheapest?.count && cells.reduce(0) { $0 + values[$1] } == cheapest?.total)
      #expect(try isEnough(cells))
    case .none: #expect(cheapest == nil)
    case .unknown: Issue.record("the search gave up")
    }
  }
}
