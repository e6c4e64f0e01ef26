import Analysis
import Foundation
import TestSupport

/// Draws tables of weekly counts in which the truth is known: rates that differ by area and category, season, drift
/// and gamma noise, and trials that add spikes to them. The law is that of the shared tool for spike trials; the
/// numbers drawn are others.
struct SpikeGenerator<Generator: RandomNumberGenerator> {
  var generator: Generator
  let total: Double
  private let areas = 40
  private let categories = SpikeTable.categories
  private let weeks = 261
  private let noise = 0.15

  init(total: Int, generator: Generator) {
    self.total = Double(total)
    self.generator = generator
  }

  mutating func table(seed: Int) -> SpikeTable {
    let rates = rates()
    let counts = rates.map { row in row.map { Int32(poisson($0 * gamma(1 / noise) * noise)) } }
    let last = weeks - 1
    let trials = [last, last - 6, last - 12].map { week in
      let cells = Array((0..<(areas * categories)).shuffled(using: &generator).prefix(15))
      var added: [[Int]] = []
      for cell in cells {
        let length = Int.random(in: 1...2, using: &generator)
        for at in (week - length + 1)...week {
          added.append([cell, at, poisson(max(3, 1.5 * rates[cell][week]))])
        }
      }
      return SpikeTable.Trial(week: week, cells: cells, added: added)
    }
    return SpikeTable(seed: seed, counts: counts, trials: trials)
  }

  private mutating func rates() -> [[Double]] {
    let areaFactors = (0..<areas).map { _ in exp(0.7 * normal()) }
    let shares = (1...categories).map { pow(Double($0), -0.8) }.shuffled(using: &generator)
    let amplitudes = shares.map { _ in Double.random(in: 0..<0.5, using: &generator) }
    let phases = shares.map { _ in Double.random(in: 0..<52, using: &generator) }
    var rates: [[Double]] = []
    for area in areaFactors {
      for category in 0..<categories {
        let base = area * shares[category] * exp(0.5 * normal())
        let drift = 0.04 * normal()
        rates.append(
          (0..<weeks).map { week in
            let years = Double(week) / 52.1775
            let angle = 2 * Double.pi * (years - phases[category] / 52.1775)
            return base * (1 + amplitudes[category] * cos(angle)) * exp(drift * years)
          })
      }
    }
    let scale = total / rates.joined().reduce(0, +)
    return rates.map { $0.map { $0 * scale } }
  }

  /// Box and Muller 1958.
  private mutating func normal() -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
    return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
  }

  /// Of scale 1 and a shape of at least 1 (Marsaglia and Tsang 2000).
  private mutating func gamma(_ shape: Double) -> Double {
    let d = shape - 1.0 / 3
    while true {
      let z = normal()
      let v = pow(1 + z / (9 * d).squareRoot(), 3)
      if v > 0, log(1 - Double.random(in: 0..<1, using: &generator)) < z * z / 2 + d - d * v + d * log(v) {
        return d * v
      }
    }
  }

  /// By multiplication (Knuth), in parts that stay above the smallest number.
  private mutating func poisson(_ mean: Double) -> Int {
    if mean > 30 { return poisson(mean / 2) + poisson(mean / 2) }
    let limit = exp(-mean)
    var (count, product) = (-1, 1.0)
    repeat {
      count += 1
      product *= Double.random(in: 0..<1, using: &generator)
    } while product > limit
    return count
  }
}
