import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// `est-worker` as a process of its own.
struct WorkerProcess: Sendable {
  private let signals: AsyncStream<Signal>.Continuation
  private let ended: Task<TerminationStatus, any Error>

  /// - Parameter log: appended to, across the lives of all workers.
  init(_ trial: Trial, log: URL) throws {
    let (stream, continuation) = AsyncStream.makeStream(of: Signal.self)
    signals = continuation
    let descriptor = try FileDescriptor.open(
      FilePath(log.path), .writeOnly, options: [.create, .append, .closeOnExec], permissions: .ownerReadWrite)
    let environment = trial.environment
    ended = Task {
      let result = try await Subprocess.run(
        .path(Trial.program("est-worker")), arguments: ["--log-format", "json"], environment: environment,
        input: .none, output: .discarded,
        error: .fileDescriptor(descriptor, closeAfterSpawningProcess: true)
      ) { execution in
        for await signal in stream { try execution.send(signal: signal) }
      }
      return result.terminationStatus
    }
  }

  /// Sends a signal and waits for the process's end.
  func end(_ signal: Signal) async throws -> TerminationStatus {
    signals.yield(signal)
    signals.finish()
    return try await ended.value
  }
}

/// The one worker of a trial, which is killed now and then and started again.
actor Watch {
  private let trial: Trial
  private let log: URL
  private var worker: WorkerProcess
  private(set) var deaths: [TerminationStatus] = []

  init(_ trial: Trial) throws {
    self.trial = trial
    log = trial.root.appending(path: "worker.log")
    worker = try WorkerProcess(trial, log: log)
  }

  /// Kills the worker once after each of `delays` and starts it anew at once, so that it works at the next.
  func strike(after delays: [Duration]) async throws {
    for delay in delays {
      // The moment is what the test is about: nothing is waited for.
      try await Task.sleep(for: delay)
      deaths.append(try await worker.end(.kill))
      worker = try WorkerProcess(trial, log: log)
    }
  }

  func end(_ signal: Signal) async throws -> TerminationStatus { try await worker.end(signal) }

  func logLines() throws -> [String] {
    try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map { String($0) }
  }
}
