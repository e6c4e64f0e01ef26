import Testing

@testable import EST

@Suite struct CycleTimesTests {
  private let week47 = CycleFacts.week47(at: "2026-11-20T00:00").timetable

  @Test func remindersKeepTheirDistanceToANewDeadline() {
    let times = week47.reopened(until: swedish("2026-11-25T12:00"))
    #expect(times.reminders == [swedish("2026-11-25T09:00")])
    #expect(times.deadline == swedish("2026-11-25T12:00"))
    #expect(times.meeting == week47.meeting && times.opens == week47.opens)
    // Twice over, they still do.
    #expect(times.reopened(until: swedish("2026-11-26T15:00")).reminders == [swedish("2026-11-26T12:00")])
  }

  @Test func thePictureWaitsForANewDeadlineOnlyWhereItMust() {
    #expect(week47.reopened(until: swedish("2026-11-25T12:00")).picture == swedish("2026-11-25T12:00"))
    #expect(week47.reopened(until: swedish("2026-11-23T18:00")).picture == swedish("2026-11-24T07:00"))
  }

  @Test func thePictureKeepsItsDistanceToTheMeeting() {
    let later = week47.meetingMoved(to: swedish("2026-11-27T15:00"))
    #expect(later.picture == swedish("2026-11-27T13:00") && later.deadline == week47.deadline)
    let earlier = week47.meetingMoved(to: swedish("2026-11-23T13:00"))
    #expect(earlier.picture == week47.deadline, "it is not made before the reports are in")
  }

  @Test func aPictureThatCameAfterItsMeetingIsMadeWithTheDeadline() {
    let times = week47.reopened(until: swedish("2026-11-25T12:00"))
      .meetingMoved(to: swedish("2026-11-26T09:00"))
    #expect(times.picture == swedish("2026-11-25T12:00"))
  }
}
