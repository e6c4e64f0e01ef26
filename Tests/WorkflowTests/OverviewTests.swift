import EST
import Export
import Foundation
import Persistence
import Picture
import Testing

@testable import Workflow

/// A quarter and a year of a group: its areas, its actions and what comes back.
@Suite struct OverviewTests {
  private static let quarter = CalendarPeriod("2026-Q4")!

  @Test func `areas stand by need and influence, the first three first`() async throws {
    try await World.run { world in
      try await world.database.transaction { session in
        for number in 1...5 {
          try session.execute(
            """
            insert into est.area (municipality, id, group_id, name, geometry)
            select municipality, gen_random_uuid(), group_id, \("Område \(number)"),
              st_translate(geometry, 2000 * \(number), 0) from est.area where name = 'Haga'
            """)
        }
      }
      let scores = [
        ("Haga", 2, 2), ("Område 1", 3, 3), ("Område 2", 0, 3), ("Område 3", 1, 3), ("Område 4", 1, 1),
      ]
      for (area, need, influence) in scores {
        try await world.speak { desk in
          try desk.score(
            area, need: need, influence: influence, because: nil, for: Self.quarter, in: try desk.group())
        }
      }
      // The group thought again.
      try await world.speak(as: "kommunpolis") { desk in
        try desk.score(
          "Område 4", need: 2, influence: 3, because: "fler rapporter", for: Self.quarter,
          in: try desk.group())
      }
      let overview = try await world.speak { desk in
        try desk.overview(of: Self.quarter, in: try desk.group())
      }
      #expect(
        overview.areas.map(\.name) == ["Område 1", "Område 4", "Haga", "Område 3", "Område 2", "Område 5"])
      #expect(overview.areas.filter(\.isPriority).map(\.name) == ["Område 1", "Område 4", "Haga"])
      #expect(overview.areas.first { $0.name == "Haga" }?.counts.current == 1)
      #expect(overview.picture.counts.total.counts.current == 1 && overview.picture.findings == nil)
      _ = try await world.speak(as: "administrator") { desk in try desk.set(.priorityAreas, to: "1") }
      let narrow = try await world.speak { desk in try desk.overview(of: Self.quarter, in: try desk.group()) }
      #expect(narrow.areas.filter(\.isPriority).map(\.name) == ["Område 1"])

      // The quarter goes on: what has been is compared by the day.
      #expect(overview.goesOn && overview.picture.head.period.last == LocalDate("2026-11-24")!)
      #expect(overview.areasToTell.count == 5)
      let page = Export.html(overview, language: .swedish)
      #expect(page.contains("Fjärde kvartalet 2026") && page.contains("fler rapporter"))
      #expect(page.contains("Område 4: behov 2, möjlighet att påverka 3, tillsammans 6."))
    }
  }

  @Test func `a score is the group's, of its own areas, and stands`() async throws {
    try await World.run { world in
      func refusal(_ area: String, _ need: Int, _ reason: String? = nil, as login: String = "samordnare")
        async throws
        -> String?
      {
        try await world.refusal(as: login) { desk in
          try desk.score(
            area, need: need, influence: 1, because: reason, for: Self.quarter, in: try desk.group())
        }
      }
      #expect(try await refusal("Haga", 1, as: "bostad") == "notAllowed")
      #expect(try await refusal("Haga", 4) == "need: unknownValue(allowed: \"0–3\")")
      #expect(try await refusal("Okänt", 1) == "area: unknownArea")
      #expect(try await refusal("Haga", 1, "ring 070-174 06 35")?.hasPrefix("because: personalData") == true)
      #expect(try await refusal("Haga", 1) == nil)
      let changed = try await world.violated { session in
        try session.execute("update est.area_score set need = 3")
      }
      #expect(changed == "area_score_is_append_only")
      let wrong = try await world.violated { session in
        try session.execute(
          """
          insert into est.area_score select municipality, group_id, '2026-Q5', area_id, 1, 1, 1, null, scored_at,
            scored_by from est.area_score
          """)
      }
      #expect(wrong == "area_score_period_check")
    }
  }

  @Test func `what comes back each year is found, and chance is not`() async throws {
    try await World.run { world in
      try await world.database.transaction(deadline: .seconds(300)) { session in
        // Ten a month, and thirty each May; disorder comes back in no month.
        try session.execute(
          """
          insert into est.incident
          select (jsonb_populate_record(i, jsonb_build_object(
            'id', gen_random_uuid(), 'received_at', i.received_at, 'occurred_to', null, 'cycle_id', null,
            'occurred_from', m.first + t.n * interval '17 hours', 'category', c.code, 'review', 'accepted'))).*
          from est.incident i
          cross join (select day at time zone 'Europe/Stockholm' as first
            from generate_series('2023-01-01'::timestamp, '2025-12-01', '1 month') day) m
          cross join (values ('vandalism/klotter'), ('disorder')) c(code)
          cross join lateral generate_series(1, case when c.code = 'disorder' then 10
            when extract(month from m.first at time zone 'Europe/Stockholm') = 5 then 30 else 10 end) t(n)
          where i.id = (select min(id::text)::uuid from est.incident)
          """)
      }
      let overview = try await world.speak { desk in
        try desk.overview(of: CalendarPeriod("2026")!, in: try desk.group())
      }
      // The first report is of the first of January at 17, so that 2023 is whole.
      #expect(overview.wheelYears == 3)
      #expect(overview.wheel.map { "\($0.category.code) \($0.month)" } == ["vandalism 5"])
      #expect(overview.wheel.first.map { (2.0...2.8).contains($0.ratio) } == true)
      #expect(Export.html(overview, language: .english).contains("May"))
    }
  }

  @Test(arguments: [
    ("2026", "2025", "2026-01-01", "2027-01-01"), ("2026-Q1", "2025-Q4", "2026-01-01", "2026-04-01"),
    ("2026-T3", "2026-T2", "2026-09-01", "2027-01-01"), ("2026-01", "2025-12", "2026-01-01", "2026-02-01"),
  ])
  func `a calendar period knows its days`(_ text: String, _ before: String, _ first: String, _ end: String)
    throws
  {
    let period = try #require(CalendarPeriod(text))
    #expect("\(period)" == text && "\(period.previous)" == before)
    #expect("\(period.firstDay)" == first && "\(period.endDay)" == end)
  }

  @Test(arguments: [
    "", "26", "2026-", "2026-Q5", "2026-T4", "2026-13", "2026-00", "2026-Q", "2026-01-01", "٢٠٢٦",
  ])
  func `what is none is refused`(_ text: String) { #expect(CalendarPeriod(text) == nil) }
}
