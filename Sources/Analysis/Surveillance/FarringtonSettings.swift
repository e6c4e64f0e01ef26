/// What steers the improved Farrington regression; the names in R's `farringtonFlexible` stand beside each.
public struct FarringtonSettings: Sendable, Equatable {
  /// From which distribution the bound and the p-value come.
  public enum Threshold: String, Sendable, CaseIterable {
    /// The negative binomial about the expected count (Noufaily et al. 2013).
    case nbPlugin
    /// The same about an upper limit of the expected count (Garthwaite's form in Noufaily et al. 2013).
    case muan
    /// The normal about a power of the expected count (Farrington et al. 1996).
    case delta
  }

  /// The power at which counts are taken to be normal, in the threshold `delta`.
  public enum Transform: String, Sendable, CaseIterable {
    case none
    case squareRoot = "1/2"
    case twoThirds = "2/3"

    var exponent: Double {
      switch self {
      case .none: 1
      case .squareRoot: 0.5
      case .twoThirds: 2.0 / 3
      }
    }
  }

  /// Years to look back (`b`), at least 1.
  public var years = 5
  /// Weeks on each side of a reference week (`w`).
  public var halfWindow = 3
  /// Seasonal groups (`noPeriods`); with 1, only the windows count.
  public var periods = 10
  /// The latest weeks, beside the current one, that are kept out, so that a slow rise does not hide itself
  /// (`pastWeeksNotIncluded`).
  public var excludedWeeks = 26
  /// One-sided level of the bound (`alpha`).
  public var alpha = 0.01
  /// Whether a trend is tried (`trend`), and the p-value below which it is kept (`pThresholdTrend`).
  public var trend = true
  public var trendLevel = 1.0
  /// Whether weeks far above the expected count are weighted down (`reweight`), from which Anscombe residual
  /// (`weightsThreshold`).
  public var reweight = true
  public var weightsThreshold = 2.58
  public var threshold = Threshold.nbPlugin
  public var transform = Transform.twoThirds
  /// There is no bound unless so many events have come in so many weeks, the current one included (`limit54`).
  public var leastEvents = 5
  public var leastEventsWeeks = 4

  public init() {}
}
