import EST

/// RFC 7946: longitude before latitude in WGS 84, rings closed, the outer one anticlockwise.
enum GeoJSON {
  struct Collection: Encodable {
    let type = "FeatureCollection"
    /// Not of the standard, but what GDAL and QGIS call the layer by.
    let name: String
    /// West, south, east and north; none where nothing lies anywhere.
    let bbox: [Double]?
    let features: [Feature]

    init(name: String, features: [Feature]) {
      self.name = name
      self.features = features
      let positions = features.compactMap(\.geometry).flatMap(\.positions)
      let (east, north) = (positions.map(\.longitude), positions.map(\.latitude))
      bbox = positions.isEmpty ? nil : [east.min()!, north.min()!, east.max()!, north.max()!]
    }
  }

  struct Feature: Encodable {
    let type = "Feature"
    let id: String
    /// `nil` for what is known to be nowhere in particular.
    let geometry: Geometry?
    let properties: [String: Property]

    private enum Keys: String, CodingKey { case type, id, geometry, properties }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(type, forKey: .type)
      try container.encode(id, forKey: .id)
      // The member must be there, if only as null.
      try container.encode(geometry, forKey: .geometry)
      try container.encode(properties, forKey: .properties)
    }
  }

  enum Property: Encodable {
    case text(String)
    case whole(Int)
    case number(Double)
    case truth(Bool)
    case object([String: Property])
    case null

    static func text(ifAny text: String?) -> Property { text.map(Property.text) ?? .null }
    static func whole(ifAny number: Int?) -> Property { number.map(Property.whole) ?? .null }
    static func number(ifAny number: Double?) -> Property { number.map(Property.number) ?? .null }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .whole(let number): try container.encode(number)
      case .number(let number): try container.encode(number)
      case .truth(let value): try container.encode(value)
      case .object(let object): try container.encode(object)
      case .null: try container.encodeNil()
      }
    }
  }

  struct Position: Encodable, Equatable {
    let longitude: Double
    let latitude: Double

    /// To six decimals, which is a decimetre.
    init(_ degrees: Degrees) {
      func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
      longitude = rounded(degrees.longitude)
      latitude = rounded(degrees.latitude)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(longitude)
      try container.encode(latitude)
    }
  }

  enum Geometry: Encodable {
    case point(Position)
    case line([Position])
    /// The outer ring, then its holes.
    case polygon([[Position]])
    case multiPolygon([[[Position]]])

    var positions: [Position] {
      switch self {
      case .point(let position): [position]
      case .line(let positions): positions
      case .polygon(let rings): rings.flatMap { $0 }
      case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
      }
    }

    private enum Keys: String, CodingKey { case type, coordinates }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      switch self {
      case .point(let position):
        try container.encode("Point", forKey: .type)
        try container.encode(position, forKey: .coordinates)
      case .line(let positions):
        try container.encode("LineString", forKey: .type)
        try container.encode(positions, forKey: .coordinates)
      case .polygon(let rings):
        try container.encode("Polygon", forKey: .type)
        try container.encode(rings, forKey: .coordinates)
      case .multiPolygon(let polygons):
        try container.encode("MultiPolygon", forKey: .type)
        try container.encode(polygons, forKey: .coordinates)
      }
    }
  }
}

extension GeoJSON {
  /// A ring from corners in whatever direction, closed or not.
  static func ring(_ corners: [SwerefPoint], isHole: Bool = false) -> [Position] {
    var corners = corners
    if corners.count > 1, corners.first == corners.last { corners.removeLast() }
    let isAnticlockwise = doubleArea(corners) > 0
    if isAnticlockwise == isHole { corners.reverse() }
    let positions = corners.map { Position($0.degrees) }
    return positions + positions.prefix(1)
  }

  /// What an outline encloses, or the line or the point that it has shrunk to; `nil` without corners.
  static func shape(_ corners: [SwerefPoint]) -> Geometry? {
    var seen: Set<SwerefPoint> = []
    let distinct = corners.filter { seen.insert($0).inserted }
    guard let first = distinct.first else { return nil }
    if distinct.count == 1 { return .point(Position(first.degrees)) }
    // Corners in a row enclose nothing: the line between the two that are farthest apart.
    if doubleArea(distinct) == 0 {
      func order(_ a: SwerefPoint, _ b: SwerefPoint) -> Bool {
        (a.easting, a.northing) < (b.easting, b.northing)
      }
      return .line(
        [distinct.min(by: order)!, distinct.max(by: order)!].map { Position($0.degrees) })
    }
    return .polygon([ring(distinct)])
  }

  /// Twice the area, positive where the corners run anticlockwise (the shoelace formula).
  static func doubleArea(_ corners: [SwerefPoint]) -> Double {
    guard let last = corners.last, let first = corners.first else { return 0 }
    var sum = 0.0
    var before = last
    for corner in corners {
      // Beside the first corner, so that no figures are lost to the size of the coordinates.
      sum +=
        (before.easting - first.easting) * (corner.northing - first.northing)
        - (corner.easting - first.easting) * (before.northing - first.northing)
      before = corner
    }
    return sum
  }
}
