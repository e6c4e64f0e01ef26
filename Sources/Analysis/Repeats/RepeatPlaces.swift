/// A place where more than one event of a kind has happened.
public struct RepeatPlace: Sendable, Equatable {
  /// The events' positions in what was given, earliest first (of one day, in the order given).
  public let events: [Int]

  /// Events that are linked by steps of less than `within` metres lie in one place (single linkage); places with the
  /// most events come first, then those with the earliest event in what was given. *Ours.*
  ///
  /// - Parameters:
  ///   - days: when each event was, as a number of days from any date.
  ///   - within: in metres, above 0; under 1 m by custom, for coordinates of one and the same address.
  public static func find(
    points: [PlanePoint], days: [Int], within: Double = 1, fewest: Int = 2
  ) -> [RepeatPlace] {
    precondition(points.count == days.count, "each event has a place and a day")
    var groups = DisjointSets(count: points.count)
    let grid = PointGrid(points, reach: within)
    grid.visit { first, beside, below in
      for run in [beside, below] {
        for second in run where grid.points[first].distance(to: grid.points[second]) < within {
          groups.join(grid.original[first], grid.original[second])
        }
      }
    }
    return groups.groups.filter { $0.count >= max(1, fewest) }
      .map { RepeatPlace(events: $0.sorted { (days[$0], $0) < (days[$1], $1) }) }
      .sorted { ($1.events.count, $0.events.min() ?? 0) < ($0.events.count, $1.events.min() ?? 0) }
  }
}

/// A new event soon after, and near, an earlier one of its kind: the time in which prevention on the spot may help.
public struct OpenChain: Sendable, Equatable {
  /// Positions in what was given, earliest first; the last one is new.
  public let events: [Int]

  /// Chains in which each event follows an earlier one within some days and metres, and whose last event is new
  /// (near repeats after Johnson et al. 2007, J Quant Criminol 23:201–219; the limits are *ours*). Newest first.
  ///
  /// - Parameters:
  ///   - points: of one category of events, in metres.
  ///   - days: when each was, as a number of days from any date.
  ///   - newSince: events from this day on are new.
  ///   - days within: a follower comes at most so many days later.
  ///   - metres within: and at most so far away.
  public static func find(
    points: [PlanePoint], days: [Int], newSince: Int, daysWithin: Int = 14, metresWithin: Double = 200
  ) -> [OpenChain] {
    precondition(points.count == days.count, "each event has a place and a day")
    var chains = DisjointSets(count: points.count)
    let grid = PointGrid(points, reach: metresWithin)
    grid.visit { first, beside, below in
      for run in [beside, below] {
        for second in run {
          let (one, other) = (grid.original[first], grid.original[second])
          guard abs(days[one] - days[other]) <= daysWithin,
            grid.points[first].distance(to: grid.points[second]) <= metresWithin
          else { continue }
          chains.join(one, other)
        }
      }
    }
    return chains.groups.filter { $0.count > 1 }
      .map { OpenChain(events: $0.sorted { (days[$0], $0) < (days[$1], $1) }) }
      .filter { days[$0.events.last ?? 0] >= newSince }
      .sorted { one, other in
        let (last, otherLast) = (one.events.last ?? 0, other.events.last ?? 0)
        return (days[otherLast], last) < (days[last], otherLast)
      }
  }
}
