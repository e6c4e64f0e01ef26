import Foundation
import Synchronization
import TestSupport

/// New folders for tests that need thousands, with names short enough for sockets; gone with the process at the latest.
enum Scratch {
  private static let root: Result<URL, any Error> = Result {
    let root = TestCluster.newRoot()
    try FileManager.default.createDirectory(
      at: root, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return root
  }
  private static let made = Atomic(0)

  static func folder() throws -> URL {
    let number = made.add(1, ordering: .relaxed).newValue
    let folder = try root.get().appending(path: "\(number)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    return folder
  }
}
