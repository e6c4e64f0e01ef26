import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// Participants' logins: who gives and takes them, and what becomes of what they had open.
@Suite(.serialized) struct LoginTests {
  private static let password = "korrekt häst batteri"

  /// Speaks over a login's own connection, in one transaction that stays.
  private func speak<T: Sendable>(
    as login: String, at now: Instant = World.beforeMeeting, _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> T {
    let database = Database(try await RightsTown.ofLogins().cluster.conninfo(user: login))
    let caller = Caller(
      identity: .connection, municipality: World.code, group: "Centrum", now: now, key: UUID())
    let result: Result<T, any Error>
    do {
      result = .success(try await Engine(database, isPrivate: false).run(caller, body))
    } catch {
      result = .failure(error)
    }
    await database.close()
    return try result.get()
  }

  private func refusal(as login: String, _ sql: SQL) async throws -> String? {
    do {
      try await RightsTown.ofLogins().asLogin(login) { session in try session.execute(sql) }
      return nil
    } catch let error as PostgresError {
      guard case .server(let server) = error.kind else { throw error }
      return server.constraintName ?? server.sqlState
    }
  }

  private func added(_ login: String, _ role: GroupRole) async throws {
    try await speak(as: "2480_administrator") { desk in
      let (participant, _) = try desk.addParticipant(
        login: login, organisation: try desk.organisation(named: "Kommunen"), function: "prov", address: nil,
        roles: [role], in: try desk.group())
      try desk.giveLogin(to: participant, password: Self.password)
    }
  }

  @Test func anAdministratorGivesALoginAndTakesItAtOnce() async throws {
    let town = try await RightsTown.ofLogins()
    let login = "2480_prov"
    try await added(login, .coordinator)
    #expect(try await speak(as: login) { try $0.incidents(of: try $0.group(), IncidentFilter()).count } > 0)
    let kept = try await town.owner.session { session in
      try session.first(
        """
        select rolconnlimit > 0 and not rolcreaterole and not rolsuper and not rolbypassrls as limited,
          (select string_agg(g.rolname, ' ' order by g.rolname) from pg_auth_members m
            join pg_roles g on g.oid = m.roleid where m.member = r.oid) as groups
        from pg_roles r where rolname = \(login)
        """
      ) { (try $0.get("limited", as: Bool.self), try $0.get("groups", as: String.self)) }
    }
    #expect(kept?.0 == true && kept?.1 == "est_coordinator est_member")

    // What it has open ends with it, and nobody else's does.
    let open = Database(try town.cluster.conninfo(user: login))
    let others = Database(try town.cluster.conninfo(user: "2480_samordnare"))
    for database in [open, others] {
      #expect(
        try await database.session { try $0.one("select count(*) from est.est_group", as: Int.self) } > 0)
    }
    let start = ContinuousClock.now
    try await speak(as: "2480_administrator") { desk in
      try desk.removeParticipant(try desk.participant(login: login))
    }
    await #expect(throws: PostgresError.self) {
      try await open.session { try $0.one("select count(*) from est.est_group", as: Int.self) }
    }
    await #expect(throws: PostgresError.self) {
      try await town.asLogin(login) { try $0.one("select 1", as: Int.self) }
    }
    print("a removed login: session ended and new one refused after \(ContinuousClock.now - start)")
    #expect(try await others.session { try $0.one("select count(*) from est.est_group", as: Int.self) } > 0)
    await open.close()
    await others.close()
  }

  @Test func onlyAnAdministratorOfTheMunicipalityDoes() async throws {
    try await added("2480_offer", .reader)
    let verifier =
      "SCRAM-SHA-256$4096:" + String(repeating: "A", count: 24) + "$"
      + String(repeating: "B", count: 44) + ":" + String(repeating: "C", count: 44)
    let make: SQL = "select est.make_login('2480', '2480_offer', \(verifier))"
    for login in ["2480_samordnare", "2480_worker", "2481_administrator", "2480_frammande"] {
      #expect(try await refusal(as: login, make) == "login_by_administrator", "\(login)")
      let drop = try await refusal(as: login, "select est.drop_login('2480', '2480_offer')")
      #expect(["login_by_administrator", "42501"].contains(drop), "\(login)")
    }
    #expect(try await refusal(as: "2480_offer", make) == nil, "one's own password")
    let administrator = "2480_administrator"
    let refused: [(SQL, String)] = [
      ("select est.make_login('2480', '2480_ingen', \(verifier))", "login_is_participant"),
      ("select est.make_login('2480', 'postgres', \(verifier))", "login_is_participant"),
      ("select est.make_login('2480', '2481_samordnare', \(verifier))", "login_is_participant"),
      ("select est.make_login('2481', '2481_samordnare', \(verifier))", "login_by_administrator"),
      ("select est.make_login('2480', '2480_offer', 'hemligt')", "verifier_is_scram"),
      ("select est.drop_login('2480', 'postgres')", "login_is_participant"),
      ("select est.drop_login('2480', '2480_administrator')", "login_is_others"),
      ("create role \"2480_egen\" login", "42501"), ("grant est_engine to \"2480_administrator\"", "42501"),
      ("select est.follow_roles('2480', '2480_offer')", "42501"),
      ("alter role \"2480_offer\" createrole", "42501"),
    ]
    for (sql, rule) in refused {
      #expect(try await refusal(as: administrator, sql) == rule, "\(sql.text)")
    }
  }

  @Test func whoMovesTakesNothingAlong() async throws {
    try await added("2480_flyttar", .participant)
    let login = "2480_flyttar"
    let seen: @Sendable (Desk) throws -> Set<ReportClass> = { desk in
      Set(try desk.incidents(of: try desk.group(), IncidentFilter()).map(\.content.reportClass))
    }
    #expect(try await speak(as: login, seen).contains(.authorityOnly))
    try await speak(as: "2480_administrator") { desk in
      _ = try desk.moveParticipant(
        try desk.participant(login: login), to: try desk.organisation(named: "Bostaden"),
        function: "förvaltare", address: nil)
    }
    #expect(try await !speak(as: login, seen).contains(.authorityOnly))
    #expect(try await speak(as: login) { try $0.people.roles(of: $0.actor.id).map(\.role) } == [.participant])
  }

  @Test func aSubstitutesTimeEndsByItself() async throws {
    try await added("2480_vikarie", .reader)
    try await speak(as: "2480_administrator") { desk in
      let substitute = try desk.participant(login: "2480_vikarie")
      let last = LocalDate("2026-11-26")!
      #expect(try desk.grant(.coordinator, in: try desk.group(), to: substitute, through: last) == .changed)
      #expect(try desk.grant(.coordinator, in: try desk.group(), to: substitute, through: last) == .unchanged)
      #expect(throws: UseCaseError.self) {
        try desk.grant(
          .policeLead, in: try desk.group(), to: substitute, through: LocalDate("2026-11-01")!)
      }
    }
    let seen: @Sendable (Desk) throws -> (Int, [GroupRole]) = { desk in
      (
        try desk.incidents.list(IncidentFilter()).count,
        try desk.people.roles(of: desk.actor.id).map(\.role)
      )
    }
    let before = try await speak(as: "2480_vikarie", at: instant("2026-11-26T23:59:59+01:00"), seen)
    #expect(before.0 > 0 && before.1 == [.coordinator, .reader])
    let after = try await speak(as: "2480_vikarie", at: instant("2026-11-27T00:00:00+01:00"), seen)
    #expect(after.0 == 0 && after.1 == [.reader])
  }
}
