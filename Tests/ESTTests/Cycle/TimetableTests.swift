import Testing

@testable import EST

@Suite struct TimetableTests {
  private func timetable(
    _ label: String, _ change: (inout GroupSettings) -> Void = { _ in }
  ) throws -> Timetable {
    var settings = GroupSettings.standard
    change(&settings)
    let zone = try #require(ZoneRules(settings.zone))
    return Timetable(try #require(settings.period(labelled: label)), settings, zone: zone)
  }

  @Test func anOrdinaryWeek() throws {
    let week = try timetable("2026-W47")
    #expect(week.opens == Instant(rfc3339: "2026-11-16T00:00:00+01:00"))
    #expect(week.ends == Instant(rfc3339: "2026-11-23T00:00:00+01:00"))
    #expect(week.reminders == [swedish("2026-11-23T09:00")])
    #expect(week.deadline == Instant(rfc3339: "2026-11-23T12:00:00+01:00"))
    #expect(week.picture == Instant(rfc3339: "2026-11-24T07:00:00+01:00"))
    #expect(week.meeting == Instant(rfc3339: "2026-11-24T09:00:00+01:00"))
    #expect(week.movedFrom == nil)
  }

  @Test(
    arguments: [
      // Twelfth Night is a Tuesday.
      ("2026-W01", "tuesday 09:00", "2026-01-07T09:00", "2026-01-06"),
      ("2026-W53", "tuesday 09:00", "2027-01-05T09:00", nil),
      ("2027-W01", "tuesday 09:00", "2027-01-12T09:00", nil),
      // Christmas Day is a Tuesday, and Boxing Day follows.
      ("2029-W51", "tuesday 09:00", "2029-12-27T09:00", "2029-12-25"),
      ("2026-W14", "monday 13:00", "2026-04-07T13:00", "2026-04-06"),
      ("2026-W19", "thursday 09:00", "2026-05-15T09:00", "2026-05-14"),
      // From Good Friday over the weekend and Easter Monday.
      ("2026-W13", "friday 09:00", "2026-04-07T09:00", "2026-04-03"),
      // A group that meets on Saturdays does so, but not on Midsummer Day.
      ("2026-W23", "saturday 10:00", "2026-06-13T10:00", nil),
      ("2026-W24", "saturday 10:00", "2026-06-22T10:00", "2026-06-20"),
      // Christmas Eve is no public holiday.
      ("2026-W51", "thursday 09:00", "2026-12-24T09:00", nil),
    ] as [(String, String, String, String?)])
  func aMeetingOnAHolidayMovesToTheNextWorkingDay(
    label: String, meeting: String, local: String, movedFrom: String?
  ) throws {
    let timetable = try timetable(label) { $0.meeting = .init(meeting)! }
    #expect(timetable.meeting == swedish(local))
    #expect(timetable.movedFrom == movedFrom.flatMap { LocalDate($0) })
    #expect(timetable.picture == timetable.meeting.advanced(minutes: -120))
  }

  @Test func theDeadlineStaysWhenTheMeetingMoves() throws {
    #expect(try timetable("2026-W01").deadline == swedish("2026-01-05T12:00"))
  }

  @Test func aDayOffOfTheMunicipalityMovesTheMeeting() throws {
    let days = ["2026-12-22", "2026-12-23", "2026-12-24"].map { LocalDate($0)! }
    let timetable = try timetable("2026-W51") { $0.daysOff = Set(days) }
    #expect(timetable.meeting == swedish("2026-12-28T09:00"), "past the days off, Christmas and a weekend")
    #expect(timetable.movedFrom == days[0])
  }

  @Test(arguments: [
    ("2026-W11", "2026-03-17T08:00:00Z"), ("2026-W12", "2026-03-24T08:00:00Z"),
    ("2026-W13", "2026-03-31T07:00:00Z"), ("2026-W42", "2026-10-20T07:00:00Z"),
    ("2026-W43", "2026-10-27T08:00:00Z"),
  ])
  func meetingsKeepTheirLocalTimeOverAChangeOfTheClock(label: String, utc: String) throws {
    #expect(try timetable(label).meeting == Instant(rfc3339: utc))
  }

  @Test(arguments: [("2026-W13", 167), ("2026-W43", 169), ("2026-W47", 168)])
  func aWeekLastsFromMidnightToMidnight(label: String, hours: Int64) throws {
    let week = try timetable(label)
    #expect(week.ends.seconds - week.opens.seconds == hours * 3600)
  }

  @Test func aMeetingInTheHourThatIsSkippedIsHeldWhenTheClockHasJumped() throws {
    let timetable = try timetable("2026-W12") { $0.meeting = .init("sunday 02:30")! }
    #expect(timetable.meeting == Instant(rfc3339: "2026-03-29T01:00:00Z"))
  }

  @Test func aFortnightMeetsAfterItsSecondWeek() throws {
    let fortnight = try timetable("2026-W53") { $0.period = .fortnightly }
    #expect(fortnight.ends == swedish("2027-01-11T00:00"))
    #expect(fortnight.meeting == swedish("2027-01-12T09:00"))
  }

  @Test(arguments: [
    ("2026-11", 2, "2026-12-08T09:00"), ("2026-12", 2, "2027-01-12T09:00"),
    ("2026-11", 1, "2026-12-01T09:00"), ("2027-01", 4, "2027-02-23T09:00"),
    // The first Tuesday of May 2029 is May Day.
    ("2029-04", 1, "2029-05-02T09:00"),
  ])
  func aMonthMeetsOnItsOrdinalWeekdayOfTheNext(label: String, ordinal: Int, meeting: String) throws {
    let month = try timetable(label) {
      $0.period = .monthly
      $0.monthlyOrdinal = ordinal
    }
    #expect(month.meeting == swedish(meeting))
  }

  @Test(arguments: [
    // The same day, but before the picture.
    ("tuesday 06:30", 120, "2026-11-24T06:30", "2026-11-24T07:00"),
    // Too late for the picture, and the time before it is within the period: as soon as the period has ended.
    ("tuesday 08:00", 120, "2026-11-23T00:00", "2026-11-24T07:00"),
    ("wednesday 12:00", 120, "2026-11-23T00:00", "2026-11-24T07:00"),
    ("sunday 23:00", 120, "2026-11-23T00:00", "2026-11-24T07:00"),
    // A picture that is wanted before the period is over waits for its end.
    ("monday 12:00", 3 * 24 * 60, "2026-11-23T00:00", "2026-11-23T00:00"),
  ])
  func reportsAreDueAfterThePeriodAndInTimeForThePicture(
    due: String, lead: Int, deadline: String, picture: String
  ) throws {
    let week = try timetable("2026-W47") {
      $0.deadline = .init(due)!
      $0.pictureLead = lead
    }
    #expect(week.deadline == swedish(deadline))
    #expect(week.picture == swedish(picture))
  }

  @Test(arguments: [(5, "2026-12-14T12:00"), (10, "2026-12-07T12:00"), (15, "2026-12-01T00:00")])
  func aMonthsDeadlineLeavesTimeForALongLead(days: Int, deadline: String) throws {
    let month = try timetable("2026-11") {
      $0.period = .monthly
      $0.monthlyOrdinal = 4
      $0.pictureLead = days * 24 * 60
    }
    #expect(month.meeting == swedish("2026-12-22T09:00"))
    #expect(month.picture == month.meeting.advanced(minutes: -days * 24 * 60))
    #expect(month.deadline == swedish(deadline))
  }

  @Test func remindersStandInOrderWithinThePeriodsCollection() throws {
    let week = try timetable("2026-W47") { $0.reminders = [60, 30 * 24 * 60, 24 * 60] }
    #expect(week.reminders == [swedish("2026-11-22T12:00"), swedish("2026-11-23T11:00")])
  }

  @Test func theGroupsZoneIsTheOneThatCounts() throws {
    #expect(
      try timetable("2026-W47") { $0.zone = "Europe/Helsinki" }.meeting
        == Instant(rfc3339: "2026-11-24T07:00:00Z"))
  }

  /// Also in the shortest month, and where the clock goes forward.
  @Test(arguments: [Period.Kind.weekly, .fortnightly, .monthly])
  func theLongestReminderComesInEveryPeriod(kind: Period.Kind) {
    var settings = GroupSettings.standard
    settings.period = kind
    settings.reminders = [settings.longestReminder * 24 * 60]
    for deadline in ["sunday 00:00", "monday 00:00", "monday 12:00", "friday 15:00"] {
      for meeting in ["monday 00:30", "tuesday 09:00", "sunday 02:30"] {
        settings.deadline = .init(deadline)!
        settings.meeting = .init(meeting)!
        var period = settings.period(containing: LocalDate("2026-01-01")!)
        while period.firstDay < LocalDate("2030-01-01")! {
          let timetable = Timetable(period, settings, zone: .stockholm)
          #expect(timetable.reminders.count == 1, "\(period.label), \(deadline), \(meeting)")
          period = period.next
        }
      }
    }
  }
}
