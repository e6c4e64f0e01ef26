import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// The database of one command, opened when it is first needed and closed with it.
actor Connection {
  struct Opened: Sendable {
    let engine: Engine
    let target: Target
    /// Complete for `psql`, without a password.
    let conninfo: String
    /// The database's name and host, for people.
    let place: String
  }

  private let target: Target
  private let console: Console
  private let progress: ProgressLine
  /// As the server's activity views show it.
  private let applicationName: String
  private let setup: String?
  private var opening: Task<Opened, any Error>?

  /// - Parameter setup: run once on each of its connections.
  init(
    _ target: Target, _ console: Console, _ progress: ProgressLine, applicationName: String = "est",
    setup: String? = nil
  ) {
    self.setup = setup
    self.target = target
    self.console = console
    self.progress = progress
    self.applicationName = applicationName
  }

  /// The database, reached, whatever its schema. A private cluster that is new is prepared for trials first.
  func reached() async throws -> Opened {
    let opened = try await open()
    guard opened.engine.isPrivate else { return opened }
    do {
      try await reading { try await opened.engine.check() }
    } catch UseCaseError.store(.schema(.missing)) {
      try await SchemaSetup().run(opened.engine.database, trial: true)
    } catch UseCaseError.store(.schema) {
      // Whoever needs another schema says so.
    }
    return opened
  }

  /// The database, with the schema of this program.
  /// - Throws: `UseCaseError`, with the schema's problem; `CommandProblem.superuser`.
  func ready() async throws -> Opened {
    let opened = try await reached()
    try await reading { try await opened.engine.check() }
    return opened
  }

  /// The database as it is.
  func open() async throws -> Opened {
    if let opening { return try await opening.value }
    let task = Task { try await connect() }
    opening = task
    return try await task.value
  }

  func close() async {
    guard let opening else { return }
    if let opened = try? await opening.value { await opened.engine.database.close() }
  }

  private func connect() async throws -> Opened {
    let conninfo: String
    if let given = target.conninfo {
      conninfo = given
    } else {
      conninfo = try await startCluster()
    }
    var options = Database.Options()
    options.applicationName = applicationName
    options.maximumConnections = 3
    options.setup = setup
    options.protection = target.protection
    let isUnprotected = try target.protection == .waived && !ConnectionInfo.isLocal(conninfo)
    let database = Database(conninfo, options: options)
    let (user, isSuperuser) = try await identity(database)
    guard !isSuperuser else {
      await database.close()
      throw CommandProblem.superuser(name: user)
    }
    var info = try ConnectionInfo(conninfo)
    if target.protection == .required { info = try info.protected() }
    let place = "\(info.settings["dbname"] ?? user) @ \(info.settings["host"] ?? "localhost")"
    if isUnprotected { console.writeError(console.language.cli.unprotected(place) + "\n") }
    return Opened(
      engine: Engine(database, isPrivate: target.conninfo == nil), target: target, conninfo: info.description,
      place: place)
  }

  /// - Returns: how to connect to the private cluster, once it runs.
  private func startCluster() async throws -> String {
    let cluster = try LocalCluster.own(console.environment)
    let isStarting = !cluster.status().isRunning
    if isStarting { progress.show(console.language.cli.startingCluster) }
    defer { if isStarting { progress.clear() } }
    try await cluster.start()
    return try cluster.conninfo()
  }

  private func identity(_ database: Database) async throws -> (String, Bool) {
    do {
      return try await reading {
        try await database.session { session in
          let login = LoginStore(session)
          return (try login.name(), try login.isSuperuser())
        }
      }
    } catch {
      await database.close()
      throw error
    }
  }

  /// A read whose answer never came is no unknown outcome: nothing was written.
  private func reading<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch UseCaseError.store(.outcomeUnknown) {
      throw StoreError.unreachable(reason: Connection.lost)
    } catch let error as PostgresError where error.isOutcomeUnknown {
      throw StoreError.unreachable(reason: Connection.lost)
    }
  }

  private static let lost = "connection lost"
}

extension LocalCluster {
  /// The cluster of this user, as the environment places it.
  static func own(_ environment: [String: String]) throws -> LocalCluster {
    var options = LocalCluster.Options()
    options.environment = environment
    options.administration = ServerRoles.privateSQL(role: options.role)
    return try LocalCluster(at: LocalCluster.standardFolder(environment: environment), options: options)
  }
}
