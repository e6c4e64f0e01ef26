import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct FarringtonTests {
  private let starts = (0..<320).map { CivilDay.number(year: 2019, month: 1, day: 7) + 7 * $0 }

  private func baseline(_ settings: FarringtonSettings, week: Int = 319) throws -> SeasonalBaseline {
    try #require(SeasonalBaseline(week: week, weekStarts: starts, settings: settings))
  }

  @Test("Group by group and with a full design the regression is the same")
  func agreesWithGeneric() throws {
    var generator = Seed.generator(71)
    let settings = FarringtonSettings()
    let baseline = try baseline(settings)
    for _ in 0..<30 {
      let level = Double.random(in: 1...40, using: &generator)
      let series = starts.indices.map { week -> Int32 in
        let mean = level * (1.3 + sin(Double(week) / 8))
        return Int32(max(0, mean + mean.squareRoot() * Double.random(in: -2...2.5, using: &generator)))
      }
      let detail = try #require(
        FarringtonDetail(series, baseline: baseline, settings: settings, zero: baseline.origin))
      var columns = [[Double](repeating: 1, count: detail.weeks.count)]
      columns.append(detail.weeks.map { Double($0 - baseline.origin) })
      for group in 1..<baseline.groupCount { columns.append(detail.groups.map { $0 == group ? 1 : 0 }) }
      let counts = detail.counts.map(Double.init)
      let first = try #require(QuasiPoissonRegression.fit(columns: columns, counts: counts))
      let second = try #require(
        QuasiPoissonRegression.fit(columns: columns, counts: counts, weights: detail.weights))
      for (generic, ours) in [(first, detail.first), (second, detail.second)] {
        #expect(generic.converged)
        #expect(abs((generic.coefficients[0] ?? 0) - ours.constant) < 1e-7)
        #expect(abs((generic.coefficients[1] ?? 0) - (ours.trend ?? 9)) < 1e-9)
        for (at, value) in ours.groups.enumerated() {
          #expect(abs((generic.coefficients[at + 2] ?? 0) - value) < 1e-7)
        }
        #expect(abs(max(1, generic.dispersion ?? 0) / ours.dispersion - 1) < 1e-4)
      }
      for (one, other) in zip(first.hat, detail.hat) { #expect(abs(one - other) < 1e-5) }
    }
  }

  @Test("Weeks of a season without an event, all equal counts and huge ones have an answer")
  func edges() throws {
    let settings = FarringtonSettings()
    let baseline = try baseline(settings)
    func finding(_ series: [Int32]) throws -> Farrington.Finding {
      guard case .finding(let finding) = Farrington.judge(series, baseline: baseline, settings: settings)
      else {
        throw Failure()
      }
      return finding
    }
    struct Failure: Error {}
    var zeros = [Int32](repeating: 0, count: starts.count)
    zeros[319] = 6
    #expect(Farrington.judge(zeros, baseline: baseline, settings: settings) == .unsettled)
    // Events, but none in the weeks of the same season.
    for (week, group) in zip(baseline.weeks, baseline.weeks.map { baseline.groups[$0 - baseline.origin] })
    where group < baseline.groupCount - 1 { zeros[week] = Int32(week % 3) }
    let sudden = try finding(zeros)
    #expect(sudden.seasonalEvents == 0 && sudden.alarm && sudden.pValue < 1e-9 && sudden.expected < 1e-6)
    let equal = try finding([Int32](repeating: 4, count: starts.count))
    #expect(abs(equal.expected - 4) < 1e-6 && equal.dispersion == 1 && !equal.alarm)
    let huge = try finding([Int32](repeating: 2_000_000, count: starts.count))
    #expect(abs(huge.expected / 2e6 - 1) < 1e-6 && huge.pValue > 0.4)
  }

  @Test("Weeks without data take no part, and too few of them have no answer")
  func missing() throws {
    let settings = FarringtonSettings()
    let baseline = try baseline(settings)
    var series = starts.indices.map { Int32(3 + $0 % 3) }
    for week in stride(from: 60, to: 200, by: 7) { series[week] = -1 }
    guard case .finding(let finding) = Farrington.judge(series, baseline: baseline, settings: settings) else {
      Issue.record("no finding")
      return
    }
    #expect(abs(finding.expected - 4) < 0.6)
    let empty = [Int32](repeating: -1, count: 319) + [4]
    #expect(Farrington.judge(empty, baseline: baseline, settings: settings) == .tooFewWeeks)
    series[319] = -1
    #expect(Farrington.judge(series, baseline: baseline, settings: settings) == .noCount)
    #expect(SeasonalBaseline(week: 200, weekStarts: starts, settings: settings) == nil)
  }

  @Test("Reference weeks follow the calendar through years of 53 weeks")
  func calendar() throws {
    var settings = FarringtonSettings()
    settings.years = 4
    let week = try #require(starts.firstIndex(of: CivilDay.number(year: 2025, month: 1, day: 6)))
    let baseline = try baseline(settings, week: week)
    let dates = baseline.referenceWeeks.map { CivilDay.date(starts[$0]) }
    #expect(dates.map(\.year) == [2025, 2024, 2023, 2022, 2021])
    #expect(dates.map(\.day) == [6, 8, 9, 3, 4])
  }

  @Test("Days and dates go together for six centuries")
  func days() {
    var previous = CivilDay.date(-200_000)
    for number in -199_999..<20_000 {
      let date = CivilDay.date(number)
      #expect(CivilDay.number(year: date.year, month: date.month, day: date.day) == number)
      if date.day != 1 { #expect(date.day == previous.day + 1) }
      previous = date
    }
    #expect(CivilDay.date(0) == (1970, 1, 1))
    #expect(CivilDay.date(CivilDay.number(year: 2024, month: 2, day: 29)) == (2024, 2, 29))
  }
}
