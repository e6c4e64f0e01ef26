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
    ("administrator", ["2026-2", "2026-1"]), ("bostad", ["2026-1"]), ("rapportor", ["2026-1"]),
  ])
  func aListHoldsWhatTheReaderMayKnow(_ login: String, _ numbers: [String]) async throws {
    try await World.run { world in
      try await Self.secret(in: "Fältarna", as: "samordnare", world)
      #expect(try await Self.numbers(as: login, world) == numbers)
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
