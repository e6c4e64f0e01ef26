import Foundation

/// An interrupted time series: a quasi-Poisson regression of one series on time, with a step where an action began and, if
/// asked for, a change of slope.
///
/// Lopez Bernal, Cummins and Gasparrini 2017, "Interrupted time series regression for the evaluation of public health
/// interventions", International Journal of Epidemiology 46:348–355, with harmonic terms for the season.
public struct SegmentedRegression: Sendable {
  public struct Model: Sendable, Equatable {
    /// Whether the slope may change too.
    public var hasSlope: Bool
    /// Pairs of sine and cosine, at least 0.
    public var harmonics: Int
    /// Of the season, in units of the series: a year of weeks unless said otherwise.
    public var period: Double

    public init(hasSlope: Bool = false, harmonics: Int = 1, period: Double = 365.25 / 7) {
      precondition(harmonics >= 0 && period > 0, "a season has a length")
      self.hasSlope = hasSlope
      self.harmonics = harmonics
      self.period = period
    }
  }

  public let model: Model
  /// Columns: constant, time from 1, level, slope where the model has it, then a sine and a cosine for each harmonic.
  public let regression: QuasiPoissonRegression
  /// Correlation of neighbouring Pearson residuals.
  public let autocorrelation: Double
  /// Standard errors that allow for correlated residuals, one for each column (Newey and West 1987, Econometrica
  /// 55:703–708), with as many lags as the whole part of 4 (n / 100)^(2/9).
  public let robustStandardErrors: [Double]

  /// Where neighbouring residuals are more alike than this, intervals use the wider of both standard errors.
  public static let noticeableAutocorrelation = 0.2
  /// What a series must have before and after the action began, in weeks.
  public static let leastWeeks = (before: 52, after: 12)

  public static func isAllowed(before: Int, after: Int) -> Bool {
    before >= leastWeeks.before && after >= leastWeeks.after
  }

  private static let level = 2

  /// - Parameters:
  ///   - start: the position of the first count under the action, from 0; there is at least one before and one from it.
  ///   - population: exposures above 0, one for each count, where they change over time.
  /// - Returns: `nil` where the regression has no answer: nothing was counted before or since the start, it did not
  ///   settle, or the series is no longer than the number of coefficients.
  public static func fit(
    counts: [Int], start: Int, model: Model = Model(), population: [Double]? = nil
  ) -> SegmentedRegression? {
    precondition(start > 0 && start < counts.count, "the series has a part before and a part after")
    precondition(population.map { $0.count == counts.count } ?? true, "there is an exposure for each count")
    guard counts[..<start].contains(where: { $0 > 0 }), counts[start...].contains(where: { $0 > 0 }) else {
      return nil
    }
    let times = counts.indices.map { Double($0 + 1) }
    var columns = [times.map { _ in 1.0 }, times, counts.indices.map { $0 >= start ? 1 : 0 }]
    if model.hasSlope { columns.append(counts.indices.map { Double(max(0, $0 - start + 1)) }) }
    for harmonic in 0..<model.harmonics {
      let speed = 2 * Double.pi * Double(harmonic + 1) / model.period
      columns.append(times.map { sin(speed * $0) })
      columns.append(times.map { cos(speed * $0) })
    }
    guard counts.count > columns.count,
      let regression = QuasiPoissonRegression.fit(
        columns: columns, counts: counts.map(Double.init), offset: population?.map { log($0) }),
      regression.converged, regression.standardError(level) != nil
    else { return nil }
    return SegmentedRegression(
      model: model, regression: regression,
      autocorrelation: Autocorrelation.first(of: regression.pearsonResiduals) ?? 0,
      robustStandardErrors: neweyWest(regression, columns: columns, counts: counts))
  }

  /// What the count is multiplied by from the start on.
  public var rateRatio: Double { exp(regression.coefficients[Self.level] ?? 0) }

  /// Whether the interval was widened for correlated residuals.
  public var isWidened: Bool {
    autocorrelation > Self.noticeableAutocorrelation
      && robustStandardErrors[Self.level] > (regression.standardError(Self.level) ?? 0)
  }

  /// Of the logarithm of `rateRatio`.
  public var standardError: Double {
    isWidened ? robustStandardErrors[Self.level] : regression.standardError(Self.level) ?? 0
  }

  /// Of `rateRatio`, from the normal distribution.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let reach = NormalDistribution.quantile(0.5 + confidence / 2) * standardError
    let logarithm = log(rateRatio)
    return exp(logarithm - reach)...exp(logarithm + reach)
  }

  /// The sandwich of the scores' long-run variance between two inverses of X'WX.
  private static func neweyWest(
    _ regression: QuasiPoissonRegression, columns: [[Double]], counts: [Int]
  ) -> [Double] {
    let (rows, width) = (counts.count, columns.count)
    let lags = min(rows - 1, Int(4 * pow(Double(rows) / 100, 2.0 / 9)))
    var scores = [Double](repeating: 0, count: rows * width)
    for row in 0..<rows {
      let residual = Double(counts[row]) - regression.fitted[row]
      for column in 0..<width { scores[row * width + column] = residual * columns[column][row] }
    }
    var middle = [Double](repeating: 0, count: width * width)
    for lag in 0...lags {
      let weight = lag == 0 ? 0.5 : 1 - Double(lag) / Double(lags + 1)
      for row in lag..<rows {
        for i in 0..<width {
          for j in 0..<width {
            let product = scores[row * width + i] * scores[(row - lag) * width + j]
            middle[i * width + j] += weight * product
            middle[j * width + i] += weight * product
          }
        }
      }
    }
    let bread = regression.poissonCovariance
    return (0..<width).map { column in
      var variance = 0.0
      for i in 0..<width {
        for j in 0..<width {
          variance += bread[column * width + i] * middle[i * width + j] * bread[j * width + column]
        }
      }
      return max(0, variance).squareRoot()
    }
  }
}

enum Autocorrelation {
  /// Of neighbours, about the common mean; `nil` where there are fewer than three values or all are the same.
  static func first(of values: [Double]) -> Double? {
    guard values.count > 2 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    var (products, squares) = (0.0, 0.0)
    for (position, value) in values.enumerated() {
      squares += (value - mean) * (value - mean)
      if position > 0 { products += (value - mean) * (values[position - 1] - mean) }
    }
    return squares > 0 ? products / squares : nil
  }
}
