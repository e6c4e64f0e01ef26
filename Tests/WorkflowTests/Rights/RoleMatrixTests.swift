import Foundation
import Postgres
import Testing

/// The README's table of roles is what the database's policies and grants say.
@Suite struct RoleMatrixTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
  private static let start =
    "<!-- roles: EST_UPDATE=1 Deploy/test --filter RoleMatrixTests writes this table -->\n"
  private static let end = "<!-- end of roles -->"

  private static let roles = [
    ("est_reporter", "reporter"), ("est_participant", "participant"), ("est_coordinator", "coordinator"),
    ("est_police_lead", "police lead"), ("est_steering", "steering"), ("est_council", "council"),
    ("est_reader", "reader"), ("est_auditor", "auditor"), ("est_worker", "worker"),
    ("est_administrator", "administrator"),
  ]

  /// What people call what is in the tables. A table that is in none has a row of its own.
  private static let areas: [(name: String, tables: Set<String>)] = [
    ("reports", ["incident"]), ("what reports said before", ["incident_version", "redaction"]),
    ("numbers and references of reports", ["incident_key"]),
    (
      "periods and who has answered",
      ["occurrence", "occurrence_move", "cycle", "coverage", "nothing_to_report"]
    ),
    ("the picture", ["picture"]), ("its annex", ["picture_annex"]),
    ("what pictures are compiled from", ["kept_reports", "changed_day"]),
    ("what is public", ["public_release"]), ("what is shared with others", ["share"]),
    ("which files were made", ["export_made"]), ("the meeting", ["attendance", "decision", "priority"]),
    (
      "problems and their analyses",
      [
        "problem", "problem_incident", "problem_outcome", "analysis", "evidence", "cause", "chain_step",
        "signature",
      ]
    ),
    (
      "actions and effects",
      [
        "action", "action_cause", "effect_plan", "effect_plan_area", "effect_plan_category", "area_score",
      ]
    ),
    (
      "agreements and promises",
      [
        "agreement", "agreement_party", "agreement_signatory", "promise_set", "promise", "promise_activity",
        "promise_promisor", "promise_signatory",
      ]
    ),
    ("safety walks", ["safety_walk", "walk_point"]),
    ("the statutory picture", ["statutory_duty", "statutory_picture"]),
    ("the log", ["transition_log", "log_head"]), ("states and timers", ["instance", "timer", "refusal"]),
    ("notices", ["notice"]), ("mail and files to send", ["outbox", "outbox_attempt", "outbox_retry"]),
    ("participants and their roles", ["participant", "participant_role"]),
    ("addresses of their functions", ["participant_address"]),
    ("how long what is kept, and what has gone", ["retention_rule", "retention_hold", "disposal"]),
    (
      "organisations, areas, categories, settings",
      [
        "municipality", "est_group", "organisation", "unit", "area", "area_piece", "category", "harm_table",
        "harm_weight", "setting",
      ]
    ),
    (
      "the machines and the schema",
      ["machine", "machine_move", "machine_move_role", "outbox_move", "migration", "trial"]
    ),
    ("running numbers", ["running_number"]), ("the workers' own", ["lease", "worker"]),
  ]

  /// Which roles a policy and a grant together let do what: a row a table, role and command.
  private static let rights: SQL = """
    select c.relname as name, r.rolname as role, a.letter
    from pg_policy p
    join pg_class c on c.oid = p.polrelid and c.relnamespace = 'est'::regnamespace
    join (values ('r', 'select', 'r'), ('a', 'insert', 'a'), ('w', 'update', 'c'), ('d', 'delete', 'd'))
      as a(command, privilege, letter) on p.polcmd = a.command::"char" or p.polcmd = '*'
    join pg_roles r on exists (select from unnest(p.polroles) q where pg_has_role(r.oid, q, 'usage'))
    where p.polpermissive and pg_get_expr(p.polwithcheck, p.polrelid) is distinct from 'false'
      and case a.privilege when 'delete' then has_table_privilege(r.oid, c.oid, 'delete')
        else has_any_column_privilege(r.oid, c.oid, a.privilege) end
    group by 1, 2, 3
    """

  private struct Right: Hashable, Sendable {
    let table: String
    let role: String
    let letter: String
  }

  @Test func theReadmesTableIsTheDatabases() async throws {
    let (rights, tables) = try await World.run { world in
      try await world.database.session { session in
        let rights = Set(
          try session.rows("\(Self.rights)") {
            Right(table: try $0.get("name"), role: try $0.get("role"), letter: try $0.get("letter"))
          })
        let tables = try session.rows(
          """
          select relname from pg_class where relnamespace = 'est'::regnamespace and relkind in ('r', 'p')
            and not relispartition order by 1
          """
        ) { try $0.get("relname", as: String.self) }
        return (rights, tables)
      }
    }
    let readme = try String(contentsOf: Self.file, encoding: .utf8)
    let table = Self.table(rights, tables)
    let from = try #require(readme.range(of: Self.start))
    let to = try #require(readme.range(of: Self.end))
    let written = readme[..<from.upperBound] + table + readme[to.lowerBound...]
    if ProcessInfo.processInfo.environment["EST_UPDATE"] == "1" {
      try Data(written.utf8).write(to: Self.file)
    } else {
      #expect(readme == String(written), "EST_UPDATE=1 Deploy/test --filter RoleMatrixTests writes it anew")
    }
  }

  private static func table(_ rights: Set<Right>, _ tables: [String]) -> String {
    let placed = areas.reduce(into: Set<String>()) { $0.formUnion($1.tables) }
    let rows = areas + tables.filter { !placed.contains($0) }.map { ("`\($0)`", [$0]) }
    func cell(_ role: String, _ names: Set<String>) -> String {
      let letters = ["r", "a", "c", "d"].compactMap { letter in
        let count = names.count { rights.contains(Right(table: $0, role: role, letter: letter)) }
        return count == 0 ? nil : count == names.count ? letter : "(\(letter))"
      }
      return letters.isEmpty ? "–" : letters.joined(separator: " ")
    }
    let head = ["what"] + roles.map(\.1)
    let lines = rows.map { area in
      [area.name] + roles.map { cell($0.0, area.tables.intersection(tables)) }
    }
    return ([head, head.map { _ in "---" }] + lines).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  @Test func everyTableThatIsNamedIsThere() async throws {
    let tables = try await World.run { world in
      try await world.database.session { session in
        try session.rows("select relname from pg_class where relnamespace = 'est'::regnamespace") {
          try $0.get("relname", as: String.self)
        }
      }
    }
    let gone = Self.areas.flatMap(\.tables).filter { !tables.contains($0) }
    #expect(gone == [])
  }
}
