import EST
import Foundation
import Testing

@testable import Workflow

/// A report that is corrected.
@Suite struct AmendmentTests {
  private static func amend(
    _ report: String, text: String
  ) -> @Sendable (Desk) throws -> Int {
    { desk in try desk.amend(report, because: "fel ord") { $0.text = text } }
  }

  @Test func `said again under its key it is made once, with the same answer`() async throws {
    try await World.run { world in
      let key = UUID()
      let first = try await world.speak(
        as: "bostad", key: key, Self.amend("2026-1", text: "Klotter på muren"))
      let again = try await world.speak(
        as: "bostad", key: key, Self.amend("2026-1", text: "Klotter på muren"))
      #expect(first == 2 && again == first)

      // Also when another correction has come between.
      let later = try await world.speak(as: "bostad", Self.amend("2026-1", text: "Klotter på planket"))
      let late = try await world.speak(as: "bostad", key: key, Self.amend("2026-1", text: "Klotter på muren"))
      #expect(later == 3 && late == 2)
      let versions = try await world.speak { desk in
        let incident = try desk.incident("2026-1")
        #expect(incident.version == 3 && incident.content.text == "Klotter på planket")
        return try desk.incidents.versions(of: incident.id).map(\.version)
      }
      #expect(versions == [1, 2])
    }
  }

  @Test func `a key that has corrected one report corrects no other`() async throws {
    try await World.run { world in
      let key = UUID()
      try await world.speak(as: "bostad", key: key, Self.amend("2026-1", text: "Klotter på muren"))
      try await world.speak(as: "bostad", at: instant("2026-11-24T08:20:00+01:00")) { desk in
        var report = IncomingReport(
          category: CategoryCode(main: "vandalism", subtype: "klotter"),
          from: instant("2026-11-23T21:00:00+01:00"))
        report.unit = "Husvärdar"
        report.area = "Haga"
        _ = try desk.addIncident(report)
      }
      let amend = Self.amend("2026-2", text: "Klotter på bänken")
      #expect(try await world.refusal(as: "bostad", key: key, amend) == "keyUsed")
      // Nor does anybody who may not correct it learn what has been said.
      #expect(
        try await world.refusal(as: "kommunpolis", key: key, Self.amend("2026-1", text: "x")) == "notAllowed")
      // With no key of theirs, two corrections of one call's kind do not get in each other's way.
      try await world.speak(as: "bostad", amend)
      try await world.speak { desk in try desk.withdraw("2026-2", because: "dubbelt rapporterad") }
    }
  }
}
