import Foundation

/// Is there a zone with more events in the last weeks than the places' and the weeks' own totals explain: the
/// prospective space-time permutation scan of Kulldorff, Heffernan, Hartman, Assunção and Mostashari (2005, PLoS Med
/// 2:e59). It needs no population, and allows for places of any size and for a rise everywhere at once.
public struct SpaceTimeScan: Sendable {
  /// A zone with the number of weeks, up to the last, over which it was looked at.
  public struct Candidate: Sendable, Equatable {
    /// Position in the zones given.
    public let zone: Int
    /// In weeks.
    public let duration: Int
    public let observed: Int
    public let expected: Double
    /// The logarithm of the likelihood ratio; 0 where no more were observed than expected.
    public let score: Double
  }

  public let zones: ScanZones
  /// All events, of all weeks.
  public let events: Int
  public let durations: Int
  /// The variance of the factor that a week has of its own in each place, 0 as Poisson's; from the weeks before those
  /// in which clusters are looked for, so that a cluster does not hide itself.
  public let noise: Double

  /// A single old cluster among rare events would else look like noise everywhere. Where noise matters, which is where
  /// places have several events a week, there are thousands of products.
  private static let noisePrior = 500.0

  /// Events of the last weeks by place: those of the last one week, of the last two, and so on.
  private let recent: [SIMD8<Int32>]
  let placeTotals: [Int]
  private let recentTotals: [Int]
  /// The sums of the squares of the last weeks' totals, by duration.
  let recentSquares: [Double]
  private let scanned: [ScannedZone]

  /// - Parameters:
  ///   - counts: events by week, the oldest first, then by place: `counts[week * zones.places + place]`.
  ///   - maxDuration: the longest time that a cluster may have lasted, in weeks, from 1 to 8.
  ///   - maxShare: zones with more than this share of all events are left out.
  /// - Returns: `nil` where there are no events, or no week before the last.
  public init?(counts: [Int], zones: ScanZones, maxDuration: Int = 4, maxShare: Double = 0.5) {
    let places = zones.places
    precondition((1...8).contains(maxDuration), "clusters last from one to eight weeks")
    precondition(places > 0 && counts.count % places == 0, "each week has a count for each place")
    precondition(counts.allSatisfy { $0 >= 0 }, "a count is not negative")
    let weeks = counts.count / places
    let all = counts.reduce(0, +)
    guard all > 0, weeks > 1 else { return nil }
    var recent = [SIMD8<Int32>](repeating: SIMD8(), count: places)
    var totals = [Int](repeating: 0, count: places)
    durations = min(maxDuration, weeks)
    for week in 0..<weeks {
      for place in 0..<places {
        let count = counts[week * places + place]
        totals[place] += count
        for duration in 0..<durations where week >= weeks - 1 - duration {
          recent[place][duration] += Int32(count)
        }
      }
    }
    self.zones = zones
    self.recent = recent
    events = all
    placeTotals = totals
    let sums = recent.reduce(SIMD8<Int32>(), &+)
    let recentTotals = (0..<durations).map { Int(sums[$0]) }
    self.recentTotals = recentTotals
    var squares = 0.0
    recentSquares = recentTotals.indices.map { duration in
      let total = Double(recentTotals[duration] - (duration > 0 ? recentTotals[duration - 1] : 0))
      squares += total * total
      return squares
    }
    var differences = SuccessiveDifferences()
    for week in 1..<max(1, weeks - durations) {
      for place in 0..<places {
        differences.add(counts[(week - 1) * places + place], counts[week * places + place])
      }
    }
    noise = differences.variance(prior: Self.noisePrior)
    scanned = zones.zones.enumerated().compactMap { number, zone in
      let total = zone.reduce(0) { $0 + totals[$1] }
      guard total > 0, Double(total) <= maxShare * Double(all) else { return nil }
      return ScannedZone(number: number, places: zone, total: total, recent: sums, events: all)
    }
  }

