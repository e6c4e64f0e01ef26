/// Which earlier weeks tell what one week is to be like, and in which part of the year each of them lies.
///
/// Reference weeks one, two … years back with a window about each; the weeks between two windows are cut into groups
/// of equal length (Noufaily et al. 2013, Statistics in Medicine 32:1206–1222; Salmon, Schumacher and Höhle 2016,
/// Journal of Statistical Software 70(10)). One value serves every series with the same weeks.
public struct SeasonalBaseline: Sendable, Equatable {
  /// The position of the week that is judged, from 0.
  public let week: Int
  /// The current week and the reference weeks, the latest first.
  public let referenceWeeks: [Int]
  /// The first week that has a group; times are counted from it.
  public let origin: Int
  /// The group, from 0, of each week from `origin` to `week`; -1 where a week belongs to none. The current week's is
  /// the last.
  public let groups: [Int]
  /// How many groups there are.
  public let groupCount: Int
  /// The weeks that the regression rests on, in order.
  public let weeks: [Int]

  /// - Parameters:
  ///   - week: from 0.
  ///   - weekStarts: each week's first day as `CivilDay.number`, every seventh day; without them a year has 52 weeks.
  /// - Returns: `nil` where the series does not reach back to the earliest reference week.
  public init?(week: Int, weekStarts: [Int]?, settings: FarringtonSettings) {
    precondition(settings.years >= 1 && settings.periods >= 1 && settings.halfWindow >= 0)
    precondition(weekStarts.map { week < $0.count } ?? true, "the week judged has a start")
    var references = [week]
    for back in 1...settings.years {
      let reference: Int
      if let weekStarts {
        // Of the two week starts about the same day of that year the closer one; seven days are never halved.
        let days = weekStarts[week] - CivilDay.yearsBefore(weekStarts[week], back)
        reference = week - (days + 3) / 7
      } else {
        reference = week - 52 * back
      }
      references.append(reference)
    }
    guard let oldest = references.last, oldest >= 0 else { return nil }

    let (half, last) = (settings.halfWindow, settings.periods - 1)
    let origin = max(0, oldest - half)
    var groups = [Int](repeating: -1, count: week - origin + 1)
    for pair in 1..<references.count where last > 0 {
      let (first, end) = (references[pair] + half + 1, references[pair - 1] - half)
      guard end > first else { continue }
      let (length, longer) = (end - first).quotientAndRemainder(dividingBy: last)
      var at = first
      for group in 0..<last {
        for _ in 0..<(length + (group < longer ? 1 : 0)) {
          groups[at - origin] = group
          at += 1
        }
      }
    }
    for reference in references {
      for at in max(origin, reference - half)...min(week, reference + half) { groups[at - origin] = last }
    }
    self.week = week
    self.origin = origin
    self.groups = groups
    referenceWeeks = references
    groupCount = settings.periods
    let end = week - settings.excludedWeeks
    weeks = (origin..<max(origin, end)).filter { groups[$0 - origin] >= 0 }
  }
}
