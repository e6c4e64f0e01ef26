/// Where neighbouring places together have had more than usual in the last weeks: what a scan is given, and which of
/// its clusters are told.
///
/// Real weeks vary more than Poisson's, and the busier the places the more that outweighs chance: scores are
/// therefore divided by the zone's overdispersion before they are compared with those of random orders, as in the
/// quasi-Poisson scan of Zhang, Zhang and Lin (2012, Statistics in Medicine 31:762–774).
public struct ScanRule: Sendable, Equatable {
  /// How many weeks up to the last are looked at, and in how few these have nothing to stand out from.
  public var weeks = 52
  public var leastWeeks = 26
  /// In weeks.
  public var maxDuration = 4
  /// How many neighbours make a zone at the most.
  public var nearest = 10
  public var replicates = 99
  /// How seldom chance alone may bring a cluster as sure.
  public var level = 0.01
  public var leastEvents = 3

  public init() {}

  public func zones(_ centers: [PlanePoint]) -> ScanZones {
    ScanZones(nearest: max(1, min(nearest, centers.count)), centers: centers)
  }

  /// The surest first; none where the weeks are too few.
  ///
  /// - Parameter counts: events of one kind by week, the oldest first, then by place, `weeks` weeks at the most.
  public func clusters(counts: [Int], zones: ScanZones, seed: UInt64) -> [ScanCluster] {
    guard zones.places > 1, counts.count >= leastWeeks * zones.places,
      let scan = SpaceTimeScan(counts: counts, zones: zones, maxDuration: maxDuration)
    else { return [] }
    return scan.clusters(maxima: scan.maxima(replicates: replicates, seed: seed), noise: scan.noise)
      .filter { $0.pValue <= level && $0.candidate.observed >= leastEvents }
  }
}
