import LocalCluster
import Postgres
import TestSupport
import Testing

@Suite struct CommitTests {
  /// A table whose rows make COMMIT wait for the advisory lock 7.
  private static let waitingAtCommit =
    """
    create table t (a int);
    create function wait() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(7); return null; end $$;
    create constraint trigger wait after insert on t deferrable initially deferred
      for each row execute function wait();
    """

  /// Runs `act` on a transaction that has said COMMIT and got no answer yet; gives what the transaction came to.
  private static func duringCommit(
    deadline: Duration = .seconds(30), grace: Duration = .seconds(2),
    _ act: @escaping @Sendable (Session, Int32, Task<Void, any Error>) throws -> Void
  ) async throws -> (Result<Void, any Error>, rows: Int) {
    var options = Database.Options()
    options.maximumConnections = 2
    options.grace = grace
    return try await TestDatabase.empty(options: options) { database in
      try await database.session { try $0.script(waitingAtCommit) }
      let result: Result<Void, any Error> = try await TestDatabase.administer(database) { holder in
        try holder.execute("select pg_advisory_lock(7)")
        let process = Collected<Int32>()
        let told = Gate()
        let task = Task {
          try await database.transaction(deadline: deadline) { session in
            process.append(try session.processID)
            try session.execute("insert into t values (1)")
            told.open()
          }
        }
        told.wait()
        try holder.wait(for: "advisory", in: process.all[0])
        try act(holder, process.all[0], task)
        try holder.execute("select pg_advisory_unlock(7)")
        let done = Gate()
        let results = Collected<Result<Void, any Error>>()
        Task {
          results.append(await task.result)
          done.open()
        }
        done.wait()
        return results.all[0]
      }
      // The server process may still be at it: whoever wants the lock alone waits until it is done.
      try await database.session { try $0.execute("select pg_advisory_lock(7), pg_advisory_unlock(7)") }
      let rows = try await database.session { try $0.one("select count(*) from t", as: Int.self) }
      return (result, rows)
    }
  }

  @Test func aConnectionLostDuringCommitLeavesTheOutcomeUnknown() async throws {
    let (result, _) = try await Self.duringCommit { holder, process, _ in
      try holder.execute("select pg_terminate_backend(\(process), 5000)")
    }
    let error = #expect(throws: PostgresError.self) { try result.get() }
    #expect(error?.isOutcomeUnknown == true)
  }

  @Test func aDeadlineDuringCommitLeavesTheOutcomeUnknownAndStrikesNothing() async throws {
    let (result, rows) = try await Self.duringCommit(deadline: .milliseconds(300), grace: .milliseconds(50)) {
      holder, process, task in
      let done = Gate()
      Task {
        _ = await task.result
        done.open()
      }
      done.wait()
    }
    let error = #expect(throws: PostgresError.self) { try result.get() }
    #expect(error?.isOutcomeUnknown == true)
    // No request to cancel was sent, so it was kept after all.
    #expect(rows == 1)
  }

  @Test func cancellingTheTaskDuringCommitStrikesNothing() async throws {
    let (result, rows) = try await Self.duringCommit { _, _, task in task.cancel() }
    #expect(throws: Never.self) { try result.get() }
    #expect(rows == 1)
  }

  @Test func aStatementCancelledByAnotherAtCommitIsARefusal() async throws {
    let (result, rows) = try await Self.duringCommit { holder, process, _ in
      try holder.execute("select pg_cancel_backend(\(process))")
      try holder.wait(until: "not exists (select from pg_locks where pid = \(process) and not granted)")
    }
    let error = #expect(throws: PostgresError.self) { try result.get() }
    #expect(error?.sqlState == "57014")
    #expect(rows == 0)
  }

  @Test func aConnectionLostBeforeCommitIsNoUnknownOutcome() async throws {
    try await TestDatabase.empty { database in
      try await database.session { try $0.script("create table t (a int)") }
      let (entered, leave) = (Gate(), Gate())
      let process = Collected<Int32>()
      let task = Task {
        try await database.transaction { session in
          process.append(try session.processID)
          try session.execute("insert into t values (1)")
          entered.open()
          leave.wait()
        }
      }
      await entered.opened()
      let id = process.all[0]
      try await TestDatabase.administer(database) {
        try $0.execute("select pg_terminate_backend(\(id), 5000)")
      }
      leave.open()
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.kindName == "connection")
    }
  }

  @Test func aWarningAtCommitIsNoSuccess() async throws {
    try await TestDatabase.empty { database in
      try await database.session { session in
        try session.script(
          """
          create table t (a int);
          create function warn() returns trigger language plpgsql as
            $$ begin raise warning 'not sure'; return null; end $$;
          create constraint trigger warn after insert on t deferrable initially deferred
            for each row execute function warn();
          """)
      }
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { try $0.execute("insert into t values (1)") }
      }
      #expect(error?.isOutcomeUnknown == true)
    }
  }
}

/// A cluster that waits for a standby which never comes.
@Suite(.serialized) struct ReplicationTests {
  enum Way: String, CaseIterable, Sendable {
    case cancel = "pg_cancel_backend"
    case terminate = "pg_terminate_backend"
  }

  @Test(arguments: Way.allCases, [true, false])
  func aCommitNotConfirmedByTheStandbyIsUnknown(way: Way, inTransaction: Bool) async throws {
    let cluster = try await Self.cluster.value
    let database = Database(try cluster.conninfo())
    let process = Collected<Int32>()
    let told = Gate()
    let task = Task {
      if inTransaction {
        try await database.transaction { session in
          try session.execute("set local synchronous_commit = on")
          try session.execute("insert into t values (1)")
          process.append(try session.processID)
          told.open()
        }
      } else {
        try await database.session { session in
          try session.execute("set synchronous_commit = on")
          process.append(try session.processID)
          told.open()
          try session.execute("insert into t values (1)")
        }
      }
    }
    await told.opened()
    let id = process.all[0]
    try await cluster.administer { session in
      try session.wait(for: "SyncRep", in: id)
      try session.execute("select \(raw: way.rawValue)(\(id))")
    }
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.isOutcomeUnknown == true)
    await database.close()
  }

  private static let cluster = Task {
    let cluster = try await TestCluster.another()
    try await cluster.administer { try $0.script("create table t (a int); grant all on t to est_local") }
    try await cluster.stop()
    var options = cluster.options
    options.configuration["synchronous_commit"] = "local"
    options.configuration["synchronous_standby_names"] = "FIRST 1 (missing)"
    let waiting = try LocalCluster(at: cluster.root, options: options)
    try await waiting.start()
    return waiting
  }
}
