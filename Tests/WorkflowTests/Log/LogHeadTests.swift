import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

extension LogTests {
  /// Heads are made beside the writers, without any of them waiting, and leave no row out and none in twice.
  @Suite struct Heads {
    @Test func `a head is made when there are rows for one, and covers each once`() async throws {
      try await LogWorld.run { log in
        let quiet = try await log.seal()
        #expect(quiet.isEmpty)
        try await log.world.speak { desk in
          _ = try desk.identify(NewProblem(title: "Buskörning", origin: .other), in: try desk.group())
        }
        let made = try await log.settle()
        #expect(made.map(\.rows) == [1] && made.first?.municipality == World.code)
        let report = try await log.report()
        #expect(report.isIntact && report.heads == made.first?.number && report.unsealedRows == 0)
        #expect(try await log.everyRowHasOneHead())
      }
    }

    @Test func `what a transaction at work has written waits for the next head`() async throws {
      try await LogWorld.run { log in
        let world = log.world
        // The lock that the slow one will wait for, held by a connection of its own.
        var one = Database.Options()
        one.maximumConnections = 1
        let holder = Database(log.database.conninfo, options: one)
        try await holder.session { try $0.execute("select pg_advisory_lock(4)") }
        let slow = Task {
          try await log.database.transaction(deadline: .seconds(60)) { session in
            try session.bear()
            try session.execute("select pg_advisory_lock(4)")
            try session.bear()
          }
        }
        try await world.untilSomeoneWaits()
        try await log.database.transaction { session in try session.bear() }
        // The quick one has the later number and is committed first; the slow one holds both back.
        let early = try await log.seal()
        let waiting = try await log.report()
        #expect(early.isEmpty && waiting.isIntact && waiting.unsealedRows == 1)
        try await holder.session { try $0.execute("select pg_advisory_unlock(4)") }
        try await slow.value
        await holder.close()
        let made = try await log.settle()
        #expect(made.map(\.rows) == [3])
        #expect(try await log.everyRowHasOneHead())
        #expect(try await log.report().isIntact)
      }
    }

    /// Writers whose transactions overlap in every way, some of them given up, beside those who seal.
    @Test func `racing writers leave no row outside every head, nor in two`() async throws {
      try await LogWorld.run { log in
        let rounds = Seed.full ? 60 : 12
        let heads = try await withThrowingTaskGroup(of: Int.self) { group in
          for writer in 0..<6 {
            group.addTask {
              var random = Seed.generator(UInt64(100 + writer))
              for _ in 0..<rounds {
                let births = Int.random(in: 0...3, using: &random)
                let idling = Int.random(in: 0...8, using: &random)
                let isGivenUp = Int.random(in: 0..<5, using: &random) == 0
                let write: @Sendable (Session) throws -> Void = { session in
                  // The number is taken first, and what happens in between gives others theirs.
                  try session.execute("select pg_current_xact_id()")
                  for _ in 0..<idling { try session.execute("select 1") }
                  for _ in 0..<births { try session.bear() }
                  for _ in 0..<idling { try session.execute("select 1") }
                }
                if isGivenUp {
                  try await log.database.rollingBack { try write($0) }
                } else {
                  try await log.database.transaction { try write($0) }
                }
              }
              return 0
            }
          }
          for _ in 0..<2 {
            group.addTask {
              var heads = 0
              for _ in 0..<(rounds * 3) { heads += try await log.seal().count }
              return heads
            }
          }
          return try await group.reduce(0, +)
        }
        try await log.settle()
        let report = try await log.report()
        print(
          "racing: \(report.rows) rows in \(report.heads) heads, \(heads) of them made beside the writers")
        #expect(report.heads > 0 && report.isIntact && report.unsealedRows == 0)
        #expect(try await log.everyRowHasOneHead())
      }
    }

    @Test func `nobody chooses a position, and a head stays what it is`() async throws {
      try await LogWorld.run { log in
        let position: (String, String) = try await log.database.rollingBack { session in
          try session.bear(columns: ", written_in", values: ", '1'")
          return (
            try session.one(
              "select written_in::text from est.transition_log order by written_at desc limit 1"),
            try session.one("select pg_current_xact_id()::text")
          )
        }
        #expect(position.0 == position.1)
        for change in [
          "update est.log_head set hash = ''", "delete from est.log_head", "truncate est.log_head cascade",
        ] {
          #expect(
            try await log.world.violated { session in try session.script(change) }
              == "log_head_is_append_only",
            "\(change)")
        }
      }
    }

    @Test func `an adopted picture holds the head, which the database writes`() async throws {
      try await LogWorld.run { log in
        let (version, picture) = try await log.world.speak { desk in try desk.picture(of: try desk.week()) }
        let head = try #require(version.logHead)
        #expect(picture.logHead == head && head.hash.count == 64)
        let known: String = try await log.database.session { session in
          try session.one("select encode(hash, 'hex') from est.log_head where number = \(head.number)")
        }
        #expect(known == head.hash)
        // What was compiled is what it was.
        let stored: String = try await log.database.session { session in
          try session.one("select convert_from(content, 'UTF8') from est.picture where log_head is not null")
        }
        #expect(!stored.contains("logHead"))
        // Nobody else writes it, neither before the adoption nor with it.
        try await log.world.speak { desk in _ = try desk.correctPicture(of: try desk.week()) }
        #expect(
          try await log.world.violated { session in
            try session.execute(
              "update est.picture set log_head = 1, log_head_hash = '' where adopted_at is null")
          } == "picture_is_frozen")
        let forged: Int = try await log.database.rollingBack { session in
          try session.execute(
            """
            insert into est.picture (municipality, cycle_id, version, compiled_at, compiled_by, content, log_head,
              log_head_hash)
            select municipality, cycle_id, 9, compiled_at, compiled_by, content, log_head, '' from est.picture
            where log_head is not null
            """)
          return try session.one(
            "select count(*) from est.picture where version = 9 and log_head is not null")
        }
        #expect(forged == 0)
      }
    }
  }
}

extension Session {
  /// Writes the birth of a period, by hand.
  func bear(columns: String = "", values: String = "") throws {
    try execute(
      """
      insert into est.transition_log (municipality, instance_id, revision, machine, machine_version, group_id,
        from_state, event, to_state, actor, actor_role, at, key, hash\(raw: columns))
      select g.municipality, gen_random_uuid(), 1, m.machine, m.version, g.id, '-', 'plan', 'planned', p.id, 'worker',
        now(), gen_random_uuid(), ''\(raw: values)
      from est.est_group g join est.participant p on p.municipality = g.municipality
        cross join (select machine, max(version) as version from est.machine where machine = 'cycle' group by 1) m
      where p.login = '2480_worker'
      """)
  }
}
