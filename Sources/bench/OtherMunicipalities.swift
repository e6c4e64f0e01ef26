import LocalCluster
import Postgres

/// Other municipalities beside the one that is measured, each with reports of its own over the same five years.
enum OtherMunicipalities {
  /// Codes that no municipality has.
  private static let first = 3_000

  /// Leaves those that are there already as they are.
  static func add(_ count: Int, reports: Int, to server: LocalCluster) async throws {
    let known: Int = try await server.administer(database: PictureBenchmark.database) { session in
      try session.script(
        """
        drop table if exists public.taken;
        create unlogged table public.taken as
          select row_number() over () as n, i.* from est.incident i where i.municipality = '\(World.code)';
        create index on public.taken (n);
        analyze public.taken;
        """)
      return try session.one("select count(*) from est.municipality where municipality >= \(String(first))")
    }
    // Each in a session of its own, whose deadline holds for one.
    for code in known..<max(known, count) {
      let statements = statements(String(first + code), reports: reports)
      try await server.administer(database: PictureBenchmark.database) { try $0.script(statements) }
    }
    try await server.administer(database: PictureBenchmark.database) { session in
      try session.execute("drop table public.taken")
      for table in ["incident", "incident_key"] {
        try session.execute("vacuum analyze est.\(identifier: table)")
      }
    }
  }

  /// A municipality like the first one: its people, areas and categories, and reports drawn among its own with other
  /// times. Checks and triggers were passed by the reports that these are like.
  private static func statements(_ code: String, reports: Int) -> String {
    func copied(_ table: String, _ changes: String = "") -> String {
      """
      insert into est.\(table)
      select (jsonb_populate_record(t, jsonb_build_object('municipality', '\(code)'\(changes)))).* from est.\(table) t
      where t.municipality = '\(World.code)';
      """
    }
    return """
      set session_replication_role = replica;
      \(copied("municipality", ", 'name', 'Kommun \(code)'"))
      \(copied("est_group"))
      \(copied("organisation"))
      \(copied("participant", ", 'login', '\(code)' || substr(t.login, 5)"))
      \(copied("participant_role"))
      \(copied("category"))
      \(copied("area"))
      \(copied("area_piece"))
      create temporary table written as
        select gen_random_uuid() as new_id, t.* from (
          select 1 + floor(random() * (select max(n) from public.taken))::bigint as n
          from generate_series(1, \(reports))) r join public.taken t using (n);
      insert into est.incident_key (municipality, id, received_at, group_id, organisation_id, reported_by, class)
        select '\(code)', new_id, received_at, group_id, organisation_id, reported_by, class from written;
      insert into est.incident (municipality, received_at, id, version, group_id, organisation_id, reported_by, source,
          class, category_version, category, reasons, area_id, point, precision, occurred_from, occurred_to, certainty,
          review, reviewed_at, reviewed_by)
        select '\(code)', received_at, new_id, 1, group_id, organisation_id, reported_by, source, class,
          category_version, category, reasons, area_id, point, precision, occurred_from, occurred_to, certainty, review,
          reviewed_at, reviewed_by
        from written order by occurred_from;
      drop table written;
      set session_replication_role = origin;
      """
  }
}
