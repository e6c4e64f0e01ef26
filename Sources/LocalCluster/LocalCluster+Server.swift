import Foundation
import Glibc
import Postgres

extension LocalCluster {
  var superuser: String { "postgres" }

  /// What `ready` holds when the cluster has been prepared as these options ask.
  var preparation: String {
    "role=\(options.role) database=\(options.database) extensions=\(options.extensions.joined(separator: ","))\n"
      + options.administration
  }

  var isPrepared: Bool { (try? String(contentsOf: folder.ready, encoding: .utf8)) == preparation }

  var isReady: Bool { isPrepared && folder.isAnswering }

  /// Makes the data under a name of its own and gives it the right one when it is whole.
  func initialize(_ programs: ServerPrograms) async throws {
    try remove(folder.ready)
    try remove(folder.data)
    let new = folder.root.appending(path: Self.unfinished + UUID().uuidString)
    var arguments = [
      "--pgdata=\(new.path)", "--username=\(superuser)", "--encoding=UTF8", "--locale=C.UTF-8",
      "--auth=peer", "--data-checksums", "--no-instructions",
    ]
    if options.durability == .none { arguments.append("--no-sync") }
    try await Command(programs.path("initdb"), arguments, environment: options.environment)
      .run(as: account, in: folder.root, log: folder.programLog)
    try account.write(
      "# TYPE DATABASE USER METHOD\nlocal all all peer map=cluster\n",
      to: new.appending(path: "pg_hba.conf"))
    try account.write(
      "# MAP SYSTEM-USERNAME PG-USERNAME\n", to: new.appending(path: "pg_ident.conf"))
    let main = new.appending(path: "postgresql.conf")
    let text = (try? String(contentsOf: main, encoding: .utf8)) ?? ""
    try account.write(text + "\ninclude_if_exists 'cluster.conf'\n", to: main)
    guard rename(new.path, folder.data.path) == 0 else {
      throw LocalClusterError.folder(folder.data.path, reason: String(cString: strerror(errno)))
    }
  }

  /// The settings, written anew at each start, since the folder may have been moved.
  func writeConfiguration() throws {
    var settings = [
      "listen_addresses": "",
      "port": "5432",
      "unix_socket_directories": folder.socket.path,
      "unix_socket_permissions": "0700",
      "max_connections": "100",
      "max_wal_size": "1GB",
      "timezone": "UTC",
      "log_timezone": "UTC",
      // Planning a query that takes a millisecond must not compile for a hundred.
      "jit": "off",
    ]
    settings.merge(Self.silence) { $1 }
    if options.durability == .none {
      settings["fsync"] = "off"
      settings["full_page_writes"] = "off"
      settings["synchronous_commit"] = "off"
    }
    settings.merge(options.configuration) { $1 }
    let lines = settings.sorted { $0.key < $1.key }.map { name, value in
      "\(name) = '\(value.replacing("\\", with: "\\\\").replacing("'", with: "''"))'\n"
    }
    try account.write(lines.joined(), to: folder.data.appending(path: "cluster.conf"))
  }

  /// What people wrote is not for the log: no statements, no values. `Deploy/postgresql` says the same of other servers.
  package static let silence = [
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
  ]

  private static let unfinished = "data.new-"

  /// Removes what an initialization that was killed has left. Its program may live on for a while without its parent,
  /// and tidy up after itself at the same time: what does not go now goes next time.
  func removeUnfinished() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.root.path)) ?? []
    for name in names where name.hasPrefix(Self.unfinished) {
      try? FileManager.default.removeItem(at: folder.root.appending(path: name))
    }
  }

  func startServer(_ programs: ServerPrograms) async throws {
    // The server only ever appends. One log of before is kept, and what led to a stop is in it.
    if let size = try? FileManager.default.attributesOfItem(atPath: folder.log.path)[.size] as? Int,
      size > 1 << 20
    {
      rename(folder.log.path, folder.oldLog.path)
    }
    let limit = ContinuousClock.now + .seconds(10)
    while folder.hasRemains, .now < limit {
      try await Task.sleep(for: .milliseconds(10))
    }
    do {
      try await pgCtl(programs, ["start", "--log=\(folder.log.path)"])
    } catch LocalClusterError.program(_, let reason) {
      // pg_ctl only refers to the server's log.
      throw LocalClusterError.program("PostgreSQL", reason: "\(reason) | \(lastLines(of: folder.log))")
    }
  }

  func stopServer() async throws {
    guard folder.serverProcess != nil else { return }
    let programs = try await ServerPrograms.find(
      for: folder.dataVersion, extensions: [], environment: options.environment)
    try await pgCtl(programs, ["stop", "--mode=fast"])
  }

  /// The path of one of PostgreSQL's programs, of the cluster's version.
  public func program(_ name: String) async throws -> String {
    try await ServerPrograms.find(
      for: folder.dataVersion, extensions: options.extensions, environment: options.environment
    ).path(name)
  }

  private func pgCtl(_ programs: ServerPrograms, _ arguments: [String]) async throws {
    try await Command(
      programs.path("pg_ctl"),
      arguments + ["--pgdata=\(folder.data.path)", "--wait", "--timeout=60", "--silent"],
      environment: options.environment
    ).run(as: account, in: folder.root, log: folder.programLog)
  }

  /// Role, database and extensions; what is there already stays.
  func prepare(_ programs: ServerPrograms) async throws {
    let (role, database) = (options.role, options.database)
    try await administer(database: "postgres") { session in
      if try !session.one("select exists (select from pg_roles where rolname = \(role))", as: Bool.self) {
        try session.execute(
          "CREATE ROLE \(identifier: role) LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB")
      }
      if try !session.one(
        "select exists (select from pg_database where datname = \(database))", as: Bool.self)
      {
        try session.execute(
          "CREATE DATABASE \(identifier: database) OWNER \(identifier: role) TEMPLATE template0")
      }
    }
    let (extensions, administration) = (options.extensions, options.administration)
    let missing = try await administer { session -> String? in
      if !administration.isEmpty { try session.script(administration) }
      for name in extensions {
        let isAvailable = try session.one(
          "select exists (select from pg_available_extensions where name = \(name))", as: Bool.self)
        guard isAvailable else { return name }
        try session.execute("CREATE EXTENSION IF NOT EXISTS \(identifier: name)")
      }
      return nil
    }
    if let missing {
      throw LocalClusterError.notInstalled(
        "PostgreSQL's extension \(missing)", install: ServerPrograms.install(programs.version, [missing]))
    }
  }

  func remove(_ file: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw LocalClusterError.folder(file.path, reason: "\(error.localizedDescription)")
    }
  }
}
