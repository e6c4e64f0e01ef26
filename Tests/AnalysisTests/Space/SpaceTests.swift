import Analysis
import TestSupport
import Testing

@Suite struct SpaceTests {
  private func points(_ count: Int, _ stream: UInt64) -> [PlanePoint] {
    var generator = Seed.generator(stream)
    return (0..<count).map { _ in
      PlanePoint(
        x: Double(Int.random(in: -40...40, using: &generator)) * 10,
        y: Double(Int.random(in: -40...40, using: &generator)) * 10)
    }
  }

  private func distance(_ one: PlanePoint, _ other: PlanePoint) -> Double {
    let (dx, dy) = (one.x - other.x, one.y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  @Test("Clusters are those of the definition", arguments: [10.0, 30, 50, 70])
  func clusters(reach: Double) {
    let points = points(250, UInt64(reach))
    let ours = DensityClusters(points, reach: reach, least: 4)
    for one in points.indices {
      let near = points.indices.filter { distance(points[$0], points[one]) <= reach }
      #expect(ours.isCore[one] == (near.count >= 4))
      #expect((ours.labels[one] == nil) == !near.contains { ours.isCore[$0] })
      if ours.isCore[one] {
        for other in near {
          #expect(ours.isCore[other] ? ours.labels[other] == ours.labels[one] : ours.labels[other] != nil)
        }
      }
    }
    // One may have fewer points than a core point has neighbours: a border point belongs to only one of its clusters.
    #expect(ours.members.allSatisfy { $0.contains { ours.isCore[$0] } })
    let weighted = DensityClusters(points, reach: reach, least: 8, weights: points.map { _ in 2 })
    #expect(weighted == ours)
  }

  @Test("No points, one point, and all in one place")
  func few() {
    #expect(DensityClusters([], reach: 100, least: 2).count == 0)
    #expect(DensityClusters(points(1, 1), reach: 100, least: 2).labels == [nil])
    let same = Array(repeating: PlanePoint(x: 7e5, y: 7e6), count: 50)
    #expect(DensityClusters(same, reach: 100, least: 5).labels == Array(repeating: 0, count: 50))
    #expect(Outline.around([], margin: 10).isEmpty)
    #expect(Outline.around(same, margin: 10).count == 16)
    #expect(CellGrid(covering: [], side: 250) == nil)
  }

  @Test("An outline goes around all its points, counter-clockwise")
  func outline() {
    let points = points(80, 5)
    let outline = Outline.around(points, margin: 20)
    for (index, corner) in outline.enumerated() {
      let next = outline[(index + 1) % outline.count]
      for point in points {
        let turn = (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x)
        #expect(turn > 0)
      }
    }
  }

  @Test("A cell's left and lower edges are its own, and its grid holds every point")
  func cells() throws {
    let points = points(300, 6)
    let grid = try #require(CellGrid(covering: points, side: 50))
    #expect(grid.counts(points).reduce(0, +) == 300)
    #expect(grid.cell(of: grid.origin) == 0)
    #expect(grid.cell(of: PlanePoint(x: grid.origin.x + 50, y: grid.origin.y)) == 1)
    #expect(grid.cell(of: PlanePoint(x: grid.origin.x - 1, y: grid.origin.y)) == nil)
  }

  @Test("Equal values, and too few of them, have no score")
  func noScore() {
    let weights = SpatialWeights(
      centers: (0..<9).map { PlanePoint(x: Double($0 % 3), y: Double($0 / 3)) }, band: 1)
    #expect(weights.neighbours[4] == [1, 3, 5, 7])
    let same = [Double](repeating: 3, count: 9)
    #expect(
      GetisOrd.star(same, weights) == nil && Moran(same, weights) == nil && Moran.local(same, weights) == nil)
    #expect(GetisOrd.starPermutations(same.map { _ in 0 }, weights, seed: 1) == nil)
    #expect(GetisOrd.star([1], SpatialWeights(binary: [[]])) == nil)
    #expect(PredictionAccuracy(scores: [1, 2], later: [0, 0], cells: 1) == nil)
  }

  @Test("A hot corner is hot by the normal distribution and by random neighbourhoods")
  func hot() throws {
    let centers = (0..<100).map { PlanePoint(x: Double($0 % 10), y: Double($0 / 10)) }
    let weights = SpatialWeights(centers: centers, band: 1.5)
    let values = centers.map { $0.x < 3 && $0.y < 3 ? 9.0 : Double(Int($0.x * 7 + $0.y * 3) % 3) }
    let scores = try #require(GetisOrd.star(values, weights))
    let score = try #require(scores[11])
    #expect(GetisOrd.pUpper(score) < 0.001)
    #expect(try #require(GetisOrd.starPermutations(values, weights, seed: 1))[11].pUpper == 0.001)
    #expect(try #require(Moran(values, weights.rowStandardized)).pGreater < 0.001)
  }
}
