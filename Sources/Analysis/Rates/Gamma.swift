import Foundation

enum Gamma {
  /// The probability that a gamma variable of scale 1 is at most `x`: the series of DLMF 8.7.1 below the mean,
  /// and above it what the continued fraction 8.9.2 leaves.
  static func cumulative(_ x: Double, shape: Double) -> Double {
    if x <= 0 { return 0 }
    let front = exp(shape * log(x) - x - logGamma(shape))
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var n = shape
      while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      return front * sum
    }
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
    return 1 - front * fraction
  }

  /// Where the distribution reaches `probability`, strictly between 0 and 1.
  static func quantile(_ probability: Double, shape: Double) -> Double {
    exp(crossing(of: probability) { cumulative(exp($0), shape: shape) })
  }
}
