import Foundation
import Glibc
import Postgres

/// A private PostgreSQL cluster: made and started when it is needed, reached over a Unix socket in a closed folder.
///
/// The server listens on no network. Who may connect is the user of the operating system, whom the kernel vouches for
/// (`peer`), and as whom stands in the cluster's map: the superuser `postgres`, for administration alone, the
/// application's role, which owns the database and may nothing else, and such participants as have been let in.
///
/// As root the server runs as the unprivileged user `postgres`, in a place that one can reach.
public final class LocalCluster: Sendable {
  public struct Options: Sendable {
    /// The application's database and the role that owns it.
    public var database = "est"
    public var role = "est_local"
    /// Made in the database by the superuser.
    public var extensions = ["postgis"]
    /// What else the superuser does once in the database, such as making roles. Safe to repeat.
    public var administration = ""
    public var durability = Durability.full
    /// Lines for the server's configuration, after the cluster's own.
    public var configuration: [String: String] = [:]
    /// For making or starting the cluster, and for waiting while another process does.
    public var deadline: Duration = .seconds(120)
    public var environment = ProcessInfo.processInfo.environment

    public init() {}
  }

  public enum Durability: Sendable {
    case full
    /// For tests: everything is lost with the machine, and nothing waits for the disk.
    case none
  }

  public let options: Options
  let account: ServerAccount
  let folder: ClusterFolder

  /// The cluster at `root`; nothing is done before `start`.
  ///
  /// As root, with a folder that the server's user cannot reach, the cluster lives in `/var/lib/est`, in a folder of its
  /// own for each such `root`.
  public init(at root: URL, options: Options = .init()) throws(LocalClusterError) {
    self.options = options
    account = try ServerAccount.current()
    folder = ClusterFolder(at: root, account: account, environment: options.environment)
  }

  /// `$XDG_STATE_HOME/est`, by default `~/.local/state/est`; for root `/var/lib/est/local`.
  public static func standardFolder(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL { ClusterFolder.standard(environment) }

  /// Where the cluster lives in truth.
  public var root: URL { folder.root }

  /// Sees to it that the cluster exists and runs, with its role, database and extensions. Quick where that is so.
  ///
  /// Two processes that start it at the same time get one cluster; one killed half-way leaves nothing in the way.
  /// - Throws: `LocalClusterError`.
  public func start() async throws {
    if isReady { return }
    try account.makeFolder(folder.root)
    let lock = try await FileLock.acquire(folder.lock, account: account, limit: options.deadline)
    defer { withExtendedLifetime(lock) {} }
    if isReady { return }
    let programs = try await ServerPrograms.find(
      for: folder.dataVersion, extensions: options.extensions, environment: options.environment)
    removeUnfinished()
    if folder.dataVersion == nil { try await initialize(programs) }
    try account.makeFolder(folder.socket)
    try writeConfiguration()
    try letIn([superuser, options.role])
    if !folder.isAnswering { try await startServer(programs) }
    if !isPrepared {
      try await prepare(programs)
      try account.write(preparation, to: folder.ready)
    }
  }

  /// Ends the server, having told its sessions to go, and waits until it is gone. Does nothing where none runs.
  public func stop() async throws {
    guard folder.serverProcess != nil else { return }
    let lock = try await FileLock.acquire(folder.lock, account: account, limit: options.deadline)
    defer { withExtendedLifetime(lock) {} }
    try await stopServer()
  }

  /// Ends the server and removes everything it held. The next `start` makes a new cluster.
  public func reset() async throws {
    guard FileManager.default.fileExists(atPath: folder.root.path) else { return }
    let lock = try await FileLock.acquire(folder.lock, account: account, limit: options.deadline)
    defer { withExtendedLifetime(lock) {} }
    try await stopServer()
    try remove(folder.ready)
    try remove(folder.data)
    removeUnfinished()
    for log in [folder.log, folder.oldLog, folder.programLog] { try remove(log) }
  }

  public struct Status: Sendable, Hashable {
    public var folder: URL
    public var isInitialized: Bool
    public var isRunning: Bool
    /// PostgreSQL's major version, once there is data.
    public var version: Int?
    public var serverProcess: Int32?
  }

  public func status() -> Status {
    Status(
      folder: folder.root, isInitialized: folder.dataVersion != nil, isRunning: folder.isAnswering,
      version: folder.dataVersion, serverProcess: folder.serverProcess)
  }

  /// How to connect, for libpq and for `psql`. A role that is not in the map yet is let in: it need only exist.
  ///
  /// - Throws: `LocalClusterError.roleName`; `.folder` where the map cannot be written.
  public func conninfo(database: String? = nil, user: String? = nil) throws -> String {
    let user = user ?? options.role
    try letIn([user])
    return ConnectionInfo(settings: [
      "host": folder.socket.path, "port": "5432", "dbname": database ?? options.database, "user": user,
    ]).description
  }

  /// Runs `body` as the superuser, outside a transaction: what is a database administrator's work. The cluster must run.
  @discardableResult
  public func administer<T: Sendable>(
    database: String? = nil, deadline: Duration? = nil, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    var connection = Database.Options()
    connection.maximumConnections = 1
    connection.applicationName = "administration"
    let administration = Database(try conninfo(database: database, user: superuser), options: connection)
    let result: Result<T, any Error>
    do {
      result = .success(try await administration.session(deadline: deadline, body))
    } catch {
      result = .failure(error)
    }
    await administration.close()
    return try result.get()
  }
}
