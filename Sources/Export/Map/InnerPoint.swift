import EST

/// A point that surely lies inside a closed line, as its middle may not.
enum InnerPoint {
  /// Half-way along the longest stretch inside, on a line between two of the corners' northings.
  static func of(_ corners: [SwerefPoint]) -> SwerefPoint {
    let northings = Set(corners.map(\.northing)).sorted()
    guard northings.count > 1 else { return corners.first ?? SwerefPoint(easting: 0, northing: 0) }
    let (low, high) = zip(northings, northings.dropFirst()).max { $0.1 - $0.0 < $1.1 - $1.0 }!
    let northing = (low + high) / 2
    let crossings = crossings(corners, at: northing)
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    let longest = stretches.max { $0.1 - $0.0 < $1.1 - $1.0 }!
    return SwerefPoint(easting: (longest.0 + longest.1) / 2, northing: northing)
  }

  /// Where the line crosses a northing, from west to east.
  static func crossings(_ corners: [SwerefPoint], at northing: Double) -> [Double] {
    zip(corners, corners.dropFirst() + corners.prefix(1)).compactMap { from, to in
      guard (from.northing > northing) != (to.northing > northing) else { return nil }
      return from.easting + (northing - from.northing) / (to.northing - from.northing)
        * (to.easting - from.easting)
    }
    .sorted()
  }
}
