// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

/// Values of 40 digits' arithmetic.
private struct Tables: Decodable {
  struct Negative: Decodable {
    let mu: Double
    let phi: Double
    let k: Int?
    let p: Double?
    let q: Double?
    let value: Int?
  }
  struct Named: Decodable {
    let normal_cdf: [[Double]]?
    let normal_quantile: [[Double]]?
    let poisson_sf: [[Double]]?
    let poisson_quantile: [[Double]]?
    let nbinom_sf: [Negative]?
    let nbinom_quantile: [Negative]?
    let chi2_quantile: [[Double]]?
    let t_sf: [[Double]]?
    let lgamma: [[Double]]?
  }
  let tables: Named
}

@Suite(.enabled(if: OracleFile.exist("distributions")))
struct DistributionOracleTests {
  private func expect(_ ours: Double, _ theirs: Double, _ what: String) {
    // Around 0 a relative distance says nothing.
    #expect(
      abs(ours - theirs) <= 1e-10 * abs(theirs) + 1e-15 * (theirs == 0 ? 1 : 0), "\(what): \(ours), \(theirs)"
    )
  }

  @Test("Tails and quantiles agree", arguments: OracleFile.all("distributions"))
  func agree(_ file: OracleFile) throws {
    let tables = try file.read(as: Tables.self).tables
    var compared = 0
    for row in tables.normal_cdf ?? [] {
      expect(NormalDistribution.cumulative(row[0]), row[1], "normal \(row)")
      expect(NormalDistribution.upperTail(row[0]), row[2], "normal \(row)")
      compared += 1
    }
    for row in tables.normal_quantile ?? [] {
      expect(NormalDistribution.quantile(row[0]), row[1], "normal quantile \(row)")
      compared += 1
    }
    for row in tables.poisson_sf ?? [] {
      expect(CountDistribution.poisson(row[0]).upperTail(Int(row[1])), row[2], "Poisson \(row)")
      compared += 1
    }
    for row in tables.poisson_quantile ?? [] {
      #expect(CountDistribution.poisson(row[0]).quantile(row[1]) == Int(row[2]), "Poisson quantile \(row)")
      compared += 1
    }
    for row in (tables.nbinom_sf ?? []) + (tables.nbinom_quantile ?? []) {
      let distribution = CountDistribution(mean: row.mu, dispersion: row.phi)
      if let k = row.k, let p = row.p { expect(distribution.upperTail(k), p, "negative binomial \(row)") }
      if let q = row.q, let value = row.value { #expect(distribution.quantile(q) == value, "\(row)") }
      compared += 1
    }
    for row in tables.chi2_quantile ?? [] {
      expect(ChiSquareDistribution.quantile(row[0], degrees: row[1]), row[2], "chi-square \(row)")
      compared += 1
    }
    for row in tables.t_sf ?? [] {
      expect(StudentDistribution.upperTail(row[0], degrees: row[1]), row[2], "t \(row)")
      compared += 1
    }
    for row in tables.lgamma ?? [] {
      expect(logGamma(row[0]), row[1], "log gamma \(row)")
      compared += 1
    }
    #expect(compared > 0)
  }
}
