import Foundation

/// A program of another hand that reads what we have written, where this machine has it.
public enum Tool {
  public static func isFound(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  public struct Failed: Error {
    public let said: String
  }

  /// Runs a program with a file as its last argument.
  /// - Returns: what it said on standard output.
  @discardableResult
  public static func run(_ name: String, _ arguments: [String], file text: String, ending: String) throws
    -> String
  {
    let path = FileManager.default.temporaryDirectory.appending(path: "read-\(UUID()).\(ending)").path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try run(name, arguments + [path])
  }

  @discardableResult
  public static func run(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(said: said) }
    return said
  }

  /// The first Python that has a module: the path's, or the system's own.
  public static func python(with module: String) -> String? {
    ["python3", "/usr/bin/python3"].first { (try? run($0, ["-c", "import \(module)"])) != nil }
  }
}
