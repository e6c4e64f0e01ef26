import EST
import Foundation
import Intake
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

@Suite(.enabled(if: SharedData.dataIsPresent))
struct PoliceImportTests {
  private func importing(_ file: String, _ engine: Engine) async throws -> ImportResult {
    let url = SharedData.data.appending(path: "polisen/\(file)")
    return try await engine.run(CollectionFixture.caller("administrator"), deadline: .seconds(300)) { desk in
      try desk.importIncidents(
        ImportRequest(
          organisation: "Polisen", format: .policeEvents, mapping: .standard, source: .policeImport),
        nextBytes: try CollectionFixture.unpacked(url))
    }
  }

  private func importAreas(_ engine: Engine) async throws -> AreaImport {
    let data = try Data(contentsOf: SharedData.data.appending(path: "geo/umea_stadsdelar_sweref99tm.geojson"))
    return try await engine.run(CollectionFixture.caller("administrator")) { desk in
      try desk.importAreas(try GeoJSONIntake.parse(data, nameProperty: "STADSDEL"), group: nil)
    }
  }

  @Test func everyRowOfARealFileIsAccountedForAndASecondRunAddsNothing() async throws {
    try await CollectionFixture.run { engine in
      let areas = try await importAreas(engine)
      print("areas:", areas.imported, areas.areas, areas.oddities)
      let first = try await importing("events.jsonl.gz", engine)
      print(
        "events:", first.read, first.added, first.otherMunicipality, first.summaries, first.duplicates,
        first.rejected, "placed", first.placed, first.rejects.prefix(3))
      #expect(first.read == 51_495)
      #expect(first.added == 1_303)
      #expect(first.rejected == 0)
      let second = try await importing("events.jsonl.gz", engine)
      #expect(second.added == 0)
      #expect(second.amended == 0)
      #expect(second.duplicates == 1_303)
      let revised = try await importing("revisions.jsonl.gz", engine)
      print("revisions after:", revised.added, revised.amended, revised.duplicates)
    }
  }

  @Test func versionsAreAmendmentsThatKeepWhatTheyCorrected() async throws {
    try await CollectionFixture.run { engine in
      let first = try await importing("revisions.jsonl.gz", engine)
      print("revisions:", first.read, first.added, first.amended, first.duplicates, first.moved)
      #expect(first.added == 27)
      #expect(first.amended == 28)
      let kept = try await engine.database.transaction { session in
        try session.one("select count(*) from est.incident_version", as: Int64.self)
      }
      #expect(kept == 28)
      let events = try await importing("events.jsonl.gz", engine)
      print("events:", events.read, events.added, events.amended, events.duplicates, events.moved)
      // Two of the 27 have moved to other municipalities, so that 25 stand among the 1,303 of Umeå.
      #expect(events.added == 1_278 && events.duplicates == 27)
      let again = try await importing("revisions.jsonl.gz", engine)
      #expect(again.added == 0 && again.amended == 0 && again.duplicates == 27)
    }
  }
}
