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
  /// The holiday that the meeting moved away from, if it did.
  public let movedFrom: LocalDate?

  /// The timetable that a group's settings give a period.
  public init(_ period: Period, _ settings: GroupSettings, zone: ZoneRules) {
    self.period = period
    opens = zone.planned(LocalDateTime(period.firstDay, LocalTime(secondOfDay: 0)))
    ends = zone.planned(LocalDateTime(period.endDay, LocalTime(secondOfDay: 0)))

    let regular: LocalDate
    if settings.period == .monthly {
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
    if SwedishHolidays.isHoliday(regular) || settings.daysOff.contains(regular) {
      while isOff(day) { day = day + 1 }
    }
    movedFrom = day == regular ? nil : regular
    meeting = zone.planned(LocalDateTime(day, settings.meeting.time))

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
