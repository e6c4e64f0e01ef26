/// An interval of local wall-clock time: what the clock on the wall showed, with no regard to clock changes.
public struct WallInterval: Sendable, Hashable {
  /// In minutes since a Monday 00:00, which all intervals share.
  public let from: Int
  /// In the same minutes, not before `from`.
  public let to: Int

  public init(from: Int, to: Int) {
    precondition(from <= to, "an interval does not end before it begins")
    self.from = from
    self.to = to
  }
}

/// When events happened of which only an interval is known: each is spread evenly over its interval (Ratcliffe 2000,
/// Int J Geogr Inf Sci 14:669–679), and one without length falls into the hour that it lies in.
///
/// Times are those of the wall clock. In the night when clocks go forward the hour that was skipped counts as one,
/// and when they go back the hour that came twice counts once, so an interval's own length is never looked at.
public struct Aoristic: Sendable, Equatable {
  /// Events by hour of the week, Monday 00–01 first; 168 of them.
  public private(set) var hours = [Double](repeating: 0, count: Aoristic.hoursOfWeek)
  /// Intervals that were spread.
  public private(set) var counted = 0
  /// Intervals that were longer than the limit and tell nothing of the hour.
  public private(set) var leftOut = 0

  public static let hoursOfWeek = 168

  /// - Parameter longest: intervals of more minutes than this are left out and counted; `nil` for no limit. *Ours*:
  ///   a day, for a longer one says nothing of the hour.
  public init(_ intervals: some Sequence<WallInterval>, longest: Int? = 24 * 60) {
    for interval in intervals {
      if let longest, interval.to - interval.from > longest {
        leftOut += 1
        continue
      }
      counted += 1
      Aoristic.spread(interval, over: 60) { hours[Aoristic.modulo($0, Aoristic.hoursOfWeek)] += $1 }
    }
  }

  /// Seven rows, Monday first, of 24 hours each.
  public var table: [[Double]] { (0..<7).map { Array(hours[$0 * 24..<($0 + 1) * 24]) } }

  /// By hour of the day, all days together.
  public var hoursOfDay: [Double] {
    (0..<24).map { hour in (0..<7).reduce(0) { $0 + hours[$1 * 24 + hour] } }
  }

  /// By day of the week, Monday first.
  public var weekdays: [Double] { table.map { $0.reduce(0, +) } }

  /// One interval's share of each hour of the week that it touches, in the order of the hours.
  public static func hourShares(_ interval: WallInterval) -> [(hour: Int, share: Double)] {
    var shares = [Double](repeating: 0, count: hoursOfWeek)
    spread(interval, over: 60) { shares[modulo($0, hoursOfWeek)] += $1 }
    return shares.indices.filter { shares[$0] > 0 }.map { ($0, shares[$0]) }
  }

  /// One interval's share of each week that it touches, in order of time; weeks are counted from the one that begins
  /// at minute 0.
  public static func weekShares(_ interval: WallInterval) -> [(week: Int, share: Double)] {
    var shares: [(Int, Double)] = []
    spread(interval, over: hoursOfWeek * 60) { shares.append(($0, $1)) }
    return shares
  }

  /// Calls `body` with each bin of so many minutes that the interval touches, and the share of the interval in it.
  @inline(__always)
  private static func spread(_ interval: WallInterval, over minutes: Int, _ body: (Int, Double) -> Void) {
    let length = Double(interval.to - interval.from)
    var bin = floorDivided(interval.from, minutes)
    guard length > 0 else { return body(bin, 1) }
    while bin * minutes < interval.to {
      let inside = min(interval.to, (bin + 1) * minutes) - max(interval.from, bin * minutes)
      body(bin, Double(inside) / length)
      bin += 1
    }
  }

  private static func floorDivided(_ value: Int, _ by: Int) -> Int { (value - modulo(value, by)) / by }

  private static func modulo(_ value: Int, _ by: Int) -> Int { (value % by + by) % by }
}
