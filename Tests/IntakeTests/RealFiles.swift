import Foundation
import TestSupport

/// Files of real sources, which lie outside the package.
enum RealFiles {
  static func read(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: SharedData.data.appending(path: path)))
  }

  /// What `zcat` makes of a compressed file.
  static func unzip(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zcat", SharedData.data.appending(path: path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try Array(pipe.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return bytes
  }
}
