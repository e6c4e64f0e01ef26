import EST
import Export
import Foundation
import Language
import Persistence
import Picture
import Testing

@testable import Workflow

/// Everything that is held of a place, by who answers for it.
@Suite struct RegisterTests {
  private static func extract(
    _ asked: RegisterExtract.Asked, as login: String = "samordnare", _ world: World, formats: [String] = []
  ) async throws -> RegisterExtract {
    try await world.speak(as: login) { desk in
      try desk.registerExtract(of: asked, as: formats, SharingRequest(), language: .swedish)
    }
  }

  /// Reports of three organisations at an address, one of them secret and one that has been corrected away from it.
  private static func town(_ world: World) async throws {
    let now = instant("2026-11-24T08:20:00+01:00")
    for (login, unit, place, reportClass) in [
      ("bostad", "Husvärdar", "Storgatan 12 B", ReportClass.shared),
      ("samordnare", "Fältarna", "storgatan 12b, porten", .authorityOnly),
      ("bada", "Patrullen", "Storgatan 12 B", .shared), ("bostad", "Husvärdar", "Storgatan 120", .shared),
    ] {
      try await world.speak(as: login, at: now) { desk in
        var report = IncomingReport(
          category: CategoryCode(main: "disorder", subtype: "bråk"),
          from: instant("2026-11-18T21:00:00+01:00"))
        report.area = "Haga"
        report.unit = unit
        report.place = place
        report.reportClass = reportClass
        report.text = "Bråk vid entrén"
        _ = try desk.addIncident(report)
      }
    }
    try await world.speak(as: "bostad") { desk in
      _ = try desk.amend("2026-2", because: "fel port") { $0.place = "Lillgatan 1" }
    }
    try await world.speak { desk in
      var new = NewProblem(title: "Bråk i porten", origin: .picture)
      new.reports = ["2026-2"]
      _ = try desk.identify(new, in: try desk.group())
    }
  }

  @Test func everythingIsListedByWhoAnswersForIt() async throws {
    try await World.run { world in
      try await Self.town(world)
      let extract = try await Self.extract(.init(.address, "Storgatan 12B"), world)
      #expect(extract.parts.map(\.organisation) == ["Bostaden", "Kommunen", "Polisen", nil])
      #expect(extract.parts.map { $0.reports.map(\.name) } == [["2026-2"], ["2026-M1"], ["2026-3"], []])
      // What it said before is told, though it says another place now.
      let corrected = try #require(extract.parts.first?.reports.first)
      #expect(corrected.says.place == "Lillgatan 1")
      #expect(corrected.earlier.map(\.says.place) == ["Storgatan 12 B"])
      #expect(corrected.earlier.map(\.because) == ["fel port"])
      // The problem stands on the report.
      #expect(extract.parts.last?.problems.map(\.title) == ["Bråk i porten"])
      #expect(extract.leftOut == [] && extract.reportClass == .authorityOnly)
      let byArea = try await Self.extract(.init(.area, "Haga"), world)
      #expect(byArea.parts.flatMap(\.reports).count == 5)
      let nothing = try await Self.extract(.init(.place, "Nowhere"), world)
      #expect(nothing.parts == [])
      for text in ["§§", "12", ""] {
        #expect(
          try await world.refusal { desk in
            try desk.registerExtract(of: .init(.address, text), as: [], SharingRequest(), language: .swedish)
          }?.hasPrefix("address:") == true)
      }
    }
  }

  @Test func anOrganisationIsGivenItsOwnPart() async throws {
    try await World.run { world in
      try await Self.town(world)
      let asked = RegisterExtract.Asked(.address, "Storgatan 12 B")
      let company = try await Self.extract(asked, as: "bostad", world)
      #expect(company.parts.map(\.organisation) == ["Bostaden"])
      #expect(company.leftOut == [.authorityOnly, .otherOrganisations])
      let police = try await Self.extract(asked, as: "kommunpolis", world)
      #expect(police.parts.map(\.organisation) == ["Polisen"] && police.leftOut == [.otherOrganisations])
      for login in ["rapportor", "bra", "worker", "administrator"] {
        #expect(
          try await world.refusal(as: login) { desk in
            try desk.registerExtract(of: asked, as: [], SharingRequest(), language: .swedish)
          } == "notAllowed", "\(login)")
      }
      // The same is said to be left out where there is nothing to leave out.
      let elsewhere = try await Self.extract(.init(.address, "Parkvägen 7"), as: "bostad", world)
      #expect(elsewhere.leftOut == company.leftOut && elsewhere.parts.allSatisfy(\.isEmpty))
    }
  }

  @Test func aFileSaysWhoMayHaveItAndTheLogNotWhatPlace() async throws {
    try await World.run { world in
      try await Self.town(world)
      let extract = try await Self.extract(.init(.address, "Storgatan 12 B"), world, formats: ["html"])
      let page = Export.html(extract, language: .swedish)
      for said in [
        "bara för polis och kommun", "dataskyddsförordningen (EU) 2016/679 artikel 15", "2026-M1",
        "Polisen är personuppgiftsansvarig", "Lillgatan 1",
      ] {
        #expect(page.contains(said), "\(said)")
      }
      let name = Export.fileName(of: extract, format: .html, language: .swedish)
      #expect(name == "registerutdrag-2480-2026-11-24.html")
      let made = try await world.speak { try $0.exportsMade(limit: 5) }
      #expect(made.map(\.subject) == ["address"] && !"\(made)".contains("Storgatan"))
      #expect(made.first?.sharing.reportClass == .authorityOnly)
    }
  }
}
