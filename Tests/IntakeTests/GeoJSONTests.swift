import Foundation
import Testing

@testable import Intake

@Suite struct GeoJSONTests {
  static let ring =
    "[[755000,7085000],[755900,7085000],[755900,7085900],[755000.5,7085900.25],[755000,7085000]]"
  static let sweref = #""crs": {"type": "name", "properties": {"name": "EPSG:3006"}},"#

  static func feature(_ name: String, _ geometry: String? = nil, _ more: String = "") -> String {
    let geometry = geometry ?? #"{"type": "Polygon", "coordinates": [\#(ring)]}"#
    return #"{"type": "Feature", "properties": {"NAMN": \#(name)\#(more)}, "geometry": \#(geometry)}"#
  }
  static func file(_ features: [String], crs: String = sweref) -> String {
    #"{"type": "FeatureCollection", \#(crs) "features": [\#(features.joined(separator: ",\n\t"))]}"#
  }
  static func parse(_ text: String, population: String? = nil) throws(GeoJSONProblem) -> AreaFile {
    try GeoJSONIntake.parse(Data(text.utf8), nameProperty: "NAMN", populationProperty: population)
  }

  @Test("Polygons and multipolygons, with names and population")
  func areas() throws {
    let multi = #"{"type": "MultiPolygon", "coordinates": [[\#(Self.ring), \#(Self.ring)], [\#(Self.ring)]]}"#
    let file = try Self.parse(
      "\u{FEFF}"
        + Self.file([
          Self.feature(#"" Teg ""#, nil, #", "N": 4711"#), Self.feature("17", multi, #", "N": "x""#),
        ]),
      population: "N")
    #expect(file.crs == 3006)
    #expect(file.featureCount == 2)
    #expect(file.features.map(\.name) == ["Teg", "17"])
    #expect(file.features.map(\.population) == [4_711, nil])
    #expect(file.features.map { $0.polygons.map(\.count) } == [[1], [2, 1]])
    #expect(
      file.features[0].polygons[0][0] == [
        755_000, 7_085_000, 755_900, 7_085_000, 755_900, 7_085_900, 755_000.5, 7_085_900.25, 755_000,
        7_085_000,
      ])
    #expect(file.oddities == [AreaOddity(feature: 1, name: "17", problem: .unreadablePopulation)])
  }

