import Foundation
import Subprocess
import SystemPackage
import Workflow

extension Printer {
  /// How long one document may take.
  static let patience = Duration.seconds(120)

  /// WeasyPrint, as the first Python has it that does; `EST_PYTHON` names the one and only.
  static let weasyPrint = weasyPrint(pythons: usualPythons)

  static let usualPythons =
    ProcessInfo.processInfo.environment["EST_PYTHON"].flatMap { $0.isEmpty ? nil : [$0] }
    // The system's own comes last: another may stand before it on the path, and lack what Debian has installed.
    ?? ["python3", "/usr/bin/python3"]

  static func weasyPrint(pythons: [String], within patience: Duration = patience) -> Printer {
    Printer { html in
      for python in pythons {
        do {
          return try await pdf(html, python, within: patience)
        } catch Problem.notInstalled {
          continue
        }
      }
      throw Problem.notInstalled
    }
  }

  private static func pdf(_ html: String, _ python: String, within patience: Duration) async throws -> [UInt8]
  {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask { try await execute(python, html) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw Problem.timedOut
      }
      // A program that is still at it is killed.
      defer { group.cancelAll() }
      return try await group.next()!
    }
  }

  /// EX_UNAVAILABLE, by which the script says that there is no WeasyPrint.
  private static let absent: Int32 = 69

  private static let script = String(decoding: PackageResources.print_py, as: UTF8.self)

  private static func execute(_ python: String, _ html: String) async throws -> [UInt8] {
    do {
      let page = try FileDescriptor.nameless("est-print")
      defer { try? page.close() }
      try page.writeAll(html.utf8)
      try page.seek(offset: 0, from: .start)
      let document = try FileDescriptor.nameless("est-print")
      defer { try? document.close() }
      let said = try FileDescriptor.nameless("est-print")
      defer { try? said.close() }
      let executable: Executable = python.contains("/") ? .path(FilePath(python)) : .name(python)
      let result = try await Subprocess.run(
        executable, arguments: ["-s", "-c", script], environment: environment, workingDirectory: "/",
        input: .fileDescriptor(page, closeAfterSpawningProcess: false),
        output: .fileDescriptor(document, closeAfterSpawningProcess: false),
        error: .fileDescriptor(said, closeAfterSpawningProcess: false))
      guard result.terminationStatus.isSuccess else {
        if case .exited(absent) = result.terminationStatus { throw Problem.notInstalled }
        throw Problem.failed(said: String(decoding: try said.whole().suffix(2_000), as: UTF8.self).lastLine)
      }
      return try document.whole()
    } catch let error as SubprocessError {
      if error.code == .executableNotFound || error.code == .spawnFailed { throw Problem.notInstalled }
      throw Problem.failed(said: "\(error)")
    } catch let error as Errno {
      throw Problem.failed(said: error.description)
    }
  }

  /// Its words are wanted in English; it has no business with the way to the database, nor with the modules of whoever
  /// called us. Python's sets are in the same order each time, and so is what is made by them.
  private static let environment: Subprocess.Environment = .custom([
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    "HOME": "/nonexistent", "PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0",
  ])
}

extension String {
  fileprivate var lastLine: String { split(whereSeparator: \.isNewline).last.map(String.init) ?? "" }
}
