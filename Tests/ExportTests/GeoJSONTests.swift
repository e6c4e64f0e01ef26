import EST
import Foundation
import Language
import PictureSamples
import TestSupport
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

  private static func read(_ language: Language = .swedish) throws -> RFC7946 {
    try RFC7946(try Export.geoJSON(picture(), language: language))
  }

  private static func hotSpots(_ language: Language = .swedish) throws -> [RFC7946.Feature] {
    try read(language).features.filter { $0.properties["kind"] as? String == "hotSpot" }
  }

  @Test("A strict reader has nothing to say")
  func strict() throws {
    #expect(try Self.read().faults == [])
    for (_, picture) in SamplePictures.all {
      let read = try RFC7946(try Export.geoJSON(picture, language: .english))
      #expect(read.faults == [])
      let counted = read.features.filter { $0.properties["kind"] as? String != "hotSpot" }
        .compactMap { $0.properties["reports"] as? Int }
      #expect(counted.reduce(0, +) == picture.counts.total.counts.current)
    }
  }

  @Test(
    "A strict reader finds out what others overlook",
    arguments: [
      #"[[0,0],[0,1],[1,1],[1,0],[0,0]]"#, #"[[0,0],[1,0],[1,1],[0,1]]"#, #"[[0,0],[1,0],[0,0]]"#,
      #"[[64,20],[200,0],[1,1],[64,20]]"#,
    ])
  func control(ring: String) throws {
    let read = try RFC7946(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{},"geometry":"#
        + #"{"type":"Polygon","coordinates":[\#(ring)]}}]}"#)
    // The box is lacking too.
    #expect(read.faults.count >= 2, "\(read.faults)")
  }

  @Test("Outlines are in degrees with longitude first")
  func rings() throws {
    let features = try Self.hotSpots()
    #expect(features.count == 4)
    for feature in features.prefix(2) {
      let ring = try #require(feature.rings.first?.first)
      #expect(feature.rings.count == 1 && ring.count == 5)
      #expect(ring.allSatisfy { (20.0..<21).contains($0[0]) && (63.8..<63.9).contains($0[1]) })
    }
  }

  @Test("An outline that has shrunk to a line or a point is that, and without corners it is nowhere")
  func degenerate() throws {
    let types = try Self.hotSpots().map { $0.geometry?["type"] as? String }
    #expect(types == ["Polygon", "Polygon", "LineString", "Point"])
  }

  @Test("An area has its counts, what is usual, its signals, and its parts with their holes")
  func areas() throws {
    var input = PictureSamples.longHistory()
    func square(_ side: Int, at corner: (Int, Int), from: Int = 0) -> [SituationPicture.Point] {
      let corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
      return corners.map {
        SituationPicture.Point(easting: corner.0 + $0.0, northing: corner.1 + $0.1)
      }
    }
    // A lake with an island in it, which has a pond; another part beside; and what has shrunk to nothing.
    let (x, y) = (700_000, 7_000_000)
    input.map[1].rings = [
      square(100, at: (x + 450, y + 450)).reversed(), square(1_000, at: (x, y)).reversed(),
      square(500, at: (x + 250, y + 250)), square(10, at: (x + 490, y + 490)),
      square(200, at: (x + 2_000, y)),
      [.init(easting: x, northing: y), .init(easting: x + 9, northing: y), .init(easting: x, northing: y)],
    ]
    let picture = SituationPicture.compile(input)
    let read = try RFC7946(try Export.geoJSON(picture, language: .swedish))
    #expect(read.faults == [])
    let areas = read.features.filter { $0.properties["kind"] as? String == "area" }
    let drawn = areas.prefix(picture.map!.areas.count)
    #expect(drawn.allSatisfy { $0.geometry != nil })
    let ersboda = try #require(areas.first { $0.properties["area"] as? String == "Ersboda" })
    #expect(ersboda.rings.map(\.count).sorted() == [1, 2, 2])
    let signals = picture.findings!.signals.filter { $0.area == "Ersboda" && $0.strength == .signal }
    #expect(signals.count == 1 && ersboda.properties["signals"] as? Int == 1)
    #expect(ersboda.properties["signal"] as? String == "signal")
    let range = try #require(picture.findings?.areaRanges?.first { $0.area == "Ersboda" })
    #expect(ersboda.properties["low"] as? Int == range.usual.low)
    #expect(ersboda.properties["high"] as? Int == range.usual.high)
    #expect(ersboda.properties["lastWeekReports"] as? Int == range.count && range.count > range.usual.high)
    let row = try #require(picture.counts.areas.first { $0.name == "Ersboda" })
    #expect(ersboda.properties["reports"] as? Int == row.row.counts.current)
    let categories = try #require(ersboda.properties["categories"] as? [String: [String: Any]])
    for category in row.categories {
      let own = try #require(categories["\(category.category)"])
      #expect(own["reports"] as? Int == category.counts.current)
      let usual = picture.findings!.ranges.first { $0.area == "Ersboda" && $0.category == category.category }?
        .usual
      #expect(own["high"] as? Int == usual?.high)
    }
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
    let swedish = try Self.hotSpots()
    #expect(swedish.map { $0.properties["reports"] as? Int } == [5, 6, 7, 8])
    #expect(swedish.map { $0.properties["area"] as? String } == ["Ersboda", nil, nil, nil])
    #expect(try Self.read().features.allSatisfy { $0.properties["sample"] as? Bool == true })
    #expect(
      try Export.geoJSON(Self.picture(), language: .english).contains(
        "\"lagesbild-2480-est-centrum-2026-W47-v1-en\""))
    let names = { (features: [RFC7946.Feature]) in features.map { $0.properties["categoryName"] as? String } }
    #expect(names(try Self.hotSpots(.english))[0] != names(swedish)[0])
  }

  @Test("A picture without places is a collection without features, the same bytes every time")
  func empty() throws {
    let picture = SituationPicture.compile(PictureSamples.empty())
    let json = try Export.geoJSON(picture, language: .swedish)
    #expect(json.contains("\"features\" : [\n\n  ]") && !json.contains("bbox"))
    let full = try Export.geoJSON(Self.picture(), language: .swedish)
    #expect(try Export.geoJSON(Self.picture(), language: .swedish) == full)
  }

  @Test("GDAL opens it, and finds no shape that is not valid", .enabled(if: Tool.isFound("ogrinfo")))
  func gdal() throws {
    let picture = SamplePictures.named("long")
    let json = try Export.geoJSON(picture, language: .swedish)
    let said = try Tool.run("ogrinfo", ["-al", "-so"], file: json, ending: "geojson")
    #expect(said.contains("Feature Count: \(try RFC7946(json).features.count)"))
    for field in ["reports: Integer", "low: Integer", "expected: Real", "signal: String"] {
      #expect(said.contains(field), "\(field)")
    }
    #expect(said.contains("WGS 84") && !said.contains("Warning"))
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
