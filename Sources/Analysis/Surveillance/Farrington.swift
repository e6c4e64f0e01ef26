import Foundation

/// The improved Farrington method: is one week's count more than the same time of earlier years lets expect?
///
/// Noufaily et al. 2013, Statistics in Medicine 32:1206–1222, after Farrington et al. 1996, Journal of the Royal
/// Statistical Society A 159:547–563; the details are those of `farringtonFlexible` in R's package surveillance
/// (Salmon, Schumacher and Höhle 2016, Journal of Statistical Software 70(10)).
public enum Farrington {
  /// What the regression says about one week.
  public struct Finding: Sendable, Equatable {
    public let observed: Int
    /// The count that the baseline lets expect.
    public let expected: Double
    /// Variance by mean, at least 1.
    public let dispersion: Double
    /// The highest count that is still usual; `nil` where fewer events have come lately than the settings ask for.
    public let bound: Double?
    /// The probability of a count as large as the one observed.
    public let pValue: Double
    public let alarm: Bool
    /// The change of the expected count's logarithm in a week; `nil` where no trend was kept.
    public let trend: Double?
    /// Events in the earlier years' weeks of the same season. Where there were none the expected count runs towards
    /// 0 and any event has a p-value near 0, which means little: another test has to agree.
    public let seasonalEvents: Int
  }

  public enum Outcome: Sendable, Equatable {
    case finding(Finding)
    /// The week itself has no count.
    case noCount
    /// No week of the same season has a count, or no degrees of freedom are left.
    case tooFewWeeks
    /// The regression did not settle, with and without a trend; so it is where a baseline has no event at all.
    case unsettled
  }

  /// - Parameters:
  ///   - series: weekly counts, one for each week of the baseline's weeks and more; below 0 is a week without data.
  public static func judge(
    _ series: [Int32], baseline: SeasonalBaseline, settings: FarringtonSettings
  ) -> Outcome {
    series.withUnsafeBufferPointer { judge($0, baseline: baseline, settings: settings) }
  }

  /// The same for counts that lie in a larger table.
  public static func judge(
    _ series: UnsafeBufferPointer<Int32>, baseline: SeasonalBaseline, settings: FarringtonSettings
  ) -> Outcome {
    guard series[baseline.week] >= 0 else { return .noCount }
    switch model(series, baseline: baseline, settings: settings, levels: nil) {
    case .failure(.tooFewWeeks): return .tooFewWeeks
    case .failure(.unsettled): return .unsettled
    case .success(let model): return .finding(finding(series, baseline, settings, model))
    }
  }

  enum Failure: Error {
    case tooFewWeeks
    case unsettled
  }

  /// What is kept of a fitted model.
  struct Model {
    var expected: Double
    var dispersion: Double
    /// Of the expected count's logarithm.
    var standardError: Double
    var trend: Double?
    var seasonalEvents: Int
  }

