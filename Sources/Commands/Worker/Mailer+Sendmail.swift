import Foundation
import Subprocess
import SystemPackage
import Workflow

extension Mailer {
  /// How long a sendmail program may take over one mail.
  static let patience = Duration.seconds(30)

  /// Runs the program that a municipality has set, with an argument list and never through a shell.
  static let sendmail = sendmail(within: patience)

  static func sendmail(within patience: Duration) -> Mailer {
    Mailer { program, arguments, input in
      try await withThrowingTaskGroup(of: Ending.self) { group in
        group.addTask { try await execute(program, arguments, input) }
        group.addTask {
          try await Task.sleep(for: patience)
          return .timedOut
        }
        // A program that is still at it is killed.
        defer { group.cancelAll() }
        return try await group.next()!
      }
    }
  }

  private static func execute(
    _ program: String, _ arguments: [String], _ input: String
  ) async throws -> Ending {
    do {
      let mail = try FileDescriptor.nameless("est-mail")
      defer { try? mail.close() }
      try mail.writeAll(input.utf8)
      try mail.seek(offset: 0, from: .start)
      let said = try FileDescriptor.nameless("est-mail")
      defer { try? said.close() }
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
        input: .fileDescriptor(mail, closeAfterSpawningProcess: false), output: .discarded,
        error: .fileDescriptor(said, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(let status): return .exited(status, said: try beginning(of: said))
      case .signaled: return .signaled
      }
    } catch let error as SubprocessError {
      return .notStarted(reason: "\(error)")
    } catch let error as Errno {
      return .notStarted(reason: error.description)
    }
  }

  /// The program's words are wanted in English, and it has no business with the way to the database.
  private static let environment: Subprocess.Environment = {
    var values: [Subprocess.Environment.Key: String] = [:]
    for (key, value) in ProcessInfo.processInfo.environment
    where !key.hasPrefix("PG") && key != "DATABASE_URL" && !key.hasPrefix("LC_") {
      values[Subprocess.Environment.Key(stringLiteral: key)] = value
    }
    values["LC_ALL"] = "C"
    return .custom(values)
  }()

  /// So much as a reply may need.
  private static func beginning(of file: FileDescriptor) throws -> String {
    try withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      let count = try file.read(fromAbsoluteOffset: 0, into: buffer)
      return String(decoding: UnsafeRawBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
    }
  }
}
