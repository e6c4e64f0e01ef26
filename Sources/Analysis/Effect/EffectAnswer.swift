/// What can honestly be said of an action's effect.
public enum EffectVerdict: String, Sendable, Codable, CaseIterable {
  /// Fewer events than the control's change foretold.
  case fewer
  /// More events than the control's change foretold.
  case more
  /// None was found, and one that halves the events would probably have been.
  case noVisibleEffect
  /// Even an effect that halves the events would often not be found in so few.
  case tooFewToTell
}

/// The answer to an `EffectQuestion`, with all that it rests on.
public struct EffectAnswer: Sendable {
  public struct Rule: Sendable, Equatable {
    public var confidence: Double
    /// The share of events whose prevention it would be worth knowing of, and the probability with which that would
    /// have to be found for "no visible effect" to be said. *Ours.*
    public var worthwhileShare: Double
    public var power: Double
    /// Where no count reaches it, nothing is said. *Ours.*
    public var smallCount: Int
    /// Fewer weeks than these after the start are not compared. *Ours.*
    public var leastWeeks: Int

    public init(
      confidence: Double = 0.95, worthwhileShare: Double = 0.5, power: Double = 0.8, smallCount: Int = 5,
      leastWeeks: Int = 4
    ) {
      self.confidence = confidence
      self.worthwhileShare = worthwhileShare
      self.power = power
      self.smallCount = smallCount
      self.leastWeeks = leastWeeks
    }
  }

  /// What two periods of equal length tell.
  public struct Comparison: Sendable {
    public let before: Range<Int>
    public let after: Range<Int>
    public let counts: WeightedDisplacementDifference.Counts
    /// Each control's size beside its area's, from all the weeks before but those left out: a control that is twice as
    /// large loses twice as many events with the season.
    public let sizes: WeightedDisplacementDifference.PerArea
    /// From each area's own weeks, times what the pair drifted apart over months before.
    public let overdispersion: WeightedDisplacementDifference.PerArea
    public let difference: WeightedDisplacementDifference
    public let interval: ClosedRange<Double>
    public let z: Double?
    public let pValue: Double?
    /// Of the target alone.
    public let ratio: RelativeRateRatio
    /// Of the ratio's `rateRatio`, with the larger of the areas' overdispersion.
    public let ratioInterval: ClosedRange<Double>
    /// How many events the target would have had, going by its control.
    public let expectedWithout: Double
    /// Events that would be found with the rule's power.
    public let smallestDetectable: Double
  }

  public let verdict: EffectVerdict
  /// `nil` where there are too few weeks to compare.
  public let comparison: Comparison?
  /// The weeks left out against regression to the mean; empty where the series does not reach back so far.
  public let leftOut: Range<Int>
  /// Where the series is long enough.
  public let series: SegmentedRegression?
  /// Those known beforehand, then those that the counts show.
  public let caveats: [EffectCaveat]
}
