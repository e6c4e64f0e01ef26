/// Which units, areas or cells, are neighbours, and how much each counts. No unit is its own neighbour here.
public struct SpatialWeights: Sendable, Equatable {
  /// By unit; without the unit itself.
  public let neighbours: [[Int]]
  /// In the order of `neighbours`.
  public let weights: [[Double]]

  /// Every neighbour counts 1.
  public init(binary neighbours: [[Int]]) {
    self.init(neighbours: neighbours, weights: neighbours.map { $0.map { _ in 1 } })
  }

  public init(neighbours: [[Int]], weights: [[Double]]) {
    precondition(neighbours.count == weights.count, "each unit has weights")
    for (unit, own) in neighbours.enumerated() {
      precondition(own.count == weights[unit].count, "each neighbour has a weight")
      precondition(
        own.allSatisfy { $0 != unit && neighbours.indices.contains($0) }, "neighbours are other units")
    }
    self.neighbours = neighbours
    self.weights = weights
  }

  /// Units whose centres are at most `band` metres apart, each counting 1.
  public init(centers: [PlanePoint], band: Double) {
    precondition(band > 0, "a band is positive")
    var neighbours = [[Int]](repeating: [], count: centers.count)
    let grid = PointGrid(centers, reach: band)
    grid.visit { first, beside, below in
      for run in [beside, below] {
        for second in run where grid.points[first].distance(to: grid.points[second]) <= band {
          neighbours[grid.original[first]].append(grid.original[second])
          neighbours[grid.original[second]].append(grid.original[first])
        }
      }
    }
    self.init(binary: neighbours.map { $0.sorted() })
  }

  /// The same neighbours, with each unit's weights divided by their sum; units without neighbours stay without.
  public var rowStandardized: SpatialWeights {
    SpatialWeights(
      neighbours: neighbours,
      weights: weights.map { row in
        let sum = row.reduce(0, +)
        return sum == 0 ? row : row.map { $0 / sum }
      })
  }

  public var count: Int { neighbours.count }

  /// The weighted sum of a unit's neighbours' values.
  func sum(_ values: [Double], at unit: Int) -> Double {
    var sum = 0.0
    for (place, other) in neighbours[unit].enumerated() { sum += weights[unit][place] * values[other] }
    return sum
  }
}
