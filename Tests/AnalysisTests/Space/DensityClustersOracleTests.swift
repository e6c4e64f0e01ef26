// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import TestSupport
import Testing

private struct Cases: Decodable {
  struct Case: Decodable {
    let eps: Double
    let min_samples: Double
    let points: [[Double]]
    let labels: [Int]
    let core: [Int]
    let n_clusters: Int
    let ambiguous_border: [Int]?
  }
  let cases: [Case]
}

@Suite(.enabled(if: OracleFile.exist("dbscan"), "no oracle of this kind"))
struct DensityClustersOracleTests {
  @Test("Core points, noise and the partition are scikit-learn's", arguments: OracleFile.all("dbscan"))
  func agrees(_ file: OracleFile) throws {
    let cases = try file.read(as: Cases.self).cases
    #expect(!cases.isEmpty)
    for (number, known) in cases.enumerated() {
      let points = known.points.map { PlanePoint(x: $0[0], y: $0[1]) }
      let ours = DensityClusters(points, reach: known.eps, least: known.min_samples)
      #expect(ours.isCore == known.core.map { $0 == 1 }, "core points of case \(number)")
      #expect(ours.count == known.n_clusters, "clusters of case \(number)")
      #expect(ours.labels.map { $0 == nil } == known.labels.map { $0 < 0 }, "noise of case \(number)")
      let ambiguous = Set(known.ambiguous_border ?? [])
      var theirs: [Int: Int] = [:]
      for point in points.indices where ours.isCore[point] {
        let label = try #require(ours.labels[point])
        #expect(theirs[label, default: known.labels[point]] == known.labels[point], "point \(point)")
        theirs[label] = known.labels[point]
      }
      #expect(Set(theirs.values).count == theirs.count)
      for point in points.indices {
        guard let label = ours.labels[point] else { continue }
        if ambiguous.contains(point) {
          let touching = points.indices.contains {
            ours.isCore[$0] && ours.labels[$0] == label
              && ((points[$0].x - points[point].x) * (points[$0].x - points[point].x)
                + (points[$0].y - points[point].y) * (points[$0].y - points[point].y)).squareRoot()
                <= known.eps
          }
          #expect(touching, "border point \(point) of case \(number)")
        } else {
          #expect(theirs[label] == known.labels[point], "point \(point) of case \(number)")
        }
      }
    }
  }
}
