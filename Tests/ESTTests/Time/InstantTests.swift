import EST
import Testing

@Suite struct InstantTests {
  @Test(
    "RFC 3339 with offset",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:00:00+01:00", 1_795_420_800_000_000),
      ("2026-11-23T03:00:00-05:00", 1_795_420_800_000_000), ("1969-12-31T23:59:59.999999Z", -1),
      ("1970-01-01T00:00:00.0000019Z", 1), ("1970-01-01T00:00:00.5z", 500_000),
      ("1970-01-01 01:00+01:00", 0),
    ] as [(String, Int64)])
  func read(text: String, microseconds: Int64) {
    #expect(Instant(rfc3339: text)?.microseconds == microseconds)
  }

  @Test(
    "What is no instant",
    arguments: [
      "", "Z", "2026-11-23T09:00:00", "2026-11-23", "2026-11-23T24:00:00Z", "2026-11-23T09:00:60Z",
      "2026-02-30T09:00:00Z", "2026-11-23T09:00:00+0100", "2026-11-23T09:00:00.Z", "2026-11-23T09:00:00,5Z",
      "2026-11-23T09:00:00+25:00", "2026-11-23T09:00:00.1234567890Z",
    ])
  func refused(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("What is written is read again, also before 1970 and with parts of a second")
  func roundTrip() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let instant = Instant(
        microseconds: Int64.random(in: -2_000_000_000_000_000..<4_000_000_000_000_000, using: &random))
      #expect(Instant(rfc3339: instant.rfc3339(in: .stockholm)) == instant)
    }
  }

  @Test func secondsAreRoundedDown() {
    #expect(Instant(microseconds: -1).seconds == -1)
    #expect(Instant(microseconds: 1_999_999).seconds == 1)
    #expect(Instant(seconds: 0).advanced(minutes: 90) == Instant(seconds: 5_400))
  }

  @Test("A time of day", arguments: ["00:00", "09:05", "23:59:59"])
  func timeOfDay(text: String) {
    #expect(LocalTime(text)?.description == text)
  }

  @Test("No time of day", arguments: ["24:00", "9:05", "09:60", "09:00:60", "09", "09:00:00:00", "+9:00"])
  func noTimeOfDay(text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test func wallSecondsAreTheInverse() throws {
    let local = try #require(LocalDateTime("1969-12-31 23:59:59"))
    #expect(local.wallSeconds == -1)
    #expect(LocalDateTime(wallSeconds: -1) == local)
    #expect(local.description == "1969-12-31T23:59:59")
  }
}
