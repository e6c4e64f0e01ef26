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
    // Place 6 with those beside it, which is one of the zones.
    let outbreak = [1, 5, 6, 7, 11]
    for week in 28..<30 { for place in outbreak { counts[week * 25 + place] += 40 } }
    let clusters = try #require(SpaceTimeScan(counts: counts, zones: zones)).clusters(replicates: 99, seed: 5)
    let first = try #require(clusters.first)
    let gumbel = try #require(first.pGumbel)
    #expect(first.p == 0.01 && gumbel < 0.001)
    #expect(first.candidate.duration == 2 && first.places == outbreak)
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

  @Test("Noise in busy places is no cluster, and a cluster among it is")
  func noisy() throws {
    // Each week and place has a factor of its own, with a variance of about 0.15.
    var (plain, judged) = (0, 0)
    let rule = ScanRule()
    for stream in 0..<20 {
      var generator = Seed.generator(UInt64(100 + stream))
      var counts = (0..<52 * 25).map { _ in Int(20 * Double.random(in: 0.33..<1.67, using: &generator)) }
      let scan = try #require(SpaceTimeScan(counts: counts, zones: zones))
      // Whole numbers that were not drawn from Poisson's law have less noise than the factors, by 1 / 20.
      #expect(abs(scan.noise - 0.10) < 0.05, "\(scan.noise)")
      let maxima = scan.maxima(replicates: 99, seed: 1)
      plain += scan.clusters(maxima: maxima).count { $0.pValue <= rule.level }
      judged += rule.clusters(counts: counts, zones: zones, seed: 1).count
      for week in 50..<52 { for place in [6, 7, 11] { counts[week * 25 + place] += 40 } }
      let first = try #require(rule.clusters(counts: counts, zones: zones, seed: 1).first)
      #expect(!Set(first.places).isDisjoint(with: [6, 7, 11]) && first.overdispersion > 1.5)
    }
    #expect(plain >= 5 && judged <= 3, "\(plain), \(judged)")
  }

  @Test("Rare events have no noise to speak of, whatever happened once")
  func rare() throws {
    var counts = [Int](repeating: 0, count: 52 * 25)
    for at in stride(from: 0, to: 40 * 25, by: 9) { counts[at] = 1 }
    counts[20 * 25 + 3] = 12
    let scan = try #require(SpaceTimeScan(counts: counts, zones: zones))
    let maxima = scan.maxima(replicates: 9, seed: 1)
    #expect(scan.clusters(maxima: maxima, noise: scan.noise).allSatisfy { $0.overdispersion < 1.2 })
    #expect(scan.clusters(maxima: maxima).allSatisfy { $0.overdispersion == 1 })
    #expect(ScanRule().clusters(counts: Array(counts.prefix(25 * 25)), zones: zones, seed: 1).isEmpty)
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
