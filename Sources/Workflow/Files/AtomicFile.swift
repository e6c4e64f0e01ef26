import Foundation

/// Files that are whole or not there: written under another name, brought to disk, then renamed.
public enum AtomicFile {
  /// - Throws: `AtomicFile.Failure` with the system's own reason.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(path: path, reason: String(cString: strerror(errno)))
    }
    let temporary = "\(path).\(UUID().uuidString).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
    do {
      defer { close(descriptor) }
      try bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
          let written = Foundation.write(descriptor, rest.baseAddress!, rest.count)
          if written < 0, errno == EINTR { continue }
          guard written > 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
          rest = rest.dropFirst(written)
        }
      }
      guard fsync(descriptor) == 0 else {
        throw Failure(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let failure = Failure(path: path, reason: String(cString: strerror(errno)))
      unlink(temporary)
      throw failure
    }
    // The name itself is safe only when the folder is.
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// The file could not be written; nothing of it is there.
  public struct Failure: Error, Sendable {
    public let path: String
    public let reason: String
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var baseAddress: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
