import Foundation
import LocalCluster
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Commands

/// What a database can answer with, in the product's words and statuses, and never in its own.
@Suite struct DatabaseErrorTests {
  @Test func anUnknownMunicipalityIsNamed() async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["group", "list", "--municipality", "9999", "--json"])
      #expect(outcome.status == 65 && outcome.code == "EST103")
      #expect(outcome.err.contains("»9999«"))
      let ambient = await Shell(environment: shell.environment.merging(["EST_MUNICIPALITY": "9999"]) { $1 })
        .run(["group", "list"])
      #expect(ambient.code == "EST103")
    }
  }

  @Test func ofSeveralOneMustBeNamed() async throws {
    try await Shell.withGroup { shell, _ in
      await shell.done("municipality", "add", "--code", "0180", "--name", "Stockholm")
      let outcome = await shell.run(["group", "list", "--json"])
      #expect(outcome.status == 64 && outcome.code == "EST102")
      #expect(outcome.err.contains("--municipality: 0180 eller 2480"))
      let error = try outcome.json["error"] as? [String: Any]
      #expect((error?["details"] as? [String: Any])?["candidates"] as? [String] == ["0180", "2480"])
      await shell.done("group", "list", "--municipality", "2480")
    }
  }

  @Test(arguments: ["host=/nowhere dbname=x", "postgresql://127.0.0.1:1/x"])
  func aDatabaseThatIsNotThere(_ conninfo: String) async throws {
    let outcome = await Shell().run(["status", "--database", conninfo, "--json"])
    #expect(outcome.status == 69 && outcome.code == "EST140", "\(outcome.err)")
    #expect(try outcome.json["error"] != nil)
    #expect(outcome.err.split(separator: "\n").count == 1)
  }

  @Test func aDatabaseThatTheServerDoesNotHave() async throws {
    try await Shell.withDatabase { _, database in
      let host = try #require(try ConnectionInfo(database.conninfo).settings["host"])
      let outcome = await Shell().run(["status", "--database", "host=\(host) dbname=nope user=est_local"])
      #expect(outcome.status == 69, "\(outcome.err)")
    }
  }

  @Test func aWrongPassword() async throws {
    try await Shell.withDatabase { _, database in
      let (host, name) = try await Self.roleWithPassword(database)
      for password in ["password=felaktigt", ""] {
        let outcome = await Shell(environment: [:]).run([
          "status", "--database", "host=\(host) dbname=\(name) user=est_by_password \(password)",
        ])
        #expect(outcome.status == 69 && outcome.code == "EST141", "\(outcome.err)")
        #expect(!outcome.err.contains("felaktigt"))
      }
      let right = await Shell().run([
        "status", "--json", "--database", "host=\(host) dbname=\(name) user=est_by_password password=rätt",
      ])
      // Who is let in may still be nobody to the product: the schema is closed to them.
      #expect(right.status != 69, "\(right.err)")
      #expect(!right.out.contains("rätt") && !right.err.contains("rätt"))
    }
  }

  /// A role that the server asks for a password (SCRAM), in front of the cluster's own lines.
  private static func roleWithPassword(_ database: Database) async throws -> (host: String, name: String) {
    let settings = try ConnectionInfo(database.conninfo).settings
    let file = try await TestDatabase.administer(database) { session in
      try session.script(
        """
        do $$ begin
          if to_regrole('est_by_password') is null then create role est_by_password login password 'rätt'; end if;
        end $$
        """)
      return try session.one("show hba_file", as: String.self)
    }
    let line = "local all est_by_password scram-sha-256\n"
    let rules = try String(contentsOfFile: file, encoding: .utf8)
    if !rules.hasPrefix(line) {
      let handle = try FileHandle(forWritingTo: URL(filePath: file))
      try handle.write(contentsOf: Data((line + rules).utf8))
      try handle.close()
    }
    // The server reads its rules again before it answers whoever connects after the signal.
    try await TestDatabase.administer(database) { session in
      _ = try session.one("select pg_reload_conf()", as: Bool.self)
    }
    return (try #require(settings["host"]), try #require(settings["dbname"]))
  }

  @Test func aSuperuserIsSentAway() async throws {
    try await Shell.withDatabase { _, database in
      let conninfo = try await TestDatabase.conninfo(database, user: "postgres")
      let outcome = await Shell().run(["status", "--database", conninfo])
      #expect(outcome.status == 78 && outcome.code == "EST133")
    }
  }

  @Test func aDatabaseThatIsNotPrepared() async throws {
    try await TestDatabase.empty(postgis: true) { database in
      let shell = Shell(environment: ["DATABASE_URL": database.conninfo])
      let before = await shell.run(["group", "list"])
      #expect(before.status == 78 && before.code == "EST150")
      let status = try await shell.done("status", "--json").json
      #expect(status["schemaVersion"] as? Int == 0)
      #expect(status["schemaProblem"] as? String == "EST150")
      let setup = try await shell.done("setup", "--json").json
      #expect((setup["applied"] as? [Int])?.isEmpty == false)
      #expect(setup["trial"] as? Bool == false)
      let again = try await shell.done("setup", "--json").json
      #expect((again["applied"] as? [Int])?.isEmpty == true)
      await shell.done("municipality", "list")
      // What is made for real work stays so, and has no clock of its own.
      #expect(await shell.run(["setup", "--trial"]).code == "EST155")
      let clock = await shell.run(["clock", "advance", "7d"])
      #expect(clock.status == 77 && clock.code == "EST132")
    }
  }

  @Test func aDatabaseWithoutPostGIS() async throws {
    try await TestDatabase.empty { database in
      let shell = Shell(environment: ["DATABASE_URL": database.conninfo])
      let outcome = await shell.run(["setup"])
      #expect(outcome.status == 78 && outcome.code == "EST154")
      let sql = await shell.done("setup", "--print-dba-sql").out
      #expect(
        sql.contains("create extension if not exists postgis") && sql.contains("owner to \"est_local\""))
    }
  }

  @Test(arguments: [
    ("delete from est.migration where number = (select max(number) from est.migration)", "EST151"),
    ("insert into est.migration (number, name, checksum) values (9999, 'later', 'x')", "EST152"),
    ("update est.migration set checksum = 'x' where number = 1", "EST153"),
  ])
  func aDatabaseOfAnotherVersion(_ change: String, _ code: String) async throws {
    try await Shell.withDatabase { shell, database in
      try await TestDatabase.administer(database) { session in try session.script(change) }
      let outcome = await shell.run(["municipality", "list"])
      #expect(outcome.status == 78 && outcome.code == code, "\(outcome.err)")
      let status = try await shell.done("status", "--json").json
      #expect(status["schemaProblem"] as? String == code)
    }
  }

  @Test func speakingForAnotherIsForThePrivateCluster() async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["whoami", "--as", "2480_worker"])
      #expect(outcome.status == 77 && outcome.code == "EST132")
    }
  }

  @Test func theServersOwnWordsAreForDebugAlone() async throws {
    try await Shell.withGroup { shell, database in
      try await TestDatabase.administer(database) { session in
        try session.script("alter table est.organisation rename column kind to slag")
      }
      let quiet = await shell.run(["organisation", "list"])
      #expect(quiet.status == 70 && quiet.code == "EST199")
      #expect(!quiet.err.contains("column") && !quiet.err.contains("select"))
      let debug = await shell.run(["organisation", "list", "--debug"])
      #expect(debug.err.contains("42703"), "\(debug.err)")
    }
  }

  @Test func withoutATerminalNothingIsAsked() async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["participant", "remove", "2480_administrator"], input: ["j"])
      #expect(outcome.status == 64 && outcome.code == "EST107")
      var person = shell
      person.isTerminal = true
      let no = await person.run(["participant", "remove", "2480_administrator"], input: ["n"])
      #expect(no.status == 64 && no.code == "EST106")
      let refused = await person.run(
        ["participant", "remove", "2480_administrator", "--no-input"], input: ["j"])
      #expect(refused.code == "EST107")
    }
  }
}
