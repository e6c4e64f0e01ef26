import Foundation

/// A file's lines, read in pieces, so that it may be larger than memory and still grow.
final class JournalLines {
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  private static let pieceSize = 1 << 16
  /// Longer lines are none of the worker's.
  private static let longestLine = 1 << 20

  /// - Parameter path: `-` for standard input.
  /// - Throws: `CommandProblem.noSuchFile`.
  init(_ path: String) throws {
    if path == "-" {
      handle = .standardInput
    } else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        let opened = FileHandle(forReadingAtPath: path)
      else { throw CommandProblem.noSuchFile(path: path) }
      handle = opened
    }
  }

  /// The next line without its end; `nil` after the last.
  func next() -> ArraySlice<UInt8>? {
    while true {
      if let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return bytes[start..<end]
      }
      if isAtEnd {
        defer { start = bytes.count }
        return start < bytes.count ? bytes[start...] : nil
      }
      if bytes.count - start > Self.longestLine { start = bytes.count }
      bytes.removeFirst(start)
      start = 0
      let piece = (try? handle.read(upToCount: Self.pieceSize)) ?? nil
      if let piece, !piece.isEmpty { bytes += piece } else { isAtEnd = true }
    }
  }
}