  /// Fits, decides about the trend, and writes each group's level (a logarithm at the baseline's origin; minus
  /// infinity for a group without weeks) to `levels` where there is such.
  static func model(
    _ series: UnsafeBufferPointer<Int32>, baseline: SeasonalBaseline, settings: FarringtonSettings,
    levels: UnsafeMutablePointer<Double>?
  ) -> Result<Model, Failure> {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: SeasonalFit.doubles(baseline)) { doubles in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: SeasonalFit.integers(baseline) + 1) { integers in
        guard let numbers = doubles.baseAddress, let whole = integers.baseAddress else {
          return .failure(.tooFewWeeks)
        }
        var fit = SeasonalFit(series, baseline: baseline, doubles: numbers, integers: whole)
        return model(&fit, baseline: baseline, settings: settings, levels: levels)
      }
    }
  }

  private static func model(
    _ fit: inout SeasonalFit, baseline: SeasonalBaseline, settings: FarringtonSettings,
    levels: UnsafeMutablePointer<Double>?
  ) -> Result<Model, Failure> {
    let current = baseline.groupCount - 1
    var seasonal = (weeks: 0, events: 0)
    for i in 0..<fit.count where fit.groups[i] == current {
      seasonal.weeks += 1
      seasonal.events += Int(fit.counts[i])
    }
    guard seasonal.weeks > 0, fit.count > baseline.groupCount + 1 else { return .failure(.tooFewWeeks) }
    let now = baseline.week - baseline.origin

    var kept = settings.trend
    var fitted = kept ? passes(&fit, settings: settings, withTrend: &kept) : nil
    if kept, let attempt = fitted {
      let expected = fit.mean(group: current, time: now)
      // No growth is carried on beyond what was ever seen, and none is read out of less than three years.
      kept = settings.years >= 3 && expected <= fit.largest
      if kept && settings.trendLevel < 1 {
        let error = (attempt.spread / fit.information).squareRoot()
        let p = 2 * StudentDistribution.upperTail(abs(fit.trend) / error, degrees: attempt.degrees)
        kept = p < settings.trendLevel
      }
      if !kept { fitted = nil }
    }
    if fitted == nil {
      kept = false
      fitted = passes(&fit, settings: settings, withTrend: &kept)
    }
    guard let fitted else { return .failure(.unsettled) }

    let gap = Double(now) - fit.expectedTime[current] / fit.expected[current]
    let variance = 1 / fit.expected[current] + (kept ? gap * gap / fit.information : 0)
    if let levels {
      for group in 0..<baseline.groupCount {
        levels[group] = fit.hasWeeks(group) ? fit.level[group] : -.infinity
      }
    }
    return .success(
      Model(
        expected: fit.mean(group: current, time: now), dispersion: fitted.dispersion,
        standardError: (fitted.spread * variance).squareRoot(), trend: kept ? fit.trend : nil,
        seasonalEvents: seasonal.events))
  }

  private struct Passes {
    /// At least 1.
    var dispersion: Double
    /// By which the standard errors are reckoned.
    var spread: Double
    var degrees: Double
  }

  /// The fit, its weights and the second fit; the trend is given up where a fit with it does not settle.
  private static func passes(
    _ fit: inout SeasonalFit, settings: FarringtonSettings, withTrend: inout Bool
  ) -> Passes? {
    for i in 0..<fit.count { fit.weights[i] = 1 }
    guard var result = pass(&fit, withTrend: &withTrend) else { return nil }
    if settings.reweight {
      fit.reweight(
        dispersion: result.dispersion, threshold: settings.weightsThreshold, withTrend: withTrend)
      guard let second = pass(&fit, withTrend: &withTrend) else { return nil }
      result = second
      // In the package the weights take the place of the fit's own ones when standard errors are reckoned.
      result.spread = fit.chiSquare(plain: true) / result.degrees
    }
    return result
  }

  private static func pass(_ fit: inout SeasonalFit, withTrend: inout Bool) -> Passes? {
    if withTrend && !fit.solve(withTrend: true) { withTrend = false }
    if !withTrend && !fit.solve(withTrend: false) { return nil }
    let degrees = fit.count - fit.parameters(withTrend: withTrend)
    guard degrees > 0 else { return nil }
    let ratio = fit.chiSquare() / Double(degrees)
    return Passes(dispersion: max(1, ratio), spread: ratio, degrees: Double(degrees))
  }

  private static func finding(
    _ series: UnsafeBufferPointer<Int32>, _ baseline: SeasonalBaseline, _ settings: FarringtonSettings,
    _ model: Model
  ) -> Finding {
    let observed = Int(series[baseline.week])
    let z = NormalDistribution.quantile(1 - settings.alpha)
    let (bound, pValue): (Double, Double)
    switch settings.threshold {
    case .nbPlugin, .muan:
      let mean =
        settings.threshold == .muan ? model.expected * exp(z * model.standardError) : model.expected
      let distribution = CountDistribution(mean: mean, dispersion: model.dispersion)
      bound = Double(distribution.quantile(1 - settings.alpha))
      pValue = distribution.upperTail(observed)
    case .delta:
      let exponent = settings.transform.exponent
      let error = model.expected * model.standardError
      let tau = model.dispersion + error * error / model.expected
      // The variance of a power of a count, by the delta method.
      let variance = exponent * exponent * pow(model.expected, 2 * exponent - 1) * tau
      let middle = pow(model.expected, exponent)
      bound = pow(max(0, middle + z * variance.squareRoot()), 1 / exponent)
      pValue = NormalDistribution.upperTail(
        (pow(Double(observed), exponent) - middle) / variance.squareRoot())
    }
    var lately = 0
    for week in max(0, baseline.week - settings.leastEventsWeeks + 1)...baseline.week {
      lately += max(0, Int(series[week]))
    }
    let enough = lately >= settings.leastEvents
    return Finding(
      observed: observed, expected: model.expected, dispersion: model.dispersion, bound: enough ? bound : nil,
      pValue: pValue, alarm: enough && observed > 0 && Double(observed) > bound, trend: model.trend,
      seasonalEvents: model.seasonalEvents)
  }
}
