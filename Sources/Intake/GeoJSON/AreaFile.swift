/// The areas of a GeoJSON file, before a database has judged their shapes.
public struct AreaFile: Hashable, Sendable {
  /// The EPSG code of the coordinates' reference system: 3006 is SWEREF 99 TM, 4326 WGS 84.
  public let crs: Int
  /// How many features the file holds, those included that are left out.
  public let featureCount: Int
  /// In the file's order. Two may bear the same name: they are then parts of one area.
  public let features: [AreaFeature]
  public let oddities: [AreaOddity]
}

/// A feature with a name and polygons.
public struct AreaFeature: Hashable, Sendable {
  /// Its place in the file, from 0.
  public let index: Int
  public let name: String
  public let population: Int?
  /// Polygons of rings, the outer ring first; a ring is `x, y, x, y, …` and ends where it begins.
  public let polygons: [[[Double]]]

  /// A GeoJSON geometry of the type `MultiPolygon`, in the file's coordinates and without a reference system.
  public var geoJSONGeometry: String {
    var text = #"{"type":"MultiPolygon","coordinates":["#
    for (index, polygon) in polygons.enumerated() {
      text += index == 0 ? "[" : ",["
      for (index, ring) in polygon.enumerated() {
        text += index == 0 ? "[" : ",["
        for x in stride(from: 0, to: ring.count, by: 2) {
          text += "\(x == 0 ? "[" : ",[")\(ring[x]),\(ring[x + 1])]"
        }
        text += "]"
      }
      text += "]"
    }
    return text + "]}"
  }
}

/// Something about a feature that should be told.
public struct AreaOddity: Hashable, Sendable {
  /// The feature's place in the file, from 0.
  public let feature: Int
  /// `nil` where it has none.
  public let name: String?
  public let problem: AreaProblem
}

/// What is odd about a feature. Only a name that recurs and a population that cannot be read leave it in.
public enum AreaProblem: Hashable, Sendable {
  case missingName
  /// The name holds a control character.
  case unreadableName
  /// The name is also that of an earlier feature, at this place in the file.
  case duplicateName(of: Int)
  case noGeometry
  /// Neither a polygon nor several.
  case otherGeometry(String)
  /// The coordinates are not nested as the geometry's type asks, or are no finite numbers.
  case malformedCoordinates
  /// A ring of fewer than four points, the last of which repeats the first.
  case ringTooShort
  case ringNotClosed
  case unreadablePopulation
}

/// Why no areas can be read of a file.
public enum GeoJSONProblem: Error, Hashable, Sendable {
  case tooLarge(limit: Int)
  case foreignFormat(ForeignFormat)
  case notJSON
  /// Brackets within brackets, deeper than any map.
  case nestedTooDeep(limit: Int)
  /// Another type of GeoJSON or none, or a member that is not what it should be, at this path.
  case notAFeatureCollection(at: String)
  case noFeatures
  /// No feature has the property that should hold its name; `existing` are those that there are.
  case missingNameProperty(String, existing: [String])
  case missingPopulationProperty(String, existing: [String])
  case unknownReferenceSystem(String)
  /// The file names no reference system, so that its numbers should be degrees (RFC 7946), or one of degrees, and
  /// they are not.
  case notDegrees
}
