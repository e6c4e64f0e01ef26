import Foundation

/// A regression of counts with the logarithm as link and a variance of `dispersion` times the mean.
///
/// Iteratively reweighted least squares (McCullagh and Nelder 1989, Generalized Linear Models, 2.5 and 6.2), with the
/// start and the stopping rule of R's `glm(family = quasipoisson)`.
public struct QuasiPoissonRegression: Sendable {
  /// On the scale of logarithms, one for each column; `nil` for a column that the earlier ones already explain.
  public let coefficients: [Double?]
  /// Of all the columns, row by row, the dispersion included; 0 in the rows and columns of those left out.
  public let covariance: [Double]
  /// The same for counts that are Poisson: with a dispersion of 1.
  public let poissonCovariance: [Double]
  /// Pearson's chi-square by the degrees of freedom, not bounded below by 1; `nil` where no degrees are left.
  public let dispersion: Double?
  public let deviance: Double
  public let degreesOfFreedom: Int
  /// The expected counts, one for each row.
  public let fitted: [Double]
  /// Each row's leverage.
  public let hat: [Double]
  /// False where the steps did not settle in 25 rounds: nothing of it is then to be shown.
  public let converged: Bool

  /// Standard error of a coefficient; `nil` where it was left out or no degrees of freedom are left.
  public func standardError(_ column: Int) -> Double? {
    guard coefficients[column] != nil, dispersion != nil else { return nil }
    return covariance[column * coefficients.count + column].squareRoot()
  }

  /// The two-sided p-value of a coefficient, by Student's t; `nil` where there is no standard error.
  public func pValue(_ column: Int) -> Double? {
    guard let coefficient = coefficients[column], let error = standardError(column) else { return nil }
    return 2 * StudentDistribution.upperTail(abs(coefficient) / error, degrees: Double(degreesOfFreedom))
  }

  /// Pearson's residuals, (y - mu) / √mu times the root of the prior weight: without pattern where the model holds.
  public let pearsonResiduals: [Double]

  /// - Parameters:
  ///   - columns: the design, column by column, the constant included; each as long as `counts`.
  ///   - counts: at least 0, one for each row.
  ///   - weights: prior weights above 0; a row with weight 0 takes no part.
  ///   - offset: added to the linear predictor, such as the logarithm of the population.
  /// - Returns: `nil` where there are no rows, no columns, or nothing was counted at all: the mean is then 0, which
  ///   has no logarithm.
  public static func fit(
    columns: [[Double]], counts: [Double], weights: [Double]? = nil, offset: [Double]? = nil
  ) -> QuasiPoissonRegression? {
    let rows = counts.count
    precondition(columns.allSatisfy { $0.count == rows }, "every column has a value for each row")
    precondition(weights.map { $0.count == rows } ?? true, "there is a weight for each row")
    precondition(offset.map { $0.count == rows } ?? true, "there is an offset for each row")
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is not negative")
    guard !columns.isEmpty, counts.contains(where: { $0 > 0 }) else { return nil }
    let prior = weights ?? Array(repeating: 1, count: rows)
    let shift = offset ?? Array(repeating: 0, count: rows)

    var mean = counts.map { $0 + 0.1 }
    var deviance = Self.deviance(counts, mean, prior)
    var converged = false
    var solution: LeastSquares?
    var working = prior
    for _ in 0..<25 {
      let response = (0..<rows).map { log(mean[$0]) - shift[$0] + (counts[$0] - mean[$0]) / mean[$0] }
      working = zip(prior, mean).map { $0 * $1 }
      let step = LeastSquares(columns: columns, response: response, weights: working)
      solution = step
      var predictor = shift
      for position in step.kept {
        let coefficient = step.coefficients[position] ?? 0
        for row in 0..<rows { predictor[row] += coefficient * columns[position][row] }
      }
      mean = predictor.map { max(exp($0), .ulpOfOne) }
      let next = Self.deviance(counts, mean, prior)
      guard next.isFinite else { break }
      converged = abs(next - deviance) < 1e-8 * (abs(next) + 0.1)
      deviance = next
      if converged { break }
    }
    guard let solution else { return nil }

    let used = prior.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
    let degrees = used - solution.kept.count
    let pearson = (0..<rows).map { (counts[$0] - mean[$0]) * (prior[$0] / mean[$0]).squareRoot() }
    var chiSquare = 0.0
    for row in 0..<rows {
      let relative = (counts[row] - mean[row]) / mean[row]
      chiSquare += working[row] * relative * relative
    }
    let dispersion = degrees > 0 ? chiSquare / Double(degrees) : nil
    let (all, rank) = (columns.count, solution.kept.count)
    var plain = [Double](repeating: 0, count: all * all)
    for (i, row) in solution.kept.enumerated() {
      for (j, column) in solution.kept.enumerated() {
        plain[row * all + column] = solution.inverse[i * rank + j]
      }
    }
    return QuasiPoissonRegression(
      coefficients: solution.coefficients, covariance: plain.map { $0 * (dispersion ?? 0) },
      poissonCovariance: plain, dispersion: dispersion,
      deviance: deviance, degreesOfFreedom: degrees, fitted: mean, hat: solution.hat, converged: converged,
      pearsonResiduals: pearson)
  }

  private static func deviance(_ counts: [Double], _ mean: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for row in counts.indices {
      let y = counts[row]
      sum += weights[row] * ((y > 0 ? y * log(y / mean[row]) : 0) - (y - mean[row]))
    }
    return 2 * sum
  }
}
