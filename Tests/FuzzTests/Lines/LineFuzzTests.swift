import Foundation
import TestSupport
import Testing

@testable import Commands

/// Command lines, up to the database: it cannot be reached, so that only what is read matters.
@Suite struct LineFuzzTests {
  /// What would start or end the private cluster of whoever runs the tests.
  private static let untried: Set = ["local", "lokal", "demo", "prov"]

  @Test func commandLines() async {
    let verbs = MadeUpLine.verbs.filter { !Self.untried.contains($0.path[0]) }
    await Fuzz("lines", sample: 40, full: 3_000).run { random in
      let verb = random.pick(verbs)
      let line = MadeUpLine.make(verb, &random) { _, random in Self.word(&random) }
      guard line.first.map({ !Self.untried.contains($0) }) ?? false else { return .refused }
      return try await Told.by(
        line, environment: ["DATABASE_URL": "host=/nowhere", "EST_LANG": random.pick(["sv", "en", "x"])])
    }
  }

  /// Standard input is the test's own and is not to be waited for.
  private static func word(_ random: inout SeededGenerator) -> String {
    let text = Nasty.text(&random)
    return text == "-" || text == "/dev/stdin" ? "/dev/null" : text
  }

  @Test func environments() async {
    let names = ["EST_MUNICIPALITY", "EST_AS", "EST_LANG", "NO_COLOR", "TERM", "DATABASE_URL"]
    await Fuzz("environment", sample: 20, full: 1_500).run { random in
      var environment = ["DATABASE_URL": "host=/nowhere"]
      for name in names where random.once(in: 3) { environment[name] = Nasty.text(&random) }
      if let url = environment["DATABASE_URL"], !url.contains("=") {
        environment["DATABASE_URL"] = "host=/nowhere dbname=\(url)"
      }
      environment["DATABASE_URL"]? += " host=/nowhere"
      return try await Told.by(["status"], environment: environment)
    }
  }
}

/// What a command line came to, with every promise about what is said.
struct Told: Sendable {
  let status: Int32
  let out: String
  let err: String

  /// Runs a line and judges what it says.
  static func by(_ line: [String], environment: [String: String], input: [String] = []) async throws
    -> Outcome
  {
    let told = await run(line, environment: environment, input: input)
    do { return try told.judged(line) } catch {
      throw Flaw("\(line.debugDescription.prefix(1_500)): \(error)")
    }
  }

  static func run(_ line: [String], environment: [String: String], input: [String] = []) async -> Told {
    let streams = Streams(input)
    var console = Console(
      environment: environment, readLine: { streams.next() }, write: { streams.write($0) },
      writeError: { streams.writeError($0) })
    console.isInputTerminal = !input.isEmpty
    let status = await Est.run(line, console)
    return streams.told(status)
  }

  func judged(_ line: [String]) throws -> Outcome {
    try Promise.isTerminalSafe(out)
    try Promise.isTerminalSafe(err)
    guard ExitStatus(rawValue: status) != nil else { throw Flaw("status \(status)") }
    guard status != ExitStatus.fault.rawValue, !err.contains("EST199"), !err.contains("SQLSTATE") else {
      throw Flaw("a fault: \(err.prefix(2_000))")
    }
    if line.prefix(while: { $0 != "--" }).contains("--json"), !out.isEmpty, !line.contains("--help"),
      !line.contains("-h"), !out.contains("ANVÄNDNING:"),
      line.first != "help"
    {
      guard (try? JSONSerialization.jsonObject(with: Data(out.utf8))) != nil else {
        throw Flaw("no JSON: \(out.prefix(500))")
      }
    }
    guard status != 0 else { return .taken }
    // One that is asked a question and says no is refused too, without a code.
    guard err.contains("est: EST") || !out.isEmpty else {
      throw Flaw("status \(status) without a word: \(err)")
    }
    let usage = err.utf8.count
    guard usage <= 8_000 else { throw Flaw("\(usage) bytes: \(err.prefix(500))") }
    return .refused
  }
}
