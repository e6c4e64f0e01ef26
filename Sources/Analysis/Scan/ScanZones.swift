/// The zones that a scan looks at: sets of places.
public struct ScanZones: Sendable, Equatable {
  public let places: Int
  /// Each zone's places in rising order.
  public let zones: [[Int]]

  /// - Parameter zones: not empty, each of places below `places`, none twice in one.
  public init(places: Int, zones: [[Int]]) {
    for zone in zones {
      precondition(!zone.isEmpty && Set(zone).count == zone.count, "a zone holds places, each once")
      precondition(zone.allSatisfy { (0..<places).contains($0) }, "a zone holds known places")
    }
    self.places = places
    self.zones = zones.map { $0.sorted() }
  }

  /// Each place with its nearest others, one, two and so on up to `most` together; of equally near ones the first
  /// comes first, and a set that several places lead to is one zone, where it is first met.
  public init(nearest most: Int, centers: [PlanePoint]) {
    precondition(most > 0, "a zone holds a place")
    var known: Set<[Int]> = []
    var zones: [[Int]] = []
    for center in centers.indices {
      let near = centers.indices.map { (centers[$0].distance(to: centers[center]), $0) }
        .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : ($0.1 == center ? -1 : $0.1) < ($1.1 == center ? -1 : $1.1) }
      for size in 1...min(most, centers.count) {
        let zone = near.prefix(size).map(\.1).sorted()
        if known.insert(zone).inserted { zones.append(zone) }
      }
    }
    places = centers.count
    self.zones = zones
  }
}
