import Foundation

/// A folder for the files of one test, gone after it.
struct Folder: Sendable {
  let path: String

  static func with<T>(_ body: (Folder) async throws -> T) async throws -> T {
    let path = "/tmp/est-files-\(UUID().uuidString.prefix(8).lowercased())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(Folder(path: path))
  }

  /// Writes a file.
  /// - Returns: its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
