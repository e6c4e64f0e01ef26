import Dispatch
import Foundation
import Glibc
import Postgres

/// A lock between processes on a file (`flock(2)`), let go with the process that holds it, however that ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the lock on a thread of its own, and not for longer than `limit`.
  static func acquire(_ file: URL, account: ServerAccount, limit: Duration) async throws -> FileLock {
    let acquired = OneShot<FileLock>()
    DispatchQueue(label: "cluster.lock").async {
      acquired.resume(Result { try acquire(file, account: account) })
    }
    return try await acquired.wait(until: .now + limit, late: LocalClusterError.busy(file.path))
  }

  /// The lock, or nil where somebody has it.
  package static func tryAcquire(_ file: URL) -> FileLock? {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let lock = FileLock(descriptor)
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? lock : nil
  }

  static func acquire(_ file: URL, account: ServerAccount) throws -> FileLock {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw LocalClusterError.folder(file.path, reason: String(cString: strerror(errno)))
    }
    let lock = FileLock(descriptor)
    try account.own(file.path)
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw LocalClusterError.folder(file.path, reason: String(cString: strerror(errno)))
      }
    }
    return lock
  }
}
