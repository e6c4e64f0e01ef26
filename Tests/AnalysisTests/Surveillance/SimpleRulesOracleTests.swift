import Analysis
import TestSupport
import Testing

/// A series and what R's `bayes` or `earsC` says about some of its weeks.
private struct Oracle: Decodable {
  struct Variant: Decodable {
    let method: String?
    let baseline: Int?
    let minSigma: Double?
    let b: Int?
    let w: Int?
    let actY: Bool?
    let alpha: Double
    let k: [Int]
    let upperbound: [Double?]
    let alarm: [Int?]
  }
  let counts: [Int32?]
  let variants: [Variant]
}

@Suite struct SimpleRulesOracleTests {
  @Test(
    "The gamma-Poisson bound", .enabled(if: OracleFile.exist("bayes")), arguments: OracleFile.all("bayes"))
  func bayes(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    let series = oracle.counts.map { $0 ?? -1 }
    var compared = 0
    for variant in oracle.variants {
      for (at, k) in variant.k.enumerated() {
        let ours = GammaPoisson(
          series, week: k - 1, halfWindow: try #require(variant.w), years: variant.b ?? 0,
          withThisYear: variant.actY ?? true)
        let bound = ours.map { Double($0.bound(alpha: variant.alpha)) }
        #expect(bound == variant.upperbound[at], "\(k)")
        #expect(bound.map { Double(series[k - 1]) > $0 } == variant.alarm[at].map { $0 == 1 }, "\(k)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  @Test("C1 to C3", .enabled(if: OracleFile.exist("ears")), arguments: OracleFile.all("ears"))
  func ears(_ file: OracleFile) throws {
    let oracle = try file.read(as: Oracle.self)
    let series = oracle.counts.map { $0 ?? -1 }
    var compared = 0
    for variant in oracle.variants {
      let rule = EARS(
        try #require(EARS.Method(rawValue: variant.method ?? "C1")), baseline: variant.baseline ?? 7,
        leastDeviation: variant.minSigma ?? 0, alpha: variant.alpha)
      for (at, k) in variant.k.enumerated() {
        let bound = rule.bound(series, week: k - 1)
        if let theirs = variant.upperbound[at] {
          #expect(abs((bound ?? -1) - theirs) <= 1e-9 * max(1, theirs), "\(rule) \(k)")
        } else {
          #expect(bound == nil, "\(rule) \(k)")
        }
        #expect(bound.map { Double(series[k - 1]) > $0 } == variant.alarm[at].map { $0 == 1 }, "\(rule) \(k)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }
}
