import Foundation

/// The relative effect size: the control's change divided by the treated area's, as a ratio.
///
/// Farrington, Gill, Waples and Argomaniz 2007, "The effects of closed-circuit television on crime", Journal of
/// Experimental Criminology 3:21–38. It is the odds ratio of the four counts, and the inverse of the interaction's rate
/// ratio in a Poisson regression.
public struct RelativeRateRatio: Sendable, Equatable {
  /// How much more the counts vary than Poisson's.
  public enum Overdispersion: Sendable, Equatable {
    case none
    /// 0.0008 times the mean of the four counts, and 1.2: Farrington and others' fit to their own studies.
    case farrington
    /// The variance divided by the mean, above 0, such as `WeeklyDispersion` estimates.
    case factor(Double)
  }

  public let treated: BeforeAfter
  public let control: BeforeAfter
  /// One of the counts was 0, and so a half was added to all four (Haldane 1956; Anscombe 1956).
  public let isCorrectedForZero: Bool
  private let cells: (a: Double, b: Double, c: Double, d: Double)

  public init(treated: BeforeAfter, control: BeforeAfter) {
    self.treated = treated
    self.control = control
    isCorrectedForZero = min(treated.before, treated.after, control.before, control.after) == 0
    let added = isCorrectedForZero ? 0.5 : 0
    cells = (
      Double(treated.before) + added, Double(treated.after) + added, Double(control.before) + added,
      Double(control.after) + added
    )
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.treated == right.treated && left.control == right.control
  }

  /// Above 1 where the treated area did better than its control.
  public var effectSize: Double { cells.a * cells.d / (cells.b * cells.c) }
  public var logarithm: Double { log(effectSize) }
  /// The treated area's rate ratio divided by the control's: below 1 where the treated area did better.
  public var rateRatio: Double { cells.b * cells.c / (cells.a * cells.d) }
  /// Of the logarithm, for Poisson counts.
  public var variance: Double { 1 / cells.a + 1 / cells.b + 1 / cells.c + 1 / cells.d }

  /// By which `variance` is multiplied.
  public func factor(_ overdispersion: Overdispersion) -> Double {
    switch overdispersion {
    case .none: 1
    case .farrington: 0.0008 * (cells.a + cells.b + cells.c + cells.d) / 4 + 1.2
    case .factor(let factor): factor
    }
  }

  /// The logarithm in standard errors.
  public func z(_ overdispersion: Overdispersion = .none) -> Double {
    logarithm / (variance * factor(overdispersion)).squareRoot()
  }

  public func pValue(_ overdispersion: Overdispersion = .none) -> Double {
    2 * NormalDistribution.upperTail(abs(z(overdispersion)))
  }

  /// Of `effectSize`.
  public func interval(_ overdispersion: Overdispersion = .none, confidence: Double = 0.95) -> ClosedRange<
    Double
  > {
    let reach =
      NormalDistribution.quantile(0.5 + confidence / 2) * (variance * factor(overdispersion)).squareRoot()
    return exp(logarithm - reach)...exp(logarithm + reach)
  }

  /// Of `rateRatio`.
  public func rateRatioInterval(
    _ overdispersion: Overdispersion = .none, confidence: Double = 0.95
  ) -> ClosedRange<Double> {
    let turned = interval(overdispersion, confidence: confidence)
    return (1 / turned.upperBound)...(1 / turned.lowerBound)
  }
}
