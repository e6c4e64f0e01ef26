import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import TestSupport

@testable import Workflow

/// The casework's municipality, with a report of each class, beside a copy of it under another code; and a login for
/// each of its participants. In a cluster of its own, since logins are the server's.
struct RightsTown: Sendable {
  let cluster: LocalCluster
  let owner: Database

  /// The municipality with the same rows as the casework's, whose logins nobody of that one is.
  static let other = "2481"

  private static let making = Task { try await make() }
  static func shared() async throws -> RightsTown { try await making.value }

  /// Another one, in which participants come and go.
  private static let makingAnother = Task { try await make() }
  static func ofLogins() async throws -> RightsTown { try await makingAnother.value }

  /// Runs `body` as one of the participants, logged in as such.
  func asLogin<T: Sendable>(
    _ name: String, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    let database = Database(try cluster.conninfo(user: name))
    let result: Result<T, any Error>
    do {
      // Nothing stays of what a test tries.
      result = .success(try await database.rollingBack { try body($0) })
    } catch {
      result = .failure(error)
    }
    await database.close()
    return try result.get()
  }

  private static func make() async throws -> RightsTown {
    let cluster = try await TestCluster.another { $0.extensions = ["postgis"] }
    let owner = Database(try cluster.conninfo())
    let world = World(owner)
    try await world.build()
    for (number, reportClass) in [ReportClass.open, .authorityOnly].enumerated() {
      try await world.speak(
        at: instant("2026-11-18T1\(number + 1):00:00+01:00")
      ) { desk in
        var report = IncomingReport(
          category: CategoryCode(main: "vandalism"), from: instant("2026-11-17T22:00:00+01:00"))
        report.area = "Haga"
        report.unit = "Fältarna"
        report.reportClass = reportClass
        _ = try desk.addIncident(report)
      }
    }
    try await owner.transaction { session in
      for (login, role) in [
        ("lasare", "reader"), ("rad", "council"), ("revisor", "auditor"), ("polis", "participant"),
      ] {
        try session.execute(
          """
          with new as (
            insert into est.participant (municipality, id, login, function, organisation_id)
            select '2480', gen_random_uuid(), '2480_' || \(login), \(login), o.id
            from est.organisation o where o.name = 'Polisen' and \(login) = 'polis'
            union all
            select '2480', gen_random_uuid(), '2480_' || \(login), \(login), null where \(login) <> 'polis'
            returning municipality, id)
          insert into est.participant_role (municipality, participant_id, group_id, role)
          select new.municipality, new.id, g.id, \(role)
          from new join est.est_group g on g.municipality = new.municipality
          """)
      }
    }
    let problem = try await world.analysedProblem()
    try await world.start(try await world.decidedAction(on: problem))
    try await cluster.administer { session in
      try session.script(rows)
      try copy(session, to: other)
      try session.script(
        """
        do $$
        declare
          login text;
        begin
          for login in select p.login from est.participant p where p.login like '248%' loop
            execute format('create role %I login connection limit 10', login);
            execute format('alter role %I set statement_timeout = ''60s''', login);
            perform est.follow_roles(left(login, 4), login);
          end loop;
          -- One who may log in, and is nobody's participant.
          create role "2480_frammande" login connection limit 10 in role est_worker, est_administrator;
          alter role "2480_frammande" set statement_timeout = '60s';
        end
        $$;
        """)
    }
    return RightsTown(cluster: cluster, owner: owner)
  }

  /// Every row once more, of another municipality, past triggers and keys.
  private static func copy(_ session: Session, to code: String) throws {
    try session.script(
      """
      set session_replication_role = replica;
      do $$
      declare
        name text;
        columns text;
      begin
        for name, columns in
          select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'est'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and exists (select from pg_attribute m where m.attrelid = c.oid and m.attname = 'municipality')
          group by c.relname
        loop
          execute format('insert into est.%1$I (%2$s) select %2$s from (
            select (jsonb_populate_record(t, jsonb_build_object(''municipality'', %3$L) || case when %1$L = ''participant''
              then jsonb_build_object(''login'', %3$L || substr(to_jsonb(t) ->> ''login'', 5)) else ''{}'' end)).*
            from est.%1$I t) copied', name, columns, '\(code)');
        end loop;
      end
      $$;
      set session_replication_role = origin;
      """)
  }
}
