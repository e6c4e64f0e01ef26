// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

private func agree(_ ours: Double, _ theirs: Double, within tolerance: Double) -> Bool {
  abs(ours - theirs) <= tolerance * max(1, abs(theirs))
}

@Suite struct EffectOracleTests {
  private struct Differences: Decodable {
    struct Case: Decodable {
      let treated: [Int]
      let control: [Int]
      let disp_treated: [Int]?
      let disp_control: [Int]?
      let alpha: Double?
      let time_weights: [Double]?
      let area_weights_control_treated_dispcontrol_disptreated: [Double]?
      let result: [String: Double?]

      var ours: WeightedDisplacementDifference {
        let areas = area_weights_control_treated_dispcontrol_disptreated ?? [1, 1, 1, 1]
        let times = time_weights ?? [1, 1]
        return WeightedDisplacementDifference(
          .init(
            treated: pair(treated), control: pair(control), displacement: pair(disp_treated ?? [0, 0]),
            displacementControl: pair(disp_control ?? [0, 0])),
          lengths: (times[0], times[1]),
          sizes: .init(
            treated: areas[1], control: areas[0], displacement: areas[3], displacementControl: areas[2]))
      }
    }
    struct Harm: Decodable {
      struct Kinds: Decodable {
        let est: [Double]
        let se: [Double]
      }
      let control: [[Int]]
      let treated: [[Int]]
      let weight: [Double]
      let alpha: Double?
      let per_type: Kinds?
      let result: [String: Double?]
    }
    let cases: [Case]?
    let harm: Harm?

    static func pair(_ counts: [Int]) -> BeforeAfter { BeforeAfter(counts[0], counts[1]) }
  }

