import Foundation

/// What is left of files whose writers were killed.
extension AtomicFile {
  /// Nobody writes one file for so long, in seconds.
  static let longestWriting = 3_600.0
  private static let (prefix, suffix) = (".est-", ".part")

  /// A name that no file of anybody's has, and that we know again.
  static func temporaryName() -> String { "\(prefix)\(UUID().uuidString.lowercased())\(suffix)" }

  private static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.hasSuffix(suffix)
      && UUID(uuidString: String(name.dropFirst(prefix.count).dropLast(suffix.count))) != nil
  }

  /// Removes the temporary files of a folder that are ours and that nobody can be writing any more.
  /// - Returns: how many.
  package static func sweep(_ folder: String, at now: Date = Date()) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.count { name in
      guard isTemporary(name) else { return false }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > longestWriting
      else { return false }
      return unlink(path) == 0
    }
  }

  /// The same on a thread that may wait for the disk.
  static func sweepAside(_ folder: String) async -> Int { await aside { sweep(folder) } }
}
