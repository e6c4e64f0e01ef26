import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

/// Tests of the log, one at a time in a cluster of their own: a head waits for every transaction on the server.
@Suite(.serialized) struct LogTests {}

/// The cluster of those tests, with a municipality that is made once and copied for each.
private actor LogCluster {
  static let shared = LogCluster()

  private var starting: Task<LocalCluster, any Error>?
  private var count = 0

  func database() async throws -> Database {
    let starting = self.starting ?? Task { try await Self.start() }
    self.starting = starting
    let cluster = try await starting.value
    count += 1
    let (name, role, template) = ("log_\(count)", cluster.options.role, cluster.options.database)
    let server = Database(try cluster.conninfo(database: "postgres", user: "postgres"))
    try await server.session(deadline: .seconds(60)) { session in
      try session.execute(
        "create database \(identifier: name) owner \(identifier: role) template \(identifier: template)")
    }
    await server.close()
    return Database(try cluster.conninfo(database: name))
  }

  private static func start() async throws -> LocalCluster {
    let cluster = try await TestCluster.another { $0.extensions = ["postgis"] }
    let database = Database(try cluster.conninfo())
    let log = LogWorld(world: World(database))
    try await log.world.build()
    try await log.live()
    await database.close()
    return cluster
  }
}

/// A municipality whose week has been reported, met about and concluded, whose problem has been carried to its end,
/// and whose log was sealed now and then.
struct LogWorld: Sendable {
  let world: World
  var database: Database { world.database }
  var engine: Engine { world.engine }

  static func run<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: (LogWorld) async throws -> T
  ) async throws -> T {
    let log = LogWorld(world: World(try await LogCluster.shared.database()))
    let result: Result<T, any Error>
    do {
      result = .success(try await body(log))
    } catch {
      result = .failure(error)
    }
    await log.database.close()
    return try result.get()
  }

  func live() async throws {
    try await settle()
    let problem = try await world.analysedProblem()
    try await settle()
    for title in ["Ligor på stan", "Skadegörelse vid skolan", "Buskörning"] {
      try await world.speak { desk in
        let other = try desk.identify(NewProblem(title: title, origin: .other), in: try desk.group())
        _ = try desk.dismiss(other, because: "Inget mönster", cancelActions: false)
      }
    }
    try await settle()
    try await world.speak { desk in
      let cycle = try desk.week()
      _ = try desk.startMeeting(cycle)
      _ = try desk.setPriorities([problem.number], of: cycle)
    }
    try await world.speak { desk in _ = try desk.adopt(in: try desk.week()) }
    let action = try await world.decidedAction(on: problem)
    try await settle()
    try await world.speak { desk in
      _ = try desk.conclude(try desk.week())
      _ = try desk.beginAction(on: problem, followUp: World.followUp)
    }
    try await world.start(action)
    try await settle()
    try await world.speak(at: instant("2027-01-20T10:00:00+01:00")) { desk in
      _ = try desk.finish(action, production: "Tolv armaturer omställda")
      _ = try desk.evaluate(
        action, colour: .green, result: "Två rapporter på fyra veckor", lesson: "Ljus först")
      _ = try desk.beginEvaluation(of: problem)
      _ = try desk.resolve(problem, result: "Torget är lugnt", lesson: "Belysningen räckte")
    }
    try await settle()
  }

  /// Seals until nothing is left. The server itself may be at work beside the tests, and holds a head back for a
  /// moment then.
  @discardableResult
  func settle() async throws -> [LogHead] {
    var heads: [LogHead] = []
    for _ in 0..<10_000 {
      heads += try await seal()
      if try await isSettled() { break }
    }
    return heads
  }

  private func isSettled() async throws -> Bool {
    try await database.session { session in
      try session.one(
        """
        select not exists (select from est.transition_log l where l.written_in >= coalesce(
          (select h.until from est.log_head h order by h.number desc limit 1), '0'))
        """)
    }
  }

  @discardableResult
  func seal() async throws -> [LogHead] { try await engine.sealLogs() }

  /// What verifying says, in a snapshot of its own.
  func report() async throws -> LogReport {
    try await engine.verifyLog(Caller(identity: .worker, municipality: World.code, key: UUID()))
  }

  /// Whether every row is among the rows of exactly one head, by their own count.
  func everyRowHasOneHead() async throws -> Bool {
    try await database.session { session in
      try session.one(
        """
        select count(*) = (select coalesce(sum(rows), 0) from est.log_head) and bool_and(h.number is not null)
        from est.transition_log l left join lateral (
          select h.number, lag(h.until) over (order by h.number) as since, h.until from est.log_head h
          where h.municipality = l.municipality) h
          on l.written_in >= coalesce(h.since, '0') and l.written_in < h.until
        """)
    }
  }
}

extension Session {
  /// What the tables' owner can do: takes away the triggers and the keys between tables, for this transaction.
  func liftGuards() throws {
    try script(
      """
      do $$
      declare each record;
      begin
        for each in select conrelid::regclass as relation, conname from pg_constraint
          where connamespace = 'est'::regnamespace and contype in ('f', 'c') and coninhcount = 0 loop
          execute format('alter table %s drop constraint if exists %I', each.relation, each.conname);
        end loop;
      end $$;
      alter table est.transition_log disable trigger user;
      alter table est.instance disable trigger user;
      alter table est.log_head disable trigger user;
      alter table est.picture disable trigger user;
      """)
  }

  /// Runs `body` and undoes what it did.
  func undoing<T>(_ body: (Session) throws -> T) throws -> T {
    var result: T?
    do {
      try savepoint { session in
        result = try body(session)
        throw Undo()
      }
    } catch is Undo {}
    return result!
  }
}

private struct Undo: Error {}