  @Test(
    "The weighted displacement difference is that of ptools",
    .enabled(if: OracleFile.exist("wdd")), arguments: OracleFile.all("wdd"))
  func differences(_ file: OracleFile) throws {
    let oracle = try file.read(as: Differences.self)
    var compared = 0
    func same(_ ours: Double?, _ theirs: Double??, _ what: String) {
      guard let theirs else { return }
      compared += 1
      guard let theirs else {
        #expect(ours == nil || ours?.isFinite == false, "\(what) in \(file)")
        return
      }
      #expect(
        ours.map { agree($0, theirs, within: 1e-9) } ?? false,
        "\(what) in \(file): \(ours ?? .nan), \(theirs)")
    }
    for (number, known) in (oracle.cases ?? []).enumerated() {
      let ours = known.ours
      let interval = ours.interval(confidence: 1 - (known.alpha ?? 0.05))
      let result = known.result
      same(ours.localEstimate, result["Est_Local"], "\(number) local")
      same(ours.localStandardError, result["SE_Local"], "\(number) local error")
      same(ours.displacementEstimate, result["Est_Displace"], "\(number) displacement")
      same(ours.displacementStandardError, result["SE_Displace"], "\(number) displacement error")
      same(ours.estimate, result["Est_Total"], "\(number) total")
      same(ours.standardError, result["SE_Total"], "\(number) total error")
      same(ours.z, result["Z"], "\(number) z")
      same(interval.lowerBound, result["LowCI"], "\(number) low")
      same(interval.upperBound, result["HighCI"], "\(number) high")
    }
    if let harm = oracle.harm {
      let kinds = zip(harm.treated, harm.control).map { treated, control in
        WeightedDisplacementDifference(
          .init(treated: Differences.pair(treated), control: Differences.pair(control)))
      }
      for (number, kind) in kinds.enumerated() {
        same(kind.estimate, harm.per_type?.est[number], "kind \(number)")
        same(kind.standardError, harm.per_type?.se[number], "kind \(number) error")
      }
      let ours = WeightedDisplacementDifference.harm(
        zip(kinds, harm.weight).map { (difference: $0, weight: $1) })
      let interval = ours.interval(confidence: 1 - (harm.alpha ?? 0.05))
      same(ours.estimate, harm.result["HarmEst"], "harm")
      same(ours.standardError, harm.result["SE_HarmEst"], "harm error")
      same(ours.z, harm.result["Z"], "harm z")
      same(interval.lowerBound, harm.result["LowCI"], "harm low")
      same(interval.upperBound, harm.result["HighCI"], "harm high")
    }
    #expect(compared > 0)
  }

  private struct Quotients: Decodable {
    struct Case: Decodable {
      let Rb: Double
      let Ra: Double
      let Db: Double
      let Da: Double
      let Cb: Double
      let Ca: Double
      let GE: Double?
      let NE: Double?
      let success: Double?
      let buffer: Double?
      let WDQ: Double?
      let TNE: Double?
    }
    let cases: [Case]
  }

  @Test(
    "The displacement quotient and its companions are the closed form's",
    .enabled(if: OracleFile.exist("wdq")), arguments: OracleFile.all("wdq"))
  func quotients(_ file: OracleFile) throws {
    let cases = try file.read(as: Quotients.self).cases
    #expect(!cases.isEmpty)
    for known in cases {
      let ours = DisplacementQuotient(
        treated: .init(known.Rb, known.Ra), displacement: .init(known.Db, known.Da),
        control: .init(known.Cb, known.Ca))
      for (mine, theirs) in [
        (ours.grossEffect, known.GE), (ours.netEffect, known.NE), (ours.success, known.success),
        (ours.buffer, known.buffer), (ours.quotient, known.WDQ), (ours.totalNetEffect, known.TNE),
      ] {
        #expect((mine == nil) == (theirs == nil), "\(known)")
        if let mine, let theirs {
          #expect(agree(mine, theirs, within: 1e-12), "\(known): \(mine), \(theirs)")
        }
      }
    }
  }

  private struct Ratios: Decodable {
    struct Case: Decodable {
      let a: Int
      let b: Int
      let c: Int
      let d: Int
      let RES: Double
      let LRES: Double
      let variance: Double
      let ci95: [Double]
      let z: Double
      let p: Double
      let overdispersion_D: Double
      let ci95_D: [Double]
      let ci95_x2: [Double]
      let glm_interaction: Double?
      let glm_se: Double?
      let irr_treated_over_control: Double?

      enum CodingKeys: String, CodingKey {
        case a, b, c, d, RES, LRES, ci95, z, p, overdispersion_D, ci95_D, ci95_x2, glm_interaction, glm_se
        case variance = "var"
        case irr_treated_over_control
      }
    }
    let cases: [Case]
  }

  @Test(
    "The relative effect size is the closed form's and the Poisson regression's",
    .enabled(if: OracleFile.exist("relative_rate_ratio")), arguments: OracleFile.all("relative_rate_ratio"))
  func ratios(_ file: OracleFile) throws {
    let cases = try file.read(as: Ratios.self).cases
    #expect(!cases.isEmpty)
    for known in cases {
      let ours = RelativeRateRatio(
        treated: BeforeAfter(known.a, known.b), control: BeforeAfter(known.c, known.d))
      let (plain, fitted, doubled) = (ours.interval(), ours.interval(.farrington), ours.interval(.factor(2)))
      for (mine, theirs) in [
        (ours.effectSize, known.RES), (ours.logarithm, known.LRES), (ours.variance, known.variance),
        (ours.z(), known.z), (ours.pValue(), known.p), (ours.factor(.farrington), known.overdispersion_D),
        (plain.lowerBound, known.ci95[0]), (plain.upperBound, known.ci95[1]),
        (fitted.lowerBound, known.ci95_D[0]), (fitted.upperBound, known.ci95_D[1]),
        (doubled.lowerBound, known.ci95_x2[0]), (doubled.upperBound, known.ci95_x2[1]),
      ] {
        #expect(agree(mine, theirs, within: 1e-12), "\(known): \(mine), \(theirs)")
      }
      // The regression has as many coefficients as counts: constant, treated, after, and both.
      let regression = try #require(
        QuasiPoissonRegression.fit(
          columns: [[1, 1, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1], [0, 1, 0, 0]],
          counts: [known.a, known.b, known.c, known.d].map(Double.init)))
      let interaction = try #require(regression.coefficients[3])
      for (mine, theirs) in [
        (-ours.logarithm, known.glm_interaction), (interaction, known.glm_interaction),
        (regression.poissonCovariance[15].squareRoot(), known.glm_se),
        (ours.rateRatio, known.irr_treated_over_control),
      ] {
        if let theirs { #expect(agree(mine, theirs, within: 1e-6), "\(known): \(mine), \(theirs)") }
      }
    }
  }
}
