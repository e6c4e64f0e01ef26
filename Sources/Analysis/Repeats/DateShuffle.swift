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

  /// Set in every second byte: it makes sums of bytes, without sign, compare right as signed ones.
  private static let always: UInt16 = 0x80
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
      UInt16(day & 255)
        | (DateShuffle.always | (day >= far ? DateShuffle.late : 0)
          | (day <= span - far ? DateShuffle.early : 0))
        << 8
    }
  }

  /// The counts of sixteen shuffles, or without a generator of the days as they are:
  /// `counts[(band * limits.count + limit) * 16 + lane]`, which is 0 in the bands that are not asked for.
  func counts(with generator: inout SplitMix64?, bands asked: [Bool]) -> [UInt32] {
    let count = codes.count
    let width = limits.count * DateShuffle.lanes
    // Limits are counted three at a time; what a last, shorter three leaves over is cut off.
    let threes = (limits.count + 2) / 3
    var totals: [UInt32] = []
    totals.reserveCapacity(pairs.bands.count * width)
    withUnsafeTemporaryAllocation(of: Row.self, capacity: max(count, 1)) { rows in
      fill(rows, with: &generator)
      for (band, isAsked) in zip(pairs.bands, asked) {
        var sums = [UInt32](repeating: 0, count: threes * 3 * DateShuffle.lanes)
        sums.withUnsafeMutableBufferPointer { sums in
          for three in 0..<(isAsked && !band.second.isEmpty ? threes : 0) {
            DateShuffle.add(
              band, rows: UnsafePointer(rows.baseAddress!), events: count,
              limits: (limit(three * 3), limit(three * 3 + 1), limit(three * 3 + 2)),
              to: sums.baseAddress! + three * 3 * DateShuffle.lanes)
          }
        }
        totals += sums.prefix(width)
      }
    }
    return totals
  }

  private func limit(_ index: Int) -> Int8 { index < limits.count ? Int8(limits[index]) : 1 }

  private func fill(_ rows: UnsafeMutableBufferPointer<Row>, with generator: inout SplitMix64?) {
    let count = codes.count
    // A few more than there are events keep the lanes from meeting in the same lines of the cache.
    let stride = count + 40
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: stride * DateShuffle.lanes) { shuffled in
      let lanes = shuffled.baseAddress!
      codes.withUnsafeBufferPointer { codes in
        for lane in 0..<DateShuffle.lanes {
          let own = lanes + lane * stride
          if let base = codes.baseAddress { own.update(from: base, count: count) }
          generator?.deal(own, count: count)
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

  /// Adds to three runs of sixteen totals, one for each limit.
  private static func add(
    _ band: NearPairs.Band, rows: UnsafePointer<Row>, events: Int, limits: (Int8, Int8, Int8),
    to totals: UnsafeMutablePointer<UInt32>
  ) {
    band.starts.withUnsafeBufferPointer { starts in
      band.second.withUnsafeBufferPointer { others in
        add(starts.baseAddress!, others.baseAddress!, rows: rows, events: events, limits: limits, to: totals)
      }
    }
  }

  private static func add(
    _ starts: UnsafePointer<Int>, _ others: UnsafePointer<UInt32>, rows: UnsafePointer<Row>, events: Int,
    limits: (Int8, Int8, Int8), to totals: UnsafeMutablePointer<UInt32>
  ) {
    let first = SIMD16<Int8>(repeating: limits.0 - 1 + .min)
    let second = SIMD16<Int8>(repeating: limits.1 - 1 + .min)
    let third = SIMD16<Int8>(repeating: limits.2 - 1 + .min)
    var (a, b, c) = (Bytes(), Bytes(), Bytes())
    // A byte holds the counts of so many pairs more.
    var room = 255
    for event in 0..<events {
      var pair = starts[event]
      let end = starts[event + 1]
      if pair == end { continue }
      let days = rows[event].days
      let ends = rows[event].ends
      // Early here meets late there, and the other way round.
      let opposite =
        Bytes(repeating: UInt8(always)) | ((ends &>> 1) & Bytes(repeating: UInt8(early)))
        | ((ends &<< 1) & Bytes(repeating: UInt8(late)))
      while pair < end {
        let stop = min(end, pair + room)
        room -= stop - pair
        while pair < stop {
          let other = rows + Int(others[pair])
          let forward = other.pointee.days &- days
          let backward = 0 &- forward
          let apart = unsafeBitCast(
            forward.replacing(with: backward, where: backward .< forward) &+ (other.pointee.ends & opposite),
            to: SIMD16<Int8>.self)
          // A mask's lanes are all ones where it holds: minus one.
          a &-= unsafeBitCast(apart .> first, to: Bytes.self)
          b &-= unsafeBitCast(apart .> second, to: Bytes.self)
          c &-= unsafeBitCast(apart .> third, to: Bytes.self)
          pair += 1
        }
        if room == 0 {
          flush(255, a, b, c, to: totals)
          (a, b, c) = (Bytes(), Bytes(), Bytes())
          room = 255
        }
      }
    }
    flush(UInt32(255 - room), a, b, c, to: totals)
  }

  @inline(__always)
  private static func flush(
    _ counted: UInt32, _ a: Bytes, _ b: Bytes, _ c: Bytes, to totals: UnsafeMutablePointer<UInt32>
  ) {
    for lane in 0..<lanes {
      totals[lane] &+= counted &- UInt32(a[lane])
      totals[lanes + lane] &+= counted &- UInt32(b[lane])
      totals[2 * lanes + lane] &+= counted &- UInt32(c[lane])
    }
  }
}
