import EST

/// Four weeks of reports, which are read together and kept together.
public struct ReportBlock: Sendable, Hashable {
  public static let weeks = 4

  /// Counted from the Monday of 5 January 1970, so that the same weeks always are one block.
  public let number: Int
  /// Midnight of its first Monday, and of the one after it.
  public let starts: Instant
  public let ends: Instant
  /// Whether its reports are looked at one by one; of others only their weeks are counted.
  public let isDetailed: Bool

  /// The whole blocks that hold a history's weeks, the oldest first, and last what is left of the newest weeks.
  ///
  /// The first one may begin before the weeks, and the last one is no block where it is shorter.
  /// - Parameter weeks: Mondays without a gap.
  public static func covering(
    _ weeks: [LocalDate], midnight: (LocalDate) -> Instant
  ) -> (whole: [ReportBlock], rest: (from: Instant, to: Instant)?) {
    guard let first = weeks.first, let last = weeks.last else { return ([], nil) }
    let days = 7 * Self.weeks
    let monday = LocalDate(daysSince1970: 4)
    let end = last + 7
    let detailed = weeks[max(0, weeks.count - PictureInput.History.weeksOneByOne)]
    // Whole blocks from 1970 on, or before it.
    let rest = (first - monday) % days
    var whole: [ReportBlock] = []
    var start = first + -(rest < 0 ? rest + days : rest)
    while end - start >= days {
      whole.append(
        ReportBlock(
          number: (start - monday) / days, starts: midnight(start), ends: midnight(start + days),
          isDetailed: start + days > detailed))
      start = start + days
    }
    return (whole, start < end ? (midnight(start), midnight(end)) : nil)
  }
}
