// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct SegmentedRegressionOracleTests {
  private struct Oracle: Decodable {
    struct Model: Decodable {
      let coef: [String: Double]
      let se: [String: Double]
      let p: [String: Double]?
      let dispersion: Double
      let df_residual: Int?
      let deviance: Double?
      let acf1_pearson: Double?
      let level_rate_ratio: Double?
      let level_rr_ci95_normal: [Double]?
      let smokban_rr: Double?
      let ci95: [Double]?
    }
    struct Case: Decodable {
      let y: [Int]
      let k0: Int
      let harmonics: Int?
      let period: Double?
      let level_model: Model?
      let level_and_slope_model: Model?
    }
    struct Sicily: Decodable {
      struct Month: Decodable {
        let aces: Int
        let smokban: Int
        let stdpop: Double
      }
      let data: [Month]
      let unadjusted: Model?
      let seasonal: Model?
    }
    let cases: [Case]?
    let sicily: Sicily?
  }

  private func near(_ ours: Double?, _ theirs: Double, _ tolerance: Double) -> Bool {
    ours.map { abs($0 - theirs) <= tolerance * max(1, abs(theirs)) } ?? false
  }

  /// How many of the file's numbers were compared.
  private func compare(_ ours: SegmentedRegression, _ theirs: Oracle.Model) -> Int {
    var column = ["(Intercept)": 0, "t": 1, "time": 1, "lvl": 2, "smokban": 2, "slp": 3]
    for harmonic in 0..<ours.model.harmonics {
      let first = (ours.model.hasSlope ? 4 : 3) + 2 * harmonic
      column["s\(harmonic + 1)"] = first
      column["c\(harmonic + 1)"] = first + 1
    }
    for (name, value) in theirs.coef {
      #expect(near(column[name].flatMap { ours.regression.coefficients[$0] }, value, 1e-6), "\(name)")
    }
    for (name, value) in theirs.se {
      let error = column[name].flatMap { ours.regression.standardError($0) }
      #expect(near(error, value, 1e-5), "\(name)")
    }
    for (name, value) in theirs.p ?? [:] {
      #expect(near(column[name].flatMap { ours.regression.pValue($0) }, value, 1e-5), "\(name)")
    }
    #expect(near(ours.regression.dispersion, theirs.dispersion, 1e-5))
    if let degrees = theirs.df_residual { #expect(ours.regression.degreesOfFreedom == degrees) }
    if let deviance = theirs.deviance { #expect(near(ours.regression.deviance, deviance, 1e-6)) }
    if let correlation = theirs.acf1_pearson { #expect(near(ours.autocorrelation, correlation, 1e-5)) }
    if let ratio = theirs.level_rate_ratio ?? theirs.smokban_rr { #expect(near(ours.rateRatio, ratio, 1e-6)) }
    if let interval = theirs.level_rr_ci95_normal ?? theirs.ci95, let error = ours.regression.standardError(2)
    {
      let z = 1.959963984540054
      #expect(near(ours.rateRatio * exp(-z * error), interval[0], 1e-5))
      #expect(near(ours.rateRatio * exp(z * error), interval[1], 1e-5))
      // Only ever wider than that.
      #expect(
        ours.interval().lowerBound <= interval[0] + 1e-5 && ours.interval().upperBound >= interval[1] - 1e-5)
    }
    return theirs.coef.count + theirs.se.count
  }

  @Test(.enabled(if: OracleFile.exist("its")), arguments: OracleFile.all("its"))
  func segmentedRegressions(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    var compared = 0
    for known in oracle.cases ?? [] {
      for (hasSlope, theirs) in [(false, known.level_model), (true, known.level_and_slope_model)] {
        guard let theirs else { continue }
        let model = SegmentedRegression.Model(
          hasSlope: hasSlope, harmonics: known.harmonics ?? 0, period: known.period ?? 365.25 / 7)
        let ours = try #require(SegmentedRegression.fit(counts: known.y, start: known.k0 - 1, model: model))
        compared += compare(ours, theirs)
      }
    }
    if let sicily = oracle.sicily {
      let start = try #require(sicily.data.firstIndex { $0.smokban == 1 })
      for (harmonics, theirs) in [(0, sicily.unadjusted), (2, sicily.seasonal)] {
        guard let theirs else { continue }
        let ours = try #require(
          SegmentedRegression.fit(
            counts: sicily.data.map(\.aces), start: start, model: .init(harmonics: harmonics, period: 12),
            population: sicily.data.map(\.stdpop)))
        compared += compare(ours, theirs)
      }
    }
    #expect(compared > 0)
  }
}
