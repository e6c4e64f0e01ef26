import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Commands

extension NetworkTests {
  /// A participant's way in over the network, from the administrator's giving it to its end.
  @Suite struct RemovedLoginTests {
    private static let login = "2480_prov"
    private static let password = "korrekt häst batteri"

    @Test func whoIsRemovedIsOutAtOnce() async throws {
      let server = try await TLSServer.shared()
      let folder = FileManager.default.temporaryDirectory.appending(path: "removed-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let (secret, service) = (folder.appending(path: "secret").path, folder.appending(path: "service").path)
      try Data("\(Self.password)\n".utf8).write(to: URL(filePath: secret))
      let administrator = try await administrator(server, secret)
      await administrator.done(
        "participant", "add", "--login", Self.login, "--function", "prov", "--role", "coordinator",
        "--password-file", secret, "--host", TLSServer.name, "--service-file", service)

      try await comesIn(server, service, folder)

      // One who has a session open, and many who try to get one all the while.
      let conninfo = server.conninfo(Self.login, ["password": Self.password])
      let open = Database(conninfo)
      try await open.session { _ = try $0.one("select 1", as: Int.self) }
      let attempts = Attempts()
      let knocking = (0..<4).map { _ in Task { await attempts.knock(conninfo) } }
      while attempts.admitted < 4 { try await Task.sleep(for: .milliseconds(5)) }
      let watch = Stopwatch()
      await administrator.done("participant", "remove", Self.login, "--yes")
      _ = await #expect(throws: PostgresError.self) { try await open.session { try $0.script("select 1") } }
      // Sessions that began while the login went; each has its only connection open still, or lost.
      var stayed = 0
      for task in knocking {
        guard let newest = await task.value else { continue }
        if (try? await newest.session { try $0.one("select pg_backend_pid()", as: Int32.self) }) != nil {
          stayed += 1
        }
        await newest.close()
      }
      let time = watch.time
      await open.close()
      #expect(attempts.refusal == .password && stayed == 0)
      let left = try await server.cluster.administer { session in
        try session.one(
          """
          select count(*) from pg_stat_activity a where backend_type = 'client backend'
            and (usename = '2480_prov' or not exists (select from pg_roles r where r.oid = a.usesysid))
          """, as: Int.self)
      }
      #expect(left == 0)
      print(
        "removed, session ended and new logins refused: \(time), after \(attempts.admitted) that were let in")
      #expect(time < .seconds(Seed.full ? 5 : 60))
    }

    /// The municipality's administrator, to whom whoever installs gives a login, over the network too.
    private func administrator(_ server: TLSServer, _ secret: String) async throws -> Shell {
      let installer = Shell(environment: ["DATABASE_URL": try server.cluster.conninfo()])
      await installer.done("setup")
      await installer.done("municipality", "add", "--code", "2480", "--name", "Umeå")
      await installer.done("group", "add", "--name", "Centrum")
      await installer.done("participant", "password", "2480_administrator", "--password-file", secret)
      let conninfo = server.conninfo("2480_administrator", ["password": Self.password])
      return Shell(environment: ["DATABASE_URL": conninfo])
    }

    /// With what the administrator handed over and nothing more: the service file says how.
    private func comesIn(_ server: TLSServer, _ service: String, _ folder: URL) async throws {
      let passwords = folder.appending(path: "pgpass").path
      try Data("\(TLSServer.name):5432:est:\(Self.login):\(Self.password)\n".utf8).write(
        to: URL(filePath: passwords))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: passwords)
      let outcome = try await Program.run(
        "est", ["whoami", "--json"],
        [
          "DATABASE_URL": "service=est", "PGSERVICEFILE": service, "PGHOSTADDR": server.address,
          "PGPASSFILE": passwords, "PGSSLROOTCERT": server.authority.appending(path: "authority.crt").path,
        ])
      #expect(outcome.status == .exited(0) && outcome.out.contains(Self.login), "\(outcome.err)")
    }
  }

  /// Logs in again and again until it is refused, and keeps the newest session open.
  private final class Attempts: Sendable {
    private let state = Mutex<(admitted: Int, refusal: LoginProblem?)>((0, nil))

    var admitted: Int { state.withLock { $0.admitted } }
    var refusal: LoginProblem? { state.withLock { $0.refusal } }

    /// - Returns: what it was let in with last.
    func knock(_ conninfo: String) async -> Database? {
      var newest: Database?
      while true {
        var options = Database.Options()
        options.maximumConnections = 1
        let database = Database(conninfo, options: options)
        do {
          _ = try await database.session { try $0.one("select 1", as: Int.self) }
          state.withLock { $0.admitted += 1 }
          await newest?.close()
          newest = database
        } catch {
          await database.close()
          guard let error = error as? PostgresError, case .login(let failure) = error.kind else { continue }
          state.withLock { $0.refusal = failure.problem }
          return newest
        }
      }
    }
  }
}
