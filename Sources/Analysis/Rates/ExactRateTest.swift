import Foundation

extension RateComparison {
  /// The E-test's two-sided p-value; `nil` where nothing was counted on either side.
  ///
  /// Krishnamoorthy and Thomson 2004, Journal of Statistical Planning and Inference 119:23–35, with the pooled
  /// variance, which keeps its power where exposures differ: the probability, under a rate common to both, of a
  /// difference of the rates at least as many standard errors from `difference` as the one seen.
  /// - Parameter difference: of the rates, per unit of exposure, that is tested for.
  public func eTest(difference: Double = 0) -> Double? {
    guard first + second > 0 else { return nil }
    let (n1, n2) = (firstExposure, secondExposure)
    func statistic(_ x1: Int, _ x2: Int) -> Double {
      abs(Double(x1) / n1 - Double(x2) / n2 - difference) / Double(x1 + x2).squareRoot()
    }
    let rate = Double(first + second) / (n1 + n2) - difference * n1 / (n1 + n2)
    let seen = statistic(first, second)
    let here = Self.masses(n1 * (rate + difference))
    let there = Self.masses(n2 * rate)
    var sum = 0.0
    for (x1, mass) in here {
      for (x2, other) in there where x1 + x2 > 0 {
        if statistic(x1, x2) >= seen * (1 - 1e-12) { sum += mass * other }
      }
    }
    return min(1, sum)
  }

  /// The counts about a mean whose probability is above 1e-20.
  private static func masses(_ mean: Double) -> [(Int, Double)] {
    guard mean > 0 else { return [(0, 1)] }
    let distribution = CountDistribution.poisson(mean)
    let middle = Int(mean)
    let start = distribution.mass(middle)
    var below: [(Int, Double)] = []
    var (k, mass) = (middle, start)
    while k > 0 {
      mass *= Double(k) / mean
      k -= 1
      if mass < 1e-20 { break }
      below.append((k, mass))
    }
    var masses = Array(below.reversed())
    (k, mass) = (middle, start)
    while mass >= 1e-20 {
      masses.append((k, mass))
      k += 1
      mass *= mean / Double(k)
    }
    return masses
  }

  /// The probability of a first count at least as large where the second rate is taken for the truth itself, which
  /// it never is: for comparison. 0 where the second count is 0 and the first is not.
  public var pValueKnownRate: Double {
    CountDistribution.poisson(Double(second) / secondExposure * firstExposure).upperTail(first)
  }

  /// Twice the difference of the roots of the two rates, about a standard normal number for equal exposures of one
  /// unit (Wheeler 2016, International Journal of Police Science and Management 18:159–172).
  public var rootDifference: Double {
    2 * ((Double(first) / firstExposure).squareRoot() - (Double(second) / secondExposure).squareRoot())
  }

  /// The same with the count that the second rate lets expect for the whole of the first exposure.
  public var rootDifferenceOfTotals: Double {
    2 * (Double(first).squareRoot() - (Double(second) / secondExposure * firstExposure).squareRoot())
  }
}

/// The band of a weekly chart: about the root of what earlier weeks were on average, half of `z` on each side, where
/// Poisson counts have a spread of one half (Wheeler's crimepy; Anscombe 1948, Biometrika 35:246–254).
public enum RootBand {
  /// - Parameter mean: of the weeks before, at least 0.
  public static func about(_ mean: Double, z: Double = 3) -> (lower: Double, upper: Double) {
    let root = mean.squareRoot()
    let lower = max(0, root - z / 2)
    return (lower * lower, (root + z / 2) * (root + z / 2))
  }
}
