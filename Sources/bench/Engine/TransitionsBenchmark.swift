import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// Transitions through the whole product, one a commit, beside pgbench with one hand-written statement.
struct TransitionsBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions",
    abstract: "Transitions a second, one a commit, beside one hand-written statement in pgbench.")

  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Seconds of each measurement.") var seconds = 4
  @Option(help: "Transactions of each raw measurement.") var transactions = 16_000
  @Option(help: "Actions to draw from.") var actions = 20_000
  @Option(parsing: .upToNextOption, help: "How many clients at once.") var clients = [1, 4, 16]
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  struct Measured {
    var rate: Double
    /// Microseconds of processor time of server and client, and bytes of write-ahead log, for each.
    var processor = 0.0
    var log = 0.0
  }

  func run() async throws {
    let server = try World.cluster(at: cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench")
    try await server.start()
    try await EngineWorld.make("bench_engine", actions: actions, in: server)
    for clients in clients {
      var product: [Measured] = []
      var own: [Double] = []
      var bare: [Double] = []
      for _ in 0..<runs {
        bare.append(try await raw(RawTransition.bare(actions: actions), clients, server))
        own.append(try await raw(RawTransition.own(actions: actions), clients, server))
        product.append(try await self.product(clients, server))
      }
      for (limit, raw) in [("own", own), ("bare", bare)] {
        try Report(
          benchmark: "transitions", unit: "per second", value: median(product.map(\.rate)),
          parameters: [
            "clients": .number(clients), "limit": .text(limit), "runs": .number(runs),
            "processorMicroseconds": .number(Int(median(product.map(\.processor)))),
            "walBytes": .number(Int(median(product.map(\.log)))),
          ],
          raw: median(raw), ratio: median(zip(product, raw).map { $0.rate / $1 })
        ).print()
      }
    }
    try await server.stop()
  }

  private func product(_ clients: Int, _ server: LocalCluster) async throws -> Measured {
    var options = Database.Options()
    options.maximumConnections = clients
    let database = Database(try server.conninfo(database: "bench_engine"), options: options)
    let engine = Engine(database, isPrivate: true)
    let ids = try await database.transaction { session in
      try session.rows("select id from bench.subject order by n") { try $0.get("id", as: UUID.self) }
    }
    // The connections are made, and what is said often is prepared, before the clock runs.
    _ = try await say(engine, ids, clients, for: .milliseconds(500))
    let before = try await ProcessorTime.now(of: server, database)
    let start = ContinuousClock.now
    let count = try await say(engine, ids, clients, for: .seconds(seconds))
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let after = try await ProcessorTime.now(of: server, database)
    await database.close()
    return Measured(
      rate: Double(count) / elapsed,
      processor: (after.microseconds - before.microseconds) / Double(count),
      log: Double(after.walBytes - before.walBytes) / Double(count))
  }

  /// Each client says `due` to one action after the other, as a worker does.
  private func say(_ engine: Engine, _ ids: [UUID], _ clients: Int, for time: Duration) async throws -> Int {
    let end = ContinuousClock.now + time
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for client in 0..<clients {
        group.addTask {
          var count = 0
          var next = client
          while ContinuousClock.now < end {
            let id = ActionID(ids[next % ids.count])
            let caller = Caller(identity: .worker, municipality: World.code, key: UUID(), action: id)
            try await engine.run(caller) { desk in try desk.say("due", toAction: id) }
            next += clients
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
  }

  private func raw(_ script: String, _ clients: Int, _ server: LocalCluster) async throws -> Double {
    let path = FileManager.default.temporaryDirectory.path + "/est-bench-\(UUID().uuidString).sql"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let said = try output(
      of: await server.program("pgbench"),
      [
        "-n", "-M", "prepared", "-f", path, "-c", "\(clients)", "-j", "\(min(clients, 2))",
        // By number: the alarm that would end it after a time is blocked in what this process starts.
        "-t", "\(transactions / clients)",
        try server.conninfo(database: "bench_engine"),
      ])
    guard let line = said.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
      let rate = Double(line.split(separator: " ")[2])
    else { throw ValidationError("pgbench: \(said)") }
    return rate
  }
}
