/// What the cells of a family tell about one another: how much more than Poisson's their weeks vary, and the season
/// of those that are of one kind. A single cell with a few events a week can tell neither.
struct SharedNoise: Sendable, Equatable {
  /// The variance of a week's own factor, whose mean is 1; 0 is Poisson's.
  let variance: Double
  /// The first week that has season factors, from 0.
  let firstWeek: Int
  /// For each season group and week, by what a week differs from the year before it; empty without groups.
  private let factors: [Double]
  private let weeks: Int

  /// - Parameters:
  ///   - week: the last one, from 0, that is judged; the noise is measured in the `span` weeks that end `gap` weeks
  ///     before it.
  ///   - rangeWeeks: for how many weeks up to it there are to be factors.
  init(_ table: CountTable, week: Int, gap: Int, span: Int, rangeWeeks: Int) {
    variance = Self.variance(table, weeks: max(0, week - gap - span)..<max(0, week - gap))
    firstWeek = max(0, week - rangeWeeks + 1)
    weeks = week - firstWeek + 1
    guard let groups = table.seasonGroups, let last = groups.max(), last >= 0 else {
      factors = []
      return
    }
    let total = table.summed(by: groups, into: last + 1)
    var factors: [Double] = []
    factors.reserveCapacity((last + 1) * weeks)
    for group in 0...last {
      let sums = Self.runningSums(total.row(group).prefix(week + 1))
      for at in firstWeek...week { factors.append(Self.factor(sums, week: at)) }
    }
    self.factors = factors
  }

  func factor(group: Int?, week: Int) -> Double {
    guard let group, group >= 0, !factors.isEmpty else { return 1 }
    return factors[group * weeks + week - firstWeek]
  }

  private static func variance(_ table: CountTable, weeks: Range<Int>) -> Double {
    var differences = SuccessiveDifferences()
    table.counts.withUnsafeBufferPointer { counts in
      for cell in 0..<table.cells {
        let row = cell * table.weeks
        for week in weeks.dropFirst() {
          let (x, y) = (Int(counts[row + week - 1]), Int(counts[row + week]))
          if x >= 0 && y >= 0 { differences.add(x, y) }
        }
      }
    }
    return differences.variance()
  }

  /// Sums from the start up to before each week; a week without data counts as 0.
  private static func runningSums(_ row: ArraySlice<Int32>) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(row.count + 1)
    for count in row { sums.append((sums.last ?? 0) + max(0, Int(count))) }
    return sums
  }

  /// Events in seven weeks about the same week of earlier years, by what the year before each let expect; drawn
  /// towards 1 as by so many events of no season at all.
  private static func factor(_ sums: [Int], week: Int) -> Double {
    let (half, year, prior) = (3, 52.1775, 16.0)
    var (seen, expected) = (prior, prior)
    for back in 1...5 {
      let middle = week - Int((Double(back) * year).rounded())
      guard middle - 51 >= 0 else { break }
      seen += Double(sums[middle + half + 1] - sums[middle - half])
      expected += Double(sums[middle + 1] - sums[middle - 51]) * Double(2 * half + 1) / 52
    }
    return seen / expected
  }
}
