/// A day in plain components, as it is handed to a language to be written out.
public struct CalendarDay: Hashable, Sendable {
  public let year: Int
  /// 1–12.
  public let month: Int
  /// 1–31.
  public let day: Int
  /// Monday 1 … Sunday 7, as ISO 8601 counts.
  public let weekday: Int

  public init(year: Int, month: Int, day: Int, weekday: Int) {
    precondition((1...12).contains(month) && (1...31).contains(day) && (1...7).contains(weekday))
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }
}

/// A time of day in plain components.
public struct ClockTime: Hashable, Sendable {
  /// 0–23.
  public let hour: Int
  /// 0–59.
  public let minute: Int

  public init(hour: Int, minute: Int) {
    precondition((0...23).contains(hour) && (0...59).contains(minute))
    self.hour = hour
    self.minute = minute
  }
}
