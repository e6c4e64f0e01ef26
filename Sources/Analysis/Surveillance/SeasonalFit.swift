import Foundation

/// One series' baseline weeks, laid out for the regression of counts on seasonal group and time.
///
/// The model log(mean) = group + trend · time has so much structure that its normal equations fall apart by group: a
/// round takes a few sums for each group, and one exponential for each group instead of one for each week.
/// Everything lies in memory that the caller lends.
struct SeasonalFit {
  typealias Numbers = UnsafeMutablePointer<Double>

  let groupCount: Int
  /// Observations, in the order of time.
  private(set) var count = 0
  let counts: Numbers
  let times: UnsafeMutablePointer<Int>
  let groups: UnsafeMutablePointer<Int>
  let weights: Numbers
  private let starts: Numbers
  private let powers: Numbers
  private let span: Int
  // For each group: its level (a logarithm), and the sums of what is expected, times time, and times its square.
  let level: Numbers
  let expected: Numbers
  let expectedTime: Numbers
  private let expectedSquare: Numbers
  private let observed: Numbers
  /// The change of the logarithm in a week.
  private(set) var trend = 0.0
  /// What time tells beside the groups: the trend's information.
  private(set) var information = 0.0
  /// The size of the largest count.
  private(set) var largest = 0.0

  static func doubles(_ baseline: SeasonalBaseline) -> Int {
    3 * baseline.weeks.count + baseline.groups.count + 5 * baseline.groupCount
  }
  static func integers(_ baseline: SeasonalBaseline) -> Int { 2 * baseline.weeks.count }

  /// - Parameter series: a count below 0 is a week without data, which takes no part.
  init(
    _ series: UnsafeBufferPointer<Int32>, baseline: SeasonalBaseline, doubles: Numbers,
    integers: UnsafeMutablePointer<Int>
  ) {
    let (weeks, groups) = (baseline.weeks.count, baseline.groupCount)
    groupCount = groups
    span = baseline.groups.count
    counts = doubles
    weights = doubles + weeks
    starts = doubles + 2 * weeks
    powers = doubles + 3 * weeks
    level = powers + span
    expected = level + groups
    expectedTime = expected + groups
    expectedSquare = expectedTime + groups
    observed = expectedSquare + groups
    times = integers
    self.groups = integers + weeks
    let tables = CountTables.shared
    baseline.weeks.withUnsafeBufferPointer { positions in
      baseline.groups.withUnsafeBufferPointer { groupOf in
        for week in positions where series[week] >= 0 {
          let y = Double(series[week])
          counts[count] = y
          starts[count] = tables.logStart(y)
          weights[count] = 1
          times[count] = week - baseline.origin
          self.groups[count] = groupOf[week - baseline.origin]
          largest = max(largest, y)
          count += 1
        }
      }
    }
  }

  /// A group without any week has no level.
  func hasWeeks(_ group: Int) -> Bool { expected[group] > 0 }

  /// The groups that have weeks, and the trend.
  func parameters(withTrend: Bool) -> Int {
    (0..<groupCount).reduce(withTrend ? 1 : 0) { $0 + (hasWeeks($1) ? 1 : 0) }
  }

  /// What is expected in a week of a group, so many weeks after the baseline's origin.
  func mean(group: Int, time: Int) -> Double { exp(level[group] + trend * Double(time)) }

  /// The regression by iteratively reweighted least squares with the weights as they stand, from the start that R's
  /// `glm` has and with its stopping rule, so that groups without events end at the same place.
  /// - Returns: false where it did not settle in 25 rounds.
  mutating func solve(withTrend: Bool) -> Bool {
    trend = 0
    for group in 0..<groupCount {
      level[group] = 0
      expected[group] = 0
      expectedTime[group] = 0
      expectedSquare[group] = 0
      observed[group] = 0
    }
    // The start has a mean of its own for each week, so the first round is plain least squares.
    let tables = CountTables.shared
    var (saturated, magnitude, deviance, observedTime) = (0.0, 0.0, 0.0, 0.0)
    var startTime = 0.0
    for i in 0..<count {
      let (y, weight, group, time) = (counts[i], weights[i], groups[i], Double(times[i]))
      let mean = y + 0.1
      let (share, response) = (weight * mean, starts[i] - 0.1 / mean)
      expected[group] += share
      expectedTime[group] += share * time
      expectedSquare[group] += share * time * time
      level[group] += share * response
      startTime += share * time * response
      observed[group] += weight * y
      observedTime += weight * y * time
      let own = weight * (tables.entropy(y) - y)
      saturated += own
      magnitude += abs(own)
      deviance += own - weight * (y * starts[i] - mean)
    }
    deviance *= 2
    var numerator = startTime
    var denominator = 0.0
    for group in 0..<groupCount where expected[group] > 0 {
      numerator -= expectedTime[group] / expected[group] * level[group]
      denominator += expectedSquare[group] - expectedTime[group] * expectedTime[group] / expected[group]
    }
    if withTrend {
      guard denominator > 1e-9 else { return false }
      trend = numerator / denominator
    }
    for group in 0..<groupCount where expected[group] > 0 {
      level[group] = (level[group] - trend * expectedTime[group]) / expected[group]
    }

    var rounds = 1
    while true {
      sums()
      var next = saturated - trend * observedTime
      for group in 0..<groupCount { next += expected[group] - level[group] * observed[group] }
      next *= 2
      guard next.isFinite else { return false }
      // Large counts leave some rounding in sums that should cancel.
      let settled = abs(next - deviance) < 1e-8 * (abs(next) + 0.1) + 16 * .ulpOfOne * magnitude
      deviance = next
      if settled { return true }
      if rounds == 25 { return false }
      rounds += 1
      step(observedTime: observedTime, withTrend: withTrend)
    }
  }

