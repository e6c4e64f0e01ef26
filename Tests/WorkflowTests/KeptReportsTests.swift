import Dispatch
import EST
import Export
import Foundation
import Persistence
import Picture
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// What is kept from picture to picture never shows: a picture with it is the one without it.
@Suite struct KeptReportsTests {
  /// A report every day or so for six years.
  private static func fill(_ world: World) async throws {
    try await world.database.transaction(deadline: .seconds(300)) { session in
      try session.execute(
        """
        insert into est.incident
        select (jsonb_populate_record(i, jsonb_build_object(
          'id', gen_random_uuid(), 'received_at', i.received_at, 'occurred_from', t.at, 'occurred_to', null,
          'cycle_id', null, 'source', case when t.n % 3 = 0 then 'police-import' else 'reporter' end,
          'class', case when t.n % 7 = 0 then 'authority-only' else 'open' end))).*
        from est.incident i
        cross join lateral (
          select i.occurred_from - n * interval '20 hours 53 minutes' as at, n from generate_series(1, 2500) n) t
        where i.id = (select min(id::text)::uuid from est.incident)
        """)
    }
  }

  private static func input(_ desk: Desk) throws -> PictureInput {
    try desk.pictureInput(of: try desk.week(), version: 2, supersedes: 1)
  }

  private static func kept(_ world: World) async throws -> PictureInput { try await world.speak(input) }

  /// As from a database that has kept nothing, which it leaves as it is.
  private static func cold(_ world: World) async throws -> PictureInput {
    let caller = Caller(
      identity: .login("2480_samordnare"), municipality: World.code, group: "Centrum",
      now: World.beforeMeeting,
      key: UUID(), isDryRun: true)
    return try await world.engine.run(caller) { desk in
      try desk.session.execute("set local role none")
      try desk.session.execute("delete from est.kept_reports")
      try LoginStore(desk.session).standIn(for: "2480_samordnare")
      return try input(desk)
    }
  }

  /// Changes that anybody who may write reports can make, each of the report that is so many before the newest one.
  private static let changes: [SQL] = [
    "category = 'vandalism'", "occurred_from = occurred_from - interval '200 days'",
    "occurred_from = occurred_from + interval '9 days'",
    "area_id = null, precision = 'municipality', point = null",
    "class = case class when 'open' then 'authority-only' else 'open' end",
    "review = 'withdrawn', review_reason = 'Dubblett'", "review = 'received'",
  ]

  private static func change(_ session: Session, _ set: SQL, newest offset: Int, count: Int = 1) throws {
    try session.execute(
      "select set_config('est.actor', (select reported_by::text from est.incident limit 1), true)")
    try session.execute(
      """
      update est.incident set \(set) where id in (
        select id from est.incident order by occurred_from desc, id offset \(offset) limit \(count))
      """)
  }

  private static func add(_ session: Session, at time: Instant) throws {
    try session.execute(
      """
      insert into est.incident
      select (jsonb_populate_record(i, jsonb_build_object(
        'id', gen_random_uuid(), 'occurred_from', \(time)::timestamptz, 'occurred_to', null))).*
      from est.incident i where i.review = 'accepted' and i.class = 'open' limit 1
      """)
  }

  /// Does something while a transaction has made its changes and has not ended.
  private static func meanwhile<T: Sendable>(
    _ world: World, _ work: @escaping @Sendable (Session) throws -> Void,
    _ body: () async throws -> T
  ) async throws -> T {
    let (changed, changes) = AsyncStream.makeStream(of: Void.self)
    let go = DispatchSemaphore(value: 0)
    async let writer: Void = world.database.transaction { session in
      try work(session)
      changes.yield()
      go.wait()
    }
    for await _ in changed { break }
    let result: Result<T, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    go.signal()
    try await writer
    return try result.get()
  }

  @Test("What is written while a picture is made is in the next one", arguments: 0...changes.count)
  func race(kind: Int) async throws {
    try await World.run { world in
      try await Self.fill(world)
      // Three years ago; the blocks are made anew while the writer is at work, and again after it.
      let write: @Sendable (Session) throws -> Void = { session in
        guard kind > 0 else { return try Self.add(session, at: instant("2023-11-01T12:00:00+01:00")) }
        try Self.change(session, Self.changes[kind - 1], newest: 1_260, count: 3)
      }
      for isFirst in [true, false] {
        if !isFirst { _ = try await Self.kept(world) }
        let before = try await Self.meanwhile(world, write) {
          let during = try await Self.kept(world)
          #expect(try await Self.kept(world) == during)
          return during
        }
        let after = try await Self.kept(world)
        let cold = try await Self.cold(world)
        #expect(after == cold)
        #expect(!isFirst || after.history != before.history)
        #expect(try await Self.kept(world) == cold)
      }
    }
  }

