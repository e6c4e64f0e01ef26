import Foundation
import Persistence

/// A file that is read in pieces, `-` for standard input; one that gzip has compressed is read through it. A file that
/// changes while it is read is refused at its end, so that nothing half-written is taken.
///
/// `@unchecked Sendable`: after `init` only the import's reading thread uses it, but for `isTaken`, which is the
/// transaction's.
final class FileSource: @unchecked Sendable {
  private let handle: FileHandle
  private let unpacker: Process?
  private let path: String
  private let before: stat?
  private var first: [UInt8]?
  private var isTaken = false

  /// The beginning, by which the format is told.
  let beginning: [UInt8]

  private static let pieceSize = 1 << 18

  /// - Throws: `CommandProblem.noSuchFile` for what cannot be read, such as a folder as standard input.
  private static func piece(of handle: FileHandle, _ path: String) throws -> [UInt8] {
    do {
      return try handle.read(upToCount: pieceSize).map { [UInt8]($0) } ?? []
    } catch {
      throw CommandProblem.noSuchFile(path: path)
    }
  }

  /// - Throws: `CommandProblem.noSuchFile` for what is not there, a folder, or may not be read.
  init(_ path: String) throws {
    self.path = path
    if path == "-" {
      handle = .standardInput
      unpacker = nil
      before = nil
    } else {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR,
        let opened = FileHandle(forReadingAtPath: path)
      else { throw CommandProblem.noSuchFile(path: path) }
      // A pipe can be read only once, and has no size that could change.
      let isFile = status.st_mode & S_IFMT == S_IFREG
      let magic = isFile ? try? opened.read(upToCount: 2) : nil
      if isFile { try? opened.seek(toOffset: 0) }
      (unpacker, handle) = magic == Data([0x1F, 0x8B]) ? try FileSource.unpack(path) : (nil, opened)
      before = isFile ? status : nil
    }
    beginning = try FileSource.piece(of: handle, path)
    first = beginning
  }

  /// The source for one run of the import's transaction: itself the first time, then the file from its beginning.
  /// - Throws: `StoreError.conflict` for what can be read only once.
  func taken() throws -> FileSource {
    guard isTaken else {
      isTaken = true
      return self
    }
    guard before != nil else { throw StoreError.conflict }
    return try FileSource(path)
  }

  /// The next bytes; `nil` at the end.
  /// - Throws: `CommandProblem.fileChanged` at the end of a file that is another than at its beginning.
  func next() throws -> [UInt8]? {
    if let bytes = first {
      first = nil
      return bytes.isEmpty ? nil : bytes
    }
    let bytes = try FileSource.piece(of: handle, path)
    if !bytes.isEmpty { return bytes }
    if let unpacker {
      unpacker.waitUntilExit()
      guard unpacker.terminationStatus == 0 else { throw CommandProblem.brokenArchive(path: path) }
    }
    guard let before else { return nil }
    var after = stat()
    guard stat(path, &after) == 0, after.st_size == before.st_size, after.st_ino == before.st_ino,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw CommandProblem.fileChanged(path: path) }
    return nil
  }

  private static func unpack(_ path: String) throws -> (Process, FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", "--", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, pipe.fileHandleForReading)
  }
}
