import Foundation
import Language
import TestSupport
import Testing

@testable import Commands
@testable import Intake
@testable import Workflow

/// Areas as GeoJSON.
@Suite struct AreaFuzzTests {
  static let samples: [[UInt8]] = [
    Array(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[
      {"type":"Feature","properties":{"namn":"Ersboda","n":1200},"geometry":{"type":"Polygon","coordinates":
      [[[760000,7088000],[761000,7089000],[761000,7088000],[760000,7088000]]]}},
      {"type":"Feature","properties":{"namn":17,"n":"3e2"},"geometry":{"type":"MultiPolygon","coordinates":
      [[[[760000,7088000,5],[761000,7089000,5],[761000,7088000,5],[760000,7088000,5]]]]}}]}
      """.utf8),
    Array(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"namn":"Teg"},"geometry":{"type":"Polygon",
      "coordinates":[[[20.24,63.81],[20.26,63.81],[20.26,63.82],[20.24,63.81]]]}},
      {"type":"Feature","properties":{"namn":"Ålidhem"},"geometry":{"type":"Polygon",
      "coordinates":[[[20.30,63.81],[20.32,63.81],[20.32,63.82],[20.30,63.81]]]}},
      {"type":"Feature","properties":null,"geometry":null}]}
      """.utf8),
  ]
  static let words =
    [
      "type", "features", "properties", "geometry", "coordinates", "crs", "name", "namn", "n", "Polygon",
      "MultiPolygon",
      "Point", "FeatureCollection",
    ].map { Array("\"\($0)\"".utf8) }
    + ["[[[", "]]]", "[", "1e308", "-1e308", "1e999", ","].map { Array($0.utf8) }

  @Test func areas() {
    Fuzz("areas", sample: 700, full: 50_000).run { random in
      let bytes =
        random.once(in: 3)
        ? Self.madeUp(&random) : Mutation.of(Self.samples, words: Self.words, &random)
      return try Self.judged(bytes, nameProperty: random.once(in: 20) ? Nasty.text(&random) : "namn")
    }
  }

  static func madeUp(_ random: inout SeededGenerator) -> [UInt8] {
    func position(_ random: inout SeededGenerator) -> String {
      random.once(in: 30)
        ? MadeUpJSON.value(depth: 4, keys: [], &random)
        : "[\(random.once(in: 20) ? random.pick(Nasty.numbers) : "20.\(Int.random(in: 0..<99, using: &random))"),63.8]"
    }
    let features = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let corners = (0..<Int.random(in: 0...5, using: &random)).map { _ in position(&random) }
      let ring = "[\((corners + corners.prefix(1)).joined(separator: ","))]"
      let isMany = Bool.random(using: &random)
      return MadeUpJSON.object(keys: ["type", "properties", "geometry"], &random) { key, random in
        switch key {
        case "properties": MadeUpJSON.object(depth: 4, keys: ["namn", "n"], &random)
        case "geometry":
          #"{"type":"\#(isMany ? "MultiPolygon" : "Polygon")","coordinates":\#(isMany ? "[[\(ring)]]" : "[\(ring)]")}"#
        default: nil
        }
      }
    }
    let text = MadeUpJSON.object(keys: ["type", "features", "crs"], &random) { key, random in
      switch key {
      case "type": "\"FeatureCollection\""
      case "features": "[\(features.joined(separator: ","))]"
      case "crs": #"{"properties":{"name":\#(MadeUpJSON.text(Nasty.text(&random), &random))}}"#
      default: nil
      }
    }
    return Array(text.utf8)
  }

  static func judged(_ bytes: [UInt8], nameProperty: String) throws -> Outcome {
    let file: AreaFile
    do {
      file = try GeoJSONIntake.parse(Data(bytes), nameProperty: nameProperty, populationProperty: "n")
    } catch {
      switch error {
      case .missingPopulationProperty:
        try Promise.isKept(by: error)
        guard let read = try? GeoJSONIntake.parse(Data(bytes), nameProperty: nameProperty) else {
          return .refused
        }
        file = read
      default:
        try Promise.isKept(by: error)
        return .refused
      }
    }
    for oddity in file.oddities {
      let notice = AreaNotice(feature: oddity.feature, name: oddity.name, kind: .file(oddity.problem))
      for language in Language.allCases { try Promise.isSayable(notice.text(language.cli)) }
      try Promise.isSayable(oddity.name ?? "")
    }
    for feature in file.features {
      let rings = feature.polygons.joined()
      guard rings.allSatisfy({ $0.count >= 8 && $0.prefix(2) == $0.suffix(2) && $0.allSatisfy(\.isFinite) }),
        !feature.name.isEmpty, feature.name.utf8.count <= 4_000
      else { throw Flaw("an unsound area: \(feature.name.prefix(200).debugDescription)") }
      // What is handed on is JSON of the same numbers.
      let written = try JSONDecoder().decode(Geometry.self, from: Data(feature.geoJSONGeometry.utf8))
      let drawn = feature.polygons.map { polygon in
        polygon.map { ring in stride(from: 0, to: ring.count, by: 2).map { [ring[$0], ring[$0 + 1]] } }
      }
      guard written.coordinates == drawn else {
        throw Flaw("written otherwise: \(feature.geoJSONGeometry.prefix(300))")
      }
    }
    return file.features.isEmpty ? .refused : .taken
  }

  private struct Geometry: Decodable {
    let coordinates: [[[[Double]]]]
  }
}
