import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// `est-worker` as a process of its own.
public struct WorkerProcess: Sendable {
  /// What it logs, to its end.
  public let lines: AsyncStream<String>
  private let signals: AsyncStream<Signal>.Continuation
  private let ended: Task<TerminationStatus, any Error>

  /// - Parameter variables: where its database is.
  public init(_ variables: [String: String]) {
    let (lines, said) = AsyncStream.makeStream(of: String.self)
    let (stream, signals) = AsyncStream.makeStream(of: Signal.self)
    self.lines = lines
    self.signals = signals
    ended = Task {
      defer { said.finish() }
      return try await Subprocess.run(
        .path(Program.path("est-worker")), arguments: ["--log-format", "json"],
        environment: Program.environment(variables), input: .none, output: .discarded, error: .sequence
      ) { execution in
        async let sending: Void = {
          for await signal in stream { try execution.send(signal: signal) }
        }()
        for try await line in execution.standardError.strings() { said.yield(line) }
        // It has ended, whoever ended it.
        signals.finish()
        try await sending
      }.terminationStatus
    }
  }

  public func send(_ signal: Signal) { signals.yield(signal) }

  /// Sends a signal and waits for the process's end.
  public func end(_ signal: Signal) async throws -> TerminationStatus {
    signals.yield(signal)
    signals.finish()
    return try await ended.value
  }

  /// Waits for the process's end, which others bring about.
  public func ending() async throws -> TerminationStatus { try await ended.value }
}
