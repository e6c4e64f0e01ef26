/// p-values of a whole family of tests, adjusted for how many they are; in the order in which they were given.
public enum AdjustedPValues {
  /// Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289–300: rejecting those at most q
  /// keeps the expected share of false ones among them at q.
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] { stepUp(pValues, factor: 1) }

  /// Benjamini and Yekutieli 2001, Annals of Statistics 29:1165–1188: the same under any dependence.
  public static func benjaminiYekutieli(_ pValues: [Double]) -> [Double] {
    stepUp(pValues, factor: (0..<pValues.count).reduce(0) { $0 + 1 / Double($1 + 1) })
  }

  /// Holm 1979, Scandinavian Journal of Statistics 6:65–70: the chance of any false rejection.
  public static func holm(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var highest = 0.0
    for (rank, at) in order(pValues).enumerated() {
      highest = max(highest, min(1, Double(pValues.count - rank) * pValues[at]))
      adjusted[at] = highest
    }
    return adjusted
  }

  /// Bonferroni's bound of the same chance.
  public static func bonferroni(_ pValues: [Double]) -> [Double] {
    pValues.map { min(1, Double(pValues.count) * $0) }
  }

  private static func stepUp(_ pValues: [Double], factor: Double) -> [Double] {
    var adjusted = pValues
    var lowest = 1.0
    for (rank, at) in order(pValues).enumerated().reversed() {
      lowest = min(lowest, factor * Double(pValues.count) / Double(rank + 1) * pValues[at])
      adjusted[at] = lowest
    }
    return adjusted
  }

  private static func order(_ pValues: [Double]) -> [Int] {
    pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  }
}
