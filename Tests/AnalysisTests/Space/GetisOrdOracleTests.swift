// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import Foundation
import TestSupport
import Testing

/// A list in which R writes a single number without brackets.
struct OneOrMore: Decodable {
  let values: [Int]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let one = try? container.decode(Int.self) {
      values = [one]
    } else {
      values = try container.decode([Int].self)
    }
  }
}

private struct Areas: Decodable {
  struct Permuted: Decodable {
    struct Row: Decodable {
      let Gi: Double?
      let E: Double?
      let Var: Double?
      let p: Double?
      let folded: Double?

      enum CodingKeys: String, CodingKey {
        case Gi
        case E = "E.Gi"
        case Var = "Var.Gi"
        case p = "Pr(z != E(Gi)) Sim"
        case folded = "Pr(folded) Sim"
      }
    }
    let nsim: Int
    let values: [Row]
  }
  struct Global: Decodable {
    let I: Double
    let EI: Double
    let VI_randomisation: Double
    let z: Double
    let p_greater: Double
    let VI_normality: Double?
    let z_normality: Double?
  }
  let x: [Double]
  let neighbours_1based: [OneOrMore]
  let G: [Double?]?
  let Gstar: [Double?]
  let Gstar_p_two_sided_normal: [Double?]?
  let Gstar_p_upper_normal: [Double?]?
  let Gstar_BH_upper: [Double?]?
  let Gstar_perm: Permuted?
  let moran: Global?
  let local_moran_I: [Double?]?

  var weights: SpatialWeights {
    SpatialWeights(binary: neighbours_1based.map { $0.values.filter { $0 > 0 }.map { $0 - 1 } })
  }
}

private struct Grid: Decodable {
  struct Counts: Decodable {
    struct Cells: Decodable {
      let x: [Double]
      let y: [Double]
      let n: [Int]
    }
    let nx: Int
    let ny: Int
    let cell: Double
    let cells: Cells
  }
  let input: String
  let band_m: Double
  let Gstar: [Double?]
  let p_upper: [Double?]
  let BH: [Double?]
}

/// Benjamini and Hochberg's q-values.
private func qValues(_ p: [Double]) -> [Double] {
  let order = p.indices.sorted { p[$0] > p[$1] }
  var (q, least) = (p, 1.0)
  for (place, index) in order.enumerated() {
    least = min(least, p[index] * Double(p.count) / Double(p.count - place))
    q[index] = least
  }
  return q
}

private func agree(_ ours: [Double?], _ theirs: [Double?]?, _ what: String, within tolerance: Double = 1e-9) {
  guard let theirs else { return }
  #expect(ours.count == theirs.count, "\(what)")
  for (unit, (one, other)) in zip(ours, theirs).enumerated() {
    guard let other else { continue }
    #expect(abs((one ?? .infinity) - other) <= tolerance * max(1, abs(other)), "\(what), unit \(unit)")
  }
}

