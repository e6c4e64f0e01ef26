/// The intervals of distance and time that a near-repeat test counts pairs of events in, each from its lower break
/// to just below the next: breaks 0, 1, 100 stand for [0, 1) and [1, 100).
public struct NearRepeatBands: Sendable, Hashable {
  public enum Metric: String, Sendable, Codable, CaseIterable {
    case euclidean
    /// Along the axes, as in a grid of streets.
    case manhattan

    @inline(__always)
    func distance(_ one: PlanePoint, _ other: PlanePoint) -> Double {
      self == .euclidean ? one.distance(to: other) : one.cityBlockDistance(to: other)
    }
  }

  /// In metres, rising, at least two; only the last may be infinite.
  public let distances: [Double]
  /// In whole days between two events, rising, at least two; `Int.max` as the last for no end.
  public let days: [Int]
  public let metric: Metric

  public init(distances: [Double], days: [Int], metric: Metric = .euclidean) {
    precondition(distances.count >= 2 && days.count >= 2, "one interval needs two breaks")
    precondition(distances[0] >= 0 && days[0] >= 0, "a break is not negative")
    precondition(zip(distances, distances.dropFirst()).allSatisfy(<), "breaks rise")
    precondition(zip(days, days.dropFirst()).allSatisfy(<), "breaks rise")
    self.distances = distances
    self.days = days
    self.metric = metric
  }

  /// The same place (under a metre), then up to 100, 200 and 400 m; within a week, two weeks and four weeks. *Ours*,
  /// after the bands customary since Johnson et al. (2007, J Quant Criminol 23:201–219).
  public static let standard = NearRepeatBands(distances: [0, 1, 100, 200, 400], days: [0, 8, 15, 29])

  public var distanceBands: Int { distances.count - 1 }
  public var dayBands: Int { days.count - 1 }
}
