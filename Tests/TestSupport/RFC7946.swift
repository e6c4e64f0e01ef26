import Foundation

/// A strict reader of GeoJSON: what RFC 7946 demands, where other readers look away.
public struct RFC7946 {
  public struct Feature {
    /// `nil` for one that lies nowhere.
    public let geometry: [String: Any]?
    public let properties: [String: Any]
    /// The rings of its polygons, outer ones first, or its line or point by itself.
    public let rings: [[[[Double]]]]
  }

  public let features: [Feature]
  /// What is not as it must be, one sentence each.
  public private(set) var faults: [String] = []

  public init(_ text: String) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      features = []
      faults = ["no object"]
      return
    }
    var faults: [String] = []
    func demand(_ holds: Bool, _ fault: @autoclosure () -> String) { if !holds { faults.append(fault()) } }
    demand(root["type"] as? String == "FeatureCollection", "no collection")
    demand(root["crs"] == nil, "a reference system of its own")
    var extent: [Double] = []
    func see(_ position: [Double]) {
      guard position.count == 2 else { return faults.append("\(position) is no position") }
      demand(abs(position[0]) <= 180 && abs(position[1]) <= 90, "\(position) is nowhere on earth")
      extent =
        extent.isEmpty
        ? position + position
        : [
          min(extent[0], position[0]), min(extent[1], position[1]), max(extent[2], position[0]),
          max(extent[3], position[1]),
        ]
    }
    func see(polygon: [[[Double]]], in name: String) {
      demand(!polygon.isEmpty, "\(name): a polygon without rings")
      for (index, ring) in polygon.enumerated() {
        for position in ring { see(position) }
        demand(ring.count >= 4, "\(name): a ring of \(ring.count) positions")
        demand(ring.first == ring.last, "\(name): a ring that is open")
        demand(zip(ring, ring.dropFirst()).allSatisfy { $0 != $1 }, "\(name): a position twice in a row")
        let area = Self.area(ring)
        demand(index == 0 ? area > 0 : area < 0, "\(name): ring \(index) runs the wrong way")
        if index > 0 {
          demand(ring.contains { Self.contains(polygon[0], $0) }, "\(name): hole \(index) lies outside")
        }
      }
    }
    var ids: Set<String> = []
    features = (root["features"] as? [[String: Any]] ?? []).map { feature in
      let id = feature["id"] as? String ?? "?"
      demand(feature["type"] as? String == "Feature", "\(id) is no feature")
      demand(ids.insert(id).inserted, "\(id) is there twice")
      demand(feature.keys.contains("geometry"), "\(id) has no geometry, not even null")
      demand(feature["properties"] is [String: Any], "\(id) has no properties")
      let geometry = feature["geometry"] as? [String: Any]
      var rings: [[[[Double]]]] = []
      switch (geometry?["type"] as? String, geometry?["coordinates"]) {
      case (nil, nil): break
      case ("Point", let position as [Double]): rings = [[[position]]]
      case ("LineString", let line as [[Double]]):
        demand(line.count >= 2, "\(id): a line of one position")
        rings = [[line]]
      case ("Polygon", let polygon as [[[Double]]]): rings = [polygon]
      case ("MultiPolygon", let polygons as [[[[Double]]]]): rings = polygons
      default: faults.append("\(id): unknown geometry")
      }
      if (geometry?["type"] as? String)?.hasSuffix("Polygon") == true {
        for polygon in rings { see(polygon: polygon, in: id) }
      } else {
        for position in rings.joined().joined() { see(position) }
      }
      return Feature(
        geometry: geometry, properties: feature["properties"] as? [String: Any] ?? [:], rings: rings)
    }
    demand((root["bbox"] as? [Double] ?? []) == extent, "the box is not what the features fill")
    self.faults = faults
  }

  /// Twice the area, positive where the ring runs anticlockwise.
  private static func area(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      let (a, b, o) = (edge.0, edge.1, ring[0])
      return sum + (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1])
    }
  }

  private static func contains(_ ring: [[Double]], _ point: [Double]) -> Bool {
    !zip(ring, ring.dropFirst()).count { a, b in
      (a[1] > point[1]) != (b[1] > point[1])
        && point[0] < a[0] + (point[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    }.isMultiple(of: 2)
  }
}
