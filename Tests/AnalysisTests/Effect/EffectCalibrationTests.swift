import Analysis
import Foundation
import TestSupport
import Testing

/// How often the answers are right, on actions of which the truth is known.
@Suite struct EffectCalibrationTests {
  private static let sizes = [0.3, 1, 3, 10, 40]
  private static let trials = Seed.full ? 2000 : 200

  private struct Tally {
    var found = 0
    var wrongWay = 0
    var noEffect = 0
    var tooFew = 0
    var foretold = 0.0
    var trials = 0

    mutating func add(_ answer: EffectAnswer, change: Double) {
      trials += 1
      switch answer.verdict {
      case .fewer: found += 1
      case .more: wrongWay += 1
      case .noVisibleEffect: noEffect += 1
      case .tooFewToTell: tooFew += 1
      }
      foretold += answer.comparison?.difference.power(of: change) ?? 0
    }
    func share(_ count: Int) -> Double { Double(count) / Double(trials) }
  }

  private func run(
    _ stream: UInt64, weeklyMean: Double, change: (inout SimulatedAction, Int) -> Void
  ) -> Tally {
    var generator = Seed.generator(stream)
    var tally = Tally()
    for trial in 0..<Self.trials {
      var action = SimulatedAction(
        weeklyMean: weeklyMean, controlSize: [0.5, 1, 2, 4][trial % 4], weeks: [12, 26, 52][trial % 3],
        hasDisplacement: trial % 2 == 0)
      change(&action, trial)
      let (question, truth) = action.question(&generator)
      tally.add(question.answer(), change: truth)
    }
    return tally
  }

  private func show(_ what: String, _ mean: Double, _ tally: Tally) {
    func percent(_ share: Double) -> String { String(format: "%5.1f %%", 100 * share) }
    print(
      "\(what), \(mean) a week, \(tally.trials) actions: fewer \(percent(tally.share(tally.found))),",
      "more \(percent(tally.share(tally.wrongWay))), no visible effect \(percent(tally.share(tally.noEffect))),",
      "too few \(percent(tally.share(tally.tooFew))), foretold \(percent(tally.foretold / Double(tally.trials)))"
    )
  }

  /// What chance adds to a share of so many trials, in two cases of a thousand.
  private func chance(_ share: Double, _ trials: Int) -> Double {
    3.1 * (share * (1 - share) / Double(trials)).squareRoot()
  }

  @Test("An action without effect is said to have one in at most six cases of a hundred")
  func withoutEffect() {
    var (wrong, trials) = (0, 0)
    for (number, mean) in Self.sizes.enumerated() {
      let tally = run(UInt64(100 + number), weeklyMean: mean) { _, _ in }
      show("factor 1.0", mean, tally)
      wrong += tally.found + tally.wrongWay
      trials += tally.trials
    }
    #expect(trials >= 1000)
    #expect(Double(wrong) / Double(trials) <= 0.06 + (Seed.full ? 0 : chance(0.06, trials)))
  }

  @Test("A factor of one half is found as often as the smallest detectable effect foretells")
  func half() {
    for (number, mean) in Self.sizes.enumerated() {
      let tally = run(UInt64(200 + number), weeklyMean: mean) { action, _ in action.factor = 0.5 }
      show("factor 0.5", mean, tally)
      let foretold = tally.foretold / Double(tally.trials)
      #expect(abs(tally.share(tally.found) - foretold) <= 0.05 + chance(max(0.05, foretold), tally.trials))
      #expect(tally.share(tally.wrongWay) <= 0.03)
      // It is said to be absent no oftener than the rule allows.
      #expect(tally.share(tally.noEffect) <= 0.2 + chance(0.2, tally.trials))
    }
  }

  @Test("An area chosen at its peak is not said to have become better for that")
  func chosenAtPeak() {
    var (wrong, trials) = (0, 0)
    for (number, mean) in [1.0, 5, 20].enumerated() {
      let tally = run(UInt64(300 + number), weeklyMean: mean) { action, _ in action.isChosenAtPeak = true }
      show("chosen at its peak", mean, tally)
      wrong += tally.found + tally.wrongWay
      trials += tally.trials
    }
    #expect(Double(wrong) / Double(trials) <= 0.06 + chance(0.06, trials))
  }
}
