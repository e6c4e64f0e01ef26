/// Both fits of the improved Farrington method laid open, for those who want to check them, with the trend that the
/// settings ask for whether or not it is kept afterwards.
public struct FarringtonDetail: Sendable {
  /// One fit: a constant (the first group's level at time 0), the change in a week, and what each further group adds.
  public struct Fit: Sendable {
    public let constant: Double
    public let trend: Double?
    /// From the second group on.
    public let groups: [Double]
    public let dispersion: Double
  }

  /// The baseline weeks that have a count, from 0, and their seasonal groups, from 0.
  public let weeks: [Int]
  public let groups: [Int]
  public let counts: [Int]
  public let first: Fit
  /// Leverages and Anscombe residuals of the first fit.
  public let hat: [Double]
  public let anscombe: [Double]
  public let weights: [Double]
  public let second: Fit

  /// - Parameter zero: the week, from 0, at which time is 0; it may lie before the series.
  /// - Returns: `nil` where a fit does not settle or has no degrees of freedom.
  public init?(
    _ series: [Int32], baseline: SeasonalBaseline, settings: FarringtonSettings, zero: Int
  ) {
    var doubles = [Double](repeating: 0, count: SeasonalFit.doubles(baseline))
    var integers = [Int](repeating: 0, count: SeasonalFit.integers(baseline) + 1)
    let detail = series.withUnsafeBufferPointer { series in
      doubles.withUnsafeMutableBufferPointer { doubles in
        integers.withUnsafeMutableBufferPointer { integers -> FarringtonDetail? in
          guard let numbers = doubles.baseAddress, let whole = integers.baseAddress else { return nil }
          var fit = SeasonalFit(series, baseline: baseline, doubles: numbers, integers: whole)
          return FarringtonDetail(&fit, baseline: baseline, settings: settings, zero: zero)
        }
      }
    }
    guard let detail else { return nil }
    self = detail
  }

  private init?(
    _ fit: inout SeasonalFit, baseline: SeasonalBaseline, settings: FarringtonSettings, zero: Int
  ) {
    let trend = settings.trend
    guard let first = Self.fit(&fit, trend, baseline.origin - zero) else { return nil }
    var (hat, anscombe): ([Double], [Double]) = ([], [])
    fit.visit { i, mean in
      hat.append(fit.leverage(i, mean: mean, withTrend: trend))
      anscombe.append(fit.anscombe(i, mean: mean, dispersion: first.dispersion, withTrend: trend))
    }
    if settings.reweight {
      fit.reweight(dispersion: first.dispersion, threshold: settings.weightsThreshold, withTrend: trend)
    }
    let weights = (0..<fit.count).map { fit.weights[$0] }
    guard let second = Self.fit(&fit, trend, baseline.origin - zero) else { return nil }
    weeks = (0..<fit.count).map { fit.times[$0] + baseline.origin }
    groups = (0..<fit.count).map { fit.groups[$0] }
    counts = (0..<fit.count).map { Int(fit.counts[$0]) }
    self.first = first
    self.hat = hat
    self.anscombe = anscombe
    self.weights = weights
    self.second = second
  }

  private static func fit(_ fit: inout SeasonalFit, _ trend: Bool, _ shift: Int) -> Fit? {
    guard fit.solve(withTrend: trend) else { return nil }
    let degrees = fit.count - fit.parameters(withTrend: trend)
    guard degrees > 0 else { return nil }
    return Fit(
      constant: fit.level[0] - fit.trend * Double(shift), trend: trend ? fit.trend : nil,
      groups: (1..<max(1, fit.groupCount)).map { fit.level[$0] - fit.level[0] },
      dispersion: max(1, fit.chiSquare() / Double(degrees)))
  }
}
