import Analysis
import Foundation
import TestSupport

/// An action of which the truth is known: weekly counts with season and more than Poisson's variation.
struct SimulatedAction {
  var weeklyMean: Double
  /// What the action multiplies the target's counts by.
  var factor = 1.0
  var controlSize = 1.0
  var weeksBefore = 120
  var weeks = 26
  /// The variance of the gamma variable that each week's mean is multiplied by.
  var extraVariance = 0.15
  var season = 0.3
  var hasDisplacement = false
  /// The action begins where the last eight weeks are the highest of many: an area chosen at its peak.
  var isChosenAtPeak = false

  /// The question, and the number of events that the action really took away.
  func question(_ generator: inout SeededGenerator) -> (question: EffectQuestion, change: Double) {
    let phase = Double.random(in: 0..<52, using: &generator)
    func mean(_ week: Int) -> Double {
      weeklyMean * (1 + season * sin(2 * Double.pi * (Double(week) + phase) / 52.18))
    }
    func series(_ size: Double, _ factor: Double) -> [Int] {
      (0..<(weeksBefore + weeks)).map { week in
        let level = mean(week) * size * (week < weeksBefore ? 1 : factor)
        return Draw.count(level, extraVariance: extraVariance, &generator)
      }
    }
    var target = series(1, factor)
    if isChosenAtPeak {
      for _ in 0..<20 {
        let other = series(1, factor)
        func peak(_ series: [Int]) -> Int { series[(weeksBefore - 8)..<weeksBefore].reduce(0, +) }
        if peak(other) > peak(target) { target = other }
      }
    }
    let question = EffectQuestion(
      target: .init(area: target, control: series(controlSize, 1)),
      displacement: hasDisplacement ? .init(area: series(0.7, 1), control: series(1.2, 1)) : nil,
      start: weeksBefore)
    let change = (weeksBefore..<(weeksBefore + weeks)).reduce(0) { $0 + mean($1) * (factor - 1) }
    return (question, change)
  }
}

enum Draw {
  /// A Poisson count whose mean is gamma-distributed.
  static func count(_ mean: Double, extraVariance: Double, _ generator: inout SeededGenerator) -> Int {
    let shape = 1 / extraVariance
    return poisson(mean * gamma(shape, &generator) / shape, &generator)
  }

  static func normal(_ generator: inout SeededGenerator) -> Double {
    let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)))
      .squareRoot()
    return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
  }

  /// Marsaglia and Tsang 2000, for shapes of at least 1.
  static func gamma(_ shape: Double, _ generator: inout SeededGenerator) -> Double {
    let d = shape - 1.0 / 3
    while true {
      let x = normal(&generator)
      let v = pow(1 + x / (9 * d).squareRoot(), 3)
      guard v > 0 else { continue }
      let u = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)
      if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// In parts of at most 30, since the product of uniform numbers runs out beyond some hundreds.
  static func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    var (count, rest) = (0, mean)
    while rest > 0 {
      let limit = exp(-min(rest, 30))
      var product = Double.random(in: 0..<1, using: &generator)
      while product > limit {
        count += 1
        product *= Double.random(in: 0..<1, using: &generator)
      }
      rest -= 30
    }
    return count
  }
}
