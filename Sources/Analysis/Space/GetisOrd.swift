import Foundation

/// Are high values near high values more than chance would have it: the local G of Getis and Ord (1992, Geogr Anal
/// 24:189–206) in the standardized form of Ord and Getis (1995, Geogr Anal 27:286–306).
public enum GetisOrd {
  /// Gi*, in which a unit is its own neighbour with weight 1, as a standard normal score for each unit.
  ///
  /// - Returns: `nil` where there is nothing to compare: fewer than two units, or all values equal; a unit whose
  ///   neighbours are all units has no score either.
  public static func star(_ values: [Double], _ weights: SpatialWeights) -> [Double?]? {
    let n = Double(values.count)
    precondition(values.count == weights.count, "each unit has a value")
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + $1 * $1 } / n - mean * mean
    guard variance > 1e-12 * max(mean * mean, .leastNormalMagnitude) else { return nil }
    return values.indices.map { unit in
      let total = weights.weights[unit].reduce(1, +)
      let squares = weights.weights[unit].reduce(1) { $0 + $1 * $1 }
      let spread = (n * squares - total * total) / (n - 1)
      guard spread > 0 else { return nil }
      let sum = values[unit] + weights.sum(values, at: unit)
      return (sum - mean * total) / (variance * spread).squareRoot()
    }
  }

  /// Gi, in which a unit's own value does not count, neither among its neighbours nor in the mean.
  ///
  /// - Returns: `nil` for fewer than three units; a unit without neighbours, with all others as neighbours, or for
  ///   which all others are equal, has no score.
  public static func plain(_ values: [Double], _ weights: SpatialWeights) -> [Double?]? {
    let n = Double(values.count)
    precondition(values.count == weights.count, "each unit has a value")
    guard values.count > 2 else { return nil }
    let sum = values.reduce(0, +)
    let sumOfSquares = values.reduce(0) { $0 + $1 * $1 }
    return values.indices.map { unit in
      let mean = (sum - values[unit]) / (n - 1)
      let variance = (sumOfSquares - values[unit] * values[unit]) / (n - 1) - mean * mean
      let total = weights.weights[unit].reduce(0, +)
      let squares = weights.weights[unit].reduce(0) { $0 + $1 * $1 }
      let spread = ((n - 1) * squares - total * total) / (n - 2)
      guard spread > 0, variance > 1e-12 * max(mean * mean, .leastNormalMagnitude) else { return nil }
      return (weights.sum(values, at: unit) - mean * total) / (variance * spread).squareRoot()
    }
  }

  /// The probability of a score at least as high, were it standard normal.
  public static func pUpper(_ score: Double) -> Double { erfc(score / 2.0.squareRoot()) / 2 }

  /// The probability of a score at least as far from 0, either way.
  public static func pTwoSided(_ score: Double) -> Double { erfc(abs(score) / 2.0.squareRoot()) }

  /// How a unit's neighbourhood is dealt out anew.
  public enum Resampling: String, Sendable, CaseIterable {
    /// The unit keeps its value and its neighbours draw theirs from all others, none twice (Anselin 1995, Geogr
    /// Anal 27:93–115).
    case conditional
    /// The unit and its neighbours draw from all others' values, and any may come again: as R's spdep::localG_perm.
    case independent
  }

  /// What random neighbourhoods of one unit brought, beside the observed one.
  public struct Permutation: Sendable, Equatable {
    /// Sum over the unit and its neighbours as a share of all values' sum.
    public let share: Double
    public let meanShare: Double
    public let variance: Double
    /// One-sided: random shares at least as high, the observed one among them.
    public let pUpper: Double
    /// The smaller of the two sides, by the same count.
    public let pFolded: Double
  }

  /// Gi* judged by random neighbourhoods instead of the normal distribution: for skewed counts.
  ///
  /// - Parameter replicates: at least 2.
  /// - Returns: `nil` where all values are 0 or there are fewer than two units.
  public static func starPermutations(
    _ values: [Double], _ weights: SpatialWeights, replicates: Int = 999,
    resampling: Resampling = .conditional,
    seed: UInt64
  ) -> [Permutation]? {
    let total = values.reduce(0, +)
    precondition(replicates > 1, "a variance needs two replicates")
    guard values.count > 1, total != 0 else { return nil }
    return values.indices.map { unit in
      var generator = SplitMix64(seed: seed, stream: unit)
      let observed = values[unit] + weights.sum(values, at: unit)
      var others = values
      others.remove(at: unit)
      let own = weights.weights[unit]
      var (sum, squares, above, below) = (0.0, 0.0, 0, 0)
      // Sums of the same values in another order may differ by rounding only.
      let hair = 1e-12 * abs(observed)
      for _ in 0..<replicates {
        var drawn = 0.0
        switch resampling {
        case .conditional:
          drawn = values[unit]
          for (place, weight) in own.enumerated() {
            others.swapAt(place, place + generator.below(others.count - place))
            drawn += weight * others[place]
          }
        case .independent:
          drawn = others[generator.below(others.count)]
          for weight in own { drawn += weight * others[generator.below(others.count)] }
        }
        if drawn >= observed - hair { above += 1 }
        if drawn <= observed + hair { below += 1 }
        let share = (drawn - observed) / total
        sum += share
        squares += share * share
      }
      let count = Double(replicates)
      let upper = Double(above + 1) / (count + 1)
      return Permutation(
        share: observed / total, meanShare: observed / total + sum / count,
        variance: (squares - sum * sum / count) / (count - 1), pUpper: upper,
        pFolded: min(upper, Double(below + 1) / (count + 1)))
    }
  }
}
