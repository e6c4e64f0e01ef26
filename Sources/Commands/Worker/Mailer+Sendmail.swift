import Foundation
import Subprocess
import SystemPackage
import Workflow

extension Mailer {
  /// How long a sendmail program may take over one mail.
  static let patience = Duration.seconds(30)

  /// Runs the program that a municipality has set, with an argument list and never through a shell.
  static let sendmail = Mailer { program, arguments, input in
    try await withThrowingTaskGroup(of: (Int32, String)?.self) { group in
      group.addTask { try await execute(program, arguments, input) }
      group.addTask {
        try await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next()!
        ?? (temporaryFailure, "no answer from \(program) within \(patience.components.seconds) s")
    }
  }

  /// `EX_TEMPFAIL` of `sysexits.h`: what may work another time.
  private static let temporaryFailure: Int32 = 75

  private static func execute(
    _ program: String, _ arguments: [String], _ input: String
  ) async throws -> (Int32, String) {
    let mail = try namelessFile(holding: input)
    defer { try? mail.close() }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments),
        input: .fileDescriptor(mail, closeAfterSpawningProcess: false), output: .discarded,
        error: .string(limit: 65_536))
      switch result.terminationStatus {
      case .exited(let status): return (status, result.standardError)
      case .signaled: return (temporaryFailure, result.standardError)
      }
    } catch let error as SubprocessError {
      // A program that is not there yet is installed by somebody, and the mail waits for that.
      return (temporaryFailure, "\(program): \(error)")
    }
  }

  /// A file to be read from its beginning. A pipe to a program that ends without reading would end the worker with
  /// SIGPIPE; a file just stays unread.
  private static func namelessFile(holding text: String) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory.appending(path: "est-mail-\(UUID().uuidString)").path
    let descriptor = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    unlink(path)
    do {
      try descriptor.writeAll(text.utf8)
      try descriptor.seek(offset: 0, from: .start)
    } catch {
      try? descriptor.close()
      throw error
    }
    return descriptor
  }
}
