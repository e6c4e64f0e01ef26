import EST
import Testing

@Suite struct BackOffTests {
  @Test func eachWaitIsDrawnFromTheUpperHalfOfADoubledOne() {
    let backOff = BackOff(first: 120, longest: 21_600, attempts: 12)
    let ceilings: [Int64] = [120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, 21_600, 21_600, 21_600]
    for seed in 0..<2_000 as Range<UInt64> {
      for (index, ceiling) in ceilings.enumerated() {
        let delay = backOff.delay(after: index + 1, seed: seed)!
        #expect((ceiling * 500_000...ceiling * 1_000_000).contains(delay))
      }
      #expect(backOff.delay(after: 12, seed: seed) == nil && backOff.delay(after: 400, seed: seed) == nil)
    }
  }

  @Test func itIsTheSameForTheSameSeedAndSpreadOverOthers() {
    let delays = (0..<1_000 as Range<UInt64>).map { BackOff.standard.delay(after: 3, seed: $0)! }
    #expect(delays == (0..<1_000 as Range<UInt64>).map { BackOff.standard.delay(after: 3, seed: $0)! })
    #expect(Set(delays).count == 1_000)
    // Ten equal parts of the range hold about a hundred each.
    let parts = Dictionary(grouping: delays) { ($0 - 240_000_000) * 10 / 240_000_001 }
    #expect(parts.count == 10 && parts.values.allSatisfy { (60...140).contains($0.count) })
    // Two attempts of one item are no shifted copies of each other.
    let shares = (1...5).map { attempt in
      Double(BackOff.standard.delay(after: attempt, seed: 7)!) / Double(120_000_000 << (attempt - 1))
    }
    #expect(Set(shares).count == 5)
  }

  @Test func theLongestHoldsForAnyNumbers() {
    let backOff = BackOff(first: 1, longest: Int(Int32.max), attempts: .max)
    #expect(backOff.delay(after: 1_000_000, seed: 1)! <= Int64(Int32.max) * 1_000_000)
    let end = Instant(seconds: 1_000)
    let next = BackOff(first: 2, longest: 2, attempts: 2).next(after: 1, at: end, seed: 9)!
    #expect(next >= Instant(seconds: 1_001) && next <= Instant(seconds: 1_002))
  }
}

@Suite struct QuietHoursTests {
  @Test(arguments: [
    ("21:00-06:30", "2026-11-23T20:59:59+01:00", nil),
    ("21:00-06:30", "2026-11-23T21:00:00+01:00", "2026-11-24T06:30:00+01:00"),
    ("21:00-06:30", "2026-11-24T06:29:59+01:00", "2026-11-24T06:30:00+01:00"),
    ("21:00-06:30", "2026-11-24T06:30:00+01:00", nil),
    ("12:00-13:00", "2026-11-24T12:15:00+01:00", "2026-11-24T13:00:00+01:00"),
    ("12:00-13:00", "2026-11-24T21:15:00+01:00", nil),
    // Over the night in which the clock is put forward, and the one in which it is put back.
    ("21:00-06:30", "2026-03-28T22:00:00+01:00", "2026-03-29T06:30:00+02:00"),
    ("21:00-06:30", "2026-10-24T22:00:00+02:00", "2026-10-25T06:30:00+01:00"),
    // An end in the hour that is skipped, and in the one that comes twice.
    ("21:00-02:30", "2026-03-29T01:59:00+01:00", "2026-03-29T03:00:00+02:00"),
    ("21:00-02:30", "2026-10-25T02:29:00+02:00", "2026-10-25T02:30:00+02:00"),
    ("21:00-02:30", "2026-10-25T02:10:00+01:00", nil),
  ])
  func aMailWaitsUntilTheyEnd(_ hours: String, _ at: String, _ end: String?) throws {
    let quiet = try #require(QuietHours(hours))
    #expect(quiet.end(at: Instant(rfc3339: at)!, in: .stockholm) == end.map { Instant(rfc3339: $0)! })
    #expect(quiet.description == hours)
  }

  @Test(arguments: ["", "21-06", "21:00", "21:00-21:00", "21:00-24:00", "21:00-06:30-07:00", "natt"])
  func anythingElseIsNone(_ text: String) { #expect(QuietHours(text) == nil) }
}
