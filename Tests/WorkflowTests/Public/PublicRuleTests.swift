import EST
import Foundation
import Persistence
import Picture
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// Who makes what public and when, and what the database itself refuses.
@Suite struct PublicRuleTests {
  private static let period = PublicPeriod("2026-09")!

  private static func released(_ body: (World, PublicRelease) async throws -> Void) async throws {
    try await World.run { world in
      var municipality = try await PublicWorld(world, Seed.generator(7), areas: 3, hasPopulation: true)
      try await municipality.report(period.months, level: 8)
      try await body(world, try await world.speak { try $0.releasePublicly(period) })
    }
  }

  @Test func onlyACoordinatorMakesPublicAndEverybodyMaySee() async throws {
    try await Self.released { world, release in
      for login in ["kommunpolis", "bostad", "rapportor", "bra", "worker", "administrator"] {
        let said = try await world.refusal(as: login) {
          try $0.releasePublicly(Self.period, correcting: true)
        }
        #expect(said == "notAllowed", "\(login)")
        let seen = try await world.speak(as: login) { try $0.publicRelease(of: Self.period) }
        #expect(seen.content == release.content && seen.row.releasedBy == "2480_samordnare")
      }
      #expect(try await world.speak { try $0.allPublicReleases() }.map(\.hash) == [release.row.hash])
    }
  }

  @Test func aMonthPassesBeforeAPeriodIsPublic() async throws {
    try await Self.released { world, _ in
      let october = PublicPeriod("2026-10")!
      let early = try await world.refusal(at: instant("2026-11-30T23:59:59+01:00")) {
        try $0.releasePublicly(october)
      }
      #expect(early == "publicTooEarly(period: \"2026-10\", from: \"2026-12-01\")")
      let late = try await world.refusal(at: instant("2026-12-01T00:00:00+01:00")) {
        try $0.releasePublicly(october)
      }
      #expect(late == "publicWithoutReports(period: \"2026-10\")")
    }
  }

