/// What a scan found, and how sure it is.
public struct ScanCluster: Sendable, Equatable {
  public let candidate: SpaceTimeScan.Candidate
  /// In rising order.
  public let places: [Int]
  /// By what the zone's counts vary more than Poisson's; 1 where no noise was allowed for.
  public let overdispersion: Double
  /// The share of random orders, the observed one among them, whose highest score is at least as high.
  public let p: Double
  /// From the Gumbel distribution of the highest scores, which may go below one by the number of orders; `nil` where
  /// they have no spread.
  public let pGumbel: Double?

  /// The finer of the two.
  public var pValue: Double { pGumbel ?? p }
}

extension SpaceTimeScan {
  /// The most likely cluster and those after it that share no place with one before, judged against the same maxima;
  /// none where no zone has more events than expected.
  ///
  /// - Parameters:
  ///   - noise: the variance of a week's own factor, which makes the scores quasi-Poisson's: divided by the zone's
  ///     overdispersion (Zhang, Zhang and Lin 2012, Statistics in Medicine 31:762–774). `noise` of the scan, or 0 for
  ///     the scores as they are.
  ///   - most: how many clusters at the most.
  public func clusters(maxima: [Double], noise: Double = 0, most: Int = 10) -> [ScanCluster] {
    let gumbel = Gumbel(maxima: maxima)
    var judged = candidates.map { candidate in
      let overdispersion = overdispersion(candidate, noise: noise)
      return (candidate: candidate, overdispersion: overdispersion, score: candidate.score / overdispersion)
    }
    if noise > 0 {
      judged.sort {
        ($1.score, $0.candidate.duration, $0.candidate.zone)
          < ($0.score, $1.candidate.duration, $1.candidate.zone)
      }
    }
    var taken: Set<Int> = []
    var clusters: [ScanCluster] = []
    for (candidate, overdispersion, score) in judged {
      if clusters.count == most { break }
      let places = zones.zones[candidate.zone]
      guard taken.isDisjoint(with: places) else { continue }
      taken.formUnion(places)
      // The maxima are summed in another order: equal scores may differ by rounding.
      let hair = 1e-9 * (1 + score)
      let higher = maxima.count { $0 >= score - hair }
      clusters.append(
        ScanCluster(
          candidate: candidate, places: places, overdispersion: overdispersion,
          p: Double(higher + 1) / Double(maxima.count + 1), pGumbel: gumbel?.pUpper(score)))
    }
    return clusters
  }

  /// The variance of a zone's count beside Poisson's: with independent factors of a week and place it is the mean and
  /// the noise times the sum of the squared means of weeks and places.
  func overdispersion(_ candidate: Candidate, noise: Double) -> Double {
    guard noise > 0 else { return 1 }
    var places = 0.0
    for place in zones.zones[candidate.zone] {
      let share = Double(placeTotals[place]) / Double(events)
      places += share * share
    }
    return 1 + noise * places * recentSquares[candidate.duration - 1] / candidate.expected
  }

  /// The whole scan on one thread, the scores as they are.
  public func clusters(replicates: Int = 99, seed: UInt64, most: Int = 10) -> [ScanCluster] {
    clusters(maxima: maxima(replicates: replicates, seed: seed), most: most)
  }
}
