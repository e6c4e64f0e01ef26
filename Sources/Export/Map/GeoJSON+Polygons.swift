import EST

extension GeoJSON {
  /// What closed lines enclose: a line inside another is its hole, and one inside the hole is land again.
  ///
  /// The lines must not cross one another. `nil` where none encloses anything.
  static func area(_ lines: [[SwerefPoint]]) -> Geometry? {
    let rings = lines.map(Ring.init).filter { $0.area > 0 && $0.positions(isHole: false).count > 3 }
    let depths = rings.map { ring in rings.filter { $0.contains(ring) } }
    let polygons = rings.indices.filter { depths[$0].count.isMultiple(of: 2) }.map { outer in
      let holes = rings.indices.filter { index in
        // Its own outer line is the smallest of those around it.
        !depths[index].count.isMultiple(of: 2)
          && depths[index].min { $0.area < $1.area } == rings[outer]
      }
      return [rings[outer].positions(isHole: false)] + holes.map { rings[$0].positions(isHole: true) }
    }
    switch polygons.count {
    case 0: return nil
    case 1: return .polygon(polygons[0])
    default: return .multiPolygon(polygons)
    }
  }
}

/// A closed line.
private struct Ring: Equatable {
  /// Without the last one, which is the first.
  let corners: [SwerefPoint]
  let area: Double
  /// A point inside.
  private let inner: SwerefPoint

  init(_ line: [SwerefPoint]) {
    var corners: [SwerefPoint] = []
    for corner in line where corner != corners.last { corners.append(corner) }
    while corners.count > 1, corners.last == corners.first { corners.removeLast() }
    self.corners = corners
    area = abs(GeoJSON.doubleArea(corners)) / 2
    inner = InnerPoint.of(corners)
  }

  func positions(isHole: Bool) -> [GeoJSON.Position] { GeoJSON.ring(corners, isHole: isHole) }

  /// Whether the other one lies within.
  func contains(_ other: Ring) -> Bool {
    guard area > other.area else { return false }
    let east = InnerPoint.crossings(corners, at: other.inner.northing).count { $0 > other.inner.easting }
    return !east.isMultiple(of: 2)
  }
}
