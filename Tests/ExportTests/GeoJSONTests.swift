import EST
import Foundation
import Language
import PictureSamples
import Testing

@testable import Export
@testable import Picture

@Suite struct GeoJSONTests {
  /// The busy week, with hot spots of each shape.
  private static func picture() -> SituationPicture {
    var picture = SituationPicture.compile(PictureSamples.busyWeek())
    let square = [(758_000, 7_088_000), (758_000, 7_088_200), (758_200, 7_088_200), (758_200, 7_088_000)]
    let outlines = [square, square.reversed(), [square[0], square[1], square[0]], [square[0]], []]
    picture.findings = SituationPicture.Findings(
      basis: .init(
        firstWeek: LocalDate("2026-01-05")!, lastWeek: LocalDate("2026-11-16")!, weeks: 46, tested: 1,
        tooFew: 0),
      signals: [], clusters: [], trends: [], ranges: [],
      hotSpots: outlines.enumerated().map { index, corners in
        SituationPicture.HotSpot(
          category: picture.counts.categories[0].category, area: index == 0 ? "Ersboda" : nil,
          count: 5 + index, outline: corners.map { .init(easting: $0.0, northing: $0.1) })
      },
      chains: [], nearRepeats: [], rhythm: nil)
    return picture
  }

  private struct Collection: Decodable {
    let type: String
    let name: String
    let features: [Feature]

    struct Feature: Decodable {
      let type: String
      let geometry: Geometry
      let properties: Properties
    }

    struct Properties: Decodable {
      let kind: String
      let categoryName: String
      let area: String?
      let reports: Int
      let sample: Bool
    }

    enum Geometry: Decodable {
      case point([Double])
      case line([[Double]])
      case polygon([[[Double]]])

      init(from decoder: any Decoder) throws {
        enum Keys: String, CodingKey { case type, coordinates }
        let container = try decoder.container(keyedBy: Keys.self)
        self =
          switch try container.decode(String.self, forKey: .type) {
          case "Point": .point(try container.decode([Double].self, forKey: .coordinates))
          case "LineString": .line(try container.decode([[Double]].self, forKey: .coordinates))
          default: .polygon(try container.decode([[[Double]]].self, forKey: .coordinates))
          }
      }
    }
  }

  private static func read(_ language: Language = .swedish) throws -> Collection {
    try JSONDecoder().decode(
      Collection.self, from: Data(try Export.geoJSON(picture(), language: language).utf8))
  }

  @Test("Rings are closed and run anticlockwise, in degrees with longitude first")
  func rings() throws {
    let features = try Self.read().features
    #expect(features.count == 4)
    for feature in features.prefix(2) {
      guard case .polygon(let rings) = feature.geometry else {
        Issue.record("not a polygon")
        continue
      }
      #expect(rings.count == 1 && rings[0].count == 5 && rings[0].first == rings[0].last)
      let area = zip(rings[0], rings[0].dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
      #expect(area > 0)
      #expect(rings[0].allSatisfy { (20.0..<21).contains($0[0]) && (63.8..<63.9).contains($0[1]) })
    }
  }

  @Test("An outline that has shrunk to a line or a point is that, and without corners it is nowhere")
  func degenerate() throws {
    let features = try Self.read().features
    if case .line(let positions) = features[2].geometry {
      #expect(positions.count == 2)
    } else {
      Issue.record("not a line")
    }
    if case .point = features[3].geometry {} else { Issue.record("not a point") }
  }

  @Test("A hole runs the other way")
  func hole() {
    let corners = [(0, 0), (0, 10), (10, 10), (10, 0)].map {
      SwerefPoint(easting: 500_000 + Double($0.0), northing: 7_000_000 + Double($0.1))
    }
    #expect(GeoJSON.ring(corners, isHole: true) == GeoJSON.ring(corners).reversed().rotated(to: corners[0]))
  }

  @Test("Each has its numbers, and says that it is sample data")
  func properties() throws {
    let swedish = try Self.read().features
    #expect(swedish.map(\.properties.reports) == [5, 6, 7, 8])
    #expect(swedish.map(\.properties.area) == ["Ersboda", nil, nil, nil])
    #expect(swedish.allSatisfy { $0.type == "Feature" && $0.properties.kind == "hotSpot" })
    #expect(swedish.allSatisfy { $0.properties.sample })
    let english = try Self.read(.english)
    #expect(english.type == "FeatureCollection")
    #expect(english.name == "lagesbild-2480-est-centrum-2026-W47-v1-en")
    #expect(english.features[0].properties.categoryName != swedish[0].properties.categoryName)
  }

  @Test("A picture without places is a collection without features, the same bytes every time")
  func empty() throws {
    let picture = SituationPicture.compile(PictureSamples.empty())
    let json = try Export.geoJSON(picture, language: .swedish)
    #expect(json.contains("\"features\" : [\n\n  ]"))
    let full = try Export.geoJSON(Self.picture(), language: .swedish)
    #expect(try Export.geoJSON(Self.picture(), language: .swedish) == full)
  }

  @Test("GDAL opens it", .enabled(if: Tool.isFound("ogrinfo")))
  func gdal() throws {
    let said = try Tool.run(
      "ogrinfo", ["-al", "-so"], file: try Export.geoJSON(Self.picture(), language: .swedish),
      ending: "geojson")
    #expect(said.contains("Feature Count: 4"))
    #expect(said.contains("reports: Integer"))
    #expect(said.contains("WGS 84"))
  }
}

extension [GeoJSON.Position] {
  /// The same ring begun at another of its corners.
  fileprivate func rotated(to corner: SwerefPoint) -> [GeoJSON.Position] {
    let open = dropLast()
    guard let start = open.firstIndex(of: GeoJSON.Position(corner.degrees)) else { return self }
    return Array(open[start...] + open[..<start]) + [open[start]]
  }
}
