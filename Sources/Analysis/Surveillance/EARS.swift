import Foundation

/// The Early Aberration Reporting System's rules: a comparison with the weeks just before. Made for daily counts and
/// short histories; at small weekly counts they cry wolf, so they are here to be compared with.
///
/// Hutwagner et al. 2003, Journal of Urban Health 80:i89–i96; Fricker, Hegler and Dunfee 2008, Statistics in Medicine
/// 27:3407–3429; `earsC` in R's package surveillance.
public struct EARS: Sendable, Equatable {
  public enum Method: String, Sendable, CaseIterable {
    /// The baseline ends just before the week.
    case c1 = "C1"
    /// Two weeks lie between.
    case c2 = "C2"
    /// Three weeks' exceedances under C2, added up.
    case c3 = "C3"
  }

  public let method: Method
  /// Weeks in the baseline, at least 2.
  public let baseline: Int
  /// The least standard deviation that is reckoned with.
  public let leastDeviation: Double
  /// One-sided level.
  public let alpha: Double

  public init(_ method: Method, baseline: Int = 7, leastDeviation: Double = 0, alpha: Double? = nil) {
    precondition(baseline >= 2, "a deviation needs two weeks")
    self.method = method
    self.baseline = baseline
    self.leastDeviation = leastDeviation
    self.alpha = alpha ?? (method == .c3 ? 0.025 : 0.001)
  }

  /// The highest count that is still usual in a week, from 0; `nil` where the series does not reach back far enough,
  /// or where C3 meets a baseline without any deviation.
  public func bound(_ series: [Int32], week: Int) -> Double? {
    let z = NormalDistribution.quantile(1 - alpha)
    switch method {
    case .c1, .c2:
      guard let (mean, deviation) = usual(series, week: week) else { return nil }
      return mean + z * deviation
    case .c3:
      guard let (_, deviation) = usual(series, week: week) else { return nil }
      var excess = 0.0
      for back in 1...2 {
        guard let (mean, deviation) = usual(series, week: week - back) else { return nil }
        // Infinite above a baseline without deviation; on it there is no saying.
        let score = (Double(series[week - back]) - mean) / deviation
        if score.isNaN { return nil }
        excess += max(0, score - 1)
      }
      let bound = Double(series[week]) + deviation * (z - excess)
      return bound.isNaN ? nil : max(0, bound)
    }
  }

  private func usual(_ series: [Int32], week: Int) -> (mean: Double, deviation: Double)? {
    let end = method == .c1 ? week : week - 2
    guard end - baseline >= 0 else { return nil }
    let counts = series[(end - baseline)..<end]
    let mean = counts.reduce(0) { $0 + Double($1) } / Double(baseline)
    let squares = counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, max((squares / Double(baseline - 1)).squareRoot(), leastDeviation))
  }
}
