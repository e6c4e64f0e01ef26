import Foundation

/// A file that a command reads; `-` is standard input.
enum InputFile {
  /// The whole of it.
  /// - Throws: `CommandProblem.noSuchFile`.
  static func data(_ path: String) throws -> Data {
    do {
      if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandProblem.noSuchFile(path: path)
    }
  }
}
