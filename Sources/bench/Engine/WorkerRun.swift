import Foundation

/// An `est-worker` beside this program, at work on a database.
final class WorkerRun {
  private let process = Process()

  init(_ conninfo: String, program: String?) throws {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = program.map { URL(filePath: $0) } ?? folder.appending(path: "est-worker")
    process.arguments = ["--database", conninfo, "--log-format", "json"]
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
