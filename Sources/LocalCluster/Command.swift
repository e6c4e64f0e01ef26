import Foundation
import Subprocess
import SystemPackage

/// A program of PostgreSQL with its arguments.
struct Command: Sendable {
  var program: String
  var arguments: [String]
  var environment: [String: String]

  /// Everything of the caller's environment but what libpq and the server would take for settings.
  init(_ program: String, _ arguments: [String], environment: [String: String]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment.filter { !$0.key.hasPrefix("PG") }
    self.environment["LC_ALL"] = "C.UTF-8"
    self.environment["PATH"] = [environment["PATH"], "/usr/bin:/bin"].compactMap(\.self).joined(
      separator: ":")
  }

  /// Runs the program, which says what it has to say into a file: a daemon it leaves behind would keep a pipe open, and
  /// one would wait for its end for ever.
  /// - Throws: `LocalClusterError.program` with the end of what it said.
  func run(as account: ServerAccount, in folder: URL, log: URL) async throws {
    let words = account.command(program, arguments)
    let executable: Executable = words[0].hasPrefix("/") ? .path(FilePath(words[0])) : .name(words[0])
    let hasSucceeded: Bool
    do {
      let descriptor = try FileDescriptor.open(
        FilePath(log.path), .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: .ownerReadWrite)
      defer { try? descriptor.close() }
      hasSucceeded = try await Subprocess.run(
        executable, arguments: Arguments(Array(words.dropFirst())), environment: environmentForProgram,
        workingDirectory: FilePath(folder.path), input: .none,
        output: .fileDescriptor(descriptor, closeAfterSpawningProcess: false),
        error: .fileDescriptor(descriptor, closeAfterSpawningProcess: false)
      ).terminationStatus.isSuccess
    } catch let error as SubprocessError {
      throw LocalClusterError.program(name, reason: "\(error)")
    } catch let error as Errno {
      throw LocalClusterError.folder(log.path, reason: error.description)
    }
    guard !hasSucceeded else { return }
    throw LocalClusterError.program(name, reason: lastLines(of: log))
  }

  /// What the program says on standard output.
  func output() async throws -> String {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: environmentForProgram,
      output: .string(limit: 4096), error: .discarded)
    return result.standardOutput
  }

  private var name: String { URL(filePath: program).lastPathComponent }

  private var environmentForProgram: Environment {
    .custom(Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) }))
  }
}

/// The last lines of a log, as one sentence for people.
func lastLines(of file: URL, _ count: Int = 5) -> String {
  guard let data = try? Data(contentsOf: file) else { return "it said nothing" }
  let lines = String(decoding: data.suffix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
  return lines.isEmpty ? "it said nothing" : lines.suffix(count).joined(separator: " | ")
}
