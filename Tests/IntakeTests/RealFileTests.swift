import EST
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The police's published events and the borders of Umeå, as they are.
@Suite(.enabled(if: SharedData.dataIsPresent)) struct RealFileTests {
  static func districts() throws -> [String] {
    let bytes = try RealFiles.read("geo/umea_stadsdelar_sweref99tm.geojson")
    return try GeoJSONIntake.parse(Data(bytes), nameProperty: "STADSDEL").features.map(\.name)
  }

  @Test("All events of two and a half years: Umeå's are found and every type has a category")
  func events() throws {
    let items = try police(
      RealFiles.unzip("polisen/events.jsonl.gz"), districts: Self.districts(), size: 1 << 16)
    #expect(items.count == 51_495)
    let reports = items.compactMap(\.report)
    #expect(reports.count == 1_303)
    #expect(items.allSatisfy { $0.reject == nil })
    #expect(items.flatMap(\.notes).isEmpty)
    #expect(Set(reports.compactMap(\.reference)).count == 1_303)
    #expect(reports.allSatisfy { $0.point == nil && $0.certainty == .told && $0.reportClass == .open })
    // Two of five name a district; more would mean that names are guessed.
    #expect((500...560).contains(reports.count { $0.area != nil }))
    #expect(reports.count { $0.area == "Centrala stan" } == 133)
    #expect(reports.count { $0.category == CategoryCode("disorder/alkohol") } == 128)
  }

  @Test("Every type that the police have used is known, in all municipalities")
  func types() throws {
    struct Event: Decodable { let type: String }
    let lines = try RealFiles.unzip("polisen/events.jsonl.gz").split(separator: 0x0A)
    let types = Set(try lines.map { try JSONDecoder().decode(Event.self, from: Data($0)).type })
    #expect(types.count == 89)
    for type in types where !PoliceTypes.isSummary(type) {
      let code = try #require(PoliceTypes.category(type), "\(type)")
      #expect(CategoryList.default.category(code) != nil)
    }
  }

  @Test("No published summary is mistaken for personal data")
  func screen() throws {
    struct Event: Decodable { let summary: String }
    let lines = try RealFiles.unzip("polisen/events.jsonl.gz").split(separator: 0x0A)
    let found = try lines.filter {
      PersonalDataScreen.firstFinding(in: try JSONDecoder().decode(Event.self, from: Data($0)).summary) != nil
    }
    #expect(found.isEmpty)
  }

  @Test("Edited events: Umeå's 27, with 28 later versions, two of which moved away")
  func revisions() throws {
    let items = try police(RealFiles.unzip("polisen/revisions.jsonl.gz"))
    #expect(items.count == 1_580)
    let histories = items.compactMap { item in
      if case .revisions(_, let history) = item { history } else { nil }
    }
    #expect(histories.count == 27)
    #expect(histories.reduce(0) { $0 + $1.versions.count - 1 } == 28)
    let moved = histories.filter { $0.versions.contains { $0.municipality != "Umeå" } }
    #expect(moved.map(\.reference).sorted() == ["411697", "478216"])
    #expect(items.allSatisfy { $0.reject == nil })
  }

  @Test(
    "The interface's answers, whole and cut short",
    arguments: [
      "api_response_2024-06-14.json", "api_response_2024-06-15.json", "api_response_2025-03-30.json",
    ])
  func answers(name: String) throws {
    let bytes = try RealFiles.read("polisen/\(name)")
    #expect(try FileFormat.detect(bytes.prefix(4_096)) == .policeEvents)
    let items = try police(bytes)
    #expect(items.count == 500)
    #expect(items.allSatisfy { $0.reject == nil })
    #expect(try police(bytes, size: 1_013) == items)
    for share in 1...20 {
      let cut = try police(bytes.prefix(bytes.count * share / 21))
      #expect(cut.last?.reject?.problem == .malformed(expected: "]"))
      #expect(cut.dropLast() == items.prefix(cut.count - 1))
    }
  }

  @Test("The districts of Umeå: 146 features, one name twice")
  func umea() throws {
    let bytes = try RealFiles.read("geo/umea_stadsdelar_sweref99tm.geojson")
    let file = try GeoJSONIntake.parse(Data(bytes), nameProperty: "STADSDEL")
    #expect(file.crs == 3006)
    #expect(file.featureCount == 146)
    #expect(file.features.count == 146)
    #expect(file.features.count { $0.polygons.count > 1 } <= 27)
    #expect(file.oddities.count == 1)
    #expect(file.oddities.first?.name == "Hamptjärnsliden")
    guard case .duplicateName = file.oddities.first?.problem else {
      Issue.record("\(file.oddities)")
      return
    }
  }

  @Test("The municipalities of Sweden, in degrees")
  func sweden() throws {
    let bytes = try RealFiles.read("geo/sverige_kommuner_wgs84.geojson")
    let file = try GeoJSONIntake.parse(Data(bytes), nameProperty: "kommun")
    #expect(file.crs == 4326)
    #expect(file.features.count == 290)
    #expect(file.oddities.isEmpty)
    #expect(throws: GeoJSONProblem.missingNameProperty("STADSDEL", existing: ["kommun", "kommun_kod"])) {
      try GeoJSONIntake.parse(Data(bytes), nameProperty: "STADSDEL")
    }
  }
}
