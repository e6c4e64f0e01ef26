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
func logGamma(_ x: Double) -> Double { lgamma(x) }

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
