import Foundation
import LocalCluster
import Postgres
import TestSupport
import Testing

@testable import Commands

extension NetworkTests {
  /// Connections that leave the loopback, and those that only would: who connects says nothing of protection here.
  @Suite(.enabled(if: TLSServer.ownAddress != nil, "this machine has only a loopback"))
  struct ElsewhereTests {
    private func withRelay(_ body: (TLSServer, Relay, [String: String?]) async throws -> Void) async throws {
      let server = try await TLSServer.shared()
      let address = try #require(TLSServer.ownAddress)
      let relay = try Relay(at: address, to: server.address)
      defer { relay.stop() }
      // An address stands in the certificate like a name.
      try await body(
        server, relay, ["host": address, "hostaddr": nil, "port": "\(relay.port)", "sslmode": nil])
    }

    @Test func whatIsNotSaidIsSaid() async throws {
      try await withRelay { server, relay, place in
        let byPassword = place.merging(BadLogin.password) { $1 }
        await Shell().done("status", "--database", server.conninfo("2480_samordnare", byPassword))
        let certificate = place.merging(server.certificate("2480_worker")) { $1 }
        await Shell().done("status", "--database", server.conninfo("2480_worker", certificate))
        #expect(relay.connections >= 2)
        let wrong = await Shell().run([
          "status", "--database",
          server.conninfo(
            "2480_samordnare",
            byPassword.merging(["host": "annan.est.test", "hostaddr": place["host"]!]) { $1 }),
        ])
        #expect(wrong.code == "EST147", "\(wrong.err)")
        let plain = try await server.with(["ssl": "off"]) {
          await Shell().run(["status", "--database", server.conninfo("2480_samordnare", byPassword)])
        }
        #expect(plain.code == "EST147", "\(plain.err)")
      }
    }

    @Test func whatIsSaidUnsafelyReachesNobody() async throws {
      try await withRelay { server, relay, place in
        for said in [["sslmode": "disable"], ["sslmode": "require"], ["ssl_max_protocol_version": "TLSv1.2"]]
        {
          let conninfo = server.conninfo(
            "2480_samordnare", place.merging(BadLogin.password) { $1 }.merging(said.mapValues { $0 }) { $1 })
          let outcome = await Shell().run(["status", "--database", conninfo])
          #expect(outcome.status == 78 && outcome.code == "EST146", "\(outcome.err)")
        }
        #expect(relay.connections == 0)
      }
    }

    @Test func itIsWaivedByName() async throws {
      try await withRelay { server, relay, place in
        let conninfo = server.conninfo(
          "2480_samordnare", place.merging(BadLogin.password) { $1 }.merging(["sslmode": "require"]) { $1 })
        for (shell, arguments) in [
          (Shell(), ["--insecure-connection"]), (Shell(environment: ["EST_INSECURE_CONNECTION": "1"]), []),
        ] {
          let outcome = await shell.run(["status", "--database", conninfo] + arguments)
          #expect(outcome.status == 0 && outcome.err.hasPrefix("Varning: "), "\(outcome.err)")
        }
        let other = await Shell(environment: ["EST_INSECURE_CONNECTION": "ja"]).run([
          "status", "--database", conninfo,
        ])
        #expect(other.status == 64 && relay.connections > 0)
      }
    }

    /// The environment and service files count like what is typed, and the worker is held to the same rule.
    @Test(arguments: ["est", "est-worker"]) func whereverItIsSaid(_ program: String) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "services-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "pg_service.conf").path
      try Data("[est]\nhost=db.est.test\nhostaddr=203.0.113.7\nsslmode=require\n".utf8).write(
        to: URL(filePath: file))
      let arguments = program == "est" ? ["status"] : ["--once"]
      for variables in [
        ["PGHOST": "db.est.test", "PGHOSTADDR": "203.0.113.7", "PGSSLMODE": "require"],
        ["PGSERVICE": "est", "PGSERVICEFILE": file],
        ["DATABASE_URL": "service=est", "PGSERVICEFILE": file],
        ["DATABASE_URL": "postgresql://203.0.113.7/est", "PGSSLMODE": "disable"],
        ["DATABASE_URL": "postgresql://203.0.113.7/est", "PGREQUIRESSL": "1"],
      ] {
        let outcome = try await Program.run(program, arguments, variables)
        #expect(
          outcome.status == .exited(78) && outcome.err.contains("EST146"), "\(variables): \(outcome.err)")
      }
    }
  }
}
