import EST
import Foundation
import TestSupport
import Testing

/// A seed gives a run, byte for byte.
@Suite struct ReplayTests {
  /// The seed that `EST_SIMULATE` names.
  static let wanted = ProcessInfo.processInfo.environment["EST_SIMULATE"].flatMap { UInt64($0) }

  /// Prints what happened in one run, as far as its first broken promise.
  @Test(.enabled(if: wanted != nil, "EST_SIMULATE names no seed"))
  func replay() {
    let run = Run(seed: Self.wanted!, days: 365 * PureSimulationTests.yearsOfRun, trace: { print($0) })
    let violations = run.violations
    #expect(violations.isEmpty)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func sameSeedSameRun(_ number: UInt64) {
    let seed = Seed.current &+ number
    let first = Run(seed: seed, days: 400, trace: { _ in })
    let second = Run(seed: seed, days: 400, trace: { _ in })
    let other = Run(seed: seed &+ 1, days: 400, trace: { _ in })
    #expect(first.fingerprint == second.fingerprint, "seed \(seed)")
    #expect(first.fingerprint != other.fingerprint, "seed \(seed)")
  }

  /// Another process hashes, allocates and schedules otherwise; the run does not notice.
  @Test func sameRunInAnotherProcess() async throws {
    let here = Run(seed: Self.shared, days: 400, trace: { _ in }).fingerprint
    let there = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let run = Run(seed: ReplayTests.shared, days: 400, trace: { _ in })
      print("fingerprint \(run.fingerprint)")
    }
    let said = String(decoding: try #require(there).standardOutputContent, as: UTF8.self)
    #expect(said.contains("fingerprint \(here)"))
  }

  static let shared: UInt64 = 20_261_123
}
