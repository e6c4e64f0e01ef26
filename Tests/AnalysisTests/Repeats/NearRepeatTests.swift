import Analysis
import TestSupport
import Testing

@Suite struct NearRepeatTests {
  private func events(_ count: Int, span: Int, _ stream: UInt64) -> (points: [PlanePoint], days: [Int]) {
    var generator = Seed.generator(stream)
    // Whole metres on few streets: many pairs at the very edge of a band, and some in one place.
    let points = (0..<count).map { _ in
      PlanePoint(
        x: Double(Int.random(in: 0..<60, using: &generator) * 25),
        y: Double.random(in: 0..<900, using: &generator).rounded())
    }
    return (points, points.map { _ in Int.random(in: 0...span, using: &generator) })
  }

  private func plain(_ points: [PlanePoint], _ days: [Int], _ bands: NearRepeatBands) -> [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: bands.dayBands), count: bands.distanceBands)
    for one in points.indices {
      for other in 0..<one {
        let (dx, dy) = (points[one].x - points[other].x, points[one].y - points[other].y)
        let distance = bands.metric == .euclidean ? (dx * dx + dy * dy).squareRoot() : abs(dx) + abs(dy)
        let apart = abs(days[one] - days[other])
        for row in 0..<bands.distanceBands
        where distance >= bands.distances[row] && distance < bands.distances[row + 1] {
          for column in 0..<bands.dayBands where apart >= bands.days[column] && apart < bands.days[column + 1]
          {
            counts[row][column] += 1
          }
        }
      }
    }
    return counts
  }

  private static let settings: [NearRepeatBands] = [
    .standard, NearRepeatBands(distances: [0, 1, 100, 200, 400], days: [0, 8, 15, 29], metric: .manhattan),
    NearRepeatBands(distances: [50, 200, .infinity], days: [1, 5, .max]),
    NearRepeatBands(distances: [100, 300], days: [0, 60, 120]),
    NearRepeatBands(distances: [0, .infinity], days: [0, 1, 2, 3, 4, 32]),
  ]

  @Test(
    "Pairs are those of looking at each of them", arguments: [0, 1, 130, 260, 363, 400, 500, 2_000], settings)
  func observed(span: Int, bands: NearRepeatBands) throws {
    let (points, days) = events(150, span: span, UInt64(span))
    let test = try #require(NearRepeat(points: points, days: days, bands: bands))
    #expect(test.observed == plain(points, days, bands))
  }

  @Test("Any number of days apart is told right, also near 128 and 256")
  func everyDifference() throws {
    let points = Array(repeating: PlanePoint(x: 5, y: 5), count: 2)
    for apart in 0...600 {
      let test = try #require(NearRepeat(points: points, days: [apart, 0], fewestEvents: 2))
      let expected = [apart < 8, apart >= 8 && apart < 15, apart >= 15 && apart < 29].map { $0 ? 1 : 0 }
      #expect(test.observed[0] == expected, "\(apart) days apart")
    }
    // The span is that of other events far away.
    for apart in 0...363 {
      for early in Set([0, 363 - apart]) {
        let days = [early, early + apart, 0, 363]
        let test = try #require(
          NearRepeat(
            points: points + [PlanePoint(x: 9_000, y: 0), PlanePoint(x: 0, y: 9_000)], days: days,
            fewestEvents: 2))
        #expect(test.observed[0].reduce(0, +) == (apart < 29 ? 1 : 0), "\(early) and \(apart)")
      }
    }
  }

  @Test("Random orders bring what all orders bring on average", arguments: [300, 1_000])
  func expected(span: Int) throws {
    let (points, days) = events(200, span: span, 7)
    let test = try #require(NearRepeat(points: points, days: days))
    let result = test.test(replicates: 1_999, seed: 3)
    let everywhere = plain(
      points, days, NearRepeatBands(distances: [0, .infinity], days: [0, 8, 15, 29, .max]))[0]
    let all = Double(everywhere.reduce(0, +))
    for (row, cells) in result.cells.enumerated() {
      let inBand = plain(
        points, days, NearRepeatBands(distances: Array(test.bands.distances[row...row + 1]), days: [0, .max]))[
          0][0]
      for (column, cell) in cells.enumerated() {
        let mean = Double(inBand) * Double(everywhere[column]) / all
        #expect(abs(cell.expected - mean) <= 1e-9 * mean)
        #expect(abs(cell.meanExpected - mean) <= 5 * cell.standardDeviation / 1_999.0.squareRoot() + 1e-9)
      }
    }
  }

  @Test("Blocks put together are the whole test, whatever their order")
  func blocks() throws {
    let (points, days) = events(120, span: 363, 9)
    let test = try #require(NearRepeat(points: points, days: days))
    let whole = test.test(replicates: 99, seed: 11)
    let late = test.simulate(blocks: 3..<7, seed: 11)
    var simulation = test.simulate(blocks: 0..<3, seed: 11)
    simulation.append(late)
    #expect(test.result(of: simulation, replicates: 99) == whole)
    #expect(test.test(replicates: 99, seed: 11) == whole)
    #expect(test.test(replicates: 99, seed: 12) != whole)
  }

  @Test("Followers are found")
  func power() throws {
    var (points, days) = events(200, span: 340, 21)
    for event in 0..<60 {
      points.append(PlanePoint(x: points[event].x + 20, y: points[event].y + 10))
      days.append(days[event] + 3)
    }
    let followed = try #require(NearRepeat(points: points, days: days)).test(seed: 1)
    #expect(followed.cells[1][0].pUpper == 0.001)
    #expect(try #require(followed.cells[1][0].ratio) > 1.5)
  }

  @Test("A search finds what the whole test finds", arguments: settings)
  func search(bands: NearRepeatBands) throws {
    var findings = 0
    for stream in 0..<12 as Range<UInt64> {
      var (points, days) = events(90, span: stream % 2 == 0 ? 363 : 900, 40 + stream)
      // From none to many followers, so that some are just found and others just not.
      for event in 0..<Int(stream) * 3 {
        points.append(PlanePoint(x: points[event].x + 60, y: points[event].y))
        days.append(days[event] + event % 4)
      }
      let test = try #require(NearRepeat(points: points, days: days, bands: bands))
      let rule = NearRepeatSearch.Rule(replicates: 199, leastRatio: 1.1, level: 0.1)
      var search = NearRepeatSearch(test, rule: rule, seed: stream)
      while case let round = search.next, !round.isEmpty { search.add(round.reversed().map(search.step)) }
      var expected: [[Double]] = []
      for (row, cells) in test.test(replicates: 199, seed: stream).cells.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let ratio = cell.ratio, ratio >= 1.1, cell.pUpper <= 0.1 else { continue }
          expected.append([Double(row), Double(column), Double(cell.observed), ratio, cell.pUpper])
        }
      }
      let found = search.findings.map {
        [Double($0.distance), Double($0.days), Double($0.observed), $0.ratio, $0.pUpper]
      }
      #expect(found == expected, "stream \(stream)")
      findings += expected.count
    }
    // Wide bands may have none: where all distances are one no order changes anything.
    #expect(findings > 0 || bands != Self.settings[0])
  }

  @Test("Too few events are an answer of their own")
  func tooFew() {
    let (points, days) = events(49, span: 300, 4)
    #expect(NearRepeat(points: points, days: days) == nil)
    #expect(NearRepeat(points: [], days: [], fewestEvents: 0) == nil)
  }

  @Test("Places with repeats and open chains")
  func chains() {
    let points = [(0, 0), (0.5, 0), (500, 0), (150, 0), (0, 0.2), (5_000, 0)].map {
      PlanePoint(x: $0.0, y: $0.1)
    }
    let days = [0, 90, 100, 101, 10, 101]
    #expect(RepeatPlace.find(points: points, days: days).map(\.events) == [[0, 4, 1]])
    #expect(OpenChain.find(points: points, days: days, newSince: 98).map(\.events) == [[1, 3]])
    #expect(OpenChain.find(points: points, days: days, newSince: 102).isEmpty)
    #expect(OpenChain.find(points: [], days: [], newSince: 0).isEmpty)
  }
}
