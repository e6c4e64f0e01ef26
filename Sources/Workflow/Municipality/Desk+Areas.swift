import EST
import Intake
import Persistence

/// Something about a feature of an area file that should be told.
public struct AreaNotice: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Found while the file was read.
    case file(AreaProblem)
    /// Less than a square metre: a place to report by name, in which hardly any point will ever lie.
    case sliver(size: Double)
    /// A ring that crosses itself, or the like: mended, with PostGIS's own words for what it was.
    case mended(String)
    /// Nothing with an extent is left of it.
    case empty
  }

  /// The feature's place in the file, from 0.
  public let feature: Int
  public let name: String?
  public let kind: Kind
}

/// What became of an area file.
public struct AreaImport: Sendable, Equatable {
  /// The features read, those told of as odd included.
  public let imported: Int
  /// The areas that they became.
  public let areas: Int
  public let oddities: [AreaNotice]
}

extension Desk {
  /// Square metres: what is smaller is a slip of the drawing hand and told of, but kept, since its name may be used.
  static let sliver = 1.0

  /// Imports areas, or gives known ones their new borders. Features of one name become one area.
  /// - Parameter group: the group that they belong to; all of the municipality's where none is named.
  /// - Throws: `GeoJSONProblem.unknownReferenceSystem` for a code that PostGIS does not know.
  public func importAreas(_ file: AreaFile, group: GroupID?) throws -> AreaImport {
    try demandAdministrator()
    guard try areas.knowsReferenceSystem(file.crs) else {
      throw GeoJSONProblem.unknownReferenceSystem("EPSG:\(file.crs)")
    }
    var oddities = file.oddities.map {
      AreaNotice(feature: $0.feature, name: $0.name, kind: .file($0.problem))
    }
    var order: [String] = []
    var parts: [String: (geometries: [[UInt8]], population: Int?)] = [:]
    for feature in file.features {
      func tell(_ kind: AreaNotice.Kind) {
        oddities.append(AreaNotice(feature: feature.index, name: feature.name, kind: kind))
      }
      let examined = try areas.examine(geoJSON: feature.geoJSONGeometry, srid: file.crs)
      guard let geometry = examined.geometry else {
        tell(.empty)
        continue
      }
      if examined.size < Desk.sliver { tell(.sliver(size: examined.size)) }
      if let reason = examined.invalidity { tell(.mended(reason)) }
      if parts[feature.name] == nil { order.append(feature.name) }
      parts[feature.name, default: ([], nil)].geometries.append(geometry)
      parts[feature.name]!.population = feature.population ?? parts[feature.name]!.population
    }
    for name in order {
      let part = parts[name]!
      try areas.save(
        name: name, geometries: part.geometries, population: part.population, group: group, id: newID())
    }
    return AreaImport(
      imported: file.featureCount, areas: order.count, oddities: oddities.sorted { $0.feature < $1.feature })
  }
}