  /// Every zone and duration with more events than expected, the highest score first; of equal ones the shorter, then
  /// the zone given first.
  public var candidates: [Candidate] {
    var found: [Candidate] = []
    for zone in scanned {
      let counts = zone.places.reduce(SIMD8<Int32>()) { $0 &+ recent[$1] }
      for duration in 0..<durations {
        let observed = Int(counts[duration])
        let expected = Double(zone.total) * Double(recentTotals[duration]) / Double(events)
        let score = SpaceTimeScan.score(observed: observed, expected: expected, events: events)
        if score > 0 {
          found.append(
            Candidate(
              zone: zone.number, duration: duration + 1, observed: observed, expected: expected, score: score)
          )
        }
      }
    }
    return found.sorted { ($1.score, $0.duration, $0.zone) < ($0.score, $1.duration, $1.zone) }
  }

  /// c ln(c/μ) + (C − c) ln((C − c)/(C − μ)) where c is above μ, else 0.
  static func score(observed: Int, expected: Double, events: Int) -> Double {
    let (c, all) = (Double(observed), Double(events))
    guard c > expected, expected > 0 else { return 0 }
    let rest = all - c
    return c * log(c / expected) + (rest > 0 ? rest * log(rest / (all - expected)) : 0)
  }

  /// The highest score in each of some random orders of the weeks over the events.
  ///
  /// With each place's and each week's total as it is, only the places of the last weeks' events are drawn: from all
  /// events, none twice. The same seed gives the same maxima.
  ///
  /// - Parameter replicates: 99 with `Gumbel`, or 999 without.
  public func maxima(replicates: Int, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    var places: [UInt16] = []
    places.reserveCapacity(events)
    for (place, total) in placeTotals.enumerated() {
      places.append(contentsOf: repeatElement(UInt16(place), count: total))
    }
    let entropies = (0...events).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
    let blank = [SIMD8<Int32>](repeating: SIMD8(), count: placeTotals.count)
    return (0..<replicates).map { _ in
      var random = blank
      places.withUnsafeMutableBufferPointer { places in
        random.withUnsafeMutableBufferPointer { random in
          var index = 0
          for duration in 0..<durations {
            // An event of the week `duration` before the last is in that duration and all longer ones.
            var step = SIMD8<Int32>()
            for longer in duration..<durations { step[longer] = 1 }
            while index < recentTotals[duration] {
              places.swapAt(index, index + generator.below(places.count - index))
              random[Int(places[index])] &+= step
              index += 1
            }
          }
        }
      }
      return highest(random, entropies)
    }
  }

  private func highest(_ recent: [SIMD8<Int32>], _ entropies: [Double]) -> Double {
    var best = 0.0
    recent.withUnsafeBufferPointer { recent in
      entropies.withUnsafeBufferPointer { entropies in
        for zone in scanned {
          var counts = SIMD8<Int32>()
          for place in zone.places { counts &+= recent[place] }
          for duration in 0..<durations where counts[duration] > zone.most[duration] {
            let observed = Int(counts[duration])
            let rest = events - observed
            let score =
              entropies[observed] + entropies[rest] - Double(observed) * zone.logExpected[duration]
              - Double(rest) * zone.logRest[duration]
            if score > best { best = score }
          }
        }
      }
    }
    return best
  }

  /// What the scan knows of a zone beforehand.
  private struct ScannedZone {
    let number: Int
    let places: [Int]
    let total: Int
    /// The greatest whole number that is not above what is expected.
    var most = SIMD8<Int32>()
    var logExpected = SIMD8<Double>()
    var logRest = SIMD8<Double>()

    init(number: Int, places: [Int], total: Int, recent: SIMD8<Int32>, events: Int) {
      self.number = number
      self.places = places
      self.total = total
      for duration in 0..<8 {
        let expected = Double(total) * Double(recent[duration]) / Double(events)
        most[duration] = Int32(expected.rounded(.down))
        logExpected[duration] = expected > 0 ? log(expected) : 0
        logRest[duration] = log(max(Double(events) - expected, .leastNormalMagnitude))
      }
    }
  }
}
