// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import TestSupport
import Testing

private struct Events: Decodable {
  struct Event: Decodable {
    let x: Double
    let y: Double
    let day: Int
  }
  struct Run: Decodable {
    let spatial_breaks: [Double?]
    let temporal_breaks_days: [Double?]
    let distance: NearRepeatBands.Metric
    let nrep: Int
    let observed: [[Int]]
    let mean_expected: [[Double]]
    let p_upper: [[Double]]

    var bands: NearRepeatBands {
      NearRepeatBands(
        distances: spatial_breaks.map { $0 ?? .infinity },
        // Days apart are whole: from 1.5 on is from 2 on.
        days: temporal_breaks_days.map { $0.map { Int($0.rounded(.up)) } ?? .max }, metric: distance)
    }
  }
  let events: [Event]
  let runs: [Run]
}

@Suite(.enabled(if: OracleFile.exist("near_repeat"), "no oracle of this kind"))
struct NearRepeatOracleTests {
  @Test(
    "Pairs observed, expected and p are those of R's NearRepeat", arguments: OracleFile.all("near_repeat"))
  func agrees(_ file: OracleFile) throws {
    let known = try file.read(as: Events.self)
    #expect(!known.runs.isEmpty)
    for run in known.runs {
      let test = try #require(
        NearRepeat(
          points: known.events.map { PlanePoint(x: $0.x, y: $0.y) }, days: known.events.map(\.day),
          bands: run.bands,
          fewestEvents: 2))
      #expect(test.observed == run.observed)
      // More replicates than theirs, so that the tolerance is for their chance, not ours.
      let ours = test.test(replicates: 4_999, seed: 1)
      let replicates = Double(run.nrep)
      for (row, cells) in ours.cells.enumerated() {
        for (column, cell) in cells.enumerated() {
          let mean = run.mean_expected[row][column]
          let error = cell.standardDeviation * (1 / replicates + 1 / 4_999).squareRoot()
          #expect(
            abs(cell.meanExpected - mean) <= max(0.05 * mean, 3 * error), "\(run.bands) \(row) \(column)")
          let p = run.p_upper[row][column]
          let allowed = 3 * (cell.pUpper * (1 - cell.pUpper) / replicates).squareRoot() + 0.002
          #expect(abs(cell.pUpper - p) <= allowed, "\(run.bands) \(row) \(column): \(cell.pUpper), \(p)")
        }
      }
    }
  }
}
