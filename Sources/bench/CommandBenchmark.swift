import ArgumentParser
import Foundation
import LocalCluster
import Persistence
import Postgres

/// A cold `est incident add` as a whole process, beside `psql -c` of the same insert, in turn.
struct CommandBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cli", abstract: "A cold est incident add beside psql -c of the same insert.")

  @Option(help: "Pairs of runs; the median is printed.") var runs = 21
  @Option(help: "The est program; the one beside this by default.") var est: String?
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  func run() async throws {
    let folder = cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench"
    let server = try World.cluster(at: folder)
    try await server.start()
    try await World.make("bench_cli", in: server, areas: nil)
    let conninfo = try server.conninfo(database: "bench_cli")
    let engine = Database(conninfo)
    try await addUnit(engine)
    let program = est ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/est"
    let add = [
      "incident", "add", "--database", conninfo, "--unit", "Park", "--category", "vandalism/klotter",
      "--area", "A01",
      "--at", "2026-11-20T18:00:00+01:00", "--text", "Klotter vid entrén", "--no-input", "--quiet",
    ]
    _ = try output(of: program, add)
    let insert = try await sameInsert(engine)
    await engine.close()

    var product: [Double] = []
    var raw: [Double] = []
    for _ in 0..<runs {
      raw.append(try seconds { _ = try output(of: "/usr/bin/psql", ["-qX", conninfo, "-c", insert]) })
      product.append(try seconds { _ = try output(of: program, add) })
    }
    try Report(
      benchmark: "cli", unit: "milliseconds", value: median(product) * 1000,
      parameters: ["runs": .number(runs), "limit": "own"], raw: median(raw) * 1000,
      ratio: median(zip(product, raw).map { $0 / $1 })
    ).print()
    try await server.stop()
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func addUnit(_ database: Database) async throws {
    try await database.transaction { session in
      let people = PeopleStore(session, World.code)
      let group = try MunicipalityStore(session).groups(of: World.code)[0]
      let organisation = try people.organisations()[0]
      try people.add(
        ReportingUnit(
          id: .init(UUID()), organisation: organisation.id, group: group.id, name: "Park", isExpected: true))
    }
  }

  /// The report that was just added, as one hand-written statement that adds another like it.
  private func sameInsert(_ database: Database) async throws -> String {
    try await database.transaction { session in
      try session.one(
        """
        select format('with k as (insert into est.incident_key (municipality, id, received_at, group_id,
            organisation_id, reported_by, class)
          values (%L, gen_random_uuid(), now(), %L, %L, %L, %L) returning id, received_at)
          insert into est.incident (municipality, received_at, id, group_id, organisation_id, unit_id, reported_by,
            source, class, category_version, category, area_id, precision, occurred_from, certainty, text)
          select %L, received_at, id, %L, %L, %L, %L, %L, %L, %s, %L, %L, %L, %L, %L, %L from k',
          municipality, group_id, organisation_id, reported_by, class,
          municipality, group_id, organisation_id, unit_id, reported_by, source, class, category_version, category, area_id, precision, occurred_from, certainty, text)
        from est.incident limit 1
        """)
    }
  }
}
