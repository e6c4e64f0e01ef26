import EST
import Persistence
import Postgres
import Subprocess
import TestSupport
import Testing
import Workflow

extension Faults {
  /// Workers are killed amid disposal, again and again.
  @Suite struct DisposalDeathTests {
    private static let left: SQL = "select count(*) from est.incident where text = 'Hemligt'"

    @Test(.timeLimit(.minutes(10))) func eachTextGoesOnceWhoeverDies() async throws {
      let reports = Seed.full ? 20_000 : 4_000
      try await Town.at(.remind) { town in
        try await town.report()
        try await town.database.transaction(deadline: .seconds(120)) { session in
          try session.execute(
            """
            insert into est.incident
            select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'text', 'Hemligt',
              'cycle_id', null))).*
            from est.incident i, generate_series(1, \(Int32(reports))) where i.id = (select min(id::text)::uuid
              from est.incident)
            """)
        }
        try await town.speak { desk in
          _ = try desk.setRetention(.reports, RetentionPeriod("P1Y"), from: nil, decision: "KS 2026/123 § 45")
        }
        try await town.setClock(Instant(rfc3339: "2027-11-22T12:00:00+01:00")!)
        #expect(try await town.count(Self.left) == reports)
        var random = Seed.generator(4_711)
        var kills = 0
        while true {
          let left = try await town.count(Self.left)
          if left == 0 { break }
          try #require(kills < 1_000)
          let worker = WorkerProcess(["DATABASE_URL": town.database.conninfo])
          do {
            // It dies when it has done a little, at whatever it is then.
            let enough = max(0, left - Int.random(in: 1...1_200, using: &random))
            try await town.until(
              "select count(*) <= \(Int64(enough)) from est.incident where text = 'Hemligt'",
              "nothing is disposed of")
          } catch {
            _ = try? await worker.end(.kill)
            throw error
          }
          _ = try await worker.end(.kill)
          kills += 1
        }
        let told = try await town.count(
          "select sum(items)::bigint from est.disposal where information = 'reports'")
        #expect(told == reports)
        print("\(reports) reports, \(kills) workers killed amid their disposal: each is told once")
      }
    }
  }
}
