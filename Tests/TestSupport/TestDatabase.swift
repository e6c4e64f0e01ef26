import Foundation
import LocalCluster
import Postgres

/// A database of its own for each test, in the cluster of the process, dropped when the test is done.
public enum TestDatabase {
  /// A new database that belongs to the application's role, and holds nothing (but PostGIS, where asked for).
  public static func empty<T>(
    postgis: Bool = false, options: Database.Options = .init(),
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    let administration = try await Administration.shared()
    return try await withCopy(of: postgis ? "est" : "template1", administration, options, body)
  }

  /// A copy of the database that `build` has made, which it does once in the process, whoever asks first.
  ///
  /// Before `build` the database holds PostGIS. `build` leaves nobody connected.
  public static func prepared<T>(
    _ template: String, options: Database.Options = .init(),
    build: @escaping @Sendable (Database) async throws -> Void,
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    let administration = try await Administration.shared()
    let name = try await administration.template(template, build)
    return try await withCopy(of: name, administration, options, body)
  }

  /// How to connect to a test's database as another role, which must exist.
  public static func conninfo(_ database: Database, user: String) async throws -> String {
    let name = try ConnectionInfo(database.conninfo).settings["dbname"]
    return try await TestCluster.shared.cluster().conninfo(database: name, user: user)
  }

  /// What the superuser has to do in a test's database.
  @discardableResult
  public static func administer<T: Sendable>(
    _ database: Database, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    let name = try ConnectionInfo(database.conninfo).settings["dbname"]
    return try await TestCluster.shared.cluster().administer(database: name, body)
  }

  private static func withCopy<T>(
    of template: String, _ administration: Administration, _ options: Database.Options,
    isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> T
  ) async throws -> T {
    // Few at a time: every test that waits here has its deadlines still before it, on a slow machine too.
    await Gate.shared.enter()
    let name: String
    do {
      name = try await administration.create(from: template)
    } catch {
      await Gate.shared.leave()
      throw error
    }
    let database = Database(try administration.cluster.conninfo(database: name), options: options)
    let result: Result<T, any Error>
    do {
      result = .success(try await body(database))
    } catch {
      result = .failure(error)
    }
    await database.close()
    let dropped: Result<Void, any Error>
    do {
      dropped = .success(try await administration.drop(name))
    } catch {
      dropped = .failure(error)
    }
    await Gate.shared.leave()
    try dropped.get()
    return try result.get()
  }
}

/// Lets so many tests have a database at a time, in the order in which they came.
private actor Gate {
  static let shared = Gate(room: 6)

  private var room: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(room: Int) { self.room = room }

  func enter() async {
    if room > 0 {
      room -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { room += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Creates and drops databases as the superuser.
private actor Administration {
  let cluster: LocalCluster
  private let server: Database
  private var templates: [String: Task<String, any Error>] = [:]
  private var count = 0

  /// Making a database is the disk's work, which on a busy machine takes its time.
  private static let patient: Database.Options = {
    var options = Database.Options()
    options.defaultDeadline = .seconds(600)
    return options
  }()

  private static let starting = Task {
    let cluster = try await TestCluster.shared.cluster()
    return Administration(
      cluster: cluster,
      server: Database(try cluster.conninfo(database: "postgres", user: "postgres"), options: patient))
  }

  static func shared() async throws -> Administration { try await starting.value }

  private init(cluster: LocalCluster, server: Database) {
    self.cluster = cluster
    self.server = server
  }

  func template(
    _ template: String, _ build: @escaping @Sendable (Database) async throws -> Void
  ) async throws -> String {
    if let task = templates[template] { return try await task.value }
    let task = Task {
      let name = try await create(from: "est")
      let database = Database(try cluster.conninfo(database: name))
      try await build(database)
      await database.close()
      return name
    }
    templates[template] = task
    return try await task.value
  }

  func create(from template: String) async throws -> String {
    count += 1
    let name = "test_\(count)"
    let role = cluster.options.role
    try await server.session { session in
      try session.execute(
        "CREATE DATABASE \(identifier: name) OWNER \(identifier: role) TEMPLATE \(identifier: template)")
    }
    return name
  }

  func drop(_ name: String) async throws {
    try await server.session { session in
      try session.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
    }
  }
}
