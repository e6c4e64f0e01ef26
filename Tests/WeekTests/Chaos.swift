import Foundation
import TestSupport

/// When the worker is killed: ten moments, spread by chance over the steps of a week.
struct Chaos {
  /// What a kill falls into.
  enum Phase: CaseIterable {
    /// The worker has just begun on what the moved clock made due.
    case working
    /// The worker looks, plans or rests while the participants work.
    case reporting

    /// The delays among which chance chooses, in milliseconds: what a burst of work takes, and what a few looks do.
    var delays: Range<Int> { self == .working ? 0..<60 : 0..<600 }
  }

  private let kills: [(step: Int, phase: Phase, delay: Duration)]

  init(kills count: Int, steps: Int, using random: inout SeededGenerator) {
    kills = (0..<count).map { _ in
      let phase = Phase.allCases.randomElement(using: &random)!
      return (
        Int.random(in: 0..<steps, using: &random), phase,
        .milliseconds(Int.random(in: phase.delays, using: &random))
      )
    }
  }

  func delays(_ step: Int, _ phase: Phase) -> [Duration] {
    kills.filter { $0.step == step && $0.phase == phase }.map(\.delay)
  }
}
