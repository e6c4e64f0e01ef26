import Foundation
import TestSupport

/// When the worker is killed: ten moments, spread by chance over the steps of a week.
struct Chaos {
  /// What a step's kills fall into: the worker catching up with the clock, or the participants at work.
  enum Phase: CaseIterable { case working, reporting }

  struct Kill {
    let step: Int
    let phase: Phase
    let delay: Duration
  }

  let kills: [Kill]

  init(kills count: Int, steps: Int, using random: inout SeededGenerator) {
    var kills: [Kill] = []
    for _ in 0..<count {
      kills.append(
        Kill(
          step: Int.random(in: 0..<steps, using: &random),
          phase: Phase.allCases.randomElement(using: &random)!,
          // A worker is up and at its work within this time; sometimes the kill comes before, or after all is done.
          delay: .milliseconds(Int.random(in: 0..<600, using: &random))))
    }
    self.kills = kills
  }

  func delays(_ step: Int, _ phase: Phase) -> [Duration] {
    kills.filter { $0.step == step && $0.phase == phase }.map(\.delay)
  }
}
