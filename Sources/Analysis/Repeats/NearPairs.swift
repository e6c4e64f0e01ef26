/// The pairs of events in each band of distance that has an end, found once and then counted for every order of dates.
struct NearPairs {
  /// For one band: the second events of all pairs, those of each first event one after another.
  struct Band {
    var second: [UInt32] = []
    /// `second[starts[i]..<starts[i + 1]]` belong to event `i`.
    var starts: [Int] = [0]
  }
  let bands: [Band]
  /// The events' positions in what was given, in the order that pairs refer to.
  let order: [Int]

  /// - Parameter breaks: finite, rising; none or one for no bands at all.
  init(_ points: [PlanePoint], breaks: [Double], metric: NearRepeatBands.Metric) {
    guard let reach = breaks.last, breaks.count > 1 else {
      (bands, order) = ([], Array(points.indices))
      return
    }
    let grid = PointGrid(points, reach: reach)
    order = grid.original
    let count = points.count
    var found = [Band](repeating: Band(), count: breaks.count - 1)
    for band in found.indices { found[band].starts.reserveCapacity(count + 1) }
    let least = breaks[0]
    breaks.withUnsafeBufferPointer { breaks in
      grid.points.withUnsafeBufferPointer { places in
        grid.forEachCandidate { first, second in
          let distance = metric.distance(places[first], places[second])
          guard distance < reach, distance >= least else { return }
          var band = 0
          while distance >= breaks[band + 1] { band += 1 }
          while found[band].starts.count <= first { found[band].starts.append(found[band].second.count) }
          found[band].second.append(UInt32(second))
        }
      }
    }
    for band in found.indices {
      while found[band].starts.count <= count { found[band].starts.append(found[band].second.count) }
    }
    bands = found
  }

  /// Pairs by band of distance (finite ones) and number of days apart below each of `limits`.
  func counts(days: [Int], below limits: [Int]) -> [[Int]] {
    bands.map { band in
      var counts = [Int](repeating: 0, count: limits.count)
      for first in order.indices {
        let day = days[order[first]]
        for pair in band.starts[first]..<band.starts[first + 1] {
          let apart = abs(days[order[Int(band.second[pair])]] - day)
          for (index, limit) in limits.enumerated() where apart < limit { counts[index] += 1 }
        }
      }
      return counts
    }
  }
}
