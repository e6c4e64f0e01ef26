import Foundation
import Subprocess
import TestSupport
import Testing

/// A private cluster in a folder of its own, and the built programs against it. Nothing here links the product.
struct Trial: Sendable {
  let root: URL

  /// Runs `body` in a new trial, whose server and folder are gone afterwards, whatever came of it.
  static func with(_ body: (Trial) async throws -> Void) async throws {
    let trial = Trial(root: TestCluster.newRoot())
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(trial))
    } catch {
      result = .failure(error)
    }
    let reset = try await trial.run("est", ["local", "reset", "--yes"])
    #expect(reset.status == .exited(0), "\(reset.err)")
    try FileManager.default.removeItem(at: trial.root)
    try result.get()
  }

  var environment: [String: String] { ["XDG_STATE_HOME": root.path] }
  /// Where mail is put to be looked at.
  var post: URL { root.appending(path: "post") }
  /// Where pictures are exported.
  var pictures: URL { root.appending(path: "pictures") }

  func run(_ program: String, _ arguments: [String]) async throws -> Program.Outcome {
    try await Program.run(program, arguments, environment)
  }

  /// Says a command that must succeed, as a script would: with a key of its own, and once more under the same key
  /// where the answer is that somebody was before or that nobody knows.
  @discardableResult
  func est(
    as participant: String? = nil, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Program.Outcome {
    try await est(as: participant, arguments, sourceLocation: sourceLocation)
  }

  @discardableResult
  func est(
    as participant: String? = nil, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Program.Outcome {
    var words = arguments + ["--json", "--key", UUID().uuidString]
    if let participant { words += ["--as", participant] }
    var outcome = try await run("est", words)
    for _ in 0..<5 where [.exited(74), .exited(75)].contains(outcome.status) {
      outcome = try await run("est", words)
    }
    try #require(
      outcome.status == .exited(0), "\(arguments): \(outcome.err)", sourceLocation: sourceLocation)
    return outcome
  }

  func clock(_ time: String) async throws { try await est("clock", "set", time) }

  /// Asks the database itself. Each row's columns are joined by `|`.
  func psql(_ query: String) async throws -> [String] {
    struct Status: Decodable { let conninfo: String }
    let conninfo = try await est("status").read(Status.self).conninfo
    let result = try await Subprocess.run(
      .name("psql"), arguments: ["-XAt", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-c", query],
      output: .string(limit: 1 << 22), error: .string(limit: 1 << 16))
    try #require(result.terminationStatus == .exited(0), "\(result.standardError)")
    return result.standardOutput.split(separator: "\n").map { String($0) }
  }

  /// Waits until nothing that is due by the trial's clock is left undone.
  func settle(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let due = """
      select (select count(*) from est.timer where due <= est.clock())
        + (select count(*) from est.outbox
          where state in ('created', 'sending', 'temporary-failure') and next_attempt <= est.clock())
        + (select count(*) from (select 1 where not exists (select from est.cycle)) as unplanned)
      """
    let limit = ContinuousClock.now + .seconds(60)
    while try await psql(due) != ["0"] {
      try #require(
        ContinuousClock.now < limit, "the worker does not do what is due", sourceLocation: sourceLocation)
    }
  }
}
