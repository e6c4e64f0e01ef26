import Analysis
import EST
import Foundation
import Persistence
import Picture
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// What an action changed, told from counts that PostgreSQL makes itself.
@Suite struct EffectTests {
  /// Three years of reports in four areas, a number a week; in the first it falls to a part of that when the action
  /// starts, and where it may move to it rises.
  private static func withTown(
    weekly: Int = 20, after share: Double = 0.3, _ body: (World, Action) async throws -> Void
  ) async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      try await world.database.transaction(deadline: .seconds(300)) { session in
        for (number, name) in ["Öst", "Syd", "Väst"].enumerated() {
          try session.execute(
            """
            insert into est.area (municipality, id, group_id, name, geometry)
            select municipality, gen_random_uuid(), group_id, \(name),
              st_translate(geometry, 2000 * \(number + 1), 0) from est.area where name = 'Haga'
            """)
        }
        try session.execute(
          """
          insert into est.incident
          select (jsonb_populate_record(i, jsonb_build_object(
            'id', gen_random_uuid(), 'received_at', i.received_at, 'occurred_to', null, 'cycle_id', null,
            'occurred_from', w.monday + t.n * interval '7 hours', 'area_id', a.id, 'point', null,
            'precision', 'area', 'review', 'accepted'))).*
          from est.incident i cross join est.area a
          cross join (select generate_series('2024-01-01 00:10 Europe/Stockholm'::timestamptz,
            '2027-05-31 00:10 Europe/Stockholm', '7 days') as monday) w
          cross join lateral generate_series(1, 21) t(n)
          -- A number that differs from week to week and area to area, the same each time.
          where i.id = (select min(id::text)::uuid from est.incident) and t.n <= (\(weekly)::float8 * (0.8 + 0.4 * (hashtext(a.name || w.monday::date::text) & 255) / 255.0)
            * case when w.monday < '2026-11-22' then 1 when a.name = 'Haga' then \(share)::float8 else 1 end)
          """)
      }
      try await body(world, action)
    }
  }

  private static let later = instant("2027-06-01T09:00:00+02:00")
  private static let areas: [EffectPlan.Place: [String]] = [
    .target: ["Haga"], .control: ["Öst"], .displacement: ["Syd"], .displacementControl: ["Väst"],
  ]

  private static func plan(
    _ action: Action, _ areas: [EffectPlan.Place: [String]] = areas, categories: [String] = []
  ) -> @Sendable (Desk) throws -> StoredEffectPlan {
    { desk in try desk.planEffect(of: action, areas: areas, categories: categories) }
  }

  @Test func `fewer reports are found, as many as PostgreSQL counts`() async throws {
    try await Self.withTown { world, action in
      #expect(try await world.speak(as: "bostad", Self.plan(action)).version == 1)
      try await world.start(action)
      let effect = try await world.speak(at: Self.later) { desk in try desk.effect(of: action) }
      #expect(effect.verdict == .fewer && effect.starts == LocalDate("2026-11-23")!)
      #expect(effect.leftOutWeeks == 8 && effect.caveats.allSatisfy { $0 != .plannedAfterwards })
      let found = try #require(effect.comparison)
      // The week of Monday 24 May is the last but one that ended before the first of June.
      #expect(found.after.first == effect.starts && found.after.last == LocalDate("2027-05-23")!)
      #expect(found.weeks == 26 && found.before.last == LocalDate("2026-09-27")!)
      #expect(found.upper < 0 && found.lower < found.change && found.change < found.upper)
      #expect(effect.step.map { $0.upper < 0.5 } == true)
      for place in effect.places {
        for (days, count) in [(found.before, place.before), (found.after, place.after)] {
          let counted = try await world.database.transaction { session in
            try session.one(
              """
              select count(*) from est.incident i join est.area a on a.id = i.area_id
              where a.name = any(\(place.areas)::text[]) and i.review = 'accepted'
                and (i.occurred_from at time zone 'Europe/Stockholm')::date between \("\(days.first)")::date
                and \("\(days.last)")::date
              """, as: Int.self)
          }
          #expect(count == counted && counted > 0)
        }
      }
      let judged = try await world.speak(at: Self.later) { desk in
        _ = try desk.finish(action, production: "Lampor lyser")
        _ = try desk.evaluate(action, colour: .green, result: "Ljust", lesson: "Börja med ljuset")
        return try desk.action(action.number)
      }
      #expect(judged.fields.effect == "Färre rapporter än utan åtgärden.")
    }
  }

  @Test(arguments: [
    (20, 1.0, EffectVerdict.noVisibleEffect), (1, 1.0, .tooFewToTell), (1, 0.5, .tooFewToTell),
  ])
  func `what is not there is not found`(_ weekly: Int, _ share: Double, _ verdict: EffectVerdict) async throws
  {
    try await Self.withTown(weekly: weekly, after: share) { world, action in
      try await world.speak(Self.plan(action))
      try await world.start(action)
      let effect = try await world.speak(at: Self.later) { desk in try desk.effect(of: action) }
      #expect(effect.verdict == verdict)
    }
  }

  @Test func `an answer says what else may explain it`() async throws {
    try await Self.withTown { world, action in
      #expect(
        try await world.refusal { desk in try desk.effect(of: action) } == "noEffectPlan(action: \"2026-1\")")
      try await world.speak(Self.plan(action))
      #expect(
        try await world.refusal { desk in try desk.effect(of: action) }
          == "actionNotStarted(action: \"2026-1\")")
      try await world.start(action)
      let other = try await world.decidedAction(on: try await world.speak { try $0.problem("2026-1") })
      try await world.start(other)
      try await TestDatabase.administer(world.database) { session in
        // No report changes its origin otherwise.
        try session.script(
          """
          set session_replication_role = replica;
          update est.incident set organisation_id = o.id
          from est.organisation o where o.name = 'Polisen' and occurred_from >= '2026-12-01'
          """)
      }
      let later = try await world.speak(at: instant("2026-12-01T09:00:00+01:00"), Self.plan(action))
      #expect(later.version == 2)
      let effect = try await world.speak(at: Self.later) { desk in try desk.effect(of: action) }
      #expect(effect.plan == 2)
      #expect(
        effect.caveats.contains(.plannedAfterwards) && effect.caveats.contains(.otherActions(["2026-2"])))
      #expect(effect.caveats.contains(.reportingChanged(by: ["Polisen"])))
    }
  }

  @Test func `a plan compares one area with another, and stands`() async throws {
    try await Self.withTown(weekly: 1) { world, action in
      func refusal(_ areas: [EffectPlan.Place: [String]], as login: String = "samordnare") async throws
        -> String?
      {
        try await world.refusal(as: login, Self.plan(action, areas))
      }
      let reporters = try await refusal(Self.areas, as: "rapportor")
      #expect(reporters == "no action \(action.id)", "a reporter is not shown the action")
      #expect(try await refusal([.target: ["Haga"]]) == "control: missing")
      #expect(try await refusal([.target: ["Haga"], .control: ["Haga"]]) == "areaHasOnePlace")
      #expect(try await refusal([.target: ["Haga"], .control: ["Okänt"]]) == "area: unknownArea")
      #expect(
        try await refusal([.target: ["Haga"], .control: ["Öst"], .displacement: ["Syd"]])
          == "displacement-control: missing")
      try await world.speak(Self.plan(action, categories: ["vandalism"]))
      func violated(_ sql: SQL) async throws -> String? {
        try await world.violated { session in try session.execute(sql) }
      }
      #expect(
        try await violated("update est.effect_plan set trigger_weeks = 0") == "effect_plan_is_append_only")
      #expect(try await violated("delete from est.effect_plan_area") == "effect_plan_area_is_append_only")
      #expect(
        try await violated("update est.effect_plan_category set category = 'x'")
          == "effect_plan_category_is_append_only")
      #expect(
        try await violated(
          """
          insert into est.effect_plan_category select municipality, action_id, version, 'narcotics'
          from est.effect_plan
          """) == "effect_plan_stands")
      #expect(
        try await violated(
          """
          insert into est.effect_plan
          select municipality, action_id, 2, made_at, made_by, 8, null from est.effect_plan
          """) == "effect_plan_compares")
    }
  }
}
