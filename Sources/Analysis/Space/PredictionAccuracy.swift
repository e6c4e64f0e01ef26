/// How well a map of hot spots foretold: the prediction accuracy index of Chainey, Tompson and Uhlig (2008, Secur J
/// 21:4–28), the share of later events that the hot cells hold by the share of the area that they take.
public struct PredictionAccuracy: Sendable, Equatable {
  public let hitRate: Double
  public let areaShare: Double
  /// 1 where the map is no better than chance.
  public var index: Double { hitRate / areaShare }

  /// The `cells` highest scores, of equal ones the first, are the hot spots. `nil` where there were no later events,
  /// or no cells to judge by.
  ///
  /// - Parameters:
  ///   - scores: of each cell, from the time before.
  ///   - later: events in each cell afterwards.
  public init?(scores: [Double], later: [Int], cells: Int) {
    precondition(scores.count == later.count, "each cell has a score and a count")
    let all = later.reduce(0, +)
    guard all > 0, cells > 0, cells <= scores.count else { return nil }
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    hitRate = Double(order.prefix(cells).reduce(0) { $0 + later[$1] }) / Double(all)
    areaShare = Double(cells) / Double(scores.count)
  }
}
