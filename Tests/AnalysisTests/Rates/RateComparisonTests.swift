import Analysis
import Testing

@Suite struct RateComparisonTests {
  @Test("Nothing is said where both counts are small", arguments: [(0, 0), (4, 0), (0, 4), (4, 4)])
  func tooFew(first: Int, second: Int) {
    #expect(RateComparison(first, second).verdict() == .tooFewToTell)
  }

  @Test(
    "A difference is called more than chance only at the level",
    arguments: [
      (5, 0, RateComparison.Verdict.withinChance), (8, 0, .more), (0, 8, .fewer), (20, 20, .withinChance),
      (20, 8, .withinChance), (35, 13, .more), (13, 35, .fewer),
    ])
  func verdict(first: Int, second: Int, expected: RateComparison.Verdict) {
    #expect(RateComparison(first, second).verdict() == expected)
  }

  @Test("Rates are compared, not counts: 31 in 31 days and 28 in 28 are the same")
  func exposures() {
    let same = RateComparison(31, 28, exposures: (31, 28))
    #expect(abs(same.pValue - 1) < 1e-9)
    #expect(same.ratio == 1)
    #expect(RateComparison(30, 40, exposures: (7, 28)).verdict() == .more)
  }

  @Test("Swapping the counts keeps the p-value", arguments: [(6, 2), (25, 16), (0, 3), (150, 120)])
  func symmetry(first: Int, second: Int) {
    let there = RateComparison(first, second).pValue
    let back = RateComparison(second, first).pValue
    #expect(abs(there - back) < 1e-12)
  }

  @Test("The interval holds the ratio, and turns with the counts")
  func interval() throws {
    for (first, second) in [(1, 1), (6, 2), (60, 40), (500, 480)] {
      let comparison = RateComparison(first, second)
      let (lower, upper) = comparison.ratioInterval()
      let swapped = RateComparison(second, first).ratioInterval()
      let ratio = try #require(comparison.ratio)
      let above = try #require(upper)
      #expect(lower < ratio && ratio < above)
      #expect(abs(lower - 1 / (try #require(swapped.upper))) < 1e-9)
    }
  }

  @Test("Counts of a whole country's size are still exact and quick")
  func large() {
    let comparison = RateComparison(250_000, 250_000)
    #expect(abs(comparison.pValue - 1) < 1e-6)
    #expect(RateComparison(252_000, 248_000).verdict() == .more)
  }
}
