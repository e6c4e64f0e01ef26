import Foundation
import LocalCluster
import Postgres
import TestSupport
import Testing

@testable import Commands

extension NetworkTests {
  /// What the deployed settings keep out of the server's log, and that the private cluster has the same.
  @Suite struct DeployedSettingsTests {
    @Test func theLogHoldsNothingThatPeopleWrote() async throws {
      let server = try await TLSServer.shared()
      let database = Database(server.conninfo("2480_samordnare", BadLogin.password))
      _ = await #expect(throws: PostgresError.self) {
        try await database.session { session in
          try session.execute("create temporary table note (text text check (length(text) < 3))")
          try session.execute("insert into note values (\("Märkord 1"))")
        }
      }
      _ = await #expect(throws: PostgresError.self) {
        try await database.session { try $0.execute("select \(literal: "Märkord 2") from nothing_at_all") }
      }
      await database.close()
      let log = try String(contentsOf: server.cluster.root.appending(path: "log"), encoding: .utf8)
      #expect(log.contains("connection authorized: user=2480_samordnare database=est"))
      #expect(log.contains("SSL enabled (protocol=TLSv1.3"))
      #expect(!log.contains(TLSServer.password) && !log.contains("Märkord"))
      #expect(log.contains("violates check constraint") && log.contains("does not exist"))
      #expect(!log.contains("STATEMENT") && !log.contains("DETAIL") && !log.contains("CONTEXT"))
    }

    /// Not a line of either file is unknown to the server, or left out by it.
    @Test func theServerTakesEveryLine() async throws {
      let server = try await TLSServer.shared()
      let (wrong, settings) = try await server.cluster.administer { session in
        (
          try session.one("select count(*) from pg_hba_file_rules where error is not null", as: Int.self),
          try session.rows(
            "select name from pg_file_settings where sourcefile like '%/est.conf' and error is null"
          ) { try $0["name"] as String }
        )
      }
      #expect(wrong == 0)
      let text = try String(
        contentsOf: TLSServer.deploy.appending(path: "postgresql/est.conf"), encoding: .utf8)
      let said = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(settings == said && said.count > 20)
    }

    @Test func thePrivateClusterKeepsAsQuiet() throws {
      let text = try String(
        contentsOf: TLSServer.deploy.appending(path: "postgresql/est.conf"), encoding: .utf8)
      for (name, value) in LocalCluster.silence {
        #expect(
          text.contains("\n\(name) = \(value)\n"), "\(name)")
      }
      #expect(LocalCluster.silence.count >= 5)
    }
  }
}
