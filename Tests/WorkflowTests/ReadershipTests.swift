import EST
import Persistence
import Testing
import Workflow

/// What only police and municipality may know does not exist for anyone else.
@Suite struct ReadershipTests {
  private static func secret(in unit: String, as login: String, _ world: World) async throws {
    try await world.speak(as: login) { desk in
      var report = IncomingReport(
        category: CategoryCode(main: "disorder", subtype: "bråk"), from: instant("2026-11-18T21:00:00+01:00"))
      report.area = "Haga"
      report.unit = unit
      report.reportClass = .authorityOnly
      _ = try desk.addIncident(report)
    }
  }

  private static func numbers(as login: String, _ world: World) async throws -> [String?] {
    try await world.speak(as: login) { desk in
      try desk.incidents(of: try desk.group(), IncidentFilter()).map(\.number)
    }
  }

  @Test(arguments: [
    ("samordnare", ["2026-2", "2026-1"]), ("kommunpolis", ["2026-2", "2026-1"]),
    ("administrator", ["2026-1"]), ("bostad", ["2026-1"]), ("rapportor", ["2026-1"]),
  ])
  func aListHoldsWhatTheReaderMayKnow(_ login: String, _ numbers: [String]) async throws {
    try await World.run { world in
      try await Self.secret(in: "Fältarna", as: "samordnare", world)
      #expect(try await Self.numbers(as: login, world) == numbers)
    }
  }

  /// The unit has answered; how much of it is secret no total tells.
  @Test func noTotalTellsOfIt() async throws {
    try await World.run { world in
      try await world.speak { desk in
        let cycle = try desk.week()
        _ = try desk.reopen(cycle, until: instant("2026-11-24T08:50:00+01:00"), because: "prov")
      }
      try await Self.secret(in: "Fältarna", as: "samordnare", world)
      try await Self.secret(in: "Husvärdar", as: "bostad", world)
      let statuses = try await world.speak { desk in try desk.cycles.statuses(of: try desk.week()) }
      let said = statuses.map { "\($0.unit.name) \($0.status) \($0.sharedReports)" }
      #expect(said == ["Husvärdar reported 1", "Fältarna reported 0", "Patrullen missing 0"])
      let units = try await world.speak { desk in
        let cycle = try desk.week()
        try desk.say("closeCollection", to: cycle)
        try desk.say("compile", to: cycle)
        return try desk.picture(of: cycle).1.coverage.organisations.flatMap(\.units)
      }
      let known = units.map { "\($0.name) \($0.status) \($0.reports.map(String.init) ?? "-")" }
      #expect(known == ["Husvärdar reported 1", "Fältarna reported 0", "Patrullen missing -"])
    }
  }

  @Test func byItsNumberItDoesNotExistEither() async throws {
    try await World.run { world in
      try await Self.secret(in: "Fältarna", as: "samordnare", world)
      #expect(try await world.refusal(as: "bostad") { try $0.incident("2026-2") } == "no incident 2026-2")
      #expect(
        try await world.refusal(as: "bostad") { try $0.withdraw("2026-2", because: "fel") }
          == "no incident 2026-2")
      #expect(try await world.refusal(as: "kommunpolis") { try $0.incident("2026-2") } == nil)
    }
  }

  @Test func anOrganisationKnowsWhatItReportedItself() async throws {
    try await World.run { world in
      try await Self.secret(in: "Husvärdar", as: "bostad", world)
      #expect(try await Self.numbers(as: "rapportor", world) == ["2026-2", "2026-1"])
      #expect(try await world.refusal(as: "rapportor") { try $0.incident("2026-2") } == nil)
    }
  }
}
