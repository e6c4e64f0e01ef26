import Foundation

/// Student's t distribution.
public enum StudentDistribution {
  /// P(T > t), exact far out (the incomplete beta function, Abramowitz and Stegun 1964, 26.7.1).
  public static func upperTail(_ t: Double, degrees: Double) -> Double {
    if t < 0 { return 1 - upperTail(-t, degrees: degrees) }
    let square = t * t
    if !square.isFinite { return 0 }
    let whole = degrees + square
    return Beta.regularized(degrees / whole, complement: square / whole, a: degrees / 2, b: 0.5) / 2
  }

  /// P(T ≤ t).
  public static func cumulative(_ t: Double, degrees: Double) -> Double { upperTail(-t, degrees: degrees) }

  /// The t with P(T ≤ t) = `probability`, strictly between 0 and 1.
  public static func quantile(_ probability: Double, degrees: Double) -> Double {
    if probability == 0.5 { return 0 }
    if probability < 0.5 { return -quantile(1 - probability, degrees: degrees) }
    return exp(crossing(of: -(1 - probability)) { -upperTail(exp($0), degrees: degrees) })
  }
}
