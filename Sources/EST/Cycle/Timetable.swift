/// The fixed points of one period of one group, as instants.
public struct Timetable: Hashable, Sendable {
  public let period: Period
  /// Collection opens with the period's first local midnight.
  public let opens: Instant
  /// The first local midnight after the period.
  public let ends: Instant
  public let reminders: [Instant]
  public let deadline: Instant
  public let picture: Instant
  public let meeting: Instant
  /// When the meeting is expected by the weekday and the time of day of the settings alone.
  public let expected: LocalDateTime
  /// How it came from there to where it stands, if it did.
  public let moves: [MeetingMove]

  /// What the clock on the wall shows when the meeting begins.
  public var wall: LocalDateTime { moves.last?.to ?? expected }

  /// The day off that the meeting moved away from, if it did.
  public var movedFrom: LocalDate? {
    moves.first { $0.rule == .holiday || $0.rule == .dayOff }?.from.date
  }

  /// The timetable that a group's settings give a period.
  public init(_ period: Period, _ settings: GroupSettings, zone: ZoneRules) {
    self.period = period
    opens = zone.planned(LocalDateTime(period.firstDay, LocalTime(secondOfDay: 0)))
    ends = zone.planned(LocalDateTime(period.endDay, LocalTime(secondOfDay: 0)))

    let regular: LocalDate
    if period.kind == .monthly {
      let (year, month, _) = period.endDay.components
      let first = LocalDate(year: year, month: month, day: 1)!
      let toWeekday = (settings.meeting.weekday.rawValue - first.weekday.rawValue + 7) % 7
      regular = first + (toWeekday + 7 * (settings.monthlyOrdinal - 1))
    } else {
      regular = Timetable.first(settings.meeting.weekday, from: period.endDay)
    }
    var day = regular
    func isOff(_ date: LocalDate) -> Bool {
      date.weekday >= .saturday || SwedishHolidays.isHoliday(date) || settings.daysOff.contains(date)
    }
    let time = settings.meeting.time
    expected = LocalDateTime(regular, time)
    var moves: [MeetingMove] = []
    let holiday = SwedishHolidays.holiday(on: regular)
    if holiday != nil || settings.daysOff.contains(regular) {
      while isOff(day) { day = day + 1 }
      moves.append(
        MeetingMove(
          holiday == nil ? .dayOff : .holiday, from: expected, to: LocalDateTime(day, time), holiday: holiday)
      )
    }
    let wall = LocalDateTime(day, time)
    switch zone.meaning(of: wall) {
    case .once(let instant): meeting = instant
    case .never(let resumes):
      meeting = resumes
      moves.append(MeetingMove(.gap, from: wall, to: zone.local(resumes)))
    case .twice(let first, _):
      meeting = first
      moves.append(MeetingMove(.fold, from: wall, to: wall))
    }
    self.moves = moves

    // Reports are due on the last such weekday that leaves time for the picture, but never before the period ends.
    let latest = zone.planned(LocalDateTime(regular, settings.meeting.time))
      .advanced(minutes: -settings.pictureLead)
    var due = LocalDateTime(
      regular + -((regular.weekday.rawValue - settings.deadline.weekday.rawValue + 7) % 7),
      settings.deadline.time)
    while zone.planned(due) > latest { due = LocalDateTime(due.date + -7, due.time) }
    deadline = max(zone.planned(due), ends)
    picture = max(meeting.advanced(minutes: -settings.pictureLead), deadline)
    let closes = deadline
    let begins = opens
    reminders = settings.reminders.map { closes.advanced(minutes: -$0) }.filter { $0 > begins }.sorted()
  }

  private static func first(_ weekday: Weekday, from date: LocalDate) -> LocalDate {
    date + (weekday.rawValue - date.weekday.rawValue + 7) % 7
  }
}
