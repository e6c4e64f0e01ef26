import Foundation
import Testing

@testable import EST

@Suite struct ZoneRulesTests {
  @Test("Offsets and local times are those of Foundation, all over the table")
  func agreesWithFoundation() throws {
    var random = SplitMix64(seed: 1)
    for name in ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "UTC"] {
      let rules = try #require(ZoneRules(name))
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = try #require(TimeZone(identifier: name))
      for _ in 0..<2_000 {
        let instant = Instant(seconds: Int64.random(in: 0..<4_102_000_000, using: &random))
        let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
        #expect(rules.offset(at: instant) == calendar.timeZone.secondsFromGMT(for: date))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let local = rules.local(instant)
        let (year, month, day) = local.date.components
        #expect([year, month, day] == [parts.year, parts.month, parts.day])
        #expect(
          [local.time.hour, local.time.minute, local.time.second] == [parts.hour, parts.minute, parts.second])
      }
    }
  }

  @Test("Every instant is found again from what the clock on the wall shows")
  func meaningIsTheInverse() throws {
    var random = SplitMix64(seed: 2)
    for name in ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe"] {
      let rules = try #require(ZoneRules(name))
      // Around each change of the clocks, to the half hour, where a wrong choice would show, and anywhere.
      let edges = rules.starts.dropFirst().flatMap { start in (-6...6).map { start + $0 * 1_800 } }
      let anywhere = (0..<2_000).map { _ in Int64.random(in: 0..<4_102_000_000, using: &random) }
      for second in edges + anywhere {
        let instant = Instant(seconds: second)
        switch rules.meaning(of: rules.local(instant)) {
        case .once(let found): #expect(found == instant)
        case .twice(let first, let second):
          #expect(first < second)
          #expect(first == instant || second == instant)
        case .never: Issue.record("\(name): what the clock has shown exists: \(second)")
        }
      }
    }
  }

  @Test(
    "Clock changes in Stockholm",
    arguments: [
      ("2025-03-30T01:59", "2025-03-30T00:59:00Z"),
      ("2025-03-30T03:00", "2025-03-30T01:00:00Z"),
      ("2025-10-26T01:59", "2025-10-25T23:59:00Z"),
      ("2025-10-26T03:00", "2025-10-26T02:00:00Z"),
      ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
      ("2026-12-31T23:59", "2026-12-31T22:59:00Z"),
      ("1975-07-01T12:00", "1975-07-01T11:00:00Z"),
    ])
  func once(local: String, utc: String) throws {
    let meaning = ZoneRules.stockholm.meaning(of: try #require(LocalDateTime(local)))
    #expect(meaning == .once(try #require(Instant(rfc3339: utc))))
  }

  @Test(
    "The skipped hour does not exist",
    arguments: ["2025-03-30T02:00", "2025-03-30T02:59:59", "2026-03-29T02:30"])
  func skipped(text: String) throws {
    let local = try #require(LocalDateTime(text))
    let jump = try #require(Instant(rfc3339: "\(local.date)T01:00:00Z"))
    #expect(ZoneRules.stockholm.meaning(of: local) == .never(resumes: jump))
    #expect(ZoneRules.stockholm.planned(local) == jump)
  }

  @Test(
    "The doubled hour exists twice",
    arguments: ["2025-10-26T02:00", "2025-10-26T02:59:59", "2026-10-25T02:30"])
  func doubled(text: String) throws {
    let local = try #require(LocalDateTime(text))
    let first = Instant(seconds: local.wallSeconds - 7_200)
    let second = Instant(seconds: local.wallSeconds - 3_600)
    #expect(ZoneRules.stockholm.meaning(of: local) == .twice(first: first, second: second))
    #expect(ZoneRules.stockholm.planned(local) == first)
  }

  @Test func anUnknownZoneIsNone() {
    #expect(ZoneRules("Europe/Umea") == nil)
  }
}
