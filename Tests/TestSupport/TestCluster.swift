import Foundation
import Glibc
import LocalCluster
import Persistence

/// The cluster of this test process: started with the first test that needs it, gone with the process.
///
/// It is as durable as the process: nothing waits for the disk.
public actor TestCluster {
  public static let shared = TestCluster()

  private var starting: Task<LocalCluster, any Error>?

  public func cluster() async throws -> LocalCluster {
    if let starting { return try await starting.value }
    let task = Task { try await Self.another { $0.extensions = ["postgis"] } }
    starting = task
    return try await task.value
  }

  /// A cluster for tests that do to it what no other test would bear; without extensions unless `change` adds them.
  public static func another(
    _ change: (inout LocalCluster.Options) -> Void = { _ in }
  ) async throws -> LocalCluster {
    var options = options
    change(&options)
    let cluster = try LocalCluster(at: newRoot(), options: options)
    try await cluster.start()
    return cluster
  }

  /// What every cluster of the tests is started with.
  public static var options: LocalCluster.Options {
    var options = LocalCluster.Options()
    options.durability = .none
    options.extensions = []
    options.administration = ServerRoles.privateSQL(role: options.role)
    options.configuration["max_connections"] = "200"
    return options
  }

  /// A folder for a cluster, not made yet, that is removed with its server when the process ends.
  public static func newRoot() -> URL { ClusterRoots.shared.new() }
}

/// The folders of this process's clusters.
///
/// Whoever is killed leaves clusters behind, and the next test process sweeps them away: a locked file beside each tells
/// the living from the dead.
private final class ClusterRoots: @unchecked Sendable {
  static let shared: ClusterRoots = {
    sweep()
    atexit { ClusterRoots.shared.removeAll() }
    return ClusterRoots()
  }()

  /// A path that is short, since a socket lies in it, and passable for the server's user.
  private static let temporary = URL(filePath: "/tmp")
  private static let prefix = "est-test-"

  private let lock = NSLock()
  private var owned: [(root: URL, owner: FileLock)] = []

  func new() -> URL {
    let root = Self.temporary.appending(path: Self.prefix + UUID().uuidString.prefix(8).lowercased())
    // Nobody else knows the name yet.
    if let owner = FileLock.tryAcquire(Self.lockFile(of: root)) {
      lock.withLock { owned.append((root, owner)) }
    }
    return root
  }

  private func removeAll() {
    for (root, _) in lock.withLock({ owned }) { Self.remove(root) }
  }

  private static func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".lock") {
      let root = temporary.appending(path: String(name.dropLast(".lock".count)))
      guard let lock = FileLock.tryAcquire(lockFile(of: root)) else { continue }
      withExtendedLifetime(lock) { remove(root) }
    }
  }

  private static func lockFile(of root: URL) -> URL { URL(filePath: root.path + ".lock") }

  /// Ends the server at once, as nothing it holds is wanted, and removes the folder.
  private static func remove(_ root: URL) {
    // A program that was told of the folder as its state's makes its cluster one level below.
    for folder in [root, root.appending(path: "est")] {
      guard let cluster = try? LocalCluster(at: folder), let process = cluster.status().serverProcess else {
        continue
      }
      kill(process, SIGQUIT)
      // At the process's end nothing can be awaited; the server takes some milliseconds over its own.
      for _ in 0..<400 where cluster.status().serverProcess != nil { usleep(5_000) }
    }
    try? FileManager.default.removeItem(at: root)
    unlink(lockFile(of: root).path)
  }
}
