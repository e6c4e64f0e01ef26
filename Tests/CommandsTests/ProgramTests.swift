import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Commands

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The program itself, as a shell runs it.
@Suite(.serialized) struct ProgramTests {
  /// Beside the test's own executable.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "est").path

  static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Shell.Outcome {
    var values: [Environment.Key: String] = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    for (key, value) in environment { values[Environment.Key(stringLiteral: key)] = value }
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(values),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    var status: Int32 = -1
    if case .exited(let code) = result.terminationStatus { status = code }
    return Shell.Outcome(status: status, out: result.standardOutput, err: result.standardError)
  }

  @Test func itAnswersAndEndsWithItsStatus() async throws {
    let list = try await Self.run(["machine", "list", "--json"])
    #expect(list.status == 0 && list.err.isEmpty)
    #expect(try (list.json["machines"] as? [Any])?.isEmpty == false)
    let wrong = try await Self.run(["machine", "lista-inte"])
    #expect(wrong.status == 64 && wrong.out.isEmpty)
    let version = try await Self.run(["--version"])
    #expect(version.out == Version.current + "\n")
  }

  @Test func outputThatCannotBeWrittenIsToldOf() async throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    let result = try await Subprocess.run(
      .path(FilePath(Self.program)), arguments: ["machine", "list"],
      output: .fileDescriptor(full, closeAfterSpawningProcess: true), error: .string(limit: 4096))
    #expect(result.terminationStatus == .exited(73))
    #expect(result.standardError.contains("EST170"))
  }

  /// A person's first minutes: no database named, none there.
  @Test func withoutADatabaseItMakesItsOwn() async throws {
    let state = URL(filePath: "/tmp").appending(path: "est-cli-\(UUID().uuidString.prefix(8).lowercased())")
    defer { try? FileManager.default.removeItem(at: state) }
    let environment = ["XDG_STATE_HOME": state.path]
    func est(_ arguments: String...) async throws -> Shell.Outcome {
      try await Self.run(arguments, environment: environment)
    }
    #expect(try await est("local", "status", "--json").json["running"] as? Bool == false)
    let added = try await est("municipality", "add", "--code", "2480", "--name", "Umeå", "--sample")
    #expect(added.status == 0, "\(added.err)")
    #expect(added.err.isEmpty)
    #expect(try await est("local", "status", "--json").json["running"] as? Bool == true)
    #expect(try await est("group", "add", "--name", "Centrum").status == 0)
    let function = ["--function", "samordnare", "--role", "coordinator"]
    #expect(
      try await Self.run(
        ["participant", "add", "--login", "2480_samordnare"] + function, environment: environment
      )
      .status == 0)
    // There, and only there, one speaks for others; and nobody is a superuser.
    let other = try await est("whoami", "--as", "2480_samordnare", "--json").json
    #expect(other["login"] as? String == "2480_samordnare")
    let status = try await est("status", "--json").json
    #expect(status["user"] as? String == "est_local" && status["origin"] as? String == "localCluster")
    #expect(status["trial"] as? Bool == true)
    #expect((status["municipality"] as? [String: Any])?["provenance"] as? String == "sample")

    #expect(try await est("local", "stop").status == 0)
    #expect(try await est("local", "reset").status == 64)
    #expect(try await est("local", "start", "--json").json["running"] as? Bool == true)
    #expect(try await est("group", "list", "--json").json["groups"] is [Any])
    let reset = try await est("local", "reset", "--yes", "--json")
    #expect(reset.status == 0)
    #expect(try reset.json["initialized"] as? Bool == false)
  }
}
