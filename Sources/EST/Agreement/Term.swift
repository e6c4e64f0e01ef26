/// The days for which something holds, an agreement or a set of promises, and the instants that come of them in the
/// zone of its group.
public struct Term: Sendable, Hashable {
  public let firstDay: LocalDate
  /// The last day on which it holds.
  public let lastDay: LocalDate

  public init(from firstDay: LocalDate, through lastDay: LocalDate) {
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Whether there is a day on which it holds.
  public var hasDays: Bool { firstDay <= lastDay }

  public func begins(in zone: ZoneRules) -> Instant { zone.morning(of: firstDay) }

  /// On the morning after its last day, an hour later than a beginning: a successor that begins there is first.
  public func ends(in zone: ZoneRules) -> Instant { zone.morning(of: lastDay + 1).advanced(minutes: 60) }

  /// Six calendar months before its last day, and not before it begins.
  public func warns(in zone: ZoneRules) -> Instant {
    max(zone.morning(of: lastDay.advanced(months: -6)), begins(in: zone))
  }

  /// The first morning after `now` that lies a number of times `months` calendar months after its first day.
  /// - Parameter skipping: leaves out every so manyth of them; none where it is `nil`.
  public func next(everyMonths months: Int, skipping: Int? = nil, after now: Instant, in zone: ZoneRules)
    -> Instant
  {
    for count in 1... where skipping.map({ count % $0 != 0 }) ?? true {
      let instant = zone.morning(of: firstDay.advanced(months: count * months))
      if instant > now { return instant }
    }
    preconditionFailure("time goes on")
  }
}

/// Who signs for the police and for the municipality, by function and never by name.
public enum Signatory: String, Sendable, CaseIterable, Hashable {
  /// The local police chief. (lokalpolisområdeschef)
  case policeChief
  /// The chair of the municipal executive board. (kommunstyrelsens ordförande)
  case executiveChair
}