@Suite(.enabled(if: OracleFile.exist("getisord"), "no oracle of this kind"))
struct GetisOrdOracleTests {
  @Test(
    "Local G, with the unit and without, and Moran's I are spdep's",
    .enabled(if: !OracleFile.all("getisord", except: "getisord_grid").isEmpty),
    arguments: OracleFile.all("getisord", except: "getisord_grid"))
  func areas(_ file: OracleFile) throws {
    let known = try file.read(as: Areas.self)
    #expect(known.x.count > 2)
    let star = try #require(GetisOrd.star(known.x, known.weights))
    agree(star, known.Gstar, "Gi*")
    agree(try #require(GetisOrd.plain(known.x, known.weights)), known.G, "Gi")
    agree(star.map { $0.map(GetisOrd.pTwoSided) }, known.Gstar_p_two_sided_normal, "two-sided p")
    let upper = star.compactMap { $0.map(GetisOrd.pUpper) }
    agree(upper, known.Gstar_p_upper_normal, "upper p")
    agree(qValues(upper), known.Gstar_BH_upper, "q")
    let standardized = known.weights.rowStandardized
    if let theirs = known.moran {
      let ours = try #require(Moran(known.x, standardized))
      agree(
        [ours.index, ours.expected, ours.varianceRandomized, ours.score, ours.pGreater],
        [theirs.I, theirs.EI, theirs.VI_randomisation, theirs.z, theirs.p_greater], "Moran's I")
      agree([ours.varianceNormal, ours.scoreNormal], [theirs.VI_normality, theirs.z_normality], "normal")
    }
    if let theirs = known.local_moran_I {
      agree(try #require(Moran.local(known.x, standardized)), theirs, "local Moran")
    }
  }

  @Test(
    "Random neighbourhoods bring what spdep's do",
    .enabled(if: !OracleFile.all("getisord", except: "getisord_grid").isEmpty),
    arguments: OracleFile.all("getisord", except: "getisord_grid"))
  func permutations(_ file: OracleFile) throws {
    let known = try file.read(as: Areas.self)
    guard let theirs = known.Gstar_perm else { return }
    // More replicates than theirs, so that the tolerance is for their chance, not ours.
    let ours = try #require(
      GetisOrd.starPermutations(known.x, known.weights, replicates: 20_000, resampling: .independent, seed: 1)
    )
    #expect(ours.count == theirs.values.count)
    let replicates = Double(theirs.nsim)
    for (unit, (one, other)) in zip(ours, theirs.values).enumerated() {
      if let share = other.Gi { #expect(abs(one.share - share) <= 1e-9, "unit \(unit)") }
      if let mean = other.E {
        let error = (one.variance * (1 / replicates + 1 / 20_000)).squareRoot()
        #expect(abs(one.meanShare - mean) <= 4 * error, "unit \(unit)")
      }
      if let variance = other.Var { #expect(abs(one.variance / variance - 1) < 0.12, "unit \(unit)") }
      if let folded = other.folded {
        let p = one.pFolded
        let spread = (p * (1 - p) * (1 / replicates + 1 / 20_000)).squareRoot()
        #expect(abs(p - folded) <= 3 * spread + 1 / replicates, "unit \(unit): \(p), \(folded)")
      }
      if let both = other.p {
        let p = min(1, 2 * one.pFolded)
        let spread = 2 * (p / 2 * (1 - p / 2) * (1 / replicates + 1 / 20_000)).squareRoot()
        #expect(abs(p - both) <= 3 * spread + 2 / replicates, "unit \(unit): \(p), \(both)")
      }
    }
  }

  @Test(
    "Gi* on a grid is spdep's", .enabled(if: OracleFile.exist("getisord_grid")),
    arguments: OracleFile.all("getisord_grid"))
  func grid(_ file: OracleFile) throws {
    let known = try file.read(as: Grid.self)
    let input = file.url.deletingLastPathComponent().appending(path: known.input)
    let counts = try JSONDecoder().decode(Grid.Counts.self, from: Data(contentsOf: input))
    let centers = zip(counts.cells.x, counts.cells.y).map { PlanePoint(x: $0, y: $1) }
    #expect(centers.count == counts.nx * counts.ny && !centers.isEmpty)
    let weights = SpatialWeights(centers: centers, band: known.band_m)
    let star = try #require(GetisOrd.star(counts.cells.n.map(Double.init), weights))
    agree(star, known.Gstar, "Gi*")
    let upper = star.compactMap { $0.map(GetisOrd.pUpper) }
    agree(upper, known.p_upper, "p")
    agree(qValues(upper), known.BH, "q")
  }

  @Test(
    "The cells of the counts are those of our grid", .enabled(if: OracleFile.exist("grid_counts")),
    arguments: OracleFile.all("grid_counts"))
  func cells(_ file: OracleFile) throws {
    let known = try file.read(as: Grid.Counts.self)
    let half = known.cell / 2
    let corner = PlanePoint(
      x: try #require(known.cells.x.min()) - half, y: try #require(known.cells.y.min()) - half)
    let grid = CellGrid(origin: corner, side: known.cell, columns: known.nx, rows: known.ny)
    var points: [PlanePoint] = []
    for cell in known.cells.n.indices {
      let center = PlanePoint(x: known.cells.x[cell], y: known.cells.y[cell])
      #expect(grid.center(of: cell) == center)
      points += Array(repeating: center, count: known.cells.n[cell])
    }
    #expect(!points.isEmpty)
    #expect(grid.counts(points) == known.cells.n)
  }
}
