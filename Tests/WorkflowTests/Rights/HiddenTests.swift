import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

/// A row that somebody may not see is as if it were not there: by the time that a question takes, and by every word of
/// an answer.
extension RightsTests {
  /// Two thousand more reports, every other one authority-only, and one of those looked for; forty say the same text.
  private static let crowd = """
    set local session_replication_role = replica;
    insert into est.incident (municipality, received_at, id, group_id, organisation_id, reported_by, source, class,
      category_version, category, precision, area_id, occurred_from, certainty, text)
    select i.municipality, i.received_at + n * interval '1 second', gen_random_uuid(), i.group_id, i.organisation_id,
      i.reported_by, i.source, case when n % 2 = 0 then 'authority-only' else 'open' end, i.category_version, i.category,
      i.precision, i.area_id, i.occurred_from, i.certainty, case when n % 50 = 0 then 'Rutan' else n::text end
    from (select i.* from est.incident i join est.est_group g on (g.municipality, g.id) = (i.municipality, i.group_id)
      where i.class = 'authority-only' and i.municipality = '2480' and i.precision <> 'point' and g.name <> 'Norr'
      limit 1) i,
      generate_series(1, 2000) n;
    insert into est.incident_key (municipality, id, received_at, register, reference, number, group_id, organisation_id,
      reported_by, class)
    select municipality, id, received_at, 'polisen', 'K' || n, '2027-' || n, group_id, organisation_id, reported_by, class
    from (select i.*, row_number() over (order by received_at) as n from est.incident i
      where i.municipality = '2480' and i.text ~ '^([0-9]+|Rutan)$') i;
    set local session_replication_role = origin;
    analyze est.incident;
    analyze est.incident_key;
    """

  private struct Lookup: Sendable {
    let name: String
    let hidden: SQL
    let absent: SQL
  }

  /// How much longer each question takes for what is hidden than for what is not there, as parts of one.
  private func differences(_ login: String) async throws -> [String: Double] {
    try await probing { session in
      try session.script(Self.crowd)
      let (id, number, reference): (UUID, String, String) = try session.first(
        """
        select k.id, k.number, k.reference from est.incident_key k
        where k.class = 'authority-only' and k.reference like 'K%' order by k.received_at offset 500 limit 1
        """
      ) { (try $0.get("id"), try $0.get("number"), try $0.get("reference")) }!
      try session.execute("set local session authorization \(identifier: login)")
      func find(_ name: String) -> SQL {
        """
        select i.text from est.incident i where i.municipality = '2480' and (i.id, i.received_at) in (
          select k.id, k.received_at from est.incident_key k where k.municipality = '2480' and \(raw: name))
        """
      }
      let lookups = [
        Lookup(name: "id", hidden: find("k.id = '\(id)'"), absent: find("k.id = '\(UUID())'")),
        Lookup(
          name: "number", hidden: find("k.number = '\(number)'"), absent: find("k.number = '2027-99999'")),
        Lookup(
          name: "reference", hidden: find("k.register = 'polisen' and k.reference = '\(reference)'"),
          absent: find("k.register = 'polisen' and k.reference = 'K99999'")),
        Lookup(
          name: "text",
          hidden:
            "select count(*)::text as text from est.incident where municipality = '2480' and text = 'Rutan'",
          absent:
            "select count(*)::text as text from est.incident where municipality = '2480' and text = 'Kanan'"),
      ]
      var result: [String: Double] = [:]
      for lookup in lookups {
        var times: (hidden: [Duration], absent: [Duration]) = ([], [])
        func ask(_ sql: SQL) throws -> Duration {
          try ContinuousClock().measure {
            let told = try session.rows(sql) { try $0.get("text", as: String?.self) }
            #expect(told == [] || told == ["0"], "\(lookup.name)")
          }
        }
        for turn in 0..<400 {
          // In turns, and each as often before the other as after it.
          if turn % 2 == 0 { times.hidden.append(try ask(lookup.hidden)) }
          times.absent.append(try ask(lookup.absent))
          if turn % 2 == 1 { times.hidden.append(try ask(lookup.hidden)) }
        }
        let (hidden, absent) = (times.hidden.sorted()[200], times.absent.sorted()[200])
        result[lookup.name] = hidden / absent - 1
        print("\(login) \(lookup.name): hidden \(hidden), absent \(absent)")
      }
      try session.execute("reset session authorization")
      return result
    }
  }