  /// The sums over what the levels and the trend let expect.
  private mutating func sums() {
    let factor = exp(trend)
    var power = 1.0
    for time in 0..<span {
      powers[time] = power
      power *= factor
    }
    for group in 0..<groupCount {
      expected[group] = 0
      expectedTime[group] = 0
      expectedSquare[group] = 0
    }
    var i = 0
    while i < count {
      let group = groups[i]
      var (sum, first, second) = (0.0, 0.0, 0.0)
      // Weeks of a group stand together.
      while i < count && groups[i] == group {
        let time = Double(times[i])
        let share = weights[i] * powers[times[i]]
        sum += share
        first += share * time
        second += share * time * time
        i += 1
      }
      expected[group] += sum
      expectedTime[group] += first
      expectedSquare[group] += second
    }
    information = 0
    for group in 0..<groupCount where expected[group] > 0 {
      let base = exp(level[group])
      expected[group] *= base
      expectedTime[group] *= base
      expectedSquare[group] *= base
      information += expectedSquare[group] - expectedTime[group] * expectedTime[group] / expected[group]
    }
  }

  /// One round: the score by the information, which with this link is the same as least squares with new weights.
  private mutating func step(observedTime: Double, withTrend: Bool) {
    var change = 0.0
    if withTrend {
      var score = observedTime
      for group in 0..<groupCount where expected[group] > 0 {
        score -= expectedTime[group] / expected[group] * observed[group]
      }
      change = score / information
      trend += change
    }
    for group in 0..<groupCount where expected[group] > 0 {
      level[group] += (observed[group] - expected[group] - expectedTime[group] * change) / expected[group]
    }
  }

  /// Pearson's chi-square, with each week's weight, or with the mean taken for 1 as a weight where `plain`.
  func chiSquare(plain: Bool = false) -> Double {
    var sum = 0.0
    visit { i, mean in
      let gap = counts[i] - mean
      sum += weights[i] * gap * gap / (plain ? mean * mean : mean)
    }
    return sum
  }

  /// Every observation with its expected count.
  @inline(__always) func visit(_ body: (Int, Double) -> Void) {
    var (group, base) = (-1, 0.0)
    for i in 0..<count {
      if groups[i] != group {
        group = groups[i]
        base = exp(level[group])
      }
      body(i, base * powers[times[i]])
    }
  }

  /// How much of a week's own count is in what is expected of it.
  @inline(__always) func leverage(_ i: Int, mean: Double, withTrend: Bool) -> Double {
    let group = groups[i]
    let gap = Double(times[i]) - expectedTime[group] / expected[group]
    return weights[i] * mean * (1 / expected[group] + (withTrend ? gap * gap / information : 0))
  }

  /// Weights that pull weeks far above what is expected down: γ for a residual a up to the threshold and γ a⁻² above,
  /// with a as Anscombe's residual and γ such that they add up to the number of weeks (Farrington et al. 1996).
  func reweight(dispersion: Double, threshold: Double, withTrend: Bool) {
    var total = 0.0
    visit { i, mean in
      var weight = 1.0
      let y = counts[i]
      if y > mean {
        let residual = anscombe(i, mean: mean, dispersion: dispersion, withTrend: withTrend)
        if residual > threshold { weight = 1 / (residual * residual) }
      }
      weights[i] = weight
      total += weight
    }
    let scale = Double(count) / total
    for i in 0..<count { weights[i] *= scale }
  }

  @inline(__always) func anscombe(_ i: Int, mean: Double, dispersion: Double, withTrend: Bool) -> Double {
    let rest = 1 - leverage(i, mean: mean, withTrend: withTrend)
    // A week that alone makes its group is met exactly.
    guard rest > 1e-10 else { return 0 }
    let root = mean.squareRoot()
    return 1.5 * (CountTables.shared.twoThirds(counts[i]) / cbrt(root) - root)
      / (dispersion * rest).squareRoot()
  }
}
