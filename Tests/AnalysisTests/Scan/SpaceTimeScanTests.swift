import Analysis
import TestSupport
import Testing

@Suite struct SpaceTimeScanTests {
  private let centers = (0..<25).map { PlanePoint(x: Double($0 % 5) * 900, y: Double($0 / 5) * 900) }
  private var zones: ScanZones { ScanZones(nearest: 10, centers: centers) }

  private func counts(_ stream: UInt64, weeks: Int = 30, mean: Int = 4) -> [Int] {
    var generator = Seed.generator(stream)
    return (0..<weeks * centers.count).map { _ in Int.random(in: 0...mean * 2, using: &generator) }
  }

  @Test("An outbreak is found where and when it is")
  func outbreak() throws {
    var counts = counts(1)
    for week in 28..<30 { for place in [6, 7, 11] { counts[week * 25 + place] += 40 } }
    let clusters = try #require(SpaceTimeScan(counts: counts, zones: zones)).clusters(replicates: 99, seed: 5)
    let first = try #require(clusters.first)
    let gumbel = try #require(first.pGumbel)
    #expect(first.p == 0.01 && gumbel < 0.001)
    #expect(first.candidate.duration == 2 && Set(first.places).isSuperset(of: [6, 7, 11]))
    var seen: Set<Int> = []
    for cluster in clusters {
      #expect(seen.isDisjoint(with: cluster.places))
      seen.formUnion(cluster.places)
      #expect(cluster.p >= first.p && Double(cluster.candidate.observed) > cluster.candidate.expected)
    }
  }

  @Test("A rise everywhere at once is no cluster")
  func everywhere() throws {
    let counts = (0..<30).flatMap { week in centers.indices.map { ($0 + 1) * (week == 29 ? 3 : 1) } }
    let scan = try #require(SpaceTimeScan(counts: counts, zones: zones))
    #expect(scan.candidates.allSatisfy { $0.score < 1e-9 })
    #expect(scan.clusters(seed: 5).allSatisfy { $0.p == 1 })
  }

  @Test("Where nothing happens, p is spread as chance would have it")
  func calibrated() throws {
    // Independent events: the weeks are then exchangeable.
    var generator = Seed.generator(3)
    var low = 0
    for _ in 0..<60 {
      var counts = [Int](repeating: 0, count: 20 * 25)
      for _ in 0..<400 { counts[Int.random(in: 0..<500, using: &generator)] += 1 }
      let clusters = try #require(SpaceTimeScan(counts: counts, zones: zones)).clusters(
        replicates: 39, seed: 1, most: 1)
      if (clusters.first?.p ?? 1) <= 0.25 { low += 1 }
    }
    // 15 expected; 60 draws with a share of a quarter stray by 3.4.
    #expect((2...30).contains(low), "\(low)")
  }

  @Test("The same seed gives the same clusters, and no events none")
  func edges() throws {
    let scan = try #require(SpaceTimeScan(counts: counts(4), zones: zones))
    #expect(scan.clusters(seed: 1) == scan.clusters(seed: 1))
    #expect(SpaceTimeScan(counts: [Int](repeating: 0, count: 250), zones: zones) == nil)
    #expect(SpaceTimeScan(counts: counts(4, weeks: 1), zones: zones) == nil)
    var one = [Int](repeating: 0, count: 250)
    one[240] = 1
    #expect(try #require(SpaceTimeScan(counts: one, zones: zones)).clusters(seed: 1).allSatisfy { $0.p == 1 })
    let alone = ScanZones(nearest: 10, centers: [centers[0]])
    #expect(try #require(SpaceTimeScan(counts: [3, 9], zones: alone)).clusters(seed: 1).isEmpty)
  }

  @Test("The Gumbel distribution has the maxima's mean and spread")
  func gumbel() throws {
    let fitted = try #require(Gumbel(maxima: [2, 3, 4, 5, 9]))
    #expect(abs(fitted.location + 0.577_215_664_901_532_9 * fitted.scale - 4.6) < 1e-12)
    #expect(fitted.pUpper(100) > 0 && fitted.pUpper(100) < 1e-12)
    #expect(fitted.pUpper(-100) == 1)
    #expect(Gumbel(maxima: [1, 1, 1]) == nil && Gumbel(maxima: []) == nil)
  }
}
