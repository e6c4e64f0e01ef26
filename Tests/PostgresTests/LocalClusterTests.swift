import Foundation
import Glibc
import LocalCluster
import Postgres
import TestSupport
import Testing

@Suite struct LocalClusterTests {
  /// Two who start it at the same time get one; what is in it survives a stop; a reset leaves nothing.
  @Test func aClustersLife() async throws {
    let root = TestCluster.newRoot()
    let one = try LocalCluster(at: root, options: TestCluster.options)
    let two = try LocalCluster(at: root, options: TestCluster.options)
    #expect(one.status().isInitialized == false)
    async let first: Void = one.start()
    async let second: Void = two.start()
    _ = try await (first, second)
    let status = one.status()
    #expect(status.isRunning && status.isInitialized && status.serverProcess != nil)
    #expect(two.status() == status)
    let database = Database(try one.conninfo())
    try await database.session { try $0.script("create table kept as select 1 as a") }
    await database.close()
    try await one.start()
    #expect(one.status().serverProcess == status.serverProcess)
    try await two.stop()
    #expect(one.status().isRunning == false)
    #expect(one.status().isInitialized)
    try await two.stop()
    try await one.start()
    let again = Database(try one.conninfo())
    let kept = try await again.session { try $0.one("select a from kept", as: Int.self) }
    #expect(kept == 1)
    await again.close()
    // Whoever is killed leaves its files behind.
    let process = try #require(one.status().serverProcess)
    kill(process, SIGKILL)
    while one.status().serverProcess != nil { await Task.yield() }
    try await one.start()
    #expect(one.status().isRunning)
    #expect(one.status().serverProcess != process)
    try await one.reset()
    #expect(one.status().isInitialized == false)
    #expect(!FileManager.default.fileExists(atPath: one.root.appending(path: "data").path))
    try await one.start()
    let new = Database(try one.conninfo())
    let count = try await new.session {
      try $0.one("select count(*) from pg_class where relname = 'kept'", as: Int.self)
    }
    #expect(count == 0)
    await new.close()
    try await one.reset()
  }

  @Test func aClusterHalfMadeIsMadeAnew() async throws {
    let root = TestCluster.newRoot()
    // As they are left by an initdb that was killed.
    for name in ["data.new-1", "data"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: "\(name)/base"), withIntermediateDirectories: true)
    }
    let cluster = try LocalCluster(at: root, options: TestCluster.options)
    try await cluster.start()
    #expect(cluster.status().isRunning)
    #expect(!FileManager.default.fileExists(atPath: root.appending(path: "data.new-1").path))
  }

  @Test func theApplicationIsNoSuperuserAndOthersAreLetInByName() async throws {
    let cluster = try await TestCluster.shared.cluster()
    try await cluster.administer {
      try $0.script("create role \"2480_samordnare å\" login; create role stranger login")
    }
    for (user, isSuperuser) in [("est_local", false), ("postgres", true), ("2480_samordnare å", false)] {
      let database = Database(try cluster.conninfo(user: user))
      let found = try await database.session { session in
        try session.first(
          "select current_user::text as name, rolsuper or rolcreaterole or rolcreatedb as may from pg_roles where rolname = current_user"
        ) { (try $0.get("name", as: String.self), try $0.get("may", as: Bool.self)) }
      }
      #expect(found?.0 == user)
      #expect(found?.1 == isSuperuser)
      await database.close()
    }
    // A role that exists, and that nobody let in.
    let map = try cluster.conninfo().replacing("user=est_local", with: "user=stranger")
    let error = await #expect(throws: PostgresError.self) { try await Database(map).session { _ in } }
    #expect(error?.description.contains("stranger") == true)
    for name in ["a\"b", "a\nb", "", String(repeating: "x", count: 64)] {
      #expect(throws: LocalClusterError.roleName(name)) { try cluster.conninfo(user: name) }
    }
  }

  @Test func theServerIsClosedToTheNetworkAndKeepsChecksums() async throws {
    let cluster = try await TestCluster.shared.cluster()
    let settings = try await cluster.administer { session in
      try session.rows(
        "select current_setting(name) from unnest(\(["listen_addresses", "data_checksums", "server_encoding", "unix_socket_permissions"])) as name"
      ) { try $0.get(0, as: String.self) }
    }
    #expect(settings == ["", "on", "UTF8", "0700"])
    let methods = try await cluster.administer { session in
      try session.rows("select type || ' ' || auth_method from pg_hba_file_rules") {
        try $0.get(0, as: String.self)
      }
    }
    #expect(methods == ["local peer"])
    let permissions =
      try FileManager.default.attributesOfItem(atPath: cluster.root.path)[.posixPermissions] as? Int
    #expect(permissions == 0o700)
  }

  @Test func aLongPathHasItsSocketElsewhere() async throws {
    let root = TestCluster.newRoot().appending(path: String(repeating: "long/", count: 20) + "cluster")
    let cluster = try LocalCluster(at: root, options: TestCluster.options)
    try await cluster.start()
    let folder = try #require(try ConnectionInfo(cluster.conninfo()).settings["host"])
    #expect(folder.utf8.count < 70)
    let database = Database(try cluster.conninfo())
    try await database.session { try $0.execute("select 1") }
    await database.close()
    try await cluster.reset()
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func aClusterOfAnotherVersionIsTold() async throws {
    let root = TestCluster.newRoot()
    let data = root.appending(path: "data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try Data("9\n".utf8).write(to: data.appending(path: "PG_VERSION"))
    let cluster = try LocalCluster(at: root, options: TestCluster.options)
    let error = await #expect(throws: LocalClusterError.self) { try await cluster.start() }
    #expect(error == .otherVersion(cluster: 9, install: "apt install postgresql-9"))
  }

  @Test func anExtensionThatIsMissingIsTold() async throws {
    let error = await #expect(throws: LocalClusterError.self) {
      try await TestCluster.another { $0.extensions = ["no_such_extension"] }
    }
    guard case .notInstalled(let what, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what.contains("no_such_extension"))
  }

  @Test func aFolderThatCannotBeIsTold() async throws {
    let cluster = try LocalCluster(at: URL(filePath: "/proc/est"), options: TestCluster.options)
    await #expect(throws: LocalClusterError.self) { try await cluster.start() }
  }

  @Test func aServerThatCannotStartSaysWhy() async throws {
    let error = await #expect(throws: LocalClusterError.self) {
      try await TestCluster.another { $0.configuration["shared_buffers"] = "nonsense" }
    }
    #expect(error?.description.contains("shared_buffers") == true)
  }

  @Test func theStandardFolderFollowsTheEnvironment() {
    let state = LocalCluster.standardFolder(environment: ["XDG_STATE_HOME": "/srv/state", "HOME": "/home/x"])
    #expect(state.path == "/srv/state/est")
    let home = LocalCluster.standardFolder(environment: ["HOME": "/home/x"])
    #expect(home.path == (geteuid() == 0 ? "/var/lib/est/local" : "/home/x/.local/state/est"))
  }
}
