import Foundation
import Glibc
import LocalCluster
import Postgres
import TestSupport

/// A server on TCP with the settings and rules of `Deploy/postgresql` and certificates of `Deploy/test-authority`; its
/// name is `db.est.test`, and it has one login for each thing that can be wrong with one.
struct TLSServer: Sendable {
  static let name = "db.est.test"
  static let password = "Häst 4711 batteri"

  let cluster: LocalCluster
  /// An address that no other server of this machine is at.
  let address: String
  /// The authority whose certificates count, and one whose do not.
  let authority: URL
  let stranger: URL

  private static let starting = Task { try await TLSServer() }

  static func shared() async throws -> TLSServer { try await starting.value }

  private init() async throws {
    let root = TestCluster.newRoot()
    authority = root.appending(path: "authority")
    stranger = root.appending(path: "stranger")
    address = "127.\((1...3).map { _ in "\(Int.random(in: 1...250))" }.joined(separator: "."))"
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Self.makeCertificates(
      authority, stranger, names: [Self.name, address, Self.ownAddress].compactMap(\.self))
    let settings = root.appending(path: "est.conf")
    try FileManager.default.copyItem(at: Self.deploy.appending(path: "postgresql/est.conf"), to: settings)
    var options = TestCluster.options
    options.extensions = ["postgis"]
    options.configuration["listen_addresses"] = address
    options.configuration["include"] = settings.path
    for (setting, file) in Self.files {
      options.configuration[setting] = authority.appending(path: file).path
    }
    try Self.hand(
      root,
      toServer: ["est.conf", "authority/server.key", "authority/expired.key", "authority/withdrawn.key"])
    cluster = try LocalCluster(at: root, options: options)
    try await cluster.start()
    try await cluster.administer { session in
      try session.script(Self.logins)
      let file = URL(filePath: try session.one("show hba_file", as: String.self))
      try Self.write(Self.rules(before: String(contentsOf: file, encoding: .utf8)), to: file)
    }
    try await reload()
  }

  static let files = [
    "ssl_cert_file": "server.crt", "ssl_key_file": "server.key", "ssl_ca_file": "authority.crt",
    "ssl_crl_file": "authority.crl",
  ]

  private static let logins = """
    create role est_certificate nologin;
    revoke connect on database est from public;
    grant connect on database est to est_member;
    create role "2480_samordnare" login password '\(password)' in role est_member;
    create role "2480_gammal" login password '\(password)' valid until '2021-01-01' in role est_member;
    create role "2480_stangd" nologin password '\(password)' in role est_member;
    create role "2480_full" login password '\(password)' connection limit 0 in role est_member;
    create role "2480_klartext" login password '\(password)';
    create role "2480_utanfor" login password '\(password)';
    create role "2480_worker" login in role est_member, est_certificate;
    create role "2480_annan" login in role est_member, est_certificate;
    create role "2480_slutar" login in role est_member, est_certificate;
    """

  private static func makeCertificates(_ authority: URL, _ stranger: URL, names: [String]) throws {
    for (kind, environment) in [("expired", ["VALID_TO=20210101000000Z"]), ("withdrawn", [])] {
      try make(authority, "server", name, environment: environment)
      for ending in ["crt", "key"] {
        try FileManager.default.moveItem(
          at: authority.appending(path: "server.\(ending)"),
          to: authority.appending(path: "\(kind).\(ending)"))
      }
    }
    try make(authority, ["server"] + names)
    try make(authority, "client", "2480_worker", "2480_annan", "2480_slutar", "2480_aterkallad")
    try make(authority, "revoke", "2480_aterkallad", "withdrawn")
    try make(authority, "client", "2480_gammal", environment: ["VALID_TO=20210101000000Z"])
    try make(stranger, "client", "2480_worker")
    // Careless hands: a key that everyone can read.
    let open = authority.appending(path: "open.key")
    try FileManager.default.copyItem(at: authority.appending(path: "2480_worker.key"), to: open)
    chmod(open.path, 0o644)
  }

  /// Runs `Deploy/test-authority`.
  static func make(_ folder: URL, _ arguments: String..., environment: [String] = []) throws {
    try make(folder, arguments, environment: environment)
  }

