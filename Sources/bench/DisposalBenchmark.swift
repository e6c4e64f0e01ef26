import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// Disposal of many reports' texts, all of them due on one day, beside one plain update of them without anything that
/// watches over reports.
struct DisposalBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disposal",
    abstract: "Disposal of reports' texts, in reports a second, and the longest batch.")

  @Option(help: "Reports that are due, among as many that are not.") var reports = 200_000
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  func run() async throws {
    let folder = cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench"
    let server = try World.cluster(at: folder)
    try await server.start()
    try await World.make("bench_disposal", in: server, areas: nil)
    var options = Database.Options()
    options.defaultDeadline = .seconds(3_600)
    let database = Database(try server.conninfo(database: "bench_disposal"), options: options)
    let engine = Engine(database, isPrivate: true)
    try await fill(database)
    let raw = try await seconds {
      try await database.rollingBack { session in
        try session.execute("alter table est.incident disable trigger user")
        try session.execute(
          "update est.incident set text = '[gallrat]', place = '[gallrat]' where received_at < '2027-01-01'")
      }
    }
    try await database.session { session in try session.execute("vacuum est.incident") }
    _ = try await engine.run(World.caller()) { desk in
      try desk.setRetention(.reports, RetentionPeriod("P2Y"), from: nil, decision: "KS 2026/123 § 45")
    }
    _ = try await engine.setClock { _ in Instant(rfc3339: "2029-01-01T00:00:00+01:00")! }
    var batches: [Double] = []
    var disposed = 0
    while true {
      var count = 0
      let time = try await seconds { count = try await engine.dispose(batches: 1) ?? 0 }
      if count == 0 { break }
      disposed += count
      batches.append(time)
    }
    let idle = try await seconds { _ = try await engine.dispose() }
    let total = batches.reduce(0, +)
    for (unit, value) in [
      ("reportsPerSecond", Double(disposed) / total),
      ("longestBatchMilliseconds", (batches.max() ?? 0) * 1000),
      ("nothingDueMilliseconds", idle * 1000),
    ] {
      try Report(
        benchmark: "disposal", unit: unit, value: value,
        parameters: [
          "reports": .number(disposed), "left": .number(reports), "batch": .number(Engine.disposedTogether),
          "seconds": .number(Int(total)), "plainUpdateSeconds": .number(Int(raw)),
        ]
      ).print()
    }
    await database.close()
    try await server.stop()
  }

  private func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// As many due as not, each with a text, a place and a point.
  private func fill(_ database: Database) async throws {
    try await database.transaction { [reports] session in
      try session.execute(
        """
        insert into est.incident (municipality, received_at, id, group_id, organisation_id, reported_by, source, class,
          category_version, category, place, text, point, precision, occurred_from, certainty)
        select g.municipality, t.at, gen_random_uuid(), g.id, o.id, p.id, 'police-import', 'open', 1, 'vandalism',
          'Torget', 'Klotter på fasaden', st_setsrid(st_makepoint(758000 + t.n % 5000, 7088000), 3006), 'point', t.at,
          'seen'
        from est.est_group g join est.organisation o using (municipality)
        join est.participant p on p.municipality = g.municipality and p.login = g.municipality || '_administrator'
        cross join (
          select n, case when n <= \(Int64(reports)) then timestamptz '2026-01-01' else timestamptz '2028-01-01' end
            + n * interval '1 minute' as at
          from generate_series(1, 2 * \(Int64(reports))) n) t
        """)
    }
    try await database.session { session in try session.execute("vacuum analyze est.incident") }
  }
}
