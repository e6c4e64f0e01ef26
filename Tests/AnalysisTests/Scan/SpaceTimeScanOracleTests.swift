// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names are those of the reference files.

import Analysis
import TestSupport
import Testing

private struct Cases: Decodable {
  struct Case: Decodable {
    struct Top: Decodable {
      let zone: Int
      let duration: Int
      let score: Double
    }
    struct Likeliest: Decodable {
      let locations: OneOrMore
      let duration: Int
      let score: Double
    }
    let id: String
    let coords: [[Double]]
    let counts_time_by_location_oldest_first: [[Int]]
    let k_max: Int
    let zones_1based: [OneOrMore]
    let max_duration: Int
    let top: [Top]
    let MLC: Likeliest
    let MC_pvalue: Double?
  }
  let cases: [Case]
}

@Suite(.enabled(if: OracleFile.exist("scan_permutation"), "no oracle of this kind"))
struct SpaceTimeScanOracleTests {
  @Test(
    "Scores, the likeliest cluster and its p are scanstatistics'",
    arguments: OracleFile.all("scan_permutation"))
  func agrees(_ file: OracleFile) throws {
    let cases = try file.read(as: Cases.self).cases
    #expect(!cases.isEmpty)
    for known in cases {
      let zones = ScanZones(
        places: known.coords.count, zones: known.zones_1based.map { $0.values.map { $0 - 1 } })
      let nearest = ScanZones(
        nearest: known.k_max, centers: known.coords.map { PlanePoint(x: $0[0], y: $0[1]) })
      #expect(Set(nearest.zones) == Set(zones.zones), "zones of \(known.id)")
      #expect(nearest.zones.count == zones.zones.count)
      let scan = try #require(
        SpaceTimeScan(
          counts: known.counts_time_by_location_oldest_first.flatMap(\.self), zones: zones,
          maxDuration: known.max_duration, maxShare: 1))
      let candidates = scan.candidates
      #expect(!known.top.isEmpty)
      for theirs in known.top {
        let ours = candidates.first { $0.zone == theirs.zone - 1 && $0.duration == theirs.duration }
        #expect(
          abs((ours?.score ?? 0) - theirs.score) <= 1e-9 * max(theirs.score, 1e-3), "\(known.id) \(theirs)")
      }
      for (one, other) in zip(candidates, known.top) {
        #expect(abs(one.score - other.score) <= 1e-9 * max(other.score, 1e-3), "order in \(known.id)")
      }
      let clusters = scan.clusters(replicates: 9_999, seed: 1)
      let likeliest = try #require(clusters.first)
      #expect(likeliest.places == known.MLC.locations.values.map { $0 - 1 }.sorted(), "\(known.id)")
      #expect(likeliest.candidate.duration == known.MLC.duration)
      #expect(abs(likeliest.candidate.score / known.MLC.score - 1) <= 1e-9)
      if let p = known.MC_pvalue {
        let allowed = 3 * (likeliest.p * (1 - likeliest.p) / 999).squareRoot() + 0.002
        #expect(abs(likeliest.p - p) <= allowed, "\(known.id): \(likeliest.p), \(p)")
      }
    }
  }
}
