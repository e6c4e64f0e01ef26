import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(Z ≤ z), exact far out in the lower tail too (DLMF 7.18.1, through the complementary error function).
  public static func cumulative(_ z: Double) -> Double { erfc(-z * 0.5.squareRoot()) / 2 }

  /// P(Z > z), exact far out in the upper tail too.
  public static func upperTail(_ z: Double) -> Double { erfc(z * 0.5.squareRoot()) / 2 }

  public static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// The z with P(Z ≤ z) = `probability`; infinite for 0 and 1.
  ///
  /// The rational start of Abramowitz and Stegun (1964, 26.2.23), made exact by Halley's steps.
  public static func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    // Halves mirror each other, and 1 - p loses nothing above a half.
    if probability > 0.5 { return -quantile(1 - probability) }
    if probability == 0 { return -.infinity }
    if probability == 0.5 { return 0 }
    let r = (-2 * log(probability)).squareRoot()
    let top = 2.515517 + r * (0.802853 + r * 0.010328)
    let bottom = 1 + r * (1.432788 + r * (0.189269 + r * 0.001308))
    var z = top / bottom - r
    for _ in 0..<4 {
      let error = (cumulative(z) - probability) / density(z)
      z -= error / (1 + z * error / 2)
    }
    return z
  }
}
