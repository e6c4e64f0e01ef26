import Dispatch
import Foundation

/// Files that are whole or not there: written under another name, brought to disk, then renamed.
///
/// Whoever is killed on the way leaves the file as it was, and perhaps one under the other name, which is swept away
/// later.
public enum AtomicFile {
  /// What is done for one file, in order: a process may end after each.
  package enum Step: CaseIterable, Sendable { case created, half, written, synced, renamed, folderSynced }

  /// - Throws: `AtomicFile.Failure` with the system's own reason.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try write(bytes, to: path) { _ in }
  }

  /// - Parameter reached: told of each step, for tests that end the process there.
  package static func write(_ bytes: [UInt8], to path: String, reached: (Step) -> Void) throws {
    let folder = (path as NSString).deletingLastPathComponent
    try make(folder: folder.isEmpty ? "." : folder)
    let temporary = (folder.isEmpty ? "" : "\(folder)/") + temporaryName()
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path) }
    do {
      defer { close(descriptor) }
      reached(.created)
      let middle = bytes.count / 2
      try put(bytes[..<middle], descriptor, path)
      reached(.half)
      try put(bytes[middle...], descriptor, path)
      reached(.written)
      guard fsync(descriptor) == 0 else { throw Failure(path) }
      reached(.synced)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let failure = Failure(path)
      unlink(temporary)
      throw failure
    }
    reached(.renamed)
    // The name itself is safe only when the folder is.
    try sync(folder: folder.isEmpty ? "." : folder)
    reached(.folderSynced)
  }

  /// The same on a thread that may wait for the disk.
  static func writeAside(_ bytes: [UInt8], to path: String) async throws {
    try await aside { Result { try write(bytes, to: path) } }.get()
  }

  static func aside<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { continuation.resume(returning: body()) }
    }
  }

  private static func put(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32, _ path: String) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress!, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Failure(path) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Makes the folder and those above it, each of them safe once it is made.
  private static func make(folder: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return }
    let above = (folder as NSString).deletingLastPathComponent
    if !above.isEmpty, above != folder { try make(folder: above) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw Failure(folder) }
    try sync(folder: above.isEmpty ? "." : above)
  }

  private static func sync(folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(folder) }
    defer { close(descriptor) }
    // Some file systems know no syncing of folders, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Failure(folder) }
  }

  /// The file could not be written; nothing of it is there.
  public struct Failure: Error, Sendable {
    public let path: String
    public let reason: String

    init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    /// With the reason of the call that has just failed.
    init(_ path: String) { self.init(path: path, reason: String(cString: strerror(errno))) }
  }
}
