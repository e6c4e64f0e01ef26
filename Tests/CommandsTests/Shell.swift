import Foundation
import Persistence
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// Command lines run in this process, with streams of their own.
struct Shell: Sendable {
  var environment: [String: String] = [:]
  var isTerminal = false

  /// What a command line came to.
  struct Outcome: Sendable {
    let status: Int32
    let out: String
    let err: String

    /// Standard output as the one JSON document it must be.
    var json: [String: Any] {
      get throws {
        try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any], "\(out)\(err)")
      }
    }

    /// The code of the error, from its sentence.
    var code: String? {
      guard let start = err.firstRange(of: "est: EST") else { return nil }
      return String(err[start.lowerBound...].dropFirst("est: ".count).prefix { $0 != ":" })
    }
  }

  /// - Parameter input: the lines that a person types.
  @discardableResult
  func run(_ arguments: [String], input: [String] = []) async -> Outcome {
    let streams = Streams(input)
    var console = Console(
      environment: environment,
      readLine: { streams.next() },
      write: { streams.write($0) },
      writeError: { streams.writeError($0) })
    console.isInputTerminal = isTerminal
    let status = await Est.run(arguments, console)
    return Outcome(status: status, out: streams.out, err: streams.err)
  }

  /// The same, of what must succeed.
  @discardableResult
  func done(
    _ arguments: String..., input: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async -> Outcome {
    let outcome = await run(arguments, input: input)
    #expect(outcome.status == 0, "\(arguments): \(outcome.err)", sourceLocation: sourceLocation)
    return outcome
  }

  private final class Streams: Sendable {
    private let state: Mutex<(input: [String], out: String, err: String)>

    init(_ input: [String]) { state = Mutex((input, "", "")) }

    func next() -> String? { state.withLock { $0.input.isEmpty ? nil : $0.input.removeFirst() } }
    func write(_ text: String) { state.withLock { $0.out += text } }
    func writeError(_ text: String) { state.withLock { $0.err += text } }
    var out: String { state.withLock { $0.out } }
    var err: String { state.withLock { $0.err } }
  }
}

extension Shell {
  /// A shell whose commands reach a prepared trial database of their own.
  static func withDatabase(_ body: (Shell, Database) async throws -> Void) async throws {
    let prepare: @Sendable (Database) async throws -> Void = { try await SchemaSetup().run($0, trial: true) }
    try await TestDatabase.prepared("commands", build: prepare) { database in
      try await body(Shell(environment: ["DATABASE_URL": database.conninfo]), database)
    }
  }

  /// With the municipality 2480 and its group Centrum in it.
  static func withGroup(_ body: (Shell, Database) async throws -> Void) async throws {
    try await withDatabase { shell, database in
      await shell.done("municipality", "add", "--code", "2480", "--name", "Umeå")
      await shell.done("group", "add", "--name", "Centrum")
      try await body(shell, database)
    }
  }
}
