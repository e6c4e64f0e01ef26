// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import TestSupport
import Testing

/// R's `poisson.test`, `qchisq` and `pnbinom`, and the crime analysts' tools, as values in a file.
private struct Oracle: Decodable {
  struct Pair: Decodable {
    let k1: Int
    let k2: Int
    let n1: Double
    let n2: Double
    let eTest: Double?
    let twoSided: Double
    let greater: Double
    let ratio: Double?
    let ci95: [Double?]
    let knownMean: Double?
    let rootDifference: Double?
    let rootDifferenceOfTotals: Double?

    enum CodingKeys: String, CodingKey {
      case k1, k2, n1, n2, ci95
      case eTest = "e_test"
      case twoSided = "c_test_two_sided_minlike"
      case greater = "c_test_greater"
      case ratio = "rate_ratio"
      case knownMean = "poisson_tail_known_mean"
      case rootDifference = "wheeler_z"
      case rootDifferenceOfTotals = "wheeler_z_expected_total"
    }
  }
  struct Count: Decodable {
    let k: Int
    let garwood95: [Double]
    let garwood90: [Double]
  }
  struct Cases<Case: Decodable>: Decodable { let cases: [Case] }
  struct Predictive: Decodable {
    let sum_baseline: Int
    let n_weeks: Int
    let current: Int
    let p_upper: Double
    let q95: Int
    let q99: Int
    let mean: Double
  }
  struct Band: Decodable {
    let prior_mean: Double
    let z: Double
    let low: Double
    let high: Double
  }
  struct Window: Decodable {
    let L: Double
    let k: Double
    let mu: Double
    let n: Int
    let p: Double
  }
  let comparisons: [Pair]?
  let gamma_poisson_predictive: Cases<Predictive>?
  let weekly_band_crimepy: Cases<Band>?
  let garwood: [Count]?
  let temporal_scan_naus: [Window]?
}

@Suite(.enabled(if: OracleFile.exist("poisson_tests")))
struct RateComparisonOracleTests {
  private func agree(_ ours: Double?, _ theirs: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let ours, let theirs else { return ours == nil && theirs == nil }
    return abs(ours - theirs) <= tolerance * max(1, abs(theirs))
  }

  @Test("Two counts compared", arguments: OracleFile.all("poisson_tests"))
  func comparisons(_ file: OracleFile) throws {
    let pairs = try file.read(as: Oracle.self).comparisons ?? []
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let ours = RateComparison(pair.k1, pair.k2, exposures: (pair.n1, pair.n2))
      let interval = ours.ratioInterval()
      #expect(agree(ours.pValue, pair.twoSided), "\(pair)")
      #expect(agree(ours.pValueGreater, pair.greater), "\(pair)")
      #expect(agree(ours.ratio, pair.ratio), "\(pair)")
      #expect(agree(interval.lower, pair.ci95[0]), "\(pair)")
      #expect(agree(interval.upper, pair.ci95[1]), "\(pair)")
      #expect(agree(ours.eTest(), pair.eTest, within: 1e-7), "\(pair) \(String(describing: ours.eTest()))")
      if let p = pair.knownMean { #expect(agree(ours.pValueKnownRate, p), "\(pair)") }
      if let z = pair.rootDifference { #expect(agree(ours.rootDifference, z), "\(pair)") }
      if let z = pair.rootDifferenceOfTotals { #expect(agree(ours.rootDifferenceOfTotals, z), "\(pair)") }
    }
  }

  @Test("Predictive tails, bands, intervals and windows", arguments: OracleFile.all("poisson_tests"))
  func single(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    var compared = 0
    for item in oracle.garwood ?? [] {
      for (confidence, theirs) in [(0.95, item.garwood95), (0.90, item.garwood90)] {
        let ours = PoissonInterval.garwood(item.k, confidence: confidence)
        #expect(agree(ours.lower, theirs[0]) && agree(ours.upper, theirs[1]), "\(item)")
      }
      compared += 1
    }
    for item in oracle.gamma_poisson_predictive?.cases ?? [] {
      let ours = GammaPoisson(sum: item.sum_baseline, weeks: item.n_weeks)
      #expect(agree(ours.pValue(item.current), item.p_upper) && agree(ours.mean, item.mean), "\(item)")
      #expect(ours.bound(alpha: 0.05) == item.q95 && ours.bound(alpha: 0.01) == item.q99, "\(item)")
      compared += 1
    }
    for item in oracle.weekly_band_crimepy?.cases ?? [] {
      let ours = RootBand.about(item.prior_mean, z: item.z)
      #expect(agree(ours.lower, item.low) && agree(ours.upper, item.high), "\(item)")
      compared += 1
    }
    for item in oracle.temporal_scan_naus ?? [] {
      let ours = MovingWindow.pValue(lengths: item.L, mean: item.mu, events: item.n, first: item.k)
      #expect(agree(ours, item.p), "\(item) \(ours)")
      compared += 1
    }
    #expect(compared > 0)
  }
}
