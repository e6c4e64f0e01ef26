import ArgumentParser
import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import Workflow

/// A hundred thousand instances with a million timers, of which ten thousand are due: claimed, said, logged, and a mail
/// asked for, beside the same in plain SQL.
struct TimersBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timers",
    abstract: "Due timers a second among very many, beside plain SQL in batches of 100.")

  @Option(help: "Runs; the median is printed.") var runs = 5
  @Option(help: "Timers that stand.") var pending = 1_000_000
  @Option(help: "Timers of them that are due.") var due = 10_000
  @Option(help: "Folder of the private cluster that is measured in.") var cluster: String?

  private var instances: Int { max(due, pending / 10) }

  func run() async throws {
    let server = try World.cluster(at: cluster ?? FileManager.default.temporaryDirectory.path + "/est-bench")
    try await server.start()
    try await EngineWorld.make("bench_timers", actions: instances, in: server)
    let database = Database(try server.conninfo(database: "bench_timers"))
    try await database.transaction(deadline: .seconds(600)) { [pending, instances] session in
      for table in ["est", "bench"] {
        try session.execute(
          """
          insert into \(identifier: table).timer (municipality, instance_id, event, due)
          select '2480', s.id, 'due', est.clock() + make_interval(days => 1 + k::integer)
          from bench.subject s, generate_series(1, \(pending / instances)) k
          """)
      }
    }
    try await server.administer(database: "bench_timers") { try $0.execute("vacuum analyze") }
    var product: [Double] = []
    var own: [Double] = []
    var bare: [Double] = []
    for _ in 0..<runs {
      bare.append(try await measure(database, "bench") { try await raw(database, Self.bareBatch) })
      own.append(try await measure(database, "est") { try await raw(database, Self.ownBatch) })
      product.append(
        try await measure(database, "est") {
          let engine = Engine(database, isPrivate: true)
          while try await engine.fireDue() != nil {}
        })
    }
    for (limit, raw) in [("own", own), ("bare", bare)] {
      try Report(
        benchmark: "timers", unit: "per second", value: median(product),
        parameters: [
          "pending": .number(pending), "due": .number(due), "limit": .text(limit), "runs": .number(runs),
        ],
        raw: median(raw), ratio: median(zip(product, raw).map { $0 / $1 })
      ).print()
    }
    await database.close()
    try await server.stop()
  }

  /// Makes timers due, and times how long it takes until none is.
  private func measure(_ database: Database, _ schema: String, _ work: () async throws -> Void) async throws
    -> Double
  {
    try await database.transaction(deadline: .seconds(600)) { [due] session in
      try session.execute(
        """
        insert into \(identifier: schema).timer (municipality, instance_id, event, due)
        select '2480', s.id, 'due', est.clock() - make_interval(secs => s.n) from bench.subject s where s.n <= \(due)
        """)
    }
    let start = ContinuousClock.now
    try await work()
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let left: Int64 = try await database.transaction { session in
      try session.one("select count(*) from \(identifier: schema).timer where due <= est.clock()")
    }
    guard left == 0 else { throw ValidationError("\(left) timers are left") }
    return Double(due) / elapsed
  }

  private func raw(_ database: Database, _ batch: SQL) async throws {
    try await database.session(deadline: .seconds(600)) { session in
      while try session.execute(batch) > 0 {}
    }
  }

  private static let ownBatch: SQL = """
    with d as (
      delete from est.timer t using (
        select municipality, instance_id, event, due from est.timer where due <= est.clock()
        order by due limit 100 for update skip locked) x
      where (t.municipality, t.instance_id, t.event, t.due) = (x.municipality, x.instance_id, x.event, x.due)
      returning t.instance_id),
    i as (select i.* from d join est.instance i on (i.municipality, i.id) = ('2480', d.instance_id)),
    l as (
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, payload, key)
      select i.municipality, i.id, i.revision + 1, i.machine, i.machine_version, i.group_id, i.state, 'due', i.state,
        w.worker, 'worker', est.clock(), '{"detail": "2026-1"}', gen_random_uuid()
      from i, bench.who w)
    insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
    select i.municipality, gen_random_uuid(), 'mail', concat_ws('.', i.id, i.revision + 1, 'action-due', w.worker),
      now(), now(), '{"to": "fastighet@example.org", "notice": "action-due", "detail": "2026-1"}'
    from i, bench.who w
    """

  private static let bareBatch: SQL = """
    with d as (
      delete from bench.timer t using (
        select ctid as row from bench.timer where due <= est.clock() order by due limit 100 for update skip locked) x
      where t.ctid = x.row returning t.instance_id),
    i as (
      update bench.instance i set revision = i.revision + 1 from d
      where (i.municipality, i.id) = ('2480', d.instance_id) returning i.*),
    l as (
      insert into bench.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, payload, key)
      select i.municipality, i.id, i.revision, i.machine, i.machine_version, i.group_id, i.state, 'due', i.state,
        w.worker, 'worker', now(), '{"detail": "2026-1"}', gen_random_uuid()
      from i, bench.who w)
    insert into bench.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
    select i.municipality, gen_random_uuid(), 'mail', concat_ws('.', i.id, i.revision, 'action-due', w.worker),
      now(), now(), '{"to": "fastighet@example.org", "notice": "action-due", "detail": "2026-1"}'
    from i, bench.who w
    """
}
