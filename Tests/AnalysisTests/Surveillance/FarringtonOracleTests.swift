// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

/// A series and what R's `farringtonFlexible` says about some of its weeks.
private struct Oracle: Decodable {
  struct Control: Decodable {
    let b: Int
    let w: Int
    let reweight: Bool?
    let weightsThreshold: Double?
    let alpha: Double
    let trend: Bool?
    let pThresholdTrend: Double?
    let limit54: [Int]?
    let powertrans: String?
    let noPeriods: Int?
    let thresholdMethod: String?
    let pastWeeksNotIncluded: Int?
  }
  struct Week: Decodable {
    let k: Int
    let observed: Int?
    let upperbound: Double?
    let alarm: Int?
    let expected: Double?
    let mu0: Double?
    let phi: Double?
    let pvalue: Double?
    let trend_used: Int?
    let trend_coef: Double?
  }
  struct Detail: Decodable {
    let k: Int
    let reference_index: [Int]?
    let baseline_index: [Int]
    let response: [Int?]
    let wtime: [Double]
    let seasgroup: [Int]
    let coef_first: [String: Double?]
    let phi_first: Double
    let hat_first: [Double]
    let anscombe: [Double?]
    let omega: [Double?]
    let coef_second: [String: Double?]
    let phi_second: Double
  }
  let control: Control
  let epochAsDate: Bool?
  let freq: Int?
  let counts: [Int32?]
  let week_start: [String]?
  let results: [Week]
  let detail: [Detail]?

  var settings: FarringtonSettings {
    get throws {
      var settings = FarringtonSettings()
      settings.years = control.b
      settings.halfWindow = control.w
      settings.reweight = control.reweight ?? true
      settings.weightsThreshold = control.weightsThreshold ?? 2.58
      settings.alpha = control.alpha
      settings.trend = control.trend ?? true
      settings.trendLevel = control.pThresholdTrend ?? 0.05
      settings.periods = control.noPeriods ?? 1
      settings.excludedWeeks = control.pastWeeksNotIncluded ?? control.w
      settings.leastEvents = control.limit54?[0] ?? 5
      settings.leastEventsWeeks = control.limit54?[1] ?? 4
      settings.threshold = try #require(.init(rawValue: control.thresholdMethod ?? "delta"))
      settings.transform = try #require(.init(rawValue: control.powertrans ?? "2/3"))
      return settings
    }
  }

  var series: [Int32] { counts.map { $0 ?? -1 } }

  var weekStarts: [Int]? {
    guard epochAsDate ?? false else { return nil }
    return week_start?.map { text in
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return CivilDay.number(year: parts[0], month: parts[1], day: parts[2])
    }
  }
}

@Suite(.enabled(if: OracleFile.exist("farrington")))
struct FarringtonOracleTests {
  private func agree(_ ours: Double?, _ theirs: Double?, relative: Double, absolute: Double = 0) -> Bool {
    guard let ours, let theirs else { return ours == nil && theirs == nil }
    return abs(ours - theirs) <= relative * abs(theirs) + absolute
  }

  @Test("Bounds, alarms and trends of every week are R's", arguments: OracleFile.all("farrington"))
  func weeks(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    let settings = try oracle.settings
    let (series, starts) = (oracle.series, oracle.weekStarts)
    #expect(!oracle.results.isEmpty)
    for week in oracle.results {
      let baseline = try #require(
        SeasonalBaseline(week: week.k - 1, weekStarts: starts, settings: settings), "week \(week.k)")
      let outcome = Farrington.judge(series, baseline: baseline, settings: settings)
      guard case .finding(let ours) = outcome else {
        // R says nothing either where it has no estimate.
        #expect(week.pvalue == nil && week.upperbound == nil, "week \(week.k): \(outcome)")
        continue
      }
      let what = Comment("week \(week.k): \(ours) and \(week)")
      #expect(ours.alarm == (week.alarm == 1), what)
      if let used = week.trend_used { #expect((ours.trend != nil) == (used == 1), what) }
      let boundTolerance = settings.threshold == .delta ? 1e-4 : 0
      #expect(agree(ours.bound, week.upperbound, relative: boundTolerance), what)
      if let expected = week.expected { #expect(agree(ours.expected, expected, relative: 1e-5), what) }
      if let phi = week.phi { #expect(agree(ours.dispersion, phi, relative: 5e-4), what) }
      if let p = week.pvalue { #expect(agree(ours.pValue, p, relative: 0, absolute: 2e-5), what) }
      // The coefficient itself is near 0 where there is next to no trend.
      if let trend = week.trend_coef {
        #expect(agree(ours.trend, trend, relative: 1e-3, absolute: 1e-7), what)
      }
    }
  }

  @Test("Baselines, residuals, weights and both fits are R's", arguments: OracleFile.all("farrington"))
  func details(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    let settings = try oracle.settings
    for detail in oracle.detail ?? [] {
      let baseline = try #require(
        SeasonalBaseline(week: detail.k - 1, weekStarts: oracle.weekStarts, settings: settings))
      if let references = detail.reference_index {
        #expect(baseline.referenceWeeks.map { $0 + 1 } == references)
      }
      let zero = detail.baseline_index[0] - 1 - Int(detail.wtime[0])
      let ours = try #require(
        FarringtonDetail(oracle.series, baseline: baseline, settings: settings, zero: zero))
      let filled = detail.response.indices.filter { detail.response[$0] != nil }
      #expect(ours.weeks.map { $0 + 1 } == filled.map { detail.baseline_index[$0] })
      #expect(ours.groups.map { $0 + 1 } == filled.map { detail.seasgroup[$0] })
      #expect(ours.counts == filled.compactMap { detail.response[$0] })
      #expect(ours.weeks.map { Double($0 - zero) } == filled.map { detail.wtime[$0] })
      #expect(agree(ours.first.dispersion, detail.phi_first, relative: 1e-3))
      #expect(agree(ours.second.dispersion, detail.phi_second, relative: 1e-3))
      #expect(ours.hat.count == detail.hat_first.count && ours.weights.count == detail.omega.count)

      // Groups in which nothing happened have no finite level; how far it ran says nothing.
      var events = [Int](repeating: 0, count: baseline.groupCount)
      for (group, count) in zip(ours.groups, ours.counts) { events[group] += count }
      func compare(_ fit: FarringtonDetail.Fit, _ coefficients: [String: Double?]) {
        let name = Comment("week \(detail.k): \(fit) and \(coefficients)")
        if events[0] > 0 {
          #expect(agree(fit.constant, coefficients["(Intercept)"] ?? nil, relative: 1e-3), name)
          for (at, value) in fit.groups.enumerated() where events[at + 1] > 0 {
            let theirs = coefficients["seasgroups\(at + 2)"] ?? nil
            #expect(agree(value, theirs, relative: 1e-3, absolute: 1e-6), name)
          }
        }
        if settings.trend {
          #expect(agree(fit.trend, coefficients["wtime"] ?? nil, relative: 1e-3, absolute: 1e-7), name)
        }
      }
      compare(ours.first, detail.coef_first)
      compare(ours.second, detail.coef_second)
      for (i, group) in ours.groups.enumerated() {
        #expect(agree(ours.hat[i], detail.hat_first[i], relative: 1e-3), "week \(detail.k), \(i)")
        #expect(agree(ours.weights[i], detail.omega[i], relative: 1e-3), "week \(detail.k), \(i)")
        guard events[group] > 0 else { continue }
        #expect(
          agree(ours.anscombe[i], detail.anscombe[i], relative: 1e-3, absolute: 1e-5),
          "week \(detail.k), \(i)")
      }
    }
  }
}
