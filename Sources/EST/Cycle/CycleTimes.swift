/// The times that a cycle has now, moved or not.
public struct CycleTimes: Hashable, Sendable {
  public var opens: Instant
  public var reminders: [Instant]
  public var deadline: Instant
  public var picture: Instant
  public var meeting: Instant

  public init(opens: Instant, reminders: [Instant], deadline: Instant, picture: Instant, meeting: Instant) {
    self.opens = opens
    self.reminders = reminders
    self.deadline = deadline
    self.picture = picture
    self.meeting = meeting
  }
  public init(_ timetable: Timetable) {
    self.init(
      opens: timetable.opens, reminders: timetable.reminders, deadline: timetable.deadline,
      picture: timetable.picture, meeting: timetable.meeting)
  }

  /// Collection opened again until `deadline`: reminders keep their distance to it, and the picture waits for it.
  public func reopened(until deadline: Instant) -> CycleTimes {
    var times = self
    let later = deadline.microseconds - self.deadline.microseconds
    times.reminders = reminders.map { Instant(microseconds: $0.microseconds + later) }
    times.deadline = deadline
    times.picture = max(picture, deadline)
    return times
  }

  /// The meeting moved: the picture keeps its distance to it, but is not compiled before collection has ended.
  public func meetingMoved(to meeting: Instant) -> CycleTimes {
    var times = self
    let lead = self.meeting.microseconds - picture.microseconds
    times.meeting = meeting
    // A picture that had to wait until after the old meeting has no distance to keep: it is made at once.
    times.picture = lead > 0 ? max(Instant(microseconds: meeting.microseconds - lead), deadline) : deadline
    return times
  }

  /// When a meeting that has not begun is overdue: an hour after its time, or after a deadline that was put later.
  var overdue: Instant { max(meeting, deadline).advanced(minutes: 60) }

  /// When a period whose meeting never took place is missed: at the next one's meeting, but not within a day of a
  /// meeting or a deadline that was put as late as that.
  public func miss(nextMeeting: Instant) -> Instant {
    max(nextMeeting, max(meeting, deadline).advanced(minutes: 24 * 60))
  }
}
