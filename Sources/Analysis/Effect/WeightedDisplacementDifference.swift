/// The weighted displacement difference: by how many events the area of an action changed more than its control did,
/// and the areas that it may have been displaced to more than theirs.
///
/// Wheeler and Ratcliffe 2018, "A simple weighted displacement difference test to evaluate place based crime
/// interventions", Crime Science 7:11. Counts are taken to be Poisson, and changes to be the same in areas where nothing
/// was done; `Overdispersion` widens what the first assumption makes too narrow.
public struct WeightedDisplacementDifference: Sendable, Equatable {
  /// The counts of the four areas; those that displacement is looked for in may be left out.
  public struct Counts: Sendable, Equatable, Codable {
    public var treated: BeforeAfter
    public var control: BeforeAfter
    public var displacement: BeforeAfter
    public var displacementControl: BeforeAfter

    public init(
      treated: BeforeAfter, control: BeforeAfter, displacement: BeforeAfter = .none,
      displacementControl: BeforeAfter = .none
    ) {
      self.treated = treated
      self.control = control
      self.displacement = displacement
      self.displacementControl = displacementControl
    }

    /// The largest of the counts.
    public var largest: Int {
      [treated, control, displacement, displacementControl].map { max($0.before, $0.after) }.max() ?? 0
    }
  }

  /// A number for each of the four areas: its size, or how much more its counts vary than Poisson's.
  public struct PerArea: Sendable, Equatable, Codable {
    public var treated: Double
    public var control: Double
    public var displacement: Double
    public var displacementControl: Double

    public init(
      treated: Double = 1, control: Double = 1, displacement: Double = 1, displacementControl: Double = 1
    ) {
      precondition(
        min(treated, control, displacement, displacementControl) > 0, "a weight of an area is positive")
      self.treated = treated
      self.control = control
      self.displacement = displacement
      self.displacementControl = displacementControl
    }
  }

  /// Treated minus control: events per period of weight 1 and area of weight 1.
  public let localEstimate: Double
  public let localVariance: Double
  /// The areas displaced to minus their control.
  public let displacementEstimate: Double
  public let displacementVariance: Double

  /// - Parameters:
  ///   - lengths: of the two periods, in one and the same unit, above 0.
  ///   - sizes: by which each area's counts are divided, such as its share of addresses, above 0.
  ///   - overdispersion: the variance of each area's counts divided by their mean, 1 where they are Poisson.
  public init(
    _ counts: Counts, lengths: (before: Double, after: Double) = (1, 1), sizes: PerArea = PerArea(),
    overdispersion: PerArea = PerArea()
  ) {
    precondition(lengths.before > 0 && lengths.after > 0, "a period has a length")
    func change(_ pair: BeforeAfter, size: Double, dispersion: Double) -> (mean: Double, variance: Double) {
      let before = 1 / (size * lengths.before)
      let after = 1 / (size * lengths.after)
      let variance = Double(pair.before) * before * before + Double(pair.after) * after * after
      return (Double(pair.after) * after - Double(pair.before) * before, variance * dispersion)
    }
    let treated = change(counts.treated, size: sizes.treated, dispersion: overdispersion.treated)
    let control = change(counts.control, size: sizes.control, dispersion: overdispersion.control)
    let displaced = change(
      counts.displacement, size: sizes.displacement, dispersion: overdispersion.displacement)
    let displacedControl = change(
      counts.displacementControl, size: sizes.displacementControl,
      dispersion: overdispersion.displacementControl)
    self.init(
      localEstimate: treated.mean - control.mean, localVariance: treated.variance + control.variance,
      displacementEstimate: displaced.mean - displacedControl.mean,
      displacementVariance: displaced.variance + displacedControl.variance)
  }

  private init(
    localEstimate: Double, localVariance: Double, displacementEstimate: Double, displacementVariance: Double
  ) {
    self.localEstimate = localEstimate
    self.localVariance = localVariance
    self.displacementEstimate = displacementEstimate
    self.displacementVariance = displacementVariance
  }

  /// In harm: the sum of several kinds' differences, each times what one event of the kind weighs
  /// (Wheeler 2020; independent kinds, so that variances add up with the weights squared).
  public static func harm(
    _ kinds: [(difference: WeightedDisplacementDifference, weight: Double)]
  ) -> WeightedDisplacementDifference {
    func sum(_ part: (WeightedDisplacementDifference) -> Double, power: Int) -> Double {
      kinds.reduce(0) { $0 + part($1.difference) * (power == 2 ? $1.weight * $1.weight : $1.weight) }
    }
    return WeightedDisplacementDifference(
      localEstimate: sum(\.localEstimate, power: 1), localVariance: sum(\.localVariance, power: 2),
      displacementEstimate: sum(\.displacementEstimate, power: 1),
      displacementVariance: sum(\.displacementVariance, power: 2))
  }

  /// Local and displaced together: negative where events became fewer.
  public var estimate: Double { localEstimate + displacementEstimate }
  public var variance: Double { localVariance + displacementVariance }
  public var localStandardError: Double { localVariance.squareRoot() }
  public var displacementStandardError: Double { displacementVariance.squareRoot() }
  public var standardError: Double { variance.squareRoot() }

  /// The estimate in standard errors; `nil` where nothing at all was counted.
  public var z: Double? { variance > 0 ? estimate / standardError : nil }

  /// The two-sided p-value of the normal distribution; `nil` where nothing at all was counted.
  public var pValue: Double? { z.map { 2 * NormalDistribution.upperTail(abs($0)) } }

  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let reach = NormalDistribution.quantile(0.5 + confidence / 2) * standardError
    return (estimate - reach)...(estimate + reach)
  }

  /// The smallest change, in events, that would be found at this confidence with this probability: the quantiles of
  /// both times the standard error. With a power of one half it is the half-width of the interval.
  ///
  /// - Parameter power: at least 0.5 and below 1.
  public func smallestDetectable(confidence: Double = 0.95, power: Double = 0.5) -> Double {
    precondition(power >= 0.5 && power < 1, "a power lies between a half and 1")
    let found = power == 0.5 ? 0 : NormalDistribution.quantile(power)
    return (NormalDistribution.quantile(0.5 + confidence / 2) + found) * standardError
  }

  /// How likely a true change of so many events would be found at this confidence, on its right side.
  public func power(of change: Double, confidence: Double = 0.95) -> Double {
    guard variance > 0 else { return 0 }
    return NormalDistribution.cumulative(
      abs(change) / standardError - NormalDistribution.quantile(0.5 + confidence / 2))
  }
}
