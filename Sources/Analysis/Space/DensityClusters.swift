/// Clusters of points by density: DBSCAN (Ester, Kriegel, Sander and Xu 1996, KDD-96 226–231).
public struct DensityClusters: Sendable, Equatable {
  /// For each point the number of its cluster, or `nil` where it is noise. Clusters are numbered by their first
  /// core point; a point at the border of several belongs to the one with the nearest core point.
  public let labels: [Int?]
  /// Whether each point has enough others near it, itself counted.
  public let isCore: [Bool]
  public let count: Int

  /// - Parameters:
  ///   - reach: how far neighbours are from one another at most, in metres, above 0.
  ///   - least: how much weight the neighbours of a core point have together, its own counted.
  ///   - weights: of each point, not negative; `nil` for 1 each, which makes `least` a number of points.
  public init(_ points: [PlanePoint], reach: Double, least: Double, weights: [Double]? = nil) {
    precondition(reach > 0, "a reach is positive")
    precondition(weights == nil || weights?.count == points.count, "each point has a weight")
    let grid = PointGrid(points, reach: reach)
    var density = weights ?? Array(repeating: 1, count: points.count)
    var pairs: [(Int, Int, Double)] = []
    grid.points.withUnsafeBufferPointer { places in
      grid.visit { first, beside, below in
        for run in [beside, below] {
          for second in run {
            let distance = places[first].distance(to: places[second])
            guard distance <= reach else { continue }
            let (one, other) = (grid.original[first], grid.original[second])
            density[one] += weights?[other] ?? 1
            density[other] += weights?[one] ?? 1
            pairs.append((one, other, distance))
          }
        }
      }
    }
    let core = density.map { $0 >= least }
    var sets = DisjointSets(count: points.count)
    var nearest = [(distance: Double, core: Int)?](repeating: nil, count: points.count)
    func border(_ point: Int, _ other: Int, _ distance: Double) {
      if let known = nearest[point], known <= (distance, other) { return }
      nearest[point] = (distance, other)
    }
    for (one, other, distance) in pairs {
      switch (core[one], core[other]) {
      case (true, true): sets.join(one, other)
      case (true, false): border(other, one, distance)
      case (false, true): border(one, other, distance)
      case (false, false): break
      }
    }
    var numbers = [Int?](repeating: nil, count: points.count)
    var clusters = 0
    for point in points.indices where core[point] && sets.root(point) == point {
      numbers[point] = clusters
      clusters += 1
    }
    labels = points.indices.map { point in
      core[point] ? numbers[sets.root(point)] : nearest[point].flatMap { numbers[sets.root($0.core)] }
    }
    isCore = core
    count = clusters
  }

  /// The positions of each cluster's points, in rising order.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (point, label) in labels.enumerated() { if let label { members[label].append(point) } }
    return members
  }
}