  @Test("After whatever changes, in whatever order, the picture is the cold one, byte for byte")
  func random() async throws {
    try await World.run { world in
      try await Self.fill(world)
      var random = Seed.generator(15)
      for _ in 0..<(Seed.full ? 200 : 30) {
        let set = Self.changes.randomElement(using: &random)!
        // Old and new, one or many.
        let offset = Int.random(in: 0..<2_450, using: &random)
        let count = Bool.random(using: &random) ? 1 : 40
        let write: @Sendable (Session) throws -> Void = {
          try Self.change($0, set, newest: offset, count: count)
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          let time = Instant(
            microseconds: instant("2026-11-20T12:00:00+01:00").microseconds - 86_400_000_000 * Int64(offset))
          try await world.database.transaction { session in try Self.add(session, at: time) }
        case 1:
          let zone = try #require(
            ["Europe/Stockholm", "Europe/Helsinki", "UTC"].randomElement(using: &random))
          try await world.database.transaction { session in
            try session.execute("update est.est_group set zone = \(zone)")
          }
        case 2: try await world.database.rollingBack { session in try write(session) }
        case 3:
          try await Self.meanwhile(world, write) {
            let during = try await Self.kept(world)
            let cold = try await Self.cold(world)
            #expect(during == cold)
          }
        case 4:
          // Whoever cannot keep anything, since another one does, has the same picture.
          try await world.database.transaction { session in try write(session) }
          let another: @Sendable (Session) throws -> Void = {
            try $0.execute("select from est.est_group for no key update")
          }
          let during = try await Self.meanwhile(world, another) { try await Self.kept(world) }
          #expect(try await Self.cold(world) == during)
        default: try await world.database.transaction { session in try write(session) }
        }
        let kept = try await Self.kept(world)
        let cold = try await Self.cold(world)
        #expect(kept == cold)
      }
      let (kept, cold) = (try await Self.kept(world), try await Self.cold(world))
      #expect(
        try Export.json(SituationPicture.compile(kept)) == Export.json(SituationPicture.compile(cold)))
      // A change of one report, so that what went before it does not decide how often the blocks have been made.
      try await world.database.transaction { session in
        try Self.change(session, Self.changes[1], newest: 1_260)
      }
      _ = try await Self.kept(world)
      let counts = try await world.database.transaction { session in
        try session.first(
          """
          select (select count(*) from est.kept_reports) as blocks,
            (select count(distinct snapshot::text) from est.kept_reports) as makings
          """
        ) {
          try [$0.get("blocks", as: Int.self), $0.get("makings", as: Int.self)]
        }
      }
      let (blocks, makings) = (try #require(counts)[0], try #require(counts)[1])
      // Those of the last change were made anew and others were not. When a change is forgotten is up to the oldest
      // transaction of the whole server, which here has other tests' too.
      #expect(blocks >= 66 && makings > 1 && makings < blocks)
    }
  }

  @Test("Changes that leave no word of themselves would show")
  func planted() async throws {
    try await World.run { world in
      try await Self.fill(world)
      _ = try await Self.kept(world)
      try await world.database.transaction { session in
        try session.execute("alter table est.incident disable trigger incident_days_changed")
        try Self.change(session, Self.changes[5], newest: 1_261)
      }
      #expect(try await Self.kept(world) != Self.cold(world))
    }
  }

  @Test("A partition written to by itself, and a session without triggers, leave word too")
  func aside() async throws {
    try await World.run { world in
      try await Self.fill(world)
      _ = try await Self.kept(world)
      try await TestDatabase.administer(world.database) { session in
        try session.script(
          """
          set session_replication_role = replica;
          update est.incident_2026 set review = 'rejected', review_reason = 'Prov'
            where occurred_from < '2024-06-01' and occurred_from > '2024-05-01';
          set session_replication_role = origin;
          """)
      }
      let after = try await Self.kept(world)
      #expect(try await Self.cold(world) == after)
      let constraint = try await world.violated { session in
        try session.execute("truncate est.incident cascade")
      }
      #expect(constraint == "incident_is_kept")
    }
  }

  @Test("What another server has kept, or numbered, is none of this one's")
  func elsewhere() async throws {
    try await World.run { world in
      try await Self.fill(world)
      _ = try await Self.kept(world)
      try await world.database.transaction { session in
        try session.execute("update est.kept_reports set server = server + 1, begins = ''")
        try session.execute(
          """
          insert into est.changed_day select municipality, group_id, '2024-05-02', '4611686018427387904'::xid8
          from est.kept_reports limit 1
          """)
      }
      let kept = try await Self.kept(world)
      #expect(try await Self.cold(world) == kept)
      #expect(
        try await world.database.transaction { session in
          try session.one(
            "select (select count(*) from est.changed_day where day = '2024-05-02')", as: Int.self)
        } == 0)
    }
  }
}
