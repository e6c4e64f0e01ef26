import Foundation

enum Gamma {
  /// The probability that a gamma variable of scale 1 is at most `x`: the series of DLMF 8.7.1 below the mean,
  /// and above it what the continued fraction 8.9.2 leaves.
  static func cumulative(_ x: Double, shape: Double) -> Double {
    if x <= 0 { return 0 }
    return x < shape + 1 ? series(x, shape: shape) : 1 - fraction(x, shape: shape)
  }

  /// The probability that it is above `x`, exact far out.
  static func upperTail(_ x: Double, shape: Double) -> Double {
    if x <= 0 { return 1 }
    return x < shape + 1 ? 1 - series(x, shape: shape) : fraction(x, shape: shape)
  }

  /// The density times `x`, by Stirling's formula, so that large terms do not cancel in floating point.
  private static func front(_ x: Double, shape: Double) -> Double {
    exp(
      shape * log(x / shape) - (x - shape) + log(shape / (2 * Double.pi)) / 2 - stirlingError(shape))
  }

  private static func series(_ x: Double, shape: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var n = shape
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return front(x, shape: shape) * sum
  }

  private static func fraction(_ x: Double, shape: Double) -> Double {
    // Lentz's method.
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for step in 1...100_000 {
      let a = -Double(step) * (Double(step) - shape)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      let change = c * d
      fraction *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return front(x, shape: shape) * fraction
  }

  /// Where the distribution reaches `probability`, strictly between 0 and 1.
  static func quantile(_ probability: Double, shape: Double) -> Double {
    exp(crossing(of: probability) { cumulative(exp($0), shape: shape) })
  }
}