  @Test("A geometry is written so that it is read as the same")
  func written() throws {
    let multi = #"{"type": "MultiPolygon", "coordinates": [[\#(Self.ring), \#(Self.ring)], [\#(Self.ring)]]}"#
    let feature = try Self.parse(Self.file([Self.feature(#""Teg""#, multi)])).features[0]
    let again = try Self.parse(Self.file([Self.feature(#""Teg""#, feature.geoJSONGeometry)])).features[0]
    #expect(again == feature)
  }

  @Test(
    "Reference systems",
    arguments: [
      ("EPSG:3006", 3006), ("urn:ogc:def:crs:EPSG::3006", 3006), ("urn:ogc:def:crs:EPSG:9.8:3011", 3011),
      ("http://www.opengis.net/def/crs/EPSG/0/3006", 3006),
    ])
  func referenceSystems(name: String, code: Int) throws {
    let crs = #""crs": {"type": "name", "properties": {"name": "\#(name)"}},"#
    #expect(try Self.parse(Self.file([Self.feature(#""Teg""#)], crs: crs)).crs == code)
  }

  @Test("Degrees, with and without a name", arguments: ["", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"])
  func degrees(name: String) throws {
    let crs = name.isEmpty ? "" : #""crs": {"type": "name", "properties": {"name": "\#(name)"}},"#
    let geometry =
      #"{"type": "Polygon", "coordinates": [[[20.2,63.8,12],[20.3,63.8],[20.3,63.9],[20.2,63.8,12]]]}"#
    #expect(try Self.parse(Self.file([Self.feature(#""Teg""#, geometry)], crs: crs)).crs == 4326)
    #expect(throws: GeoJSONProblem.notDegrees) {
      try Self.parse(Self.file([Self.feature(#""Teg""#)], crs: crs))
    }
  }

  @Test("A null reference system is none")
  func nullReferenceSystem() {
    #expect(throws: GeoJSONProblem.notDegrees) {
      try Self.parse(Self.file([Self.feature(#""Teg""#)], crs: #""crs": null,"#))
    }
  }

  @Test(
    "Features that are left out, and why",
    arguments: [
      (feature(#""  ""#), nil, .missingName), (feature("null"), nil, .missingName),
      (feature("[1]"), nil, .missingName),
      (feature(#""a\u001bb""#), "a␛b", .unreadableName), (feature(#""a""#, "null"), "a", .noGeometry),
      (feature(#""a""#, #"{"type": "Point", "coordinates": [1, 2]}"#), "a", .otherGeometry("Point")),
      (
        feature(#""a""#, #"{"type": "GeometryCollection", "geometries": []}"#), "a",
        .otherGeometry("GeometryCollection")
      ),
      (feature(#""a""#, #"{"type": "Polygon", "coordinates": []}"#), "a", .malformedCoordinates),
      (feature(#""a""#, #"{"type": "Polygon"}"#), "a", .malformedCoordinates),
      (
        feature(#""a""#, #"{"type": "Polygon", "coordinates": [[[1], [2], [3], [1]]]}"#), "a",
        .malformedCoordinates
      ),
      (
        feature(#""a""#, #"{"type": "Polygon", "coordinates": [[["1", 2], [2, 2], [3, 3], [1, 2]]]}"#), "a",
        .malformedCoordinates
      ),
      (
        feature(#""a""#, #"{"type": "Polygon", "coordinates": [[[1e999, 2], [2, 2], [3, 3], [1e999, 2]]]}"#),
        "a", .malformedCoordinates
      ),
      (
        feature(#""a""#, #"{"type": "Polygon", "coordinates": [[[1, 1], [2, 2], [1, 1]]]}"#), "a",
        .ringTooShort
      ),
      (
        feature(#""a""#, #"{"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2], [1, 2]]]}"#), "a",
        .ringNotClosed
      ),
    ] as [(String, String?, AreaProblem)])
  func leftOut(feature: String, name: String?, problem: AreaProblem) throws {
    let file = try Self.parse(Self.file([Self.feature(#""Teg""#), feature, Self.feature(#""Ön""#)]))
    #expect(file.featureCount == 3)
    #expect(file.features.map(\.name) == ["Teg", "Ön"])
    #expect(file.features.map(\.index) == [0, 2])
    #expect(file.oddities == [AreaOddity(feature: 1, name: name, problem: problem)])
  }

  @Test("A name that recurs is told, and both features are kept")
  func duplicates() throws {
    let file = try Self.parse(
      Self.file([Self.feature(#""Teg""#), Self.feature(#""Ön""#), Self.feature(#""Teg""#)]))
    #expect(file.features.count == 3)
    #expect(file.oddities == [AreaOddity(feature: 2, name: "Teg", problem: .duplicateName(of: 0))])
  }

  @Test(
    "Files that cannot be read",
    arguments: [
      ("", .notJSON), ("{", .notJSON), ("NaN", .notJSON),
      (#"{"type": "FeatureCollection"}"#, .notAFeatureCollection(at: "")),
      (feature(#""a""#), .notAFeatureCollection(at: "")), ("[]", .notAFeatureCollection(at: "")),
      (#"{"type": "Topology", "features": []}"#, .notAFeatureCollection(at: "type")),
      (#"{"type": "FeatureCollection", "features": []}"#, .noFeatures),
      (#"{"type": "FeatureCollection", "features": [17]}"#, .notAFeatureCollection(at: "features.0")),
      (String(repeating: "[", count: 100_000), .nestedTooDeep(limit: 64)), ("\u{1F}\u{8B}", .notJSON),
      ("<html>", .foreignFormat(.markup)),
      (
        file([feature(#""a""#)]).replacingOccurrences(of: "NAMN", with: "NAME"),
        .missingNameProperty("NAMN", existing: ["NAME"])
      ),
      (
        file([feature(#""a""#)], crs: #""crs": {"properties": {"name": "RT90"}},"#),
        .unknownReferenceSystem("RT90")
      ),
    ] as [(String, GeoJSONProblem)])
  func refused(text: String, problem: GeoJSONProblem) {
    #expect(throws: problem) { try Self.parse(text) }
  }

  @Test("A population that no feature has is told with what there is")
  func missingPopulation() {
    #expect(throws: GeoJSONProblem.missingPopulationProperty("N", existing: ["NAMN"])) {
      try Self.parse(Self.file([Self.feature(#""a""#)]), population: "N")
    }
  }
}
