import Foundation
import Postgres
import TestSupport
import Testing

/// Who may see and do what, tried as login roles against the database itself.
@Suite(.serialized) struct RightsTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "matrix.txt")

  /// The probe in a transaction of the superuser's, of which nothing stays.
  func probing<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
    let town = try await RightsTown.shared()
    let superuser = Database(try town.cluster.conninfo(user: "postgres"))
    let result: Result<T, any Error>
    do {
      result = .success(
        try await superuser.rollingBack(deadline: .seconds(3_600)) { session in
          try session.script(Probe.sql)
          return try body(session)
        })
    } catch {
      result = .failure(error)
    }
    await superuser.close()
    return try result.get()
  }

  /// Run with `EST_UPDATE=1` to write the file anew, and read what has changed.
  @Test func everyCellIsAsWritten() async throws {
    let lines = try await probing { session in
      try Probe.tables(session).flatMap { try Probe.cells($0, session) }
    }
    let found = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["EST_UPDATE"] == "1" {
      try found.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(found == (try? String(contentsOf: Self.file, encoding: .utf8)))
    // Rows of another municipality stand after a bar; what tells nothing of any is in tables without one.
    #expect(lines.filter { $0.contains("|") } == [])
  }

  @Test func companiesSeeNothingThatIsTheAuthorities() async throws {
    let town = try await RightsTown.shared()
    func classes(_ login: String) async throws -> [String] {
      try await town.asLogin("2480_\(login)") { session in
        try session.rows("select distinct class from est.incident order by class") { try $0.get("class") }
      }
    }
    #expect(try await classes("samordnare") == ["authority-only", "open", "shared"])
    #expect(try await classes("kommunpolis") == ["authority-only", "open", "shared"])
    #expect(try await classes("bostad") == ["open", "shared"])
    // Those of the own organisation, and the own one.
    #expect(try await classes("rapportor") == ["open", "shared"])
    #expect(try await classes("worker") == ["authority-only", "open", "shared"])
  }

  @Test func nobodySpeaksInAnothersName() async throws {
    let town = try await RightsTown.shared()
    for login in ["samordnare", "kommunpolis", "bostad", "worker"] {
      let error = await #expect(throws: PostgresError.self) {
        try await town.asLogin("2480_\(login)") { session in
          try session.execute(
            """
            insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
              from_state, event, to_state, actor, actor_role, at, key, hash)
            select l.municipality, gen_random_uuid(), 1, l.machine, l.machine_version, l.group_id, l.from_state,
              l.event, l.to_state, p.id, l.actor_role, l.at, gen_random_uuid(), ''
            from est.transition_log l join est.participant p on p.login = '2480_samordnare2'
            where l.revision = 1 and l.actor_role = 'coordinator' limit 1
            """)
        }
      }
      #expect(error?.sqlState == "42501", "\(login)")
    }
  }

  /// The private cluster's own role alone may more than a participant; anywhere else it is shut when setup is done.
  private static let handedOver = """
    alter role est_local nobypassrls;
    revoke est_owner, est_engine, est_keeper from est_local;
    """

  @Test func theCatalogueHasNoHole() async throws {
    let findings = try await probing { session in
      try session.script(Self.handedOver)
      return try CatalogLint.findings(session)
    }
    #expect(findings == [])
  }

  @Test(arguments: [
    ("no forced row-level security", "alter table est.setting no force row level security"),
    ("no forced row-level security", "alter table est.setting disable row level security"),
    (
      "no forced row-level security",
      "create table est.new (municipality text); alter table est.new owner to est_owner"
    ),
    ("view with its owner's rights", "alter view est.present reset (security_invoker)"),
    ("definer function without a pinned path", "alter function est.my_ids() reset all"),
    ("definer function of another", "alter function est.log_position(xid8) security definer"),
    ("policy that is always true", "alter policy may_select on est.unit using (true)"),
    ("policy that does not ask", "alter policy may_select on est.unit using (name <> '')"),
    ("policy for everybody", "alter policy may_select on est.unit to public"),
    ("index without the municipality", "create index on est.unit (name)"),
    ("unique without the municipality", "create unique index on est.unit (id, municipality)"),
    (
      "foreign key without",
      "create unique index k on est.area (id, municipality); alter table est.area add constraint u unique using index k; "
        + "alter table est.setting add a uuid, add m text, add foreign key (a, m) references est.area (id, municipality)"
    ),
    (
      "PUBLIC may make temporary",
      "do $$ begin execute 'grant temporary on database ' || current_database() || ' to public'; end $$"
    ),
    ("PUBLIC may create in public", "grant create on schema public to public"),
    ("PUBLIC may run", "grant execute on function est.seal_log(text) to public"),
    ("PUBLIC has select", "grant select on est.unit to public"),
    ("a right beside", "grant truncate on est.unit to est_administrator"),
    ("owned by another", "alter table est.unit owner to postgres"),
    ("owned by another", "alter function est.clock() owner to postgres"),
    ("a bypass", "alter role \"2480_bostad\" bypassrls"),
    ("makes roles", "alter role \"2480_administrator\" createrole"),
    ("a login that is another's member", "grant \"2480_bostad\" to \"2480_rapportor\""),
    ("a login that is another's member", "grant est_engine to \"2480_worker\""),
    ("a participant's login without limits", "alter role \"2480_bostad\" connection limit -1"),
  ])
  func everyPlantedHoleIsFound(_ finding: String, _ hole: String) async throws {
    let findings = try await probing { session in
      try session.script(Self.handedOver)
      try session.script(hole)
      return try CatalogLint.findings(session)
    }
    #expect(findings.contains { $0.hasPrefix(finding) }, "\(findings)")
  }

  /// Each right changed, one at a time: the cells or the lint tell.
  @Test func mutantsAreFound() async throws {
    let (count, survivors) = try await probing { session in
      try session.script(Self.handedOver)
      var before: [String: [String]] = [:]
      var survivors: [String] = []
      var random = Seed.generator(21)
      let all = try Mutant.all(session)
      let mutants = Seed.full ? all : Array(all.shuffled(using: &random).prefix(150))
      for mutant in mutants {
        if before[mutant.table] == nil, !mutant.table.isEmpty {
          before[mutant.table] = try Probe.cells(mutant.table, session)
        }
        var isFound = false
        do {
          try session.savepoint { _ in
            try session.script(mutant.sql)
            isFound =
              try mutant.table.isEmpty
              ? !CatalogLint.findings(session).isEmpty
              : Probe.cells(mutant.table, session) != before[mutant.table]
            throw Undone()
          }
        } catch is Undone {}
        if !isFound { survivors.append(mutant.sql) }
      }
      return (mutants.count, survivors)
    }
    print(
      "\(count) mutants, \(survivors.count) survivors:", survivors.joined(separator: "\n"), separator: "\n")
    // Of all of them one in twenty may; of so few it may be by chance that more do.
    #expect(Double(survivors.count) <= (Seed.full ? 0.05 : 0.1) * Double(count))
  }

  private struct Undone: Error {}
}
