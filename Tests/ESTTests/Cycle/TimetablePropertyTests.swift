import Testing

@testable import EST

/// What holds for every period of thirty years, whatever a group has chosen.
@Suite struct TimetablePropertyTests {
  private static let choices: [GroupSettings] = Period.Kind.allCases.flatMap { kind in
    [
      ("monday 12:00", "tuesday 09:00", 120), ("sunday 20:00", "monday 08:30", 60),
      ("wednesday 16:00", "friday 10:00", 24 * 60), ("thursday 07:00", "thursday 13:00", 30),
    ].map { deadline, meeting, lead in
      var settings = GroupSettings.standard
      settings.period = kind
      settings.deadline = .init(deadline)!
      settings.meeting = .init(meeting)!
      settings.pictureLead = lead
      settings.reminders = [48 * 60, 180]
      return settings
    }
  }

  @Test(arguments: choices)
  func everyPeriodHasOneMeetingAndItsTimesInOrder(settings: GroupSettings) {
    let zone = ZoneRules.stockholm
    let end = LocalDate("2054-01-01")!
    var period = settings.period(containing: LocalDate("2024-01-01")!)
    var previous: Timetable?
    while period.firstDay < end {
      let now = Timetable(period, settings, zone: zone)
      let order = [now.opens] + now.reminders + [now.deadline]
      #expect(zip(order, order.dropFirst()).allSatisfy(<), "\(period.label)")
      #expect(
        now.ends <= now.deadline && now.deadline <= now.picture && now.picture < now.meeting,
        "\(period.label)")
      let local = zone.local(now.meeting)
      #expect(
        local.time == settings.meeting.time && !SwedishHolidays.isHoliday(local.date), "\(period.label)")
      #expect((local.date.weekday == settings.meeting.weekday) == (now.movedFrom == nil), "\(period.label)")
      if let previous {
        #expect(previous.meeting < now.meeting && previous.ends == now.opens, "\(period.label)")
      }
      previous = now
      period = period.next
    }
  }
}

extension GroupSettings: CustomTestStringConvertible {
  public var testDescription: String { "\(period), due \(deadline), meeting \(meeting)" }
}
