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
  }

  private let target: Target
  private let environment: [String: String]
  private let progress: ProgressLine
  private let starting: String
  private var opening: Task<Opened, any Error>?

  /// - Parameter starting: what to show while the private cluster starts.
  init(_ target: Target, environment: [String: String], progress: ProgressLine, starting: String) {
    self.target = target
    self.environment = environment
    self.progress = progress
    self.starting = starting
  }

  /// The database, reached, whatever its schema.
  func open() async throws -> Opened {
    if let opening { return try await opening.value }
    let task = Task { try await connect() }
    opening = task
    return try await task.value
  }

  /// The database, its schema checked. A private cluster that is new is prepared for trials first.
  /// - Throws: `StoreError.schema`, `CommandProblem.superuser`.
  func ready() async throws -> Opened {
    let opened = try await open()
    do {
      try await opened.engine.check()
    } catch UseCaseError.store(.schema(.missing)) where opened.engine.isPrivate {
      try await SchemaSetup().run(opened.engine.database, trial: true)
    }
    return opened
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
      conninfo = try await LocalCommandCluster.started(environment, progress, starting)
    }
    var options = Database.Options()
    options.applicationName = "est"
    options.maximumConnections = 2
    let database = Database(conninfo, options: options)
    let (user, isSuperuser) = try await identity(database)
    guard !isSuperuser else {
      await database.close()
      throw CommandProblem.superuser(name: user)
    }
    return Opened(
      engine: Engine(database, isPrivate: target.conninfo == nil), target: target,
      conninfo: try ConnectionInfo.describe(conninfo))
  }

  private func identity(_ database: Database) async throws -> (String, Bool) {
    do {
      return try await database.session { session in
        try session.first(
          "select current_user::text as name, current_setting('is_superuser') = 'on' as is_superuser"
        ) { (try $0.get("name"), try $0.get("is_superuser")) }!
      }
    } catch {
      await database.close()
      // A read whose answer never came is no unknown outcome: nothing was written.
      if case .outcomeUnknown? = StoreError(error) { throw StoreError.unreachable(reason: "\(error)") }
      throw error
    }
  }
}

/// The private cluster as the commands use it.
enum LocalCommandCluster {
  static func standard(_ environment: [String: String]) throws -> LocalCluster {
    var options = LocalCluster.Options()
    options.environment = environment
    return try LocalCluster(at: LocalCluster.standardFolder(environment: environment), options: options)
  }

  /// - Returns: how to connect to it, once it runs.
  static func started(
    _ environment: [String: String], _ progress: ProgressLine, _ text: String
  ) async throws -> String {
    let cluster = try standard(environment)
    if !cluster.status().isRunning { progress.show(text) }
    defer { progress.clear() }
    try await cluster.start()
    return try cluster.conninfo()
  }
}
