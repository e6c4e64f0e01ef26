import Foundation

/// Are neighbours alike, over the whole map: Moran's I (1950, Biometrika 37:17–23), with the moments of Cliff and Ord
/// (1981, Spatial Processes).
public struct Moran: Sendable, Equatable {
  public let index: Double
  /// What chance brings: −1 / (n − 1).
  public let expected: Double
  /// Where the values are dealt out over the units at random.
  public let varianceRandomized: Double
  /// Where the values are drawn from a normal distribution.
  public let varianceNormal: Double

  /// The standard score under randomization.
  public var score: Double { (index - expected) / varianceRandomized.squareRoot() }
  public var scoreNormal: Double { (index - expected) / varianceNormal.squareRoot() }
  /// Of a score at least as high.
  public var pGreater: Double { GetisOrd.pUpper(score) }

  /// `nil` where there is nothing to compare: fewer than four units, all values equal, or no neighbours at all.
  public init?(_ values: [Double], _ weights: SpatialWeights) {
    precondition(values.count == weights.count, "each unit has a value")
    let n = Double(values.count)
    guard values.count > 3, let (deviations, variance) = Moran.deviations(values) else { return nil }
    var (s0, s1, cross) = (0.0, 0.0, 0.0)
    var arriving = [Double](repeating: 0, count: values.count)
    var leaving = arriving
    for unit in values.indices {
      for (place, other) in weights.neighbours[unit].enumerated() {
        let weight = weights.weights[unit][place]
        let back = weights.neighbours[other].firstIndex(of: unit).map { weights.weights[other][$0] }
        s0 += weight
        // Of each ordered pair; one without a way back is met only once, hence its other half.
        let both = weight + (back ?? 0)
        s1 += both * both * (back == nil ? 1 : 0.5)
        cross += weight * deviations[unit] * deviations[other]
        leaving[unit] += weight
        arriving[other] += weight
      }
    }
    guard s0 > 0 else { return nil }
    let s2 = values.indices.reduce(0) { $0 + (leaving[$1] + arriving[$1]) * (leaving[$1] + arriving[$1]) }
    let kurtosis =
      deviations.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n / (variance * variance)
    index = cross / s0 / variance
    expected = -1 / (n - 1)
    let randomized =
      n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
      - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    varianceRandomized = randomized / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected
    varianceNormal =
      (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected * expected
  }

  /// Each unit's part in the index (Anselin 1995, Geogr Anal 27:93–115); `nil` for fewer than two units or all equal.
  public static func local(_ values: [Double], _ weights: SpatialWeights) -> [Double]? {
    precondition(values.count == weights.count, "each unit has a value")
    guard let (deviations, variance) = deviations(values) else { return nil }
    return values.indices.map { deviations[$0] / variance * weights.sum(deviations, at: $0) }
  }

  private static func deviations(_ values: [Double]) -> ([Double], variance: Double)? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let deviations = values.map { $0 - mean }
    let variance = deviations.reduce(0) { $0 + $1 * $1 } / Double(values.count)
    return variance > 1e-24 * max(mean * mean, .leastNormalMagnitude) ? (deviations, variance) : nil
  }
}
