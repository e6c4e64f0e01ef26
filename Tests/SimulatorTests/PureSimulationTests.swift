import EST
import Foundation
import TestSupport
import Testing

/// The product's pure core through years of everything that goes wrong.
@Suite struct PureSimulationTests {
  static let years = Seed.full ? 10_000 : 200
  static let yearsOfRun = 10

  @Test func everyPromiseHolds() async throws {
    let runs = Self.years / Self.yearsOfRun
    let start = ContinuousClock.now
    let first = Seed.current
    var total = Tally()
    var rows = 0
    let cores = 2
    try await withThrowingTaskGroup(of: (Tally, Int).self) { group in
      for core in 0..<cores {
        group.addTask {
          var total = Tally()
          var rows = 0
          for index in stride(from: core, to: runs, by: cores) {
            let run = Run(seed: first &+ UInt64(index), days: 365 * Self.yearsOfRun)
            let violations = run.violations
            #expect(violations.isEmpty, "replay with EST_SIMULATE=\(run.seed)")
            total += run.tally
            rows += run.rows
            if !violations.isEmpty { break }
            await Task.yield()
          }
          return (total, rows)
        }
      }
      for try await (tally, count) in group {
        total += tally
        rows += count
      }
    }
    let time = ContinuousClock.now - start
    print(
      """
      simulated in memory: \(Self.years) years, \(total.weeks) weeks, \(total.operations) operations, \
      \(total.rounds) rounds, \(rows) transitions in \(time)
      borne: \(total.deaths) deaths of workers, \(total.unfinished) rounds left unfinished, \(total.messages) messages \
      lost or doubled, \(total.absences) absences, \(total.jumps) jumps of the clock
      """)
  }
}
