/// How a group works: its period and the fixed points of each. Settings hold for every period that has not begun.
public struct GroupSettings: Hashable, Sendable {
  /// A weekday and a time of day on the group's wall.
  public struct WeeklyTime: Hashable, Sendable, CustomStringConvertible {
    public var weekday: Weekday
    public var time: LocalTime
    public init(_ weekday: Weekday, _ time: LocalTime) {
      self.weekday = weekday
      self.time = time
    }
    /// `monday 12:00`.
    public var description: String { "\(weekday.code) \(time)" }
    /// Reads `monday 12:00`.
    public init?(_ text: some StringProtocol) {
      let parts = text.split(separator: " ")
      guard parts.count == 2, let weekday = Weekday(code: parts[0].lowercased()),
        let time = LocalTime(parts[1])
      else { return nil }
      self.init(weekday, time)
    }
  }

  public var period: Period.Kind
  /// A week in which a fortnight begins; not used by other periods.
  public var anchor: ISOWeek
  /// Which of its weekday in the month after the period a monthly meeting is held on, 1–4.
  public var monthlyOrdinal: Int
  /// When reports are due, after the period's end.
  public var deadline: WeeklyTime
  public var meeting: WeeklyTime
  /// How long before the meeting the picture is ready, in minutes.
  public var pictureLead: Int
  /// How long before the deadline units that are still missing are reminded, in minutes, longest first.
  public var reminders: [Int]
  /// IANA name of the time zone.
  public var zone: String
  /// Days off of the municipality's own, beside the public holidays.
  public var daysOff: Set<LocalDate>

  /// Weekly; reports by Monday 12:00, the picture two hours before a meeting on Tuesday 09:00, Swedish time.
  public static let standard = GroupSettings(
    period: .weekly, anchor: ISOWeek(year: 2026, week: 1)!, monthlyOrdinal: 2,
    deadline: WeeklyTime(.monday, LocalTime(hour: 12, minute: 0)!),
    meeting: WeeklyTime(.tuesday, LocalTime(hour: 9, minute: 0)!),
    pictureLead: 120, reminders: [3 * 60], zone: "Europe/Stockholm", daysOff: [])

  public init(
    period: Period.Kind, anchor: ISOWeek, monthlyOrdinal: Int, deadline: WeeklyTime, meeting: WeeklyTime,
    pictureLead: Int, reminders: [Int], zone: String, daysOff: Set<LocalDate>
  ) {
    self.period = period
    self.anchor = anchor
    self.monthlyOrdinal = monthlyOrdinal
    self.deadline = deadline
    self.meeting = meeting
    self.pictureLead = pictureLead
    self.reminders = reminders
    self.zone = zone
    self.daysOff = daysOff
  }

  /// How long before the deadline a reminder may be, in days: so that in each of its periods, the shortest one too, it
  /// comes when reporting has begun.
  public var longestReminder: Int {
    switch period {
    case .weekly: 6
    case .fortnightly: 13
    case .monthly: 27
    }
  }

  /// The period that holds a local day.
  public func period(containing date: LocalDate) -> Period {
    switch period {
    case .weekly: .week(ISOWeek(containing: date))
    case .fortnightly: .fortnight(containing: date, anchor: anchor)
    case .monthly: .month(year: date.components.year, month: date.components.month)!
    }
  }

  /// The period of a label such as `2026-W47`, or `2026-11` for a monthly group; `nil` where there is none, also
  /// for the second week of a fortnight.
  public func period(labelled label: String) -> Period? {
    if period == .monthly {
      guard let first = LocalDate("\(label)-01") else { return nil }
      return period(containing: first)
    }
    guard let week = ISOWeek(label) else { return nil }
    let found = period(containing: week.start)
    return found.label == week.description ? found : nil
  }
}
