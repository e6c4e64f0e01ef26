import ArgumentParser
import Foundation
import LocalCluster
import Persistence
import Postgres

/// From when a timer is due until its transition is committed, with a worker at work and a hundred falling due a second.
struct LatenessBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lateness", abstract: "From a timer's time to its committed transition, in milliseconds.")

  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Timers that fall due in a second.") var rate = 100
  @Option(help: "Seconds of each run.") var seconds = 10
  @Option(help: "The est-worker program; the one beside this by default.") var worker: String?
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  func run() async throws {
    var options = LocalCluster.Options()
    // The server itself says when each transaction was committed.
    options.administration = ServerRoles.privateSQL(role: options.role)
    options.configuration["track_commit_timestamp"] = "on"
    let folder = cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench-lateness"
    let server = try LocalCluster(at: URL(filePath: folder, directoryHint: .isDirectory), options: options)
    try await server.start()
    let count = rate * seconds
    try await EngineWorld.make("bench_lateness", actions: count, in: server)
    let conninfo = try server.conninfo(database: "bench_lateness")
    let database = Database(conninfo)
    let worker = try WorkerRun(conninfo, program: worker)
    var quantiles: [[Double]] = []
    for _ in 0..<runs { quantiles.append(try await measure(database, count)) }
    worker.stop()
    for (index, name) in ["p50", "p99", "max"].enumerated() {
      try Report(
        benchmark: "lateness", unit: "milliseconds", value: median(quantiles.map { $0[index] }),
        parameters: [
          "quantile": .text(name), "perSecond": .number(rate), "seconds": .number(seconds),
          "runs": .number(runs),
        ]
      ).print()
    }
    await database.close()
    try await server.stop()
  }

  private func measure(_ database: Database, _ count: Int) async throws -> [Double] {
    try await database.transaction { [rate] session in
      try session.execute("drop table if exists bench.due")
      try session.execute(
        """
        create table bench.due as
        select s.id, clock_timestamp() + make_interval(secs => 2 + s.n::double precision / \(rate)) as due, i.revision
        from bench.subject s join est.instance i on (i.municipality, i.id) = ('2480', s.id)
        """)
      try session.execute(
        """
        insert into est.timer (municipality, instance_id, event, due) select '2480', id, 'due', due from bench.due
        """)
    }
    let limit = ContinuousClock.now + .seconds(seconds + 60)
    while true {
      try await Task.sleep(for: .seconds(1))
      // Beside those that the worker has planned for days to come.
      let left: Int64 = try await database.transaction {
        try $0.one("select count(*) from est.timer where event = 'due'")
      }
      if left == 0 { break }
      guard ContinuousClock.now < limit else { throw ValidationError("\(left) timers are left") }
    }
    return try await database.transaction { session in
      try session.one(
        """
        select percentile_disc(array[0.5, 0.99, 1]) within group (
          order by 1000 * extract(epoch from pg_xact_commit_timestamp(l.xmin) - d.due)::double precision)
        from bench.due d join est.transition_log l
          on (l.municipality, l.instance_id, l.revision) = ('2480', d.id, d.revision + 1)
        having count(*) = \(count)
        """)
    }
  }
}
