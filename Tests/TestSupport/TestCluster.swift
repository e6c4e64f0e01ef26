import Foundation
import Glibc
import LocalCluster
import Postgres

/// The cluster of this test process: started with the first test that needs it, gone with the process.
///
/// It is as durable as the process: nothing waits for the disk. Whoever is killed leaves a cluster behind, and the next
/// test process sweeps it away: a lock file beside each cluster tells the living from the dead.
public actor TestCluster {
  public static let shared = TestCluster()

  private var starting: Task<LocalCluster, any Error>?

  public func cluster() async throws -> LocalCluster {
    if let starting { return try await starting.value }
    let task = Task { try await Self.start() }
    starting = task
    return try await task.value
  }

  private static func start() async throws -> LocalCluster {
    sweep()
    let root = temporary.appending(path: prefix + UUID().uuidString.prefix(8).lowercased())
    guard let owner = FileLock.tryAcquire(lockFile(of: root)) else {
      throw LocalClusterError.busy(lockFile(of: root).path)
    }
    let cluster = try LocalCluster(at: root, options: options)
    Self.running = (root, owner)
    atexit { TestCluster.end() }
    try await cluster.start()
    return cluster
  }

  /// What every cluster of the tests is started with.
  public static var options: LocalCluster.Options {
    var options = LocalCluster.Options()
    options.durability = .none
    options.configuration["max_connections"] = "200"
    return options
  }

  /// A path that is short, since a socket lies in it, and passable for the server's user.
  public static let temporary = URL(filePath: "/tmp")
  private static let prefix = "est-test-"

  /// Written once, by the only start, before the handler that reads it is registered.
  nonisolated(unsafe) private static var running: (root: URL, owner: FileLock)?

  private static func lockFile(of root: URL) -> URL { URL(filePath: root.path + ".lock") }

  private static func end() {
    guard let running else { return }
    remove(running.root)
  }

  private static func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".lock") {
      let root = temporary.appending(path: String(name.dropLast(".lock".count)))
      guard let lock = FileLock.tryAcquire(lockFile(of: root)) else { continue }
      withExtendedLifetime(lock) { remove(root) }
    }
  }

  /// Ends the server at once, as nothing it holds is wanted, and removes the folder.
  private static func remove(_ root: URL) {
    if let process = (try? LocalCluster(at: root))?.status().serverProcess, kill(process, SIGQUIT) == 0 {
      // At the process's end nothing can be awaited; the server takes some milliseconds over its own.
      for _ in 0..<400 where kill(process, 0) == 0 { usleep(5_000) }
    }
    try? FileManager.default.removeItem(at: root)
    unlink(lockFile(of: root).path)
  }
}
