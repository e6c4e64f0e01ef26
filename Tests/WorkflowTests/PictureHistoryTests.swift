import EST
import Foundation
import Persistence
import Picture
import Testing

@testable import Workflow

/// What a picture knows of earlier weeks is what PostgreSQL itself counts by local time.
@Suite struct PictureHistoryTests {
  /// A report every five hours and some minutes for six years; each seventh only for police and municipality, each
  /// eleventh not reviewed, each third imported.
  private static func fill(_ world: World) async throws {
    try await world.database.transaction(deadline: .seconds(300)) { session in
      try session.execute(
        """
        insert into est.incident
        select (jsonb_populate_record(i, jsonb_build_object(
          'id', gen_random_uuid(), 'received_at', i.received_at, 'occurred_from', t.at, 'occurred_to', null,
          'cycle_id', null, 'source', case when t.n % 3 = 0 then 'police-import' else 'reporter' end,
          'class', case when t.n % 7 = 0 then 'authority-only' else 'open' end,
          'review', case when t.n % 11 = 0 then 'received' else 'accepted' end))).*
        from est.incident i
        cross join lateral (
          select i.occurred_from - n * interval '5 hours 13 minutes' as at, n from generate_series(1, 10000) n) t
        where i.id = (select min(id::text)::uuid from est.incident)
        """)
    }
  }

  @Test func aWeekHoldsWhatPostgreSQLCountsInIt() async throws {
    try await World.run { world in
      try await Self.fill(world)
      let history = try await world.speak { desk in
        try desk.pictureInput(of: try desk.week(), version: 2, supersedes: 1).history
      }
      let counted = try await world.database.transaction { session in
        try session.rows(
          """
          select date_trunc('week', i.occurred_from at time zone 'Europe/Stockholm')::date::text as monday,
            i.source in ('police-import', 'other-import') as imported, count(*)::integer as reports
          from est.incident i where i.review = 'accepted' and i.class in ('open', 'shared') group by 1, 2
          """
        ) { row in
          (
            key: "\(try row.get("monday", as: String.self)) \(try row.get("imported", as: Bool.self))",
            reports: try row.get("reports", as: Int.self)
          )
        }
      }
      let expected = Dictionary(uniqueKeysWithValues: counted.map { ($0.key, $0.reports) })
      #expect(
        history.weeks.count == PictureInput.History.weeks && history.weeks.last == LocalDate("2026-11-16"))
      var ours: [String: Int] = [:]
      for series in history.series {
        for (week, count) in zip(history.weeks, series.counts) where count > 0 {
          ours["\(week) \(series.isImported)", default: 0] += Int(count)
        }
      }
      let first = try #require(history.weeks.first)
      #expect(ours == expected.filter { $0.key >= "\(first)" && $0.key < "2026-11-23" })
      #expect(ours.count == 2 * history.weeks.count)
      let recent = history.reports.reduce(0) { $0 + $1.begins.count }
      let weeks = history.weeks.suffix(PictureInput.History.weeksOneByOne).map { "\($0)" }
      #expect(recent == expected.filter { weeks.contains(String($0.key.prefix(10))) }.values.reduce(0, +))
      #expect(
        history.reports.allSatisfy { $0.begins == $0.begins.sorted() && $0.lengths.count == $0.begins.count })
    }
  }

  @Test func theFirstWeekEverHasOnlyItself() async throws {
    try await World.run { world in
      let history = try await world.speak { desk in
        try desk.pictureInput(of: try desk.week(), version: 2, supersedes: 1).history
      }
      #expect(history.weeks == [LocalDate("2026-11-16")!])
      #expect(history.series.reduce(0) { $0 + Int($1.counts[0]) } > 0)
    }
  }
}
