import Foundation

enum Beta {
  /// The regularized incomplete beta function, the probability that a beta variable is at most `x`.
  ///
  /// The continued fraction of DLMF 8.17.22, by Lentz's method; the symmetry 8.17.4 keeps to where it is quick.
  /// - Parameter complement: `1 - x`, given by itself so that nothing is lost where `x` is close to 1.
  static func regularized(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularized(complement, complement: x, a: b, b: a) }
    let sum = a + b
    // By Stirling's formula, so that large terms do not cancel in floating point.
    let front = exp(
      a * log(x * sum / a) + b * log(complement * sum / b) + log(b / (2 * Double.pi * a * sum)) / 2
        + stirlingError(sum) - stirlingError(a) - stirlingError(b))
    return front * continuedFraction(x, a: a, b: b)
  }

  /// The odds `x / (1 - x)` at which the distribution reaches `probability`, strictly between 0 and 1.
  static func quantileOdds(_ probability: Double, a: Double, b: Double) -> Double {
    // In logarithms of the odds, so that shares close to 1 are as exact as those close to 0.
    exp(
      crossing(of: probability) { logit in
        regularized(1 / (1 + exp(-logit)), complement: 1 / (1 + exp(logit)), a: a, b: b)
      })
  }

  private static func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var fraction = d
    // Some multiple of the square root of the larger parameter is enough, as a rule; the bound only ends the loop.
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      fraction *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let change = c * d
      fraction *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return fraction
  }
}
