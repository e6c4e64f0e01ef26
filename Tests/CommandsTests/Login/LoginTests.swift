import Foundation
import Language
import Postgres
import TestSupport
import Testing

@testable import Commands

/// One server, whose settings some of these change: one after the other.
@Suite(.serialized) enum NetworkTests {}

extension NetworkTests {
  /// Who is let in by a server that is set up as `Deploy/postgresql` says, and who is not: with real certificates, keys and
  /// passwords, by `est` itself.
  @Suite struct LoginTests {
    @Test(arguments: BadLogin.all) func aBadLoginIsRefused(_ login: BadLogin) async throws {
      let server = try await TLSServer.shared()
      let outcome = try await server.with(login.settings(server)) {
        await Shell().run(["status", "--json", "--database", login.conninfo(server)])
      }
      #expect(outcome.status == login.code.exitStatus.rawValue, "\(outcome.err)")
      #expect(outcome.code == login.code.rawValue, "\(outcome.err)")
      let error = try outcome.json["error"] as? [String: Any]
      let details = error?["details"] as? [String: Any]
      #expect((details?["problem"] ?? details?["setting"]) as? String == login.problem, "\(outcome.err)")
      // One sentence of ours, and nothing of the library's, the server's or what was to be kept to oneself.
      #expect(outcome.err.split(separator: "\n").count == 1)
      for foreign in [
        "FATAL", "SSL error", "connection to server", "pg_hba.conf rejects", TLSServer.password, "gissat",
      ] {
        #expect(!outcome.err.contains(foreign) && !outcome.out.contains(foreign), "\(outcome.err)")
      }
      print("\(login.what): \(outcome.err.trimmingCharacters(in: .newlines))")
    }

    @Test(arguments: LoginProblem.allCases) func everyProblemHasItsSentences(_ problem: LoginProblem) {
      let texts = [Language.swedish, .english].map {
        $0.cli.loginProblem(problem.rawValue, server: "s", user: "u")
      }
      #expect(texts[0] != texts[1] && texts.allSatisfy { $0.count > 40 }, "\(texts)")
    }

    enum RightLogin: String, CaseIterable { case password, certificate }

    @Test(arguments: RightLogin.allCases) func theRightLoginIsLetIn(_ way: RightLogin) async throws {
      let server = try await TLSServer.shared()
      let conninfo =
        switch way {
        case .password: server.conninfo("2480_samordnare", BadLogin.password)
        case .certificate: server.conninfo("2480_worker", server.certificate("2480_worker"))
        }
      let status = await Shell().done("status", "--json", "--database", conninfo)
      #expect(!status.out.contains(TLSServer.password))
      let said = try ConnectionInfo(#require(try status.json["conninfo"] as? String)).settings
      #expect(said["ssl_min_protocol_version"] == "TLSv1.3" && said["sslmode"] == "verify-full")
      #expect(said["channel_binding"] == (way == .password ? "require" : nil))
      var times: [Duration] = []
      for _ in 0..<20 {
        let watch = Stopwatch()
        let database = Database(conninfo)
        let version = try await database.session { session in
          try session.one("select version from pg_stat_ssl where pid = pg_backend_pid()", as: String.self)
        }
        times.append(watch.time)
        await database.close()
        #expect(version == "TLSv1.3")
      }
      times.sort()
      print(
        "login by \(way.rawValue), connection and one query: median of 20 \(times[10]), a quarter under \(times[5])"
      )
      // What others do on the machine is in the rest.
      if Seed.full { #expect(times[5] < .milliseconds(100)) }
    }

    /// A revoked certificate lets nobody in once the server has read the list anew, and what is open is ended apart.
    @Test func aRevokedKeyIsShutOut() async throws {
      let server = try await TLSServer.shared()
      let conninfo = server.conninfo("2480_slutar", server.certificate("2480_slutar"))
      let database = Database(conninfo)
      try await database.session { _ = try $0.one("select 1", as: Int.self) }
      try TLSServer.make(server.authority, "revoke", "2480_slutar")
      let watch = Stopwatch()
      try await server.reload()
      try await server.cluster.administer { session in
        let ended = try session.one(
          """
          select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity where usename = '2480_slutar'
          """, as: Int.self)
        #expect(ended == 1)
      }
      // The open session hears of its end, or the pool has found it; whoever connects anew is refused.
      var failure: LoginFailure?
      for _ in 0..<3 where failure == nil {
        let error = await #expect(throws: PostgresError.self) {
          try await database.session { _ = try $0.one("select 1", as: Int.self) }
        }
        if case .login(let refused)? = error?.kind { failure = refused }
      }
      let time = watch.time
      await database.close()
      let open = try await server.cluster.administer {
        try $0.one("select count(*) from pg_stat_activity where usename = '2480_slutar'", as: Int.self)
      }
      #expect(open == 0)
      #expect(failure?.problem == .certificateRevoked)
      print("revoked, session ended and new login refused: \(time)")
      #expect(time < .seconds(Seed.full ? 5 : 60))
    }
  }
}
