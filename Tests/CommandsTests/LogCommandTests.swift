import EST
import Foundation
import Language
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

@testable import Commands

/// What people and scripts see of the log, and of one that is not as it was written.
@Suite struct LogCommandTests {
  @Test func `the log tells when, what, who and why`() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("cycle", "skip", "--week", "2026-W48", "--because", "Julmarknad")
      let text = await shell.done("log", "show", "--limit", "2").out
      #expect(text.hasPrefix("TID "))
      #expect(text.contains("period 2026-W48"))
      #expect(text.contains("överhoppad"))
      #expect(text.contains("administratör (2480_administrator), samordnare"))
      #expect(text.contains("Julmarknad"))
      let english = await shell.done("log", "show", "--limit", "1", "--lang", "en").out
      #expect(english.contains("skipped") && english.contains("WHO"))
      let entry =
        try await shell.done("log", "show", "--limit", "1", "--json").json["entries"] as? [[String: Any]]
      #expect(entry?.first?["function"] as? String == "administratör")
      #expect(entry?.first?["detail"] as? String == "2026-W48")
    }
  }

  @Test func `every event of every machine has words`() {
    for machine in Machines.all {
      for event in Set(machine.moves.map(\.event.description)) {
        for language in [Language.swedish, .english] {
          let words = language.log.event(event, of: machine.name)
          #expect(words == words.lowercased() || words.contains("BRÅ"), "\(machine.name) \(event): \(words)")
          // Some English events are the words themselves.
          #expect(language == .english || words != event, "\(machine.name) \(event)")
        }
      }
    }
  }

  @Test func `a log is compared with the worker's journal and with written heads`() async throws {
    try await Shell.withWeek { shell, folder, database in
      let head = try await sealed(database)
      let line = """
        Nov 23 07:30:01 host est-worker[7]: {"time": "2026-11-23T07:30:01+01:00", "level": "info", "message": "log \
        head", "hash": "\(head.hash)", "municipality": "2480", "number": "\(head.number)", "rows": "\(head.rows)"}
        """
      let others = """
        -- Boot 1 --
        {"level": "info", "message": "planned", "periods": "1"}
        {"message": "log head", "hash": "00", "municipality": "0180", "number": "1", "rows": "1"}
        """
      let journal = try folder.file("journal.jsonl", others + "\n" + line)
      let verify = [
        "log", "verify", "--journal", journal, "--head", "\(head.number):\(head.hash.prefix(20))",
      ]
      let intact = await shell.run(verify)
      #expect(intact.status == 0 && intact.out.hasPrefix("Loggen är hel: "), "\(intact.out)\(intact.err)")
      #expect(intact.out.contains("2 huvuden från utanför databasen"))
      let json = try await shell.run(verify + ["--json"]).json
      #expect(json["intact"] as? Bool == true && json["outsideHeads"] as? Int == 2)

      // The system's journal written out as JSON has the line within its own.
      let wrapped = try JSONSerialization.data(withJSONObject: ["MESSAGE": line, "PRIORITY": "6"])
      let export = try folder.file("export.jsonl", String(decoding: wrapped, as: UTF8.self) + "\n")
      let unwrapped = await shell.run(["log", "verify", "--journal", export])
      #expect(unwrapped.status == 0 && unwrapped.out.contains("1 huvud från utanför"))

      let other = String(repeating: "ab", count: 32)
      let newer = try folder.file(
        "newer.jsonl",
        line + "\n" + line.replacing("\"\(head.number)\"", with: "\"\(head.number + 7)\"") + "\n"
          + line.replacing(head.hash, with: other))
      let broken = await shell.run(["log", "verify", "--journal", newer, "--json"])
      #expect(broken.status == 1 && broken.code == "EST126")
      let found = try broken.details["broken"] as? [[String: Any]]
      #expect(found?.compactMap { $0["head"] as? Int } == [head.number + 7, head.number])
      #expect(found?.compactMap { ($0["faults"] as? [String])?.first } == ["noSuchHead", "otherHead"])
      #expect(broken.err.contains("huvud \(head.number + 7)") && broken.err.contains("1 fynd till"))
    }
  }

  @Test(arguments: [
    (["--journal", "/nowhere"], 66, "EST108"), (["--journal", "/"], 66, "EST108"),
    (["--journal", "/dev/null"], 65, "EST109"), (["--picture", "/dev/null"], 65, "EST109"),
    (["--head", "17"], 64, "EST100"), (["--head", "17:abc"], 64, "EST100"),
    (["--head", "x:0123456789abcdef"], 64, "EST100"),
    (["--head", "0:0123456789abcdef"], 64, "EST100"), (["--head", "1:0123456789abcdeg"], 64, "EST100"),
  ])
  func `a witness that says nothing is refused`(options: [String], status: Int32, code: String) async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["log", "verify"] + options)
      #expect(outcome.status == status && outcome.code == code, "\(outcome.err)")
    }
  }

  @Test func `every broken row is named, the first one first`() async throws {
    try await Shell.withWeek { shell, _, database in
      let head = try await sealed(database)
      let rows = try await TestDatabase.administer(database) { session in
        try session.script(
          """
          set session_replication_role = replica;
          update est.transition_log set reason = 'ändrat' where revision = 1;
          delete from est.transition_log where revision = 2;
          """)
        return try session.rows(
          "select instance_id from est.transition_log order by 1"
        ) { try $0.get(0, as: UUID.self) }
      }
      let text = await shell.run(["log", "verify"])
      #expect(text.status == 1 && text.code == "EST126")
      let lines = text.out.split(separator: "\n")
      for row in rows {
        let instance = row.uuidString.lowercased()
        #expect(
          lines.contains { $0.contains("Rad 1 i \(instance) är inte vad som skrevs (i huvud") }, "\(text.out)"
        )
      }
      #expect(lines.contains { $0.hasSuffix("saknas.") && $0.hasPrefix("Rad 2 i ") })
      #expect(lines.contains { $0.hasPrefix("Huvud \(head.number) ") && $0.contains("gjordes av") })
      #expect(text.err.contains(rows[0].uuidString.lowercased()))

      let json = await shell.run(["log", "verify", "--json", "--lang", "en"])
      let details = try json.details
      #expect(details["instance"] as? String == rows[0].uuidString.lowercased())
      #expect(details["revision"] as? Int == 1)
      let broken = try #require(details["broken"] as? [[String: Any]])
      #expect(broken.count == lines.count)
      #expect((broken.first?["message"] as? String)?.contains("is not what was written") == true)
      #expect(await shell.run(["log", "verify", "--quiet"]).out.isEmpty)
    }
  }

  @Test func `a database restored elsewhere is refused until it is set up`() async throws {
    try await Shell.withWeek { shell, _, database in
      _ = try await sealed(database)
      // As if the server's numbers had begun anew.
      try await TestDatabase.administer(database) { session in
        try session.script(
          """
          set session_replication_role = replica;
          update est.log_head set until = '1000000000';
          """)
      }
      let refused = await shell.run(["status", "--json"])
      #expect(try refused.json["schemaProblem"] as? String == "EST158")
      let verify = await shell.run(["log", "verify"])
      #expect(verify.status == 78 && verify.code == "EST158" && verify.err.contains("»est setup«"))
      await shell.done("setup")
      await shell.done("cycle", "skip", "--week", "2026-W48", "--because", "Julmarknad")
      let position: Int = try await database.session { session in
        try session.one("select max(written_in::text::bigint) from est.transition_log")
      }
      #expect(position >= 1_000_000_000)
    }
  }

  /// The newest head, when every row has one. Other tests' transactions on the server hold heads back for a while.
  private func sealed(_ database: Database) async throws -> LogHead {
    let engine = Engine(database, isPrivate: true)
    let code = MunicipalityCode("2480")!
    for _ in 0..<100_000 {
      _ = try await engine.sealLogs()
      let isDone: Bool = try await database.session { session in
        try session.one(
          """
          select not exists (select from est.transition_log l where l.written_in >= coalesce(
            (select h.until from est.log_head h order by h.number desc limit 1), '0'))
          """)
      }
      if isDone { break }
    }
    return try #require(try await database.session { session in try LogStore(session, code).head() })
  }
}
