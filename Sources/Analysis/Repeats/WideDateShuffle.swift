/// Counts as `DateShuffle` does, for spans of time or limits that do not fit its bytes; slower.
struct WideDateShuffle {
  private let pairs: NearPairs
  private let limits: [Int]
  private let days: [Int]

  init(pairs: NearPairs, days: [Int], limits: [Int]) {
    self.pairs = pairs
    self.limits = limits
    self.days = days
  }

  /// As, and in the order of, `DateShuffle.counts`.
  func counts(with generator: inout SplitMix64?, bands asked: [Bool]) -> [UInt32] {
    let width = limits.count * DateShuffle.lanes
    var totals = [UInt32](repeating: 0, count: pairs.bands.count * width)
    var shuffled = days
    for lane in 0..<DateShuffle.lanes {
      shuffled.withUnsafeMutableBufferPointer {
        if let base = $0.baseAddress { generator?.deal(base, count: $0.count) }
      }
      for (number, band) in pairs.bands.enumerated() where asked[number] {
        let place = number * width + lane
        for event in shuffled.indices {
          let day = shuffled[event]
          for pair in band.starts[event]..<band.starts[event + 1] {
            let apart = abs(shuffled[Int(band.second[pair])] - day)
            for limit in limits.indices where apart < limits[limit] {
              totals[place + limit * DateShuffle.lanes] += 1
            }
          }
        }
      }
    }
    return totals
  }
}
