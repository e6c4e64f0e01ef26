import EST
import Foundation
import Intake
import Persistence
import TestSupport
import Testing

@testable import Workflow

/// The product's own projection and point-in-area, against PROJ and GEOS through other hands.
@Suite(.enabled(if: SharedData.oraclesArePresent && SharedData.dataIsPresent))
struct GeoOracleTests {
  struct Oracle: Decodable {
    let projection: [[Double]]
    let areaFile: String
    let points: [Point]

    struct Point: Decodable {
      let x: Double
      let y: Double
      let area: String?

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        x = try values.decode(Double.self)
        y = try values.decode(Double.self)
        area = try values.decodeIfPresent(String.self)
      }
    }

    enum CodingKeys: String, CodingKey {
      case projection = "projection_lonlat_to_3006"
      case areaFile = "area_file"
      case points = "points_x_y_area_distance_to_boundary_m"
    }
  }

  static let files =
    (try? FileManager.default.contentsOfDirectory(at: SharedData.oracles, includingPropertiesForKeys: nil))?
    .filter { $0.lastPathComponent.hasPrefix("geo") && $0.pathExtension == "json" } ?? []

  @Test(arguments: files) func projectionAndAreas(_ file: URL) async throws {
    let oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: file))
    let areaFile = SharedData.data.deletingLastPathComponent().appending(path: oracle.areaFile)
    let byData = SharedData.data.appending(path: oracle.areaFile.replacing("data/", with: ""))
    let url = FileManager.default.fileExists(atPath: byData.path) ? byData : areaFile
    let data = try Data(contentsOf: url)
    let property = try nameProperty(data)
    try await CollectionFixture.run { engine in
      _ = try await engine.run(CollectionFixture.caller("administrator"), deadline: .seconds(300)) { desk in
        try desk.importAreas(try GeoJSONIntake.parse(data, nameProperty: property), group: nil)
      }
      try await engine.run(CollectionFixture.caller("administrator")) { desk in
        let turned = try desk.areas.sweref(
          longitudes: oracle.projection.map { $0[0] }, latitudes: oracle.projection.map { $0[1] })
        for (expected, found) in zip(oracle.projection, turned) {
          #expect(abs(found.easting - expected[2]) < 0.01 && abs(found.northing - expected[3]) < 0.01)
        }
        let names = Dictionary(uniqueKeysWithValues: try desk.areas.all().map { ($0.id, $0.name) })
        let found = try desk.areas.areas(xs: oracle.points.map(\.x), ys: oracle.points.map(\.y))
        for (point, area) in zip(oracle.points, found) {
          #expect(area.flatMap { names[$0] } == point.area, "at \(point.x) \(point.y)")
        }
      }
    }
  }

  /// The property that names a feature: the first that holds a text.
  private func nameProperty(_ data: Data) throws -> String {
    var bytes = data
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let features = object?["features"] as? [[String: Any]]
    let properties = features?.first?["properties"] as? [String: Any]
    return try #require(properties?.first { $0.value is String }?.key)
  }
}
