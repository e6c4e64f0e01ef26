import EST
import Foundation
import TestSupport
import Testing

/// The product's pure core through years of everything that goes wrong.
@Suite struct PureSimulationTests {
  static let years = Seed.full ? 10_000 : 60
  static let yearsOfRun = 10

  @Test func everyPromiseHolds() async throws {
    let watch = Stopwatch()
    let outcomes = try await Lanes.run(Self.years / Self.yearsOfRun) { seed in
      let (violations, tally, rows) = await aside {
        let run = Run(seed: seed, days: 365 * Self.yearsOfRun)
        return (run.violations, run.tally, run.rows)
      }
      #expect(violations.isEmpty, "replay with EST_SIMULATE=\(seed)")
      return ((tally, rows), goesOn: violations.isEmpty)
    }
    let total = outcomes.map(\.0).reduce(into: Tally(), +=)
    print(
      """
      simulated in memory: \(outcomes.count * Self.yearsOfRun) years, \(total.weeks) weeks, \
      \(total.operations) operations, \(total.rounds) rounds, \(outcomes.map(\.1).reduce(0, +)) transitions in \(watch)
      borne: \(total.deaths) deaths of workers, \(total.unfinished) rounds left unfinished, \
      \(total.messages) messages lost or doubled, \(total.absences) absences, \(total.jumps) jumps of the clock
      """)
  }
}
