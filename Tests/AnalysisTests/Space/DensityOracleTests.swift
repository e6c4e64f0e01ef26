// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import TestSupport
import Testing

private struct Density: Decodable {
  struct Case: Decodable {
    let h: Double
    let quartic_per_m2: [Double]?
    let gaussian_per_m2: [Double]?
  }
  let points: [[Double]]
  let evaluate_at: [[Double]]
  let cases: [Case]
}

private struct Accuracy: Decodable {
  struct Case: Decodable {
    let cells: Int
    let hit_rate: Double
    let area_share: Double
    let PAI: Double
  }
  let scores: [Double]
  let future: [Int]
  let cases: [Case]
}

@Suite struct DensityOracleTests {
  @Test(
    "Kernel densities are those of the closed form", .enabled(if: OracleFile.exist("kde")),
    arguments: OracleFile.all("kde"))
  func density(_ file: OracleFile) throws {
    let known = try file.read(as: Density.self)
    let points = known.points.map { PlanePoint(x: $0[0], y: $0[1]) }
    let places = known.evaluate_at.map { PlanePoint(x: $0[0], y: $0[1]) }
    #expect(!known.cases.isEmpty && !places.isEmpty)
    for known in known.cases {
      for (kernel, theirs) in [
        (KernelDensity.Kernel.quartic, known.quartic_per_m2), (.gaussian, known.gaussian_per_m2),
      ] {
        guard let theirs else { continue }
        let ours = KernelDensity.intensity(of: points, at: places, kernel: kernel, bandwidth: known.h)
        #expect(ours.count == theirs.count)
        for (one, other) in zip(ours, theirs) {
          #expect(abs(one - other) <= 1e-9 * abs(other), "\(kernel), h \(known.h)")
        }
      }
    }
  }

  @Test(
    "The prediction accuracy index is exact", .enabled(if: OracleFile.exist("pai")),
    arguments: OracleFile.all("pai"))
  func accuracy(_ file: OracleFile) throws {
    let known = try file.read(as: Accuracy.self)
    #expect(!known.cases.isEmpty)
    for theirs in known.cases {
      let ours = try #require(
        PredictionAccuracy(scores: known.scores, later: known.future, cells: theirs.cells))
      #expect(ours.hitRate == theirs.hit_rate)
      #expect(ours.areaShare == theirs.area_share)
      #expect(abs(ours.index / theirs.PAI - 1) < 1e-15)
    }
  }
}
