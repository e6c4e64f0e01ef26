import EST
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Commands
@testable import Workflow

/// `est-worker`'s own command line, its log, and how it hands over mail.
@Suite struct WorkerTests {
  private static func run(_ arguments: [String], _ environment: [String: String] = [:]) async -> Shell.Outcome
  {
    let texts = Texts()
    let console = Console(
      environment: environment, write: { text in texts.state.withLock { $0.out += text } },
      writeError: { text in texts.state.withLock { $0.err += text } })
    let status = await EstWorker.run(arguments, console)
    return texts.state.withLock { Shell.Outcome(status: status, out: $0.out, err: $0.err) }
  }

  private final class Texts: Sendable {
    let state = Mutex((out: "", err: ""))
  }

  @Test func oneRoundPlansAndEnds() async throws {
    try await Shell.withGroup { shell, _ in
      let environment = shell.environment
      let unheard = await Self.run(["--health"], environment)
      #expect(unheard.status == 69 && unheard.err == "Ingen arbetsprocess är igång.\n")
      let round = await Self.run(["--once", "--log-format", "json"], environment)
      #expect(round.status == 0)
      // Before it may stand a line for each head of a log.
      let last = try #require(round.err.split(separator: "\n").last)
      let line = try #require(
        try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: String], "\(round.err)")
      #expect(line["message"] == "one round" && Int(line["planned"] ?? "") ?? 0 > 8)
    }
  }

  @Test func aWorkerThatBeatsIsHealthy() async throws {
    try await Shell.withGroup { shell, database in
      try await Engine(database, isPrivate: false).beat(UUID())
      let outcome = await Self.run(["--health"], shell.environment)
      #expect(outcome.status == 0 && outcome.out.hasPrefix("En arbetsprocess hördes av för "))
    }
  }

  /// What waiting does not cure ends it, with the status at which systemd tries no more.
  @Test func aDatabaseThatIsNotPreparedEndsIt() async throws {
    try await TestDatabase.empty { database in
      let outcome = await Self.run([], ["DATABASE_URL": database.conninfo])
      #expect(outcome.status == 78 && outcome.err.hasPrefix("est-worker: EST150: "))
    }
  }

  @Test func onceAndHealthExcludeEachOther() async {
    #expect(await Self.run(["--once", "--health"]).status == 64)
  }

  @Test(arguments: [
    (
      LogFormat.json,
      #"{"time": "2026-11-23T07:30:00+01:00", "level": "error", "message": "fired", "error": "a\nb"}"#
    ),
    (.text, "2026-11-23T07:30:00+01:00 error fired error=a␊b"),
  ])
  func theLogIsALineAnEvent(_ format: LogFormat, _ expected: String) {
    let texts = Texts()
    let console = Console(
      environment: [:], write: { _ in }, writeError: { text in texts.state.withLock { $0.err += text } })
    let logger = Logger(label: "test") { _ in
      WorkerLog(format, console) { Instant(rfc3339: "2026-11-23T06:30:00Z")! }
    }
    logger.error("fired", metadata: ["error": "a\nb"])
    #expect(texts.state.withLock { $0.err } == expected + "\n")
  }

  /// A program that ends without reading its mail is judged by what it says, and ends nothing of ours.
  @Test(
    arguments: [
      (
        "exec 0<&-; echo '550 no such user' >&2; exit 67", .exited(67, said: "550 no such user\n")
      ),
      ("exit 0", .exited(0, said: "")),
      (
        "printf '%s ' \"$@\" >&2; cat >&2",
        .exited(0, said: "-f a@example.org -- b;$(reboot)@example.org hej")
      ),
      ("kill -9 $$", .signaled),
      // Neither its database's password nor the user's language is the program's business.
      ("echo \"$PGPASSWORD$LC_ALL\" >&2", .exited(0, said: "C\n")),
      // What it leaves behind is not waited for.
      ("sleep 3000 & echo $! >\"$0.left\"; exit 0", .exited(0, said: "")),
      ("head -c 1000000 /dev/zero | tr '\\0' x >&2", .exited(0, said: String(repeating: "x", count: 65_536))),
      ("exec sleep 60", .timedOut),
    ] as [(String, Mailer.Ending)])
  func aMailProgramIsRun(_ script: String, _ ending: Mailer.Ending) async throws {
    try await Folder.with { folder in
      let program = try folder.file("sendmail", "#!/bin/sh\n\(script)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let arguments = ["-f", "a@example.org", "--", "b;$(reboot)@example.org"]
      // Our own turn may come late on a busy machine.
      let mailer = Mailer.sendmail(within: ending == .timedOut ? .milliseconds(200) : .seconds(2_000))
      let result = try await mailer.run(program, arguments, "hej")
      #expect(result == ending)
      if let left = try? String(contentsOfFile: program + ".left", encoding: .utf8) {
        #expect(kill(try #require(pid_t(left.trimmingCharacters(in: .newlines))), SIGKILL) == 0)
      }
    }
  }

  @Test func aMailProgramThatIsNotThereIsTriedAgain() async throws {
    let ending = try await Mailer.sendmail.run("/nonexistent/sendmail", [], "hej")
    guard case .notStarted = ending else {
      Issue.record("\(ending)")
      return
    }
  }
}
