import Foundation

enum Binomial {
  /// The probability of `successes` in `trials`, each with probability `share` strictly between 0 and 1.
  static func mass(_ successes: Int, of trials: Int, share: Double) -> Double {
    let (k, n) = (Double(successes), Double(trials))
    let ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
    return exp(ways + k * log(share) + (n - k) * log1p(-share))
  }
}

/// The logarithm of the gamma function, for positive arguments.
public func logGamma(_ x: Double) -> Double { lgamma(x) }

/// What Stirling's formula lacks of the logarithm of the gamma function (DLMF 5.11.1), for positive arguments.
func stirlingError(_ x: Double) -> Double {
  if x < 12 { return lgamma(x) - ((x - 0.5) * log(x) - x + 0.918_938_533_204_672_74) }
  let square = x * x
  return
    (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1 / (1188 * square)) / square) / square) / square)
    / x
}

/// Where a rising function of a logarithm crosses `target`, by halving until two neighbouring numbers are left.
func crossing(of target: Double, by rising: (Double) -> Double) -> Double {
  var (low, high) = (-1.0, 1.0)
  while rising(low) > target { low *= 2 }
  while rising(high) < target { high *= 2 }
  while true {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { return middle }
    if rising(middle) < target { low = middle } else { high = middle }
  }
}
