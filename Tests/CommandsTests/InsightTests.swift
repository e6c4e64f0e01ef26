import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

@testable import Commands

/// What there is to see: status, roles, log, timers, outbox and the clock.
@Suite struct InsightTests {
  @Test func statusSaysWhereAsWhomAndHow() async throws {
    try await Shell.withGroup { shell, database in
      let status = try await shell.done("status", "--json").json
      #expect(status["schemaVersion"] as? Int == SchemaSetup().migrations.last?.number)
      #expect(status["user"] as? String == "est_local")
      #expect(status["origin"] as? String == "databaseURL")
      #expect(status["trial"] as? Bool == true)
      #expect((status["municipality"] as? [String: Any])?["code"] as? String == "2480")
      #expect(status["participant"] as? String == "2480_administrator")
      #expect(status["groups"] as? [String] == ["Centrum"])
      #expect((status["due"] as? [Any])?.isEmpty == true)
      #expect((status["worker"] as? [String: Any])?["alive"] as? Bool == false)
      // The connection string leads back to the same database.
      let conninfo = try #require(status["conninfo"] as? String)
      let there = await Shell().run(["status", "--json", "--database", conninfo])
      #expect(try there.json["groups"] as? [String] == ["Centrum"])

      let text = await shell.done("status").out
      #expect(text.contains("Ingen arbetsprocess är igång"))
      try await Engine(database, isPrivate: false).beat(UUID())
      let alive = try await shell.done("status", "--json").json
      #expect((alive["worker"] as? [String: Any])?["alive"] as? Bool == true)
    }
  }

  @Test func rolesAreOnesOwnInOnesGroup() async throws {
    try await Shell.withGroup { shell, _ in
      let me = try await shell.done("whoami", "--json").json
      #expect(me["login"] as? String == "2480_administrator")
      #expect((me["roles"] as? [[String: String]])?.first == ["group": "Centrum", "role": "administrator"])
      let no = await shell.run(["can-i", "conclude", "cycle", "--json"])
      #expect(no.status == 77)
      #expect(try no.json["allowed"] as? Bool == false)
      #expect(try no.json["roles"] as? [String] == ["coordinator"])
      await shell.done("participant", "grant", "2480_administrator", "coordinator")
      let yes = await shell.run(["can-i", "conclude", "cycle", "--json"])
      #expect(yes.status == 0)
      #expect(try yes.json["from"] as? [String] == ["meeting"])
      #expect(await shell.run(["can-i", "fly", "cycle"]).code == "EST122")
      #expect(await shell.run(["can-i", "conclude", "cykel"]).code == "EST103")
    }
  }

  @Test func theLogAndTheTimersShowWhatTheWorkerDid() async throws {
    try await Shell.withGroup { shell, database in
      _ = try await Engine(database, isPrivate: false).plan()
      let log = try await shell.done("log", "show", "--limit", "3", "--json").json
      let entries = try #require(log["entries"] as? [[String: Any]])
      #expect(entries.count == 3)
      #expect(entries.allSatisfy { $0["login"] as? String == "2480_worker" && $0["from"] is NSNull })
      let instance = try #require(entries.first?["instance"] as? String)
      let own = try await shell.done("log", "show", instance, "--json").json
      #expect((own["entries"] as? [[String: Any]])?.compactMap { $0["revision"] as? Int } == [1])
      #expect(await shell.run(["log", "show", UUID().uuidString]).code == "EST103")
      #expect(try await shell.done("log", "verify", "--json").json["intact"] as? Bool == true)

      let timers = try await shell.done("timer", "list", "--json").json
      let due = (timers["timers"] as? [[String: Any]])?.compactMap { $0["due"] as? String } ?? []
      let instants = due.compactMap { Instant(rfc3339: $0) }
      #expect(!instants.isEmpty && instants.count == due.count && instants == instants.sorted())
      #expect(try await shell.done("outbox", "list", "--json").json["items"] is [Any])
      #expect(try await shell.done("outbox", "retry", "--json").json["retried"] as? Int == 0)
    }
  }

  @Test func aBrokenLogIsToldByItsFirstRow() async throws {
    try await Shell.withGroup { shell, database in
      _ = try await Engine(database, isPrivate: false).plan()
      // Only a superuser who lifts the guards can change a row, and even that shows.
      try await TestDatabase.administer(database) { session in
        try session.script(
          """
          set session_replication_role = replica;
          update est.transition_log set reason = 'ändrat' where (instance_id, revision) =
            (select instance_id, revision from est.transition_log order by instance_id limit 1);
          """)
      }
      let outcome = await shell.run(["log", "verify", "--json"])
      #expect(outcome.status == 1 && outcome.code == "EST126")
      let error = try outcome.json["error"] as? [String: Any]
      #expect((error?["details"] as? [String: Any])?["revision"] as? Int == 1)
    }
  }

  @Test func aTrialsClockIsSetAndGoesOn() async throws {
    try await Shell.withDatabase { shell, _ in
      let set = try await shell.done("clock", "set", "2026-11-23T07:30", "--json").json
      #expect((set["now"] as? String)?.hasPrefix("2026-11-23T07:30:00") == true)
      let advanced = try await shell.done("klocka", "fram", "7d", "--json").json
      #expect((advanced["now"] as? String)?.hasPrefix("2026-11-30T07:30:") == true)
      #expect((advanced["now"] as? String)?.hasSuffix("+01:00") == true)
      let shown = try await shell.done("clock", "show", "--json").json
      #expect(shown["trial"] as? Bool == true)
      #expect((shown["now"] as? String)?.hasPrefix("2026-11-30T07:3") == true)
    }
  }

  @Test func nowHoldsForOneCommand() async throws {
    try await Shell.withGroup { shell, _ in
      let before = try await shell.done("clock", "show", "--json").json["now"] as? String
      await shell.done("whoami", "--now", "2030-01-01T00:00")
      let after = try await shell.done("clock", "show", "--json").json["now"] as? String
      #expect(before?.prefix(4) == after?.prefix(4))
    }
  }
}
