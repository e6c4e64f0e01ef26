import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// What a worker costs that has nothing to do: processor time over a minute, with a group in each of 290 municipalities.
struct IdleBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "idle", abstract: "Processor time of an idle worker, in per cent of a core.")

  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Municipalities with a group each.") var groups = 290
  @Option(help: "Seconds of each run.") var seconds = 60
  @Option(help: "The est-worker program; the one beside this by default.") var worker: String?
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  func run() async throws {
    let server = try World.cluster(at: cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench")
    try await server.start()
    try await World.make("bench_idle", in: server, areas: nil)
    let conninfo = try server.conninfo(database: "bench_idle")
    let database = Database(conninfo)
    let engine = Engine(database, isPrivate: true)
    for number in 1..<groups {
      let code = MunicipalityCode(String(3000 + number))!
      _ = try await engine.addMunicipality(code, name: "Kommun \(number)", provenance: .sample)
      try await engine.run(Caller(municipality: code, key: UUID())) { desk in
        _ = try desk.addGroup("Centrum", GroupChanges())
      }
    }
    // All that is to be planned and said is done before the clock runs.
    _ = try await engine.round()
    let worker = try WorkerRun(conninfo, program: worker)
    try await Task.sleep(for: .seconds(3))
    var own: [Double] = []
    var all: [Double] = []
    for _ in 0..<runs {
      let before = (
        ProcessorTime.Usage(worker.identifier)?.ticks ?? 0, try await ProcessorTime.now(of: server, database)
      )
      try await Task.sleep(for: .seconds(seconds))
      let after = (
        ProcessorTime.Usage(worker.identifier)?.ticks ?? 0, try await ProcessorTime.now(of: server, database)
      )
      let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
      own.append(Double(after.0 - before.0) / ticks / Double(seconds) * 100)
      all.append((after.1.microseconds - before.1.microseconds) / 1e6 / Double(seconds) * 100)
    }
    worker.stop()
    for (part, values) in [("worker", own), ("server", all)] {
      try Report(
        benchmark: "idle", unit: "per cent of a core", value: median(values),
        parameters: [
          "part": .text(part), "groups": .number(groups), "seconds": .number(seconds), "runs": .number(runs),
        ]
      ).print()
    }
    await database.close()
    try await server.stop()
  }
}
