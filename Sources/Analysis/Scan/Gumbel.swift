import Foundation

/// The Gumbel distribution fitted to the maxima of some replicates, which lets a p-value be smaller than their number
/// alone allows (Abrams, Kleinman and Kulldorff 2010, Int J Health Geogr 9:61).
public struct Gumbel: Sendable, Equatable {
  public let location: Double
  public let scale: Double

  /// By the method of moments; `nil` for fewer than two maxima, or all equal.
  public init?(maxima: [Double]) {
    let count = Double(maxima.count)
    guard maxima.count > 1 else { return nil }
    let mean = maxima.reduce(0, +) / count
    let variance = maxima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    guard variance > 0 else { return nil }
    scale = (6 * variance).squareRoot() / .pi
    // Euler's constant times the scale lies between the mode and the mean.
    location = mean - 0.577_215_664_901_532_9 * scale
  }

  /// The probability of a maximum at least so high.
  public func pUpper(_ value: Double) -> Double { -expm1(-exp((location - value) / scale)) }
}
