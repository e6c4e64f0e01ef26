/// Where something happened, with how well that is known.
public struct Place: Hashable, Sendable {
  /// How well the place is known. A municipality's midpoint is `municipality`, never `point`.
  public enum Precision: String, Sendable, CaseIterable, Hashable {
    /// A point that the reporter gave.
    case point
    /// A named place or an address within an area.
    case place
    /// Somewhere in an area.
    case area
    /// Somewhere in the municipality.
    case municipality
  }

  public var area: AreaID?
  /// A name or an address in public space, without persons.
  public var name: String?
  public var type: PlaceType?
  /// Only where `precision` is `point`.
  public var point: SwerefPoint?
  public var precision: Precision

  /// The precision follows from what is known, so that nobody can claim more.
  public init(area: AreaID? = nil, name: String? = nil, type: PlaceType? = nil, point: SwerefPoint? = nil) {
    self.area = area
    self.name = name
    self.type = type
    self.point = point
    precision = point != nil ? .point : area == nil ? .municipality : name != nil ? .place : .area
  }
}

/// A point in SWEREF 99 TM (EPSG:3006), in metres.
public struct SwerefPoint: Hashable, Sendable {
  public let easting: Double
  public let northing: Double

  public init(easting: Double, northing: Double) {
    self.easting = easting
    self.northing = northing
  }
}

/// A point as it comes in; PostGIS brings it to SWEREF 99 TM.
public enum IncomingPoint: Hashable, Sendable {
  /// Degrees, WGS 84.
  case wgs84(latitude: Double, longitude: Double)
  case sweref(SwerefPoint)

  /// Where on Earth Sweden can be, generously; a point beyond is a mistake in the file.
  public var isInSweden: Bool {
    switch self {
    case .wgs84(let latitude, let longitude):
      (54.5...69.5).contains(latitude) && (10.0...25.0).contains(longitude)
    case .sweref(let point):
      (200_000...1_000_000).contains(point.easting) && (6_050_000...7_750_000).contains(point.northing)
    }
  }
}
