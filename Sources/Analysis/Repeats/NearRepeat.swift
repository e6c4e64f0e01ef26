/// Do events come near one another in place *and* time more often than their places and their dates alone explain?
///
/// Knox (1964, J R Stat Soc C 13:25–29) counts the pairs of events by how far and how many days they are apart; what
/// chance alone brings is seen by dealing the dates out over the places anew, many times (Johnson et al. 2007, J Quant
/// Criminol 23:201–219; Ratcliffe's Near Repeat Calculator). Makes the pair list once; the shuffles come in blocks
/// with generators of their own, so that they may be run in any order, or at once, with the same result.
public struct NearRepeat: Sendable {
  /// Below so many events nothing is said.
  public static let fewestEvents = 50
  /// Random orders in one block.
  public static let blockSize = DateShuffle.lanes

  public let bands: NearRepeatBands
  public let events: Int
  /// Pairs by band of distance, then of days.
  public private(set) var observed: [[Int]]

  private let pairs: NearPairs
  /// In the order of the pairs, from 0.
  private let days: [Int]
  /// The finite breaks of days, without 0.
  private let limits: [Int]
  /// Pairs below each limit at any distance, and all there are: no order of the dates changes them.
  private let everywhere: [Int]
  /// Bands in the pair list that come before the first one asked for.
  private let skipped: Int

  /// `nil` where there are too few events to tell.
  ///
  /// - Parameters:
  ///   - points: where each event was, in metres.
  ///   - days: when, as a number of days from any date; one for each point.
  ///   - fewestEvents: at least 2.
  public init?(
    points: [PlanePoint], days: [Int], bands: NearRepeatBands = .standard,
    fewestEvents: Int = NearRepeat.fewestEvents
  ) {
    precondition(points.count == days.count, "each event has a place and a day")
    guard points.count >= max(2, fewestEvents), let earliest = days.min() else { return nil }
    self.bands = bands
    events = points.count
    limits = bands.days.filter { $0 > 0 && $0 < Int.max }
    // The band without end is what the others leave, so they must begin at 0 then.
    let finite = bands.distances.filter(\.isFinite)
    skipped = finite.count < bands.distances.count && finite[0] > 0 ? 1 : 0
    pairs = NearPairs(points, breaks: skipped == 1 ? [0] + finite : finite, metric: bands.metric)
    self.days = pairs.order.map { days[$0] - earliest }
    everywhere = NearRepeat.pairs(of: self.days, below: limits)
    observed = []
    observed = cells(counts(with: nil), lane: 0)
  }

  /// What random orders of the dates brought.
  public struct Simulation: Sendable {
    /// By band of distance, then of days, then replicate.
    fileprivate(set) var counts: [[[UInt32]]]

    public var replicates: Int { counts.first?.first?.count ?? 0 }

    /// Adds the replicates of later blocks.
    public mutating func append(_ later: Simulation) {
      for row in counts.indices {
        for column in counts[row].indices { counts[row][column] += later.counts[row][column] }
      }
    }
  }

  /// Blocks of `blockSize` random orders each. The same seed and block give the same counts, on any thread.
  public func simulate(blocks: Range<Int>, seed: UInt64) -> Simulation {
    var simulation = Simulation(
      counts: Array(repeating: Array(repeating: [], count: bands.dayBands), count: bands.distanceBands))
    for block in blocks {
      let totals = counts(with: SplitMix64(seed: seed, stream: block))
      for lane in 0..<NearRepeat.blockSize {
        let cells = cells(totals, lane: lane)
        for row in cells.indices {
          for column in cells[row].indices {
            simulation.counts[row][column].append(UInt32(cells[row][column]))
          }
        }
      }
    }
    return simulation
  }

  /// How many blocks hold so many replicates.
  public static func blocks(for replicates: Int) -> Range<Int> {
    0..<(replicates + blockSize - 1) / blockSize
  }

  /// The whole test on one thread.
  ///
  /// - Parameter replicates: random orders of the dates, at least 1; 999 let p go down to 0.001.
  public func test(replicates: Int = 999, seed: UInt64) -> NearRepeatResult {
    precondition(replicates > 0, "a test needs replicates")
    return result(
      of: simulate(blocks: NearRepeat.blocks(for: replicates), seed: seed), replicates: replicates)
  }

  /// - Parameter replicates: at most as many as were simulated; later ones are left out.
  public func result(of simulation: Simulation, replicates: Int) -> NearRepeatResult {
    precondition(
      replicates > 0 && replicates <= simulation.replicates, "as many replicates as were simulated")
    let cells = observed.indices.map { row in
      observed[row].indices.map { column in
        NearRepeatResult.Cell(
          observed: observed[row][column], simulated: simulation.counts[row][column].prefix(replicates))
      }
    }
    return NearRepeatResult(bands: bands, events: events, replicates: replicates, cells: cells)
  }

  /// Pairs fewer days apart than each limit, and last all pairs.
  private static func pairs(of days: [Int], below limits: [Int]) -> [Int] {
    let sorted = days.sorted()
    let counts = limits.map { limit in
      var (sum, earliest) = (0, 0)
      for (index, day) in sorted.enumerated() {
        while day - sorted[earliest] >= limit { earliest += 1 }
        sum += index - earliest
      }
      return sum
    }
    return counts + [days.count * (days.count - 1) / 2]
  }

  /// Pairs below the limits of days, for sixteen random orders of them, or for the days as they are.
  private func counts(with generator: SplitMix64?) -> [UInt32] {
    var generator = generator
    return DateShuffle.holds(span: days.max() ?? 0, limit: limits.last ?? 0)
      ? DateShuffle(pairs: pairs, days: days, limits: limits).counts(with: &generator)
      : WideDateShuffle(pairs: pairs, days: days, limits: limits).counts(with: &generator)
  }

  /// From pairs below limits in the bands of the list to pairs in the intervals asked for.
  private func cells(_ totals: [UInt32], lane: Int) -> [[Int]] {
    var rows = pairs.bands.enumerated().map { number, band in
      limits.indices.map { Int(totals[(number * limits.count + $0) * NearRepeat.blockSize + lane]) }
        + [band.second.count]
    }
    if bands.distances.last == .infinity {
      rows.append(everywhere.indices.map { limit in everywhere[limit] - rows.reduce(0) { $0 + $1[limit] } })
    }
    let places = bands.days.map { $0 == 0 ? -1 : limits.firstIndex(of: $0) ?? limits.count }
    return rows.dropFirst(skipped).map { row in
      zip(places, places.dropFirst()).map { from, to in row[to] - (from < 0 ? 0 : row[from]) }
    }
  }
}
