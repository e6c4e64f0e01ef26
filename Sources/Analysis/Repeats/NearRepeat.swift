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
  /// What all orders of the dates bring on average, likewise; no order needs to be tried for it.
  public private(set) var expected: [[Double]]

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
    (observed, expected) = ([], [])
    let all = Double(everywhere[limits.count])
    let inEach = intervals(everywhere).map { Double($0) / all }
    // At any time: the last of each row.
    let totals = rows { everywhere.dropLast().map { _ in 0 } + [pairs.bands[$0].second.count] }
    expected = totals.map { row in inEach.map { Double(row[limits.count]) * $0 } }
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
          observed: observed[row][column], expected: expected[row][column],
          simulated: simulation.counts[row][column].prefix(replicates))
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

  /// Pairs in the intervals of some distances, for the random orders of a block; in the others there stands nothing
  /// that means anything. The orders are those of `simulate`, whatever is asked for.
  ///
  /// - Parameter asked: by interval of distance.
  /// - Returns: by random order, then interval of distance, then of days.
  func cells(block: Int, seed: UInt64, asked: [Bool]) -> [[[Int]]] {
    // What is beyond all bands is what they leave.
    let all = bands.distances.last == .infinity && asked[asked.count - 1]
    let inList = pairs.bands.indices.map { all || ($0 >= skipped && asked[$0 - skipped]) }
    let totals = counts(with: SplitMix64(seed: seed, stream: block), bands: inList)
    return (0..<NearRepeat.blockSize).map { cells(totals, lane: $0) }
  }

  /// Pairs below the limits of days, for sixteen random orders of them, or for the days as they are.
  ///
  /// - Parameter bands: which of the list to count in; all where none is named.
  private func counts(with generator: SplitMix64?, bands: [Bool]? = nil) -> [UInt32] {
    var generator = generator
    let bands = bands ?? pairs.bands.map { _ in true }
    return DateShuffle.holds(span: days.max() ?? 0, limit: limits.last ?? 0)
      ? DateShuffle(pairs: pairs, days: days, limits: limits).counts(with: &generator, bands: bands)
      : WideDateShuffle(pairs: pairs, days: days, limits: limits).counts(with: &generator, bands: bands)
  }

  /// From pairs below limits in the bands of the list to pairs in the intervals asked for.
  private func cells(_ totals: [UInt32], lane: Int) -> [[Int]] {
    rows { number in
      limits.indices.map { Int(totals[(number * limits.count + $0) * NearRepeat.blockSize + lane]) }
        + [pairs.bands[number].second.count]
    }
    .map(intervals)
  }

  /// Pairs below each limit and all of them, for each interval of distance asked for, from those of the list's bands.
  private func rows(_ inBand: (Int) -> [Int]) -> [[Int]] {
    var rows = pairs.bands.indices.map(inBand)
    if bands.distances.last == .infinity {
      rows.append(everywhere.indices.map { limit in everywhere[limit] - rows.reduce(0) { $0 + $1[limit] } })
    }
    return Array(rows.dropFirst(skipped))
  }

  /// From pairs below each limit and all of them to those in the intervals of days asked for.
  private func intervals(_ row: [Int]) -> [Int] {
    let places = bands.days.map { $0 == 0 ? -1 : limits.firstIndex(of: $0) ?? limits.count }
    return zip(places, places.dropFirst()).map { from, to in row[to] - (from < 0 ? 0 : row[from]) }
  }
}
