import EST
import Testing

@testable import Commands

/// Times and lengths of time, as they are typed.
@Suite struct ReadingTests {
  @Test(arguments: [
    ("7d", 7, 0), ("2w", 14, 0), ("2h", 0, 120), ("30m", 0, 30), ("1d12h", 1, 720), ("1D", 1, 0),
  ])
  func aSpanIsRead(_ text: String, _ days: Int, _ minutes: Int) throws {
    let span = try #require(TimeSpan(text))
    #expect(span.days == days && span.minutes == minutes)
  }

  @Test(arguments: ["", "7", "d", "7x", "-7d", "7d2", "7 d", "99999999999d"]) func anythingElseIsNoSpan(
    _ text: String
  ) {
    #expect(TimeSpan(text) == nil)
  }

  /// 25 October 2026 has twenty-five hours in Sweden, 29 March twenty-three.
  @Test(arguments: [
    ("2026-10-24T09:00:00+02:00", "1d", "2026-10-25T09:00:00+01:00"),
    ("2026-10-24T09:00:00+02:00", "24h", "2026-10-25T08:00:00+01:00"),
    ("2026-03-28T02:30:00+01:00", "1d", "2026-03-29T03:00:00+02:00"),
    ("2026-11-23T07:30:00+01:00", "7d", "2026-11-30T07:30:00+01:00"),
  ])
  func aDayKeepsTheTimeOnTheWall(_ from: String, _ span: String, _ to: String) throws {
    let start = try #require(Instant(rfc3339: from))
    #expect(try #require(TimeSpan(span)).after(start, in: .stockholm).rfc3339(in: .stockholm) == to)
  }

  @Test(arguments: [
    ("2026-11-23T07:30", "2026-11-23T07:30:00+01:00"), ("2026-11-23T07:30:00Z", "2026-11-23T08:30:00+01:00"),
    ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
  ])
  func aMomentIsRead(_ text: String, _ instant: String) throws {
    #expect(try #require(Moment(text)).instant(in: .stockholm).rfc3339(in: .stockholm) == instant)
  }

  @Test func theHourThatSummerTimeSkipsIsRefused() throws {
    let moment = try #require(Moment("2026-03-29T02:30"))
    #expect(throws: CommandProblem.self) { try moment.instant(in: .stockholm) }
  }

  @Test(arguments: ["2026-W47", "2026-w47", "2026-11", "2026-W53"]) func aPeriodIsAWeekOrAMonth(
    _ text: String
  ) throws {
    #expect(try Reading.period(text) == text.uppercased())
  }

  @Test(arguments: ["2026-W54", "2026-W00", "2025-W53", "2026-13", "47", ""]) func noOtherPeriodIs(
    _ text: String
  ) {
    #expect(throws: InvalidArgument.self) { try Reading.period(text) }
  }

  @Test(arguments: [("tuesday 09:00", 2), ("Söndag 23:59", 7)]) func aWeeklyTimeIsReadInBothLanguages(
    _ text: String, _ weekday: Int
  ) throws {
    #expect(try Reading.weekly(text).weekday.rawValue == weekday)
  }
}
