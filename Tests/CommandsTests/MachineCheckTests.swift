import EST
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Commands

/// What the command line says where a program's machines and a database's instances do not go together.
@Suite struct MachineCheckTests {
  /// An earlier version of the action's machine, by which two actions live that this program could not take along.
  private static let stranded = """
    insert into est.machine values ('action', 0);
    insert into est.machine_move values ('action', 0, '-', 'propose', 'wished'), ('action', 0, 'wished', 'go', 'done'),
      ('action', 0, 'proposed', 'ring', 'done');
    set session_replication_role = replica;
    insert into est.instance
    select g.municipality, gen_random_uuid(), 'action', 0, g.id, s, 1
    from est.est_group g, unnest(array['wished', 'wished', 'proposed', 'done']) s;
    insert into est.timer select municipality, id, 'ring', 'infinity' from est.instance where state = 'proposed';
    set session_replication_role = origin;
    """

  @Test func whatWouldBeStrandedIsToldByLine() async throws {
    try await Shell.withGroup { shell, database in
      let sound = await shell.done("machine", "check", "--json")
      #expect(try sound.json["sound"] as? Bool == true)
      try await TestDatabase.administer(database) { session in try session.script(Self.stranded) }
      let check = await shell.run(["maskin", "granska"])
      #expect(check.status == 1 && check.err.isEmpty)
      #expect(
        check.out.split(separator: "\n") == [
          "action 0 proposed (1): en timer väntar på ring, som version 1 inte tar emot därefter",
          "action 0 wished (2): version 1 har inget sådant läge",
        ])
      let json = await shell.run(["machine", "check", "--json", "--lang", "en"])
      let found = try #require(try json.json["stranded"] as? [[String: Any]])
      #expect(json.status == 1)
      #expect(found.map { $0["cause"] as? String } == ["timerUnknown", "stateGone"])
      #expect(found.map { $0["count"] as? Int } == [1, 2])

      let setup = await shell.run(["setup", "--json"])
      #expect(setup.status == 1 && setup.code == "EST157")
      let error = try setup.json["error"] as? [String: Any]
      let details = try #require(error?["details"] as? [String: Any])
      #expect((details["stranded"] as? [[String: Any]])?.count == 2)
      #expect(setup.err.contains("wished (2)"))
    }
  }

  @Test func aDatabaseOfANewerProgramIsRefused() async throws {
    try await Shell.withGroup { shell, database in
      try await database.transaction { session in
        try session.execute("insert into est.machine values ('cycle', 99)")
      }
      for command in [["status"], ["group", "list"]] {
        let outcome = await shell.run(command)
        #expect(outcome.status == 78 || command == ["status"], "\(outcome.err)")
        #expect((outcome.out + outcome.err).contains("99"), "\(outcome.out)\(outcome.err)")
      }
      let setup = await shell.run(["setup"])
      #expect(setup.status == 78 && setup.code == "EST156")
      #expect(setup.err.contains("Uppgradera programmet"))
    }
  }
}
