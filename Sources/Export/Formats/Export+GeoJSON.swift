import EST
import Foundation
import Language
import Picture

extension Export {
  /// What the picture has of places, for a map program such as QGIS: a feature each, told apart by `kind`.
  ///
  /// `area` has its reports, what is usual of them in the last week, its signals, and the same by main category;
  /// `withoutArea`, which lies nowhere, the reports that no area has, so that all of them add up to the total;
  /// `hotSpot` its category, area and reports. Names are in the language, keys and codes the same in both.
  public static func geoJSON(_ picture: SituationPicture, language: Language) throws -> String {
    let map = MapFeatures(picture, language: language)
    let collection = GeoJSON.Collection(
      name: name(of: picture, language: language), features: map.areas + map.hotSpots)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(collection), as: UTF8.self) + "\n"
  }
}

/// Makes features of what lies somewhere.
struct MapFeatures {
  let picture: SituationPicture
  private let words: Words
  private let usual: [Cell: SituationPicture.Usual]

  private struct Cell: Hashable {
    let area: String?
    let category: CategoryCode
  }

  init(_ picture: SituationPicture, language: Language) {
    self.picture = picture
    words = Words(language, picture.head)
    usual = Dictionary(
      (picture.findings?.ranges ?? []).map { (Cell(area: $0.area, category: $0.category), $0.usual) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What every feature says of where it comes from: a layer is easily parted from its file.
  private var origin: [String: GeoJSON.Property] {
    let sharing: [String: GeoJSON.Property] =
      picture.sharing.map {
        [
          "class": .text($0.reportClass.rawValue), "recipients": .text($0.recipients),
          "ground": .text($0.ground),
        ]
      } ?? [:]
    return sharing.merging([
      "municipality": .text("\(picture.head.municipality)"), "group": .text(picture.head.group),
      "period": .text(picture.head.period.label), "version": .whole(picture.head.version),
      "sample": .truth(picture.provenance == .sample),
    ]) { $1 }
  }

  /// The areas that are drawn in their order, then those that are only counted, and what lies in none.
  var areas: [GeoJSON.Feature] {
    let counts = Dictionary(
      picture.counts.areas.compactMap { area in area.name.map { ($0, area) } },
      uniquingKeysWith: { first, _ in first })
    let drawn = picture.map?.areas ?? []
    let shown = Set(drawn.map(\.name))
    let places: [(name: String, geometry: GeoJSON.Geometry?)] =
      drawn.map { ($0.name, GeoJSON.area($0.rings.map { $0.map(SwerefPoint.init) })) }
      + counts.keys.filter { !shown.contains($0) }.sorted().map { ($0, nil) }
    let areas = places.enumerated().map { index, place in
      GeoJSON.Feature(
        id: "area-\(index + 1)", geometry: place.geometry,
        properties: origin.merging(["kind": .text("area"), "area": .text(place.name)]) { $1 }
          .merging(properties(of: counts[place.name])) { $1 }.merging(findings(in: place.name)) { $1 })
    }
    guard let rest = picture.counts.withoutArea else { return areas }
    return areas + [
      GeoJSON.Feature(
        id: "withoutArea", geometry: nil,
        properties: origin.merging(["kind": .text("withoutArea")]) { $1 }.merging(properties(of: rest)) { $1 }
      )
    ]
  }

  /// Zero where nothing was reported; `null` where there was no such period.
  private func properties(of area: SituationPicture.AreaRow?) -> [String: GeoJSON.Property] {
    let total = picture.counts.total.counts
    let zero = SituationPicture.Spans(
      current: 0, previous: total.previous.map { _ in 0 }, lastYear: total.lastYear.map { _ in 0 })
    let counts = area?.row.counts ?? zero
    return [
      "reports": .whole(counts.current), "previous": .whole(ifAny: counts.previous),
      "lastYear": .whole(ifAny: counts.lastYear), "imported": .whole((area?.imported ?? zero).current),
      "categories": .object(
        Dictionary(
          uniqueKeysWithValues: (area?.categories ?? []).map {
            ("\($0.category)", categoryProperties($0, in: area?.name))
          })),
    ]
  }

  private func categoryProperties(_ category: SituationPicture.AreaCategory, in area: String?)
    -> GeoJSON.Property
  {
    let usual = usual[Cell(area: area, category: category.category)]
    return .object([
      "reports": .whole(category.counts.current), "previous": .whole(ifAny: category.counts.previous),
      "lastYear": .whole(ifAny: category.counts.lastYear), "expected": .number(ifAny: usual?.expected),
      "low": .whole(ifAny: usual?.low), "high": .whole(ifAny: usual?.high),
    ])
  }

  /// What is usual of the last week, and what stands out in it.
  private func findings(in area: String) -> [String: GeoJSON.Property] {
    let range = picture.findings?.areaRanges?.first { $0.area == area }
    let found = picture.findings?.signals.filter { $0.area == area } ?? []
    return [
      "lastWeek": .text(ifAny: picture.findings.map { "\(ISOWeek(containing: $0.basis.lastWeek))" }),
      "lastWeekReports": .whole(ifAny: range?.count), "expected": .number(ifAny: range?.usual.expected),
      "low": .whole(ifAny: range?.usual.low), "high": .whole(ifAny: range?.usual.high),
      "signals": .whole(found.count { $0.strength == .signal }),
      "watches": .whole(found.count { $0.strength == .watch }),
      // The surest comes first.
      "signal": .text(ifAny: found.first?.strength.rawValue),
      "signalNames": .text(
        ifAny: found.isEmpty ? nil : found.map { words.name($0.category) }.joined(separator: "; ")),
    ]
  }

  var hotSpots: [GeoJSON.Feature] {
    (picture.findings?.hotSpots ?? []).enumerated().compactMap { index, spot in
      guard let geometry = GeoJSON.shape(spot.outline.map(SwerefPoint.init)) else { return nil }
      return GeoJSON.Feature(
        id: "hotSpot-\(index + 1)", geometry: geometry,
        properties: origin.merging([
          "kind": .text("hotSpot"), "category": .text("\(spot.category.code)"),
          "categoryName": .text(words.name(spot.category)), "area": .text(ifAny: spot.area),
          "reports": .whole(spot.count),
        ]) { $1 })
    }
  }
}

extension SwerefPoint {
  fileprivate init(_ point: SituationPicture.Point) {
    self.init(easting: Double(point.easting), northing: Double(point.northing))
  }
}
