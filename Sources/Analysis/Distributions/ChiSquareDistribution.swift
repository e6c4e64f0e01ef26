import Foundation

/// The chi-square distribution: twice a gamma variable with half as large a shape (DLMF 8.2, scale 1).
public enum ChiSquareDistribution {
  /// P(X ≤ x).
  public static func cumulative(_ x: Double, degrees: Double) -> Double {
    Gamma.cumulative(x / 2, shape: degrees / 2)
  }

  /// P(X > x), exact far out.
  public static func upperTail(_ x: Double, degrees: Double) -> Double {
    Gamma.upperTail(x / 2, shape: degrees / 2)
  }

  /// The x with P(X ≤ x) = `probability`, strictly between 0 and 1.
  public static func quantile(_ probability: Double, degrees: Double) -> Double {
    2 * Gamma.quantile(probability, shape: degrees / 2)
  }
}
