/// What a scan found, and how sure it is.
public struct ScanCluster: Sendable, Equatable {
  public let candidate: SpaceTimeScan.Candidate
  /// In rising order.
  public let places: [Int]
  /// The share of random orders, the observed one among them, whose highest score is at least as high.
  public let p: Double
  /// From the Gumbel distribution of the highest scores, which may go below one by the number of orders; `nil` where
  /// they have no spread.
  public let pGumbel: Double?
}

extension SpaceTimeScan {
  /// The most likely cluster and those after it that share no place with one before, judged against the same maxima;
  /// none where no zone has more events than expected.
  ///
  /// - Parameter most: how many clusters at the most.
  public func clusters(maxima: [Double], most: Int = 10) -> [ScanCluster] {
    let gumbel = Gumbel(maxima: maxima)
    var taken: Set<Int> = []
    var clusters: [ScanCluster] = []
    for candidate in candidates {
      if clusters.count == most { break }
      let places = zones.zones[candidate.zone]
      guard taken.isDisjoint(with: places) else { continue }
      taken.formUnion(places)
      // The maxima are summed in another order: equal scores may differ by rounding.
      let hair = 1e-9 * (1 + candidate.score)
      let higher = maxima.count { $0 >= candidate.score - hair }
      clusters.append(
        ScanCluster(
          candidate: candidate, places: places, p: Double(higher + 1) / Double(maxima.count + 1),
          pGumbel: gumbel?.pUpper(candidate.score)))
    }
    return clusters
  }

  /// The whole scan on one thread.
  public func clusters(replicates: Int = 99, seed: UInt64, most: Int = 10) -> [ScanCluster] {
    clusters(maxima: maxima(replicates: replicates, seed: seed), most: most)
  }
}
