/// By what an action's effect is to be judged, said before anybody sees its outcome.
public struct EffectPlan: Sendable, Hashable {
  public enum Invalid: Error, Equatable {
    /// No target, or nothing to compare it with.
    case nothingToCompare
    /// Where it may have moved to is compared with something too, or not looked at.
    case halfDisplacement
    /// An area has one place.
    case areaTwice(AreaID)
    case triggerWeeks
    case longestWeeks
  }

  public enum Place: String, Sendable, CaseIterable {
    /// Where the action is.
    case target
    /// Like it, with nothing done. (jämförelseområde)
    case control
    /// Where the problem may move to.
    case displacement
    case displacementControl = "displacement-control"
  }

  public static let usualTriggerWeeks = 8
  public static let mostTriggerWeeks = 52
  public static let mostLongestWeeks = 520

  public let areas: [Place: [AreaID]]
  /// A main category holds its subtypes; none means all.
  public let categories: [CategoryCode]
  /// Weeks just before the start that are left out: an area is chosen at its peak, and would fall from it by itself.
  public let triggerWeeks: Int
  /// At most so many weeks are compared; `nil` for all that there are.
  public let longestWeeks: Int?

  /// - Throws: `Invalid`.
  public init(
    areas: [Place: [AreaID]], categories: [CategoryCode] = [], triggerWeeks: Int = usualTriggerWeeks,
    longestWeeks: Int? = nil
  ) throws(Invalid) {
    func of(_ place: Place) -> [AreaID] { areas[place] ?? [] }
    if of(.target).isEmpty || of(.control).isEmpty { throw .nothingToCompare }
    if of(.displacement).isEmpty != of(.displacementControl).isEmpty { throw .halfDisplacement }
    var seen: Set<AreaID> = []
    for area in Place.allCases.flatMap(of) where !seen.insert(area).inserted { throw .areaTwice(area) }
    if !(0...Self.mostTriggerWeeks).contains(triggerWeeks) { throw .triggerWeeks }
    if let longestWeeks, !(1...Self.mostLongestWeeks).contains(longestWeeks) { throw .longestWeeks }
    self.areas = areas.filter { !$0.value.isEmpty }
    self.categories = categories
    self.triggerWeeks = triggerWeeks
    self.longestWeeks = longestWeeks
  }
}
