/// The pairs of events in each band of distance that has an end, found once and then counted for every order of dates.
struct NearPairs {
  /// For one band: the second events of all pairs, those of each first event one after another.
  struct Band {
    let second: [UInt32]
    /// `second[starts[i]..<starts[i + 1]]` belong to event `i`.
    let starts: [Int]
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
    let lists = (1..<breaks.count).map { _ in PairList(events: points.count) }
    // Squares and rounding are for sorting out only; what is within a hair of the reach is looked at again.
    let sieve = metric == .euclidean ? reach * reach * (1 + 1e-9) : .infinity
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(points.count, 1)) { near in
      grid.points.withUnsafeBufferPointer { places in
        breaks.withUnsafeBufferPointer { breaks in
          grid.visit { first, beside, below in
            let place = places[first]
            var count = 0
            for run in [beside, below] {
              for second in run {
                let (dx, dy) = (places[second].x - place.x, places[second].y - place.y)
                near[count] = UInt32(truncatingIfNeeded: second)
                count += dx * dx + dy * dy < sieve ? 1 : 0
              }
            }
            for list in lists { list.begin(first, adding: count) }
            for index in 0..<count {
              let distance = metric.distance(place, places[Int(near[index])])
              guard distance < reach, distance >= breaks[0] else { continue }
              var band = 0
              while distance >= breaks[band + 1] { band += 1 }
              lists[band].append(near[index])
            }
          }
        }
      }
    }
    bands = lists.map { $0.finish() }
  }
}

/// Grows without a check at every pair.
private final class PairList {
  private var second: UnsafeMutablePointer<UInt32>
  private var count = 0
  private var capacity = 1024
  private var starts: [Int] = []

  init(events: Int) {
    second = .allocate(capacity: capacity)
    starts.reserveCapacity(events + 1)
  }

  deinit { second.deallocate() }

  /// The pairs of the next event follow, at most so many.
  func begin(_ event: Int, adding most: Int) {
    starts.append(count)
    guard count + most > capacity else { return }
    capacity = max(count + most, capacity * 2)
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    larger.update(from: second, count: count)
    second.deallocate()
    second = larger
  }

  @inline(__always)
  func append(_ event: UInt32) {
    second[count] = event
    count += 1
  }

  func finish() -> NearPairs.Band {
    starts.append(count)
    return NearPairs.Band(second: Array(UnsafeBufferPointer(start: second, count: count)), starts: starts)
  }
}
