/// By which rule a meeting stands at another time than the one expected.
public enum MoveRule: String, Sendable, Hashable, CaseIterable {
  /// The regular day is a public holiday.
  case holiday
  /// The regular day is a day off of the municipality's own.
  case dayOff = "day-off"
  /// The clock jumps over the regular time in spring.
  case gap
  /// The regular time comes twice in autumn: the first of them.
  case fold
  /// The group's settings were changed while the period was planned.
  case setting
  /// The group's time zone, or what is known of it, was changed while the period was planned.
  case zone
  /// The coordinator moved it, for a reason that stands in the log.
  case coordinator
}

/// One step from the time expected to the time that stands, as the clock on the group's wall shows both.
public struct MeetingMove: Sendable, Hashable {
  public let rule: MoveRule
  public let from: LocalDateTime
  public let to: LocalDateTime
  /// Which one, where the rule is `holiday`.
  public let holiday: SwedishHoliday?

  public init(_ rule: MoveRule, from: LocalDateTime, to: LocalDateTime, holiday: SwedishHoliday? = nil) {
    self.rule = rule
    self.from = from
    self.to = to
    self.holiday = holiday
  }
}
