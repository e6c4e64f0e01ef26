import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// A whole weekly picture of a municipality with five years of reports, from PostgreSQL to the page.
struct PictureBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "The weekly picture of many reports: seconds by phase, and memory.")

  @Option(help: "Reports of the made-up file.") var rows = 500_000
  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Seed of the made-up file.") var seed: UInt64 = 1
  @Option(help: "A file of the same shape to read instead.") var file: String?
  @Option(help: "Its areas, GeoJSON with the property area_id.") var areas: String?
  @Option(help: "A day of the week that the picture is of; the file's last one where none is given.") var day:
    String?
  @Flag(help: "Measure in the database of an earlier run.") var again = false
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?
  @Option(help: "Other municipalities to put into the database before it is measured.") var others = 0
  @Option(help: "Reports of each of them.") var othersReports = 32_800

  static let database = "bench_picture"

  func run() async throws {
    let folder = cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench"
    let server = try World.cluster(at: folder)
    try await server.start()
    if !again { try await prepare(server, folder) }
    if others > 0 { try await OtherMunicipalities.add(others, reports: othersReports, to: server) }
    // By name, in the order of the first run.
    var names: [String] = []
    var measured: [String: (cold: [Double], kept: [Double])] = [:]
    for _ in 0..<runs {
      try await forget(server, "true")
      for (name, value) in try one(folder) {
        if measured[name] == nil { names.append(name) }
        measured[name, default: ([], [])].cold.append(value)
      }
      // As a week later: something has changed in the newest block.
      try await forget(server, "number = (select max(number) from est.kept_reports)")
      for (name, value) in try one(folder) { measured[name, default: ([], [])].kept.append(value) }
    }
    for name in names {
      guard let (cold, kept) = measured[name], let least = cold.min(), let leastKept = kept.min() else {
        continue
      }
      try Report(
        benchmark: "picture", unit: ["memory": "MB", "page": "bytes"][name] ?? "seconds", value: median(cold),
        parameters: [
          "part": .text(name), "runs": .number(runs), "rows": .number(rows), "others": .number(others),
        ], least: least, kept: Report.Kept(value: median(kept), least: leastKept)
      ).print()
    }
    try await server.stop()
  }

  /// Takes away kept blocks.
  private func forget(_ server: LocalCluster, _ which: String) async throws {
    try await server.administer(database: Self.database) { session in
      try session.script("delete from est.kept_reports where \(which)")
      try session.execute("vacuum est.kept_reports")
    }
  }

  /// What one run printed: the parts and what each of them took.
  private func one(_ folder: String) throws -> [(name: String, value: Double)] {
    let said = try output(
      of: CommandLine.arguments[0], ["picture-run", "--cluster", folder, "--database", Self.database])
    return try said.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let value = Double(words[1]) else {
        throw ValidationError("a run printed \(line)")
      }
      return (String(words[0]), value)
    }
  }

  /// Imports the file through the product, accepts it all, and plans the period after the last report.
  private func prepare(_ server: LocalCluster, _ folder: String) async throws {
    let path = file ?? "\(folder)-\(rows)-\(seed).csv"
    if file == nil { try IncidentFile.write(rows: rows, seed: seed, to: path) }
    try await World.make(Self.database, in: server, areas: areas)
    _ = try output(
      of: CommandLine.arguments[0],
      [
        "import-run", "--cluster", folder, "--database", Self.database, "--file", path, "--way", "product",
      ])
    try await server.administer(database: Self.database) { session in
      // What a review writes, for all at once.
      try session.script(
        """
        set session_replication_role = replica;
        update est.incident set review = 'accepted', reviewed_at = received_at, reviewed_by = reported_by;
        set session_replication_role = origin;
        """)
      try session.execute("vacuum full analyze est.incident")
    }
    let database = Database(try server.conninfo(database: Self.database))
    let engine = Engine(database, isPrivate: true)
    let last = try await database.session { session in
      try session.one("select max(occurred_from) from est.incident", as: Instant.self)
    }
    let wanted = day.flatMap { LocalDate($0) } ?? ZoneRules.stockholm.local(last).date
    let monday = ISOWeek(containing: wanted).start
    _ = try await engine.setClock { _ in
      ZoneRules.stockholm.planned(LocalDateTime(monday, LocalTime(hour: 0, minute: 1)!))
    }
    _ = try await engine.plan()
    await database.close()
  }
}

/// One picture in a process of its own, so that its memory is its own and nothing is warm in it.
struct PictureRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "picture-run", shouldDisplay: false)

  @Option var cluster: String
  @Option var database: String
  /// Where the page is written, to be looked at.
  @Option var page: String?

  func run() async throws {
    let page = page
    let connection = Database(try World.cluster(at: cluster).conninfo(database: database))
    let engine = Engine(connection, isPrivate: true)
    let parts = try await engine.run(World.caller(.worker), deadline: .seconds(600)) { desk in
      try PictureTrial.run(at: desk, page: page)
    }
    for (name, value) in parts { print(name, value) }
    print("memory", try ImportRun.peak())
    await connection.close()
  }
}
