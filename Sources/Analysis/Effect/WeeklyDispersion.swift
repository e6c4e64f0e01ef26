/// How much more an area's weekly counts vary than Poisson's, from its own series.
public struct WeeklyDispersion: Sendable, Equatable {
  /// The variance divided by the mean: Pearson's chi-square about the blocks' means by its degrees of freedom (McCullagh
  /// and Nelder 1989, Generalized Linear Models, 4.5), not below 1. A sum of independent weeks varies by the same factor.
  public let factor: Double
  /// Weeks less blocks; 0 where there was nothing to estimate from, and the factor is then 1.
  public let degreesOfFreedom: Int
  /// Correlation of neighbouring weeks' residuals within blocks; `nil` where there are too few.
  public let autocorrelation: Double?

  /// A quarter: within it the season hardly moves the mean.
  public static let blockLength = 13

  /// - Parameters:
  ///   - series: weekly counts, at least 0.
  ///   - parts: stretches of weeks within which the mean is taken to change slowly, such as those before and after an
  ///     action began; each is cut into blocks of about a quarter.
  public init(_ series: [Int], parts: [Range<Int>]) {
    var (chiSquare, degrees) = (0.0, 0)
    var residuals: [Double] = []
    var (products, squares) = (0.0, 0.0)
    for part in parts where part.count > 1 {
      let blocks = max(1, part.count / Self.blockLength)
      for block in 0..<blocks {
        let first = part.lowerBound + part.count * block / blocks
        let end = part.lowerBound + part.count * (block + 1) / blocks
        let weeks = first..<end
        let sum = weeks.reduce(0) { $0 + series[$1] }
        guard sum > 0, weeks.count > 1 else { continue }
        let mean = Double(sum) / Double(weeks.count)
        residuals.removeAll(keepingCapacity: true)
        for week in weeks { residuals.append((Double(series[week]) - mean) / mean.squareRoot()) }
        for (position, residual) in residuals.enumerated() {
          chiSquare += residual * residual
          squares += residual * residual
          if position > 0 { products += residual * residuals[position - 1] }
        }
        degrees += weeks.count - 1
      }
    }
    factor = degrees > 0 ? max(1, chiSquare / Double(degrees)) : 1
    degreesOfFreedom = degrees
    autocorrelation = degrees > 2 && squares > 0 ? products / squares : nil
  }
}
