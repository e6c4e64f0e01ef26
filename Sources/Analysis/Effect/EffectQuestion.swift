/// What was asked of an action before anybody saw its outcome: where, compared with what, and from when.
public struct EffectQuestion: Sendable, Equatable {
  /// An area and one like it in which nothing was done, as weekly counts of the same weeks.
  public struct Pair: Sendable, Equatable {
    public let area: [Int]
    public let control: [Int]

    public init(area: [Int], control: [Int]) {
      precondition(area.count == control.count, "both series are of the same weeks")
      precondition(area.allSatisfy { $0 >= 0 } && control.allSatisfy { $0 >= 0 }, "a count is not negative")
      self.area = area
      self.control = control
    }
  }

  public let target: Pair
  /// Where it may have moved to, if that was to be looked at.
  public let displacement: Pair?
  /// The position of the first week of the action, from 0.
  public let start: Int
  /// How many weeks just before the start are left out: those whose peak brought the action about. An area that is
  /// chosen at its peak has fewer events afterwards whatever is done (regression to the mean).
  public let triggerWeeks: Int
  /// At most so many weeks are compared, where that was said beforehand.
  public let longestPeriod: Int?
  /// Known circumstances that the counts can't show.
  public let circumstances: [EffectCaveat]

  public static let usualTriggerWeeks = 8

  public init(
    target: Pair, displacement: Pair? = nil, start: Int, triggerWeeks: Int = usualTriggerWeeks,
    longestPeriod: Int? = nil, circumstances: [EffectCaveat] = []
  ) {
    precondition((0...target.area.count).contains(start), "the action begins within the series or at its end")
    precondition(
      triggerWeeks >= 0 && longestPeriod.map { $0 > 0 } ?? true, "a number of weeks is not negative")
    precondition(
      displacement.map { $0.area.count == target.area.count } ?? true, "all series are of the same weeks")
    self.target = target
    self.displacement = displacement
    self.start = start
    self.triggerWeeks = triggerWeeks
    self.longestPeriod = longestPeriod
    self.circumstances = circumstances
  }
}

/// What is to be borne in mind beside an answer.
public enum EffectCaveat: Sendable, Hashable, Codable {
  /// Others report than before, or report more or less: these.
  case reportingChanged(by: [String])
  /// By what it is judged was said when the action had begun already.
  case plannedAfterwards
  /// Other actions in the same places at the same time: these.
  case otherActions([String])
  /// One of the counts is so small that a few events more or less would change the answer.
  case fewCounts
  /// Neighbouring weeks are more alike than chance makes them, so that the interval may be too narrow.
  case autocorrelation
}
