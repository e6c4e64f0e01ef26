/// Counts and harm of the same events, side by side: harm is never shown alone.
public struct HarmTally: Sendable, Equatable {
  /// Events of one category in one area.
  public struct Events: Sendable, Equatable {
    public let area: Int
    public let category: String
    public let count: Int
    /// Of them found by patrols and checks rather than reported: they say where was looked, and are left out.
    public let discovered: Int

    /// - Parameters:
    ///   - area: its position in the list of areas.
    ///   - discovered: at most `count`.
    public init(area: Int, category: String, count: Int, discovered: Int = 0) {
      precondition(discovered >= 0 && discovered <= count, "what was discovered is among what was counted")
      self.area = area
      self.category = category
      self.count = count
      self.discovered = discovered
    }
  }

  /// Events that the harm is of: with a weight, and not discovered by looking.
  public private(set) var weighed = 0
  /// In days.
  public private(set) var days = 0.0
  /// Events of categories that the table has no weight for.
  public private(set) var unweighed = 0
  /// Events left out because they were found by looking.
  public private(set) var discovered = 0

  /// All that were counted, whether they have a weight or not.
  public var count: Int { weighed + unweighed + discovered }

  /// What an event weighed in the mean; `nil` where none had a weight.
  public var daysPerEvent: Double? { weighed > 0 ? days / Double(weighed) : nil }

  public init(_ events: [Events] = [], weights: HarmWeights) {
    for group in events { add(group, weights: weights) }
  }

  /// One tally for each area, in the areas' order (Sherman and others 2016: the sum of counts times days).
  public static func byArea(_ events: [Events], areas: Int, weights: HarmWeights) -> [HarmTally] {
    var tallies = Array(repeating: HarmTally(weights: weights), count: areas)
    for group in events { tallies[group.area].add(group, weights: weights) }
    return tallies
  }

  private mutating func add(_ group: Events, weights: HarmWeights) {
    discovered += group.discovered
    let reported = group.count - group.discovered
    guard let each = weights.days(of: group.category) else {
      unweighed += reported
      return
    }
    weighed += reported
    days += Double(reported) * each
  }
}
