import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// `est-worker` as a process of its own.
struct WorkerProcess: Sendable {
  /// What it logs, to its end.
  let lines: AsyncStream<String>
  private let signals: AsyncStream<Signal>.Continuation
  private let ended: Task<TerminationStatus, any Error>

  init(_ trial: Trial) {
    let (lines, said) = AsyncStream.makeStream(of: String.self)
    let (stream, signals) = AsyncStream.makeStream(of: Signal.self)
    self.lines = lines
    self.signals = signals
    let environment = trial.environment
    ended = Task {
      defer { said.finish() }
      return try await Subprocess.run(
        .path(Trial.program("est-worker")), arguments: ["--log-format", "json"], environment: environment,
        input: .none, output: .discarded, error: .sequence
      ) { execution in
        async let sending: Void = {
          for await signal in stream { try execution.send(signal: signal) }
        }()
        for try await line in execution.standardError.strings() { said.yield(line) }
        try await sending
      }.terminationStatus
    }
  }

  /// Sends a signal and waits for the process's end.
  func end(_ signal: Signal) async throws -> TerminationStatus {
    signals.yield(signal)
    signals.finish()
    return try await ended.value
  }
}
