import EST

/// Swedish local time as an instant.
func swedish(_ text: String) -> Instant { ZoneRules.stockholm.planned(LocalDateTime(text)!) }

extension CycleFacts {
  /// Week 47 of 2026 in a group with standard settings: collected from Monday the 16th, due on the 23rd at 12:00,
  /// pictured on the 24th at 07:00, met about at 09:00; the next meeting is on 1 December.
  static func week47(at now: String) -> CycleFacts {
    let settings = GroupSettings.standard
    let week = Period.week(ISOWeek("2026-W47")!)
    return CycleFacts(
      now: swedish(now), timetable: CycleTimes(Timetable(week, settings, zone: .stockholm)),
      nextMeeting: Timetable(week.next, settings, zone: .stockholm).meeting)
  }

  /// Every condition of every event is met.
  static let everythingAtHand: CycleFacts = {
    var facts = week47(at: "2026-12-01T09:00")
    facts.timetable.deadline = swedish("2026-12-01T12:00")
    facts.pictureVersions = 2
    facts.adoptedVersion = 2
    facts.priorities = 3
    facts.decisions = 1
    facts.reason = "färre än hälften kunde komma"
    facts.newTime = swedish("2026-12-02T09:00")
    return facts
  }()
}
