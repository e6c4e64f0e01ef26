import Foundation

/// The normal distribution with mean 0 and standard deviation 1.
enum StandardNormal {
  static func cumulative(_ z: Double) -> Double { erfc(-z / 2.squareRoot()) / 2 }

  /// The probability of a value at least as far from 0 as `z`, on either side.
  static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.squareRoot()) }

  /// Where the distribution reaches `probability`, strictly between 0 and 1: Newton's method with Halley's
  /// correction, from 0, on the tail that keeps its digits.
  static func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    if probability > 0.5 { return -lower(1 - probability) }
    return lower(probability)
  }

  private static func lower(_ probability: Double) -> Double {
    // The leading term of the tail's expansion is close enough to start from.
    var z = probability > 0.1 ? 0 : -(-2 * log(probability)).squareRoot()
    for _ in 0..<100 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let newton = (cumulative(z) - probability) / density
      let step = newton / (1 + z * newton / 2)
      z -= step
      if abs(step) <= 1e-16 * max(1, abs(z)) { break }
    }
    return z
  }
}