  /// Not so yet: a policy's questions who speaks are put only when an index has found a row, hidden or not, and take some
  /// forty microseconds. Whoever writes SQL of their own can tell a hidden number from none by them.
  @Test func hiddenTakesAsLongAsAbsent() async throws {
    let found = try await differences("2480_bostad")
    for name in ["id", "number", "reference"] {
      withKnownIssue(isIntermittent: true) { #expect(abs(found[name]!) < 0.05, "\(name)") }
    }
  }

  /// What a login is told of a statement about one thing, all of it.
  private static func told(_ session: Session, _ statement: String) throws -> String {
    do {
      return try session.savepoint { session in
        try session.script(statement)
        throw Undone()
      }
    } catch is Undone {
      return "done"
    } catch let error as PostgresError {
      guard case .server(let said) = error.kind else { throw error }
      return [
        said.severity, said.sqlState, said.message, said.detail, said.hint, said.schemaName, said.tableName,
        said.columnName, said.constraintName, said.context,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  private struct Undone: Error {}

  /// Each with `ID` for what it is about. Said of what is hidden, and of what is not there.
  private static let statements: [(login: String, of: String, statement: String)] = [
    ("bostad", report, "insert into est.problem_incident select '2480', id, 'ID' from est.problem limit 1"),
    ("bostad", report, "delete from est.problem_incident where incident_id = 'ID'"),
    ("bostad", report, "update est.incident set text = 'annat' where id = 'ID'"),
    ("bostad", report, "update est.incident_key set source_print = 1 where id = 'ID'"),
    ("bostad", report, "select 1 / count(*) from est.incident_version where id = 'ID'"),
    (
      "kommunpolis", elsewhere,
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, key, hash)
      select l.municipality, 'ID', 2, l.machine, l.machine_version, '\(RightsTown.norr)', l.from_state, l.event, l.to_state,
        (select est.my_ids())[1], l.actor_role, l.at, gen_random_uuid(), ''
      from est.transition_log l where l.revision = 1 limit 1
      """
    ),
    (
      "samordnare", "select id from est.agreement where number = '2026-9n'",
      "insert into est.agreement_party select '2480', 'ID', id from est.organisation"
    ),
    (
      "samordnare", "select id from est.cycle where group_id = '\(RightsTown.norr)'",
      "insert into est.decision values ('2480', 'ID', 9, gen_random_uuid(), 'Beslut', now())"
    ),
    (
      "samordnare", "select id from est.problem where group_id = '\(RightsTown.norr)'",
      "insert into est.cause (municipality, problem_id, number, text) values ('2480', 'ID', 9, 'Orsak')"
    ),
    (
      "samordnare", "select id from est.problem where group_id = '\(RightsTown.norr)'",
      "insert into est.signature (municipality, problem_id, participant_id) select '2480', 'ID', (est.my_ids())[1]"
    ),
    (
      "bostad", "select id from est.cycle where municipality = '2480' and group_id <> '\(RightsTown.norr)'",
      "select est.annex_for('2480', 'ID', 99, (select id from est.participant where login = '2480_kommunpolis'))"
    ),
  ]
  private static let report =
    "select id from est.incident where text = '\(RightsTown.hidden)' and municipality = '2480'"
  private static let elsewhere =
    "select id from est.problem where municipality = '2480' and group_id = '\(RightsTown.norr)'"

  @Test func hiddenIsRefusedAsAbsentIs() async throws {
    let answers = try await probing { session in
      try Self.statements.map { login, of, statement in
        let id: UUID = try session.one("\(raw: of) limit 1")
        try session.execute("set local session authorization \(identifier: "2480_\(login)")")
        let hidden = try Self.told(session, statement.replacing("ID", with: id.uuidString))
        let absent = try Self.told(session, statement.replacing("ID", with: UUID().uuidString))
        try session.execute("reset session authorization")
        return (statement, hidden, absent.replacing(id.uuidString, with: ""))
      }
    }
    for (statement, hidden, absent) in answers { #expect(hidden == absent, "\(statement)") }
  }

  /// Another's reference, hidden from whoever imports it too: it is new to them, and stored as theirs.
  @Test func aHiddenReferenceIsNoRefusal() async throws {
    let added = try await probing { session in
      try ["bostad", "samordnare"].map { login in
        let reference: String = try session.one(
          "select reference from est.incident_key where municipality = '2480' and reference like '\(raw: RightsTown.hidden)-%' limit 1"
        )
        try session.execute("set local session authorization \(identifier: "2480_\(login)")")
        defer { try? session.execute("reset session authorization") }
        return try [reference, "ny-\(login)"].map { reference in
          try session.one(
            """
            select count(*) from est.participant p
            join est.participant_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
            cross join lateral est.add_keys(p.municipality, now(), p.organisation_id, p.id, 'polisen',
              array[gen_random_uuid()], array[r.group_id], '{open}', array[\(reference)], '{null}', '{null}') added
            where p.login = session_user and r.role in ('reporter', 'coordinator')
            """, as: Int.self)
        }
      }
    }
    // Who may know of the report knows the reference, and it is taken.
    #expect(added == [[1, 1], [0, 1]])
  }
}