  private static func make(_ folder: URL, _ arguments: [String], environment: [String] = []) throws {
    try Tool.run(
      "env", environment + [deploy.appending(path: "test-authority").path, folder.path] + arguments)
  }

  /// The private cluster's own rule, one that est does not put up with, and those of Deploy.
  private static func rules(before own: String) throws -> String {
    let deployed = try String(contentsOf: deploy.appending(path: "postgresql/pg_hba.conf"), encoding: .utf8)
    return own + "hostssl all 2480_klartext all password\n" + deployed
  }

  static let deploy = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Deploy")
    .standardizedFileURL

  /// In place, since the file is the server's.
  private static func write(_ text: String, to file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  /// As root the server is another user, who must be able to read what is meant for it.
  private static func hand(_ root: URL, toServer names: [String]) throws {
    for folder in ["authority", "stranger"] { chmod(root.appending(path: folder).path, 0o755) }
    guard geteuid() == 0, let entry = getpwnam("postgres") else { return }
    for name in names { chown(root.appending(path: name).path, entry.pointee.pw_uid, entry.pointee.pw_gid) }
  }

  /// Lets the server read its settings again, and waits until whoever connects meets the new ones.
  func reload() async throws {
    let before = try await cluster.administer { session in
      let time = try session.one("select pg_conf_load_time()::text", as: String.self)
      _ = try session.one("select pg_reload_conf()", as: Bool.self)
      return time
    }
    for _ in 0..<2_000 {
      let now = try await cluster.administer {
        try $0.one("select pg_conf_load_time()::text", as: String.self)
      }
      if now != before { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw NotReloaded()
  }

  struct NotReloaded: Error {}

  /// Changes the server's settings while `body` runs.
  func with<T>(_ settings: [String: String], _ body: () async throws -> T) async throws -> T {
    guard !settings.isEmpty else { return try await body() }
    try await alter { try $0.execute("ALTER SYSTEM SET \(identifier: $1) = \(literal: $2)") }
    let result: Result<T, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    try await alter { session, name, _ in try session.execute("ALTER SYSTEM RESET \(identifier: name)") }
    return try result.get()

    func alter(_ change: @escaping @Sendable (Session, String, String) throws -> Void) async throws {
      try await cluster.administer { session in
        for (name, value) in settings { try change(session, name, value) }
      }
      try await reload()
    }
  }

  /// How to connect: by name, to this server, trusting its authority, with no certificate and no password of whoever
  /// runs the tests.
  func conninfo(_ user: String, _ changes: [String: String?] = [:]) -> String {
    var settings: [String: String?] = [
      "host": Self.name, "hostaddr": address, "port": "5432", "dbname": "est", "user": user,
      "sslmode": "verify-full", "sslrootcert": authority.appending(path: "authority.crt").path,
      "sslcert": "/nowhere", "sslkey": "/nowhere", "passfile": "/nowhere", "sslcrl": "/nowhere",
    ]
    settings.merge(changes) { $1 }
    return ConnectionInfo(settings: settings.compactMapValues(\.self)).quoted
  }

  /// The settings that name somebody's certificate and key.
  func certificate(_ login: String, key: String? = nil, of folder: URL? = nil) -> [String: String?] {
    let folder = folder ?? authority
    return [
      "sslcert": folder.appending(path: "\(login).crt").path,
      "sslkey": folder.appending(path: "\(key ?? login).key").path,
    ]
  }

  /// An address of this machine that is not a loopback's, if it has one.
  static let ownAddress: String? = {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    var next = list
    while let entry = next {
      next = entry.pointee.ifa_next
      guard let address = entry.pointee.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
        entry.pointee.ifa_flags & UInt32(IFF_LOOPBACK) == 0,
        entry.pointee.ifa_flags & UInt32(IFF_UP) != 0
      else { continue }
      var name = [CChar](repeating: 0, count: 64)
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard getnameinfo(address, size, &name, 64, nil, 0, NI_NUMERICHOST) == 0 else { continue }
      return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return nil
  }()
}

extension ConnectionInfo {
  /// With its passwords, which the description leaves out.
  fileprivate var quoted: String {
    settings.sorted { $0.key < $1.key }
      .map { "\($0)='\($1.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'" }.joined(
        separator: " ")
  }
}
