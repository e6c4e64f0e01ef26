import Foundation

/// A distribution of counts with a mean and a variance of `dispersion` times the mean: the negative binomial with
/// size mean / (dispersion - 1), and its limit, the Poisson distribution, where the dispersion is 1.
///
/// (The negative binomial with real size as in Johnson, Kemp and Kotz 2005, Univariate Discrete Distributions,
/// chapter 5.) Sums of terms of one sign are used, so that both tails are exact relative to themselves.
public struct CountDistribution: Sendable, Equatable {
  public let mean: Double
  /// The size (shape) of the negative binomial; infinite for Poisson's.
  public let size: Double

  /// - Parameters:
  ///   - mean: finite, at least 0.
  ///   - dispersion: variance by mean, at least 1.
  public init(mean: Double, dispersion: Double = 1) {
    precondition(mean >= 0 && mean.isFinite, "a mean is finite and not negative")
    precondition(dispersion >= 1, "less than Poisson's variance has no negative binomial")
    self.mean = mean
    size = dispersion > 1 ? mean / (dispersion - 1) : .infinity
  }

  /// The negative binomial with a real `size` above 0 and the probability `success`, above 0 and at most 1, of the
  /// failures before it is reached.
  public init(size: Double, success: Double) {
    precondition(size > 0 && success > 0 && success <= 1, "size and probability are above 0")
    mean = size * (1 - success) / success
    self.size = size
  }

  public static func poisson(_ mean: Double) -> CountDistribution { CountDistribution(mean: mean) }

  /// P(X = 0) as a logarithm.
  private var logNone: Double { size.isFinite ? -size * log1p(mean / size) : -mean }

  /// P(X = k + 1) / P(X = k).
  @inline(__always) private func step(_ k: Double) -> Double {
    size.isFinite ? (size + k) / (k + 1) * (mean / (size + mean)) : mean / (k + 1)
  }

  /// Sums from 0 would take long, or begin below the smallest number.
  private func isFar(_ k: Int) -> Bool { k > 2000 || logNone < -700 }

  /// P(X = k).
  public func mass(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if mean == 0 { return k == 0 ? 1 : 0 }
    if isFar(k) { return exp(logMass(Double(k))) }
    var mass = exp(logNone)
    for j in 0..<k { mass *= step(Double(j)) }
    return mass
  }

  /// The logarithms of the factorials by Stirling's formula, whose large terms cancel on paper (Loader 2000,
  /// "Fast and accurate computation of binomial probabilities").
  private func logMass(_ k: Double) -> Double {
    if k == 0 { return logNone }
    guard size.isFinite else {
      return k * log(mean / k) - (mean - k) - log(2 * Double.pi * k) / 2 - stirlingError(k)
    }
    let (whole, trials) = (size + k, size + mean)
    return k * log(mean / k * (whole / trials)) + size * log(whole / trials)
      + log(size / (2 * Double.pi * k * whole)) / 2
      + stirlingError(whole) - stirlingError(size) - stirlingError(k)
  }

  /// P(X ≥ k), exact far out.
  public func upperTail(_ k: Int) -> Double {
    if k <= 0 { return 1 }
    if mean == 0 { return 0 }
    if isFar(k) {
      if !size.isFinite { return Gamma.cumulative(mean, shape: Double(k)) }
      let whole = size + mean
      return Beta.regularized(mean / whole, complement: size / whole, a: Double(k), b: size)
    }
    var mass = exp(logNone)
    if Double(k) <= mean {
      var below = mass
      for j in 0..<(k - 1) {
        mass *= step(Double(j))
        below += mass
      }
      return max(0, 1 - below)
    }
    for j in 0..<k { mass *= step(Double(j)) }
    var (sum, j) = (mass, Double(k))
    // Beyond the mean the terms fall; what is left behind the last one is a geometric sum at most.
    while mass > sum * 1e-18 {
      mass *= step(j)
      sum += mass
      j += 1
    }
    return min(1, sum)
  }

  /// P(X ≤ k), exact far down.
  public func cumulative(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if mean == 0 { return 1 }
    if isFar(k) {
      if !size.isFinite { return Gamma.upperTail(mean, shape: Double(k) + 1) }
      let whole = size + mean
      return Beta.regularized(size / whole, complement: mean / whole, a: size, b: Double(k) + 1)
    }
    var mass = exp(logNone)
    var sum = mass
    for j in 0..<k {
      mass *= step(Double(j))
      sum += mass
    }
    return min(1, sum)
  }

  /// The smallest k with P(X ≤ k) ≥ `probability`, below 1.
  public func quantile(_ probability: Double) -> Int {
    precondition(probability >= 0 && probability < 1, "a quantile's probability is at least 0 and below 1")
    if mean == 0 || probability == 0 { return 0 }
    // Sums that equal the probability on paper may fall short of it by some rounding, as in R.
    let limit = probability * (1 - 64 * Double.ulpOfOne)
    if logNone < -700 { return farQuantile(limit) }
    var mass = exp(logNone)
    var (sum, k) = (mass, 0.0)
    while sum < limit {
      mass *= step(k)
      // So far out that nothing more is added: the probability is as close to 1 as numbers go.
      if mass < sum * 1e-18 && k > mean { break }
      sum += mass
      k += 1
    }
    return Int(k)
  }

  /// By halving between bounds found by doubling.
  private func farQuantile(_ limit: Double) -> Int {
    var (low, high) = (-1, max(1, Int(mean)))
    while cumulative(high) < limit { (low, high) = (high, high * 2) }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if cumulative(middle) < limit { low = middle } else { high = middle }
    }
    return high
  }
}
