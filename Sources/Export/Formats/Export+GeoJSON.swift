import EST
import Foundation
import Language
import Picture

extension Export {
  /// What the picture has of places, for a map program such as QGIS: a feature each, told apart by `kind`.
  ///
  /// `hotSpot` has its category, area and reports. Names are in the language, keys and codes the same in both.
  /// A picture without any is a collection without features.
  public static func geoJSON(_ picture: SituationPicture, language: Language) throws -> String {
    let map = MapFeatures(picture, language: language)
    let collection = GeoJSON.Collection(
      name: name(of: picture, language: language), features: map.hotSpots)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(collection), as: UTF8.self) + "\n"
  }
}

/// Makes features of what lies somewhere.
struct MapFeatures {
  let picture: SituationPicture
  private let words: Words

  init(_ picture: SituationPicture, language: Language) {
    self.picture = picture
    words = Words(language, picture.head)
  }

  /// What every feature says of where it comes from: a layer is easily parted from its file.
  private var origin: [String: GeoJSON.Property] {
    [
      "municipality": .text("\(picture.head.municipality)"), "group": .text(picture.head.group),
      "period": .text(picture.head.period.label), "version": .whole(picture.head.version),
      "sample": .truth(picture.provenance == .sample),
    ]
  }

  var hotSpots: [GeoJSON.Feature] {
    (picture.findings?.hotSpots ?? []).enumerated().compactMap { index, spot in
      let corners = spot.outline.map {
        SwerefPoint(easting: Double($0.easting), northing: Double($0.northing))
      }
      guard let geometry = GeoJSON.shape(corners) else { return nil }
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
