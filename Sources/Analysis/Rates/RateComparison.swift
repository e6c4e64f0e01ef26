/// Two counts side by side, each with the time (or people) in which it was gathered: is there more to it than chance?
///
/// Given their total, the first of two Poisson counts is binomial with the share that its exposure has of both
/// exposures, so the test is exact for small counts too (Przyborowski and Wilenski 1940, Biometrika 31:313–323).
/// It is the same as R's `poisson.test` with two counts.
public struct RateComparison: Sendable, Equatable {
  /// How many were counted, at least 0.
  public let first: Int
  public let second: Int
  /// In one and the same unit, such as days, above 0.
  public let firstExposure: Double
  public let secondExposure: Double

  public init(_ first: Int, _ second: Int, exposures: (first: Double, second: Double) = (1, 1)) {
    precondition(first >= 0 && second >= 0, "a count is not negative")
    precondition(exposures.first > 0 && exposures.second > 0, "an exposure is positive")
    self.first = first
    self.second = second
    firstExposure = exposures.first
    secondExposure = exposures.second
  }

  /// What can honestly be said of a difference.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// More than chance alone is expected to bring.
    case more
    /// Fewer than chance alone is expected to bring.
    case fewer
    case withinChance
    /// Both counts are so small that no answer would be worth anything.
    case tooFewToTell
  }

  /// Where both counts are below it, nothing is said. *Ours.*
  public static let smallCount = 5

  /// - Parameters:
  ///   - level: the p-value below which a difference is called more than chance. The default is stricter than the
  ///     customary 0.05, since a picture compares some dozens of rows at once, and counts vary more than Poisson's.
  ///   - smallCount: where both counts are below it, the verdict is `tooFewToTell`.
  public func verdict(level: Double = 0.01, smallCount: Int = RateComparison.smallCount) -> Verdict {
    if first < smallCount && second < smallCount { return .tooFewToTell }
    guard pValue < level else { return .withinChance }
    return Double(first) * secondExposure > Double(second) * firstExposure ? .more : .fewer
  }

  /// The exact test's two-sided p-value: the probability of every split of the total that is no likelier than
  /// the one seen.
  public var pValue: Double {
    let total = first + second
    let share = firstExposure / (firstExposure + secondExposure)
    let seen = Binomial.mass(first, of: total, share: share)
    // R's tolerance, so that splits that are equally likely on paper are so in floating point.
    let limit = seen * (1 + 1e-7)
    var sum = 0.0
    for split in 0...total {
      let mass = Binomial.mass(split, of: total, share: share)
      if mass <= limit { sum += mass }
    }
    return min(1, sum)
  }

  /// The one-sided p-value: the probability of a first count at least as large as the one seen.
  public var pValueGreater: Double {
    let share = firstExposure / (firstExposure + secondExposure)
    return first == 0
      ? 1 : Beta.regularized(share, complement: 1 - share, a: Double(first), b: Double(second) + 1)
  }

  /// The first rate divided by the second; `nil` where the second count is 0.
  public var ratio: Double? {
    second == 0 ? nil : Double(first) / firstExposure / (Double(second) / secondExposure)
  }

  /// The exact interval of the rate ratio, from Clopper and Pearson's of the binomial share (1934, Biometrika
  /// 26:404–413); `upper` is `nil` where it is unbounded.
  public func ratioInterval(confidence: Double = 0.95) -> (lower: Double, upper: Double?) {
    let tail = (1 - confidence) / 2
    let exposures = secondExposure / firstExposure
    let (k, rest) = (Double(first), Double(second))
    let lower = first == 0 ? 0 : Beta.quantileOdds(tail, a: k, b: rest + 1) * exposures
    let upper = second == 0 ? nil : Beta.quantileOdds(1 - tail, a: k + 1, b: rest) * exposures
    return (lower, upper)
  }
}
