/// The next count's distribution given a stable rate's earlier counts: exact, safe with zeros, and soon ready.
///
/// A gamma-Poisson model with Jeffreys' prior, Gamma(1/2, 0): X given the baseline is negative binomial with size
/// 1/2 + sum and success probability n / (n + 1) (Riebler 2004; `bayes` in R's package surveillance).
public struct GammaPoisson: Sendable, Equatable {
  /// Events in the baseline, and how many weeks it has.
  public let sum: Int
  public let weeks: Int
  public let distribution: CountDistribution

  /// - Parameters:
  ///   - sum: at least 0.
  ///   - weeks: at least 1.
  public init(sum: Int, weeks: Int) {
    precondition(sum >= 0 && weeks >= 1, "a baseline has weeks and no negative sum")
    self.sum = sum
    self.weeks = weeks
    distribution = CountDistribution(
      size: Double(sum) + 0.5, success: Double(weeks) / Double(weeks + 1))
  }

  /// The same for a week, or some together, whose mean is the rate times `factor` and a noise of its own, with mean 1
  /// and the variance `noise`: the negative binomial with the mean and the variance that follow.
  public init(sum: Int, weeks: Int, factor: Double, noise: Double) {
    precondition(sum >= 0 && weeks >= 1, "a baseline has weeks and no negative sum")
    precondition(factor > 0 && noise >= 0, "a factor is above 0, a variance not below")
    self.sum = sum
    self.weeks = weeks
    let shape = Double(sum) + 0.5
    let mean = shape / Double(weeks) * factor
    // Of the rate's uncertainty and the noise, as parts of the mean's square.
    let spread = (1 + noise) / shape + noise
    distribution = CountDistribution(mean: mean, dispersion: 1 + mean * spread)
  }

  /// The expected next count.
  public var mean: Double { distribution.mean }

  /// The probability of a next count of at least `count`.
  public func pValue(_ count: Int) -> Double { distribution.upperTail(count) }

  /// The highest count that is still usual at the one-sided level `alpha`.
  public func bound(alpha: Double) -> Int { distribution.quantile(1 - alpha) }

  /// The baseline that R's `bayes` takes for one week: the weeks before it, and windows about the same week of
  /// earlier years of 52 weeks. Weeks below 0 in `series` are without data.
  /// - Returns: `nil` where the series does not reach back so far, or no week has data.
  public init?(
    _ series: [Int32], week: Int, halfWindow: Int, years: Int, withThisYear: Bool
  ) {
    var (sum, weeks) = (0, 0)
    var windows: [Range<Int>] = withThisYear ? [(week - halfWindow)..<week] : []
    for back in 0..<years {
      let reference = week - 52 * (back + 1)
      windows.append((reference - halfWindow)..<(reference + halfWindow + 1))
    }
    for window in windows {
      guard window.lowerBound >= 0 else { return nil }
      for at in window where series[at] >= 0 {
        sum += Int(series[at])
        weeks += 1
      }
    }
    guard weeks > 0 else { return nil }
    self.init(sum: sum, weeks: weeks)
  }
}
