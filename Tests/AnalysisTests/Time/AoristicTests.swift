import Analysis
import TestSupport
import Testing

@Suite struct AoristicTests {
  @Test("Every interval counts as one event, however it lies")
  func whole() {
    var generator = Seed.generator(31)
    let intervals = (0..<500).map { _ in
      let from = Int.random(in: -40_000...40_000, using: &generator)
      return WallInterval(from: from, to: from + Int.random(in: 0...15_000, using: &generator))
    }
    for interval in intervals {
      #expect(abs(Aoristic.hourShares(interval).reduce(0) { $0 + $1.share } - 1) < 1e-9)
      #expect(abs(Aoristic.weekShares(interval).reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
    let all = Aoristic(intervals, longest: nil)
    #expect(all.counted == 500 && all.leftOut == 0)
    #expect(abs(all.weekdays.reduce(0, +) - 500) < 1e-6 && abs(all.hoursOfDay.reduce(0, +) - 500) < 1e-6)
    let limited = Aoristic(intervals, longest: 600)
    #expect(
      limited.counted + limited.leftOut == 500 && limited.leftOut == intervals.count { $0.to - $0.from > 600 }
    )
  }

  @Test("An interval ends where the next hour begins, and before Monday is Sunday")
  func edges() {
    #expect(Aoristic.hourShares(WallInterval(from: 60, to: 120)).map(\.hour) == [1])
    #expect(Aoristic.hourShares(WallInterval(from: -1, to: -1)).map(\.hour) == [167])
    #expect(Aoristic.weekShares(WallInterval(from: -10_080, to: 0)).map(\.week) == [-1])
    #expect(Aoristic([], longest: nil).hours == [Double](repeating: 0, count: 168))
    #expect(Aoristic([WallInterval(from: 23 * 60, to: 23 * 60)]).table[0][23] == 1)
  }
}
