// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

/// R's `p.adjust`.
private struct Oracle: Decodable {
  /// A family of one is written as a number.
  struct Values: Decodable {
    let all: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Double.self) {
        all = [one]
      } else {
        all = try container.decode([Double].self)
      }
    }
  }
  struct Family: Decodable {
    let p: Values
    let BH: Values
    let BY: Values
    let holm: Values
    let bonferroni: Values
    let n_reject_BH_05: Int?
    let n_reject_BH_10: Int?
  }
  let cases: [Family]
}

@Suite(.enabled(if: OracleFile.exist("multiplicity")))
struct AdjustedPValuesOracleTests {
  @Test("Every family is adjusted as by R", arguments: OracleFile.all("multiplicity"))
  func families(_ file: OracleFile) throws {
    let families = try file.read(as: Oracle.self).cases
    #expect(!families.isEmpty)
    for family in families {
      let ours = AdjustedPValues.benjaminiHochberg(family.p.all)
      for (ours, theirs) in [
        (ours, family.BH.all), (AdjustedPValues.benjaminiYekutieli(family.p.all), family.BY.all),
        (AdjustedPValues.holm(family.p.all), family.holm.all),
        (AdjustedPValues.bonferroni(family.p.all), family.bonferroni.all),
      ] {
        #expect(ours.count == theirs.count)
        for (one, other) in zip(ours, theirs) { #expect(abs(one - other) <= 1e-12) }
      }
      if let count = family.n_reject_BH_05 { #expect(ours.count { $0 <= 0.05 } == count) }
      if let count = family.n_reject_BH_10 { #expect(ours.count { $0 <= 0.1 } == count) }
    }
  }
}

@Suite struct AdjustedPValuesTests {
  @Test("None and one are left as they are")
  func small() {
    #expect(AdjustedPValues.benjaminiHochberg([]) == [])
    #expect(AdjustedPValues.holm([]) == [] && AdjustedPValues.benjaminiYekutieli([]) == [])
    #expect(AdjustedPValues.benjaminiHochberg([0.03]) == [0.03])
  }

  @Test("The order of the tests does not matter")
  func order() {
    var generator = Seed.generator(61)
    let p = (0..<200).map { _ in Double.random(in: 0...1, using: &generator) }
    let there = AdjustedPValues.benjaminiHochberg(p)
    #expect(AdjustedPValues.benjaminiHochberg(p.reversed()) == there.reversed())
    #expect(zip(p, there).allSatisfy { $0 <= $1 && $1 <= 1 })
  }
}
