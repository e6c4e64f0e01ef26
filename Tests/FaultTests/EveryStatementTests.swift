import Foundation
import Subprocess
import TestSupport
import Testing

extension Faults {
  /// A worker is killed at each statement of a cycle's life, one at a time; then others do what it left undone.
  @Suite struct EveryStatementTests {
    @Test(.timeLimit(.minutes(60)), arguments: Moment.allCases)
    func itsDeathLeavesNothingUndoneAndNothingTwice(_ moment: Moment) async throws {
      let (expected, counts) = try await undisturbed(moment)
      let blows = Self.blows(counts, moment)
      let began = ContinuousClock.now
      var kills = 0
      // Two at a time, each in a database of its own.
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for (index, blow) in blows.enumerated() {
          if index >= 2, try await group.next()! { kills += 1 }
          group.addTask { try await strike(blow, at: moment, expecting: expected) }
        }
        for try await hasStruck in group where hasStruck { kills += 1 }
      }
      #expect(kills >= blows.count * 9 / 10, "\(kills) of \(blows.count) blows struck")
      print(
        """
        \(moment): \(counts[.sent]!) statements, \(counts[.answered]!) ends of statements and trips, \(kills) kills, \
        \(expected.count) rows of account, in \(ContinuousClock.now - began)
        """)
    }

    /// What the moment comes to where nobody dies, and how many statements that takes.
    private func undisturbed(_ moment: Moment) async throws -> ([String], [Blow.Side: Int]) {
      try await Town.at(moment) { town in
        let before = try await town.account()
        let counter = Reaper(nil)
        let outcome = try await Self.once(town, counter)
        #expect(outcome.status == .exited(0), "\(outcome.err)")
        #expect(try await town.isAtRest())
        try await town.checkWholeness()
        let account = try await town.account()
        #expect(account != before)
        let verified = try await Program.run(
          "est", ["log", "verify"], ["DATABASE_URL": town.database.conninfo])
        #expect(verified.status == .exited(0), "\(verified.err)")
        return (account, counter.counts)
      }
    }

    private static func blows(_ counts: [Blow.Side: Int], _ moment: Moment) -> [Blow] {
      let all = Blow.Side.allCases.flatMap { side in
        (1...counts[side]!).map { Blow(side: side, number: $0) }
      }
      if Seed.full { return all }
      var random = Seed.generator(UInt64(700 + Moment.allCases.firstIndex(of: moment)!))
      return Array(all.shuffled(using: &random).prefix(moment == .miss ? 8 : 4))
    }

    /// - Returns: whether the worker lived long enough to be struck.
    private func strike(_ blow: Blow, at moment: Moment, expecting expected: [String]) async throws -> Bool {
      try await Town.at(moment) { town in
        let reaper = Reaper(blow)
        let outcome = try await Self.once(town, reaper)
        guard reaper.hasStruck else {
          #expect(outcome.status == .exited(0), "\(moment) \(blow): \(outcome.err)")
          return false
        }
        // Told of its last statement it may be quicker than the signal.
        #expect(
          outcome.status == .signaled(9) || outcome.status == .exited(0) && blow.side == .answered,
          "\(moment) \(blow): \(outcome.status)")
        try await town.untilNoWorkerIsHeard()
        try await town.finish()
        let found = differences(try await town.account(), from: expected)
        #expect(found.isEmpty, "\(moment) \(blow), EST_SEED=\(Seed.current): \(found)")
        try await town.checkWholeness("\(moment) \(blow), EST_SEED=\(Seed.current)")
        return true
      }
    }

    private static func once(_ town: Town, _ reaper: Reaper) async throws -> Program.Outcome {
      try await WireProxy.with(town.database, reaper.judge) { conninfo in
        try await Program.run("est-worker", ["--once", "--log-format", "json"], ["DATABASE_URL": conninfo])
      }
    }
  }
}
