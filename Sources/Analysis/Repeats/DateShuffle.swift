/// Counts the pairs of a band that are few days apart, for sixteen random orders of the dates at once.
///
/// Each of sixteen lanes holds its own shuffled dates. Days are kept as bytes, modulo 256, and differences taken in
/// bytes too; a second byte says whether the day is so early, or so late, that a difference near 256 could look like
/// one near 0, and such pairs are told apart by it.
struct DateShuffle {
  typealias Bytes = SIMD16<UInt8>
  static let lanes = 16

  /// Whether dates over so many days can be told apart below this limit.
  static func holds(span: Int, limit: Int) -> Bool { limit <= 32 && span <= 514 - 3 * limit }

  private static let late: UInt16 = 0x40
  private static let early: UInt16 = 0x20

  /// One event's sixteen days: what they are modulo 256, and whether they are early or late.
  private struct Row {
    var days: Bytes
    var ends: Bytes
  }

  private let pairs: NearPairs
  private let limits: [Int]
  private let codes: [UInt16]

  /// - Parameters:
  ///   - days: from 0 to a span that `holds` for the greatest of the limits.
  ///   - limits: rising.
  init(pairs: NearPairs, days: [Int], limits: [Int]) {
    self.pairs = pairs
    self.limits = limits
    let span = days.max() ?? 0
    let far = 257 - (limits.last ?? 0)
    codes = days.map { day in
      UInt16(day & 255) | ((day >= far ? DateShuffle.late : 0) | (day <= span - far ? DateShuffle.early : 0))
        << 8
    }
  }

  /// The counts of sixteen shuffles: `counts[(band * limits.count + limit) * 16 + lane]`.
  func counts(with generator: inout SplitMix64) -> [UInt32] {
    let count = codes.count
    var totals = [UInt32](repeating: 0, count: pairs.bands.count * limits.count * DateShuffle.lanes)
    withUnsafeTemporaryAllocation(of: Row.self, capacity: max(count, 1)) { rows in
      fill(rows, with: &generator)
      for (number, band) in pairs.bands.enumerated() where !band.second.isEmpty {
        var limit = 0
        while limit < limits.count {
          let three = (limit..<limit + 3).map { $0 < limits.count ? Int8(limits[$0]) : 0 }
          let place = (number * limits.count + limit) * DateShuffle.lanes
          let kept = min(3, limits.count - limit) * DateShuffle.lanes
          totals.withUnsafeMutableBufferPointer {
            DateShuffle.add(
              band, rows: UnsafePointer(rows.baseAddress!), events: count,
              limits: (three[0], three[1], three[2]),
              to: UnsafeMutableBufferPointer(rebasing: $0[place..<place + kept]))
          }
          limit += 3
        }
      }
    }
    return totals
  }

  private func fill(_ rows: UnsafeMutableBufferPointer<Row>, with generator: inout SplitMix64) {
    let count = codes.count
    // A few more than there are events keep the lanes from meeting in the same lines of the cache.
    let stride = count + 40
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: stride * DateShuffle.lanes) { shuffled in
      let lanes = shuffled.baseAddress!
      codes.withUnsafeBufferPointer { codes in
        for lane in 0..<DateShuffle.lanes {
          let own = lanes + lane * stride
          if let base = codes.baseAddress { own.update(from: base, count: count) }
          generator.shuffle(own, count: count)
        }
      }
      for event in 0..<count {
        var mixed = SIMD16<UInt16>()
        for lane in 0..<DateShuffle.lanes { mixed[lane] = lanes[lane * stride + event] }
        rows[event] = Row(
          days: Bytes(truncatingIfNeeded: mixed), ends: Bytes(truncatingIfNeeded: mixed &>> 8))
      }
    }
  }

  private static func add(
    _ band: NearPairs.Band, rows: UnsafePointer<Row>, events: Int, limits: (Int8, Int8, Int8),
    to totals: UnsafeMutableBufferPointer<UInt32>
  ) {
    let first = SIMD16<Int8>(repeating: limits.0)
    let second = SIMD16<Int8>(repeating: limits.1)
    let third = SIMD16<Int8>(repeating: limits.2)
    var sums = (Bytes(), Bytes(), Bytes())
    var room = 255
    func flush() {
      for (index, sum) in [sums.0, sums.1, sums.2].prefix(totals.count / lanes).enumerated() {
        for lane in 0..<lanes { totals[index * lanes + lane] += UInt32(sum[lane]) }
      }
      sums = (Bytes(), Bytes(), Bytes())
      room = 255
    }
    band.starts.withUnsafeBufferPointer { starts in
      band.second.withUnsafeBufferPointer { others in
        for event in 0..<events {
          var pair = starts[event]
          let end = starts[event + 1]
          if pair == end { continue }
          let days = rows[event].days
          let ends = rows[event].ends
          // Early here meets late there, and the other way round.
          let opposite =
            ((ends &>> 1) & Bytes(repeating: UInt8(early))) | ((ends &<< 1) & Bytes(repeating: UInt8(late)))
          while pair < end {
            let stop = min(end, pair + room)
            room -= stop - pair
            var (a, b, c) = sums
            while pair < stop {
              let other = rows + Int(others[pair])
              let forward = other.pointee.days &- days
              let backward = 0 &- forward
              let apart = unsafeBitCast(
                forward.replacing(with: backward, where: backward .< forward)
                  | (other.pointee.ends & opposite),
                to: SIMD16<Int8>.self)
              // A mask's lanes are all ones where it holds: minus one.
              a &-= unsafeBitCast(apart .< first, to: Bytes.self)
              b &-= unsafeBitCast(apart .< second, to: Bytes.self)
              c &-= unsafeBitCast(apart .< third, to: Bytes.self)
              pair += 1
            }
            sums = (a, b, c)
            if room == 0 { flush() }
          }
        }
      }
    }
    flush()
  }
}
