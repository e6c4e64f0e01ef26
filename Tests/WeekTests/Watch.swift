import Foundation
import Subprocess
import TestSupport

/// The one worker of a trial, which is killed now and then and started again.
actor Watch {
  private let trial: Trial
  private var worker: WorkerProcess
  private var isAtWork = false
  private(set) var log: [String] = []
  private(set) var deaths: [TerminationStatus] = []
  /// How long each told to stop took, and how it ended.
  private(set) var stops: [(took: Duration, status: TerminationStatus)] = []

  init(_ trial: Trial) {
    self.trial = trial
    worker = WorkerProcess(trial.environment)
  }

  /// Kills the worker once after each of `delays`, and starts it anew at once.
  func strike(after delays: [Duration]) async throws {
    for delay in delays { try await kill(after: delay) }
  }

  /// Has the clock moved under no worker, then kills each that begins on what is due, `delays` after it began.
  func strikeAtWork(after delays: [Duration], moving clock: @Sendable () async throws -> Void) async throws {
    guard !delays.isEmpty else { return try await clock() }
    try await stop()
    try await clock()
    start()
    for delay in delays {
      await begun()
      try await kill(after: delay)
    }
  }

  private func kill(after delay: Duration) async throws {
    // The moment is what the test is about: nothing is waited for.
    try await Task.sleep(for: delay)
    deaths.append(try await worker.end(.kill))
    await readRest()
    start()
  }

  /// Tells the worker to stop, once it has begun: before, it has no say in how it ends.
  func stop() async throws {
    await begun()
    let start = ContinuousClock.now
    let status = try await worker.end(.terminate)
    stops.append((ContinuousClock.now - start, status))
    await readRest()
  }

  private func start() {
    worker = WorkerProcess(trial.environment)
    isAtWork = false
  }

  private func begun() async {
    guard !isAtWork else { return }
    for await line in worker.lines {
      log.append(line)
      if line.contains("at work") { break }
    }
    isAtWork = true
  }

  private func readRest() async {
    for await line in worker.lines { log.append(line) }
  }
}