  @Test func whatIsPublicStaysUnlessItIsCorrected() async throws {
    try await Self.released { world, release in
      let key = UUID()
      let again = try await world.speak(key: key) { try $0.releasePublicly(Self.period) }
      #expect(!again.isNew && again.content == release.content)
      #expect(
        try await world.refusal { try $0.releasePublicly(Self.period, correcting: true) }
          == "publicUnchanged(period: \"2026-09\", version: 1)")
      let other = PublicPeriod("2026-08")!
      #expect(
        try await world.refusal { try $0.releasePublicly(other, correcting: true) }
          == "notPublic(period: \"2026-08\")")
      #expect(try await world.refusal { try $0.publicRelease(of: other) } == "notPublic(period: \"2026-08\")")
      #expect(
        try await world.refusal { try $0.publicRelease(of: Self.period, version: 2) }
          == "no picture 2026-09 v2"
      )
    }
  }

  @Test func theSameKeyReleasesOnce() async throws {
    try await World.run { world in
      var municipality = try await PublicWorld(world, Seed.generator(8), areas: 2, hasPopulation: true)
      try await municipality.report(Self.period.months, level: 8)
      let key = UUID()
      let first = try await world.speak(key: key) { try $0.releasePublicly(Self.period) }
      try await municipality.correct(Self.period.months, late: 40)
      let second = try await world.speak(key: key) { try $0.releasePublicly(Self.period, correcting: true) }
      #expect(second.content == first.content && !second.isNew)
      let other = PublicPeriod("2026-08")!
      #expect(try await world.refusal(key: key) { try $0.releasePublicly(other) } == "keyUsed")
      let corrected = try await world.speak { try $0.releasePublicly(Self.period, correcting: true) }
      #expect(corrected.isNew && corrected.row.version == 2 && corrected.picture.supersedes == 1)
    }
  }

  @Test func theDatabaseKeepsWhatIsPublic() async throws {
    try await Self.released { world, _ in
      for change in [
        "update est.public_release set content = 'x'", "update est.public_release set audit = '{}'",
        "delete from est.public_release", "truncate est.public_release",
        """
        insert into est.public_release (municipality, number, period, version, content, audit, key, released_at, released_by)
        select municipality, 2, '2026-W40', 1, content, audit, gen_random_uuid(), released_at, released_by
        from est.public_release
        """,
      ] {
        await #expect(throws: PostgresError.self, "\(change)") {
          try await world.database.transaction(retry: .never) { try $0.script(change) }
        }
      }
      for (number, period, version, login, rule) in [
        (2, "2026-08", 1, "kommunpolis", "released_by_coordinator"),
        (3, "2026-08", 1, "samordnare", "public_release_follows"),
        (2, "2026-08", 2, "samordnare", "public_release_follows"),
        (2, "2026-09", 1, "samordnare", "public_release_follows"),
        (2, "2026-10", 1, "samordnare", "released_a_month_later"),
        (2, "2026", 1, "samordnare", "released_a_month_later"), (2, "2026-08", 1, "samordnare", nil),
      ] {
        let violated = try await world.violated { session in
          try session.execute(
            """
            insert into est.public_release (municipality, number, period, version, content, audit, key, released_at,
              released_by)
            select p.municipality, \(number), \(period), \(version), 'x', '{}', gen_random_uuid(), '2026-11-24', p.id
            from est.participant p where p.login = \("2480_\(login)")
            """)
        }
        #expect(violated == rule, "\(period) v\(version)")
      }
    }
  }

  @Test func aDivisionThatIsPublicStaysOrGivesWayToTheWhole() async throws {
    try await World.run { world in
      var municipality = try await PublicWorld(world, Seed.generator(10), areas: 4, hasPopulation: true)
      let quarter = PublicPeriod("2026-Q3")!
      // So many that hardly anything is to be hidden: what is tried is the division.
      try await municipality.report(quarter.months, level: 100)
      func inhabitants(_ numbers: [String: Int]) async throws {
        for (name, population) in numbers {
          try await world.database.transaction { session in
            try session.execute("update est.area set population = \(population) where name = \(name)")
          }
        }
      }
      func parts(_ release: PublicRelease) -> Set<[String]> {
        Set(release.picture.areas.map { $0.names.sorted() })
      }
      try await inhabitants([
        "Haga": 5000, "Område 0": 5000, "Område 1": 10, "Område 2": 5000, "Område 3": 5000,
      ])
      let first = try await world.speak { try $0.releasePublicly(PublicPeriod("2026-07")!) }
      #expect(first.picture.areas.count == 4 + 2)
      // By itself it would be a part of its own now, which the first could be subtracted from.
      try await inhabitants(["Område 1": 2000])
      let second = try await world.speak { try $0.releasePublicly(quarter) }
      #expect(parts(second) == parts(first))
      // Months that nothing is public of are told of by what is so now.
      try await municipality.report(PublicPeriod("2026-04")!.months, level: 100)
      let apart = try await world.speak { try $0.releasePublicly(PublicPeriod("2026-04")!) }
      #expect(apart.picture.areas.count == 5 + 2)
      // A part that has become too small is told of no longer; which areas stand by themselves is up to number 1.
      let lone = first.picture.areas.first { $0.kind == .area && $0.names.count == 1 }
      try await inhabitants([try #require(lone).names[0]: 5])
      let third = try await world.speak { try $0.releasePublicly(PublicPeriod("2026-08")!) }
      #expect(third.picture.areas.map(\.kind) == [.municipality])
    }
  }

  @Test func theMunicipalitySaysWhatIsSensitive() async throws {
    try await World.run { world in
      var municipality = try await PublicWorld(world, Seed.generator(9), areas: 0, hasPopulation: true)
      try await municipality.report(Self.period.months, level: 8)
      func columns(_ value: String) async throws -> [String] {
        try await world.speak(as: "administrator") { _ = try $0.set(.sensitiveCategories, to: value) }
        return try await world.engine.run(
          Caller(
            identity: .login("2480_samordnare"), municipality: World.code, group: "Centrum",
            now: World.beforeMeeting, key: UUID(), isDryRun: true)
        ) { try $0.releasePublicly(Self.period).picture.categories.compactMap { $0.code?.description } }
      }
      let standard = ["disorder", "gathering", "other", "rumour", "unsafe-place", "vandalism"]
      #expect(try await columns("staff-incident").sorted() == standard)
      // What a name says can't be set away.
      #expect(try await columns("none").sorted() == (standard + ["staff-incident"]).sorted())
      #expect(try await columns("rumour,staff-incident").sorted() == standard.filter { $0 != "rumour" })
      #expect(
        try await world.refusal(as: "administrator") { try $0.set(.sensitiveCategories, to: "okänd") }?
          .hasPrefix("sensitive-categories: ") == true)
    }
  }
}
