import Analysis
import EST

/// What can honestly be said of an action's effect, with all that it rests on.
public struct ActionEffect: Codable, Equatable, Sendable {
  /// The areas of one place in the comparison, with their reports in both periods.
  public struct Place: Codable, Equatable, Sendable {
    public var place: EffectPlan.Place
    /// By name.
    public var areas: [String]
    /// `nil` where there are too few weeks to compare.
    public var before: Int?
    public var after: Int?
  }

  /// Two periods of equal length, and what they tell.
  public struct Comparison: Codable, Equatable, Sendable {
    public var weeks: Int
    public var before: Days
    public var after: Days
    /// Reports that the target would have had, going by its control.
    public var expected: Double
    /// Reports more than that, or fewer where it is negative; displacement included where it was looked at.
    public var change: Double
    /// Of the change, to 95 %.
    public var lower: Double
    public var upper: Double
    /// A change that would be found in four cases of five.
    public var smallestDetectable: Double
    /// Of the target alone: its rate after by its rate before, beside the same of its control.
    public var rateRatio: Double
    public var rateRatioLower: Double
    public var rateRatioUpper: Double
  }

  /// First and last day.
  public struct Days: Codable, Equatable, Sendable {
    public var first: LocalDate
    public var last: LocalDate
  }

  /// The target's own weeks as a curve with a step at the start, where they are many enough.
  public struct Step: Codable, Equatable, Sendable {
    public var rateRatio: Double
    public var lower: Double
    public var upper: Double
  }

  public var action: String
  public var title: String
  public var plan: Int
  public var planned: Moment
  /// The first week that counts as the action's.
  public var starts: LocalDate
  /// None means all.
  public var categories: [SituationPicture.CategoryLabel]
  public var places: [Place]
  /// Weeks just before the start that are left out.
  public var leftOutWeeks: Int
  public var verdict: EffectVerdict
  public var comparison: Comparison?
  /// How displacement is read beside the effect, as a description without a measure of chance.
  public var displacement: DisplacementQuotient.Reading?
  public var step: Step?
  public var caveats: [EffectCaveat]
}

extension EffectPlan.Place: Codable {}
