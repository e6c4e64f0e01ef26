import Analysis
import Foundation
import Testing

/// R's `poisson.test` and `qchisq`, as values in a file.
private struct Oracle: Decodable {
  struct Pair: Decodable {
    let k1: Int
    let k2: Int
    let n1: Double
    let n2: Double
    let twoSided: Double
    let greater: Double
    let ratio: Double?
    let ci95: [Double?]

    enum CodingKeys: String, CodingKey {
      case k1, k2, n1, n2, ci95
      case twoSided = "c_test_two_sided_minlike"
      case greater = "c_test_greater"
      case ratio = "rate_ratio"
    }
  }
  struct Count: Decodable {
    let k: Int
    let garwood95: [Double]
    let garwood90: [Double]
  }
  let comparisons: [Pair]
  let garwood: [Count]

  static var url: URL {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let folder =
      ProcessInfo.processInfo.environment["EST_ORACLES"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared/oracles")
    return folder.appending(path: "poisson_tests.json")
  }
  static var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }
  static func read() throws -> Oracle {
    try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url))
  }
}

@Suite(.enabled(if: Oracle.isThere, "EST_ORACLES names no folder with poisson_tests.json"))
struct RateComparisonOracleTests {
  private func agree(_ ours: Double, _ theirs: Double) -> Bool {
    abs(ours - theirs) <= 1e-9 * max(1, abs(theirs))
  }

  @Test("The conditional test and the interval are those of R's poisson.test")
  func comparisons() throws {
    let pairs = try Oracle.read().comparisons
    #expect(pairs.count >= 15)
    for pair in pairs {
      let ours = RateComparison(pair.k1, pair.k2, exposures: (pair.n1, pair.n2))
      let interval = ours.ratioInterval()
      #expect(agree(ours.pValue, pair.twoSided), "\(pair)")
      #expect(agree(ours.pValueGreater, pair.greater), "\(pair)")
      #expect(agree(ours.ratio ?? -1, pair.ratio ?? -1), "\(pair)")
      #expect(agree(interval.lower, pair.ci95[0] ?? -1), "\(pair)")
      #expect(agree(interval.upper ?? -1, pair.ci95[1] ?? -1), "\(pair)")
    }
  }

  @Test("Garwood's interval is R's from the chi-square quantiles")
  func garwood() throws {
    let counts = try Oracle.read().garwood
    #expect(counts.count >= 10)
    for count in counts {
      for (confidence, theirs) in [(0.95, count.garwood95), (0.90, count.garwood90)] {
        let ours = PoissonInterval.garwood(count.k, confidence: confidence)
        #expect(agree(ours.lower, theirs[0]) && agree(ours.upper, theirs[1]), "\(count)")
      }
    }
  }
}
