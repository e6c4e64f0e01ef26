import Foundation

/// A time zone as a table of its offsets, so that a local time is looked up and never calculated from one.
///
/// Built once from the system's zone data; the lookups that follow are pure, and quick enough for a file of
/// half a million rows.
public struct ZoneRules: Sendable, Equatable {
  /// The IANA name, such as `Europe/Stockholm`.
  public let identifier: String
  /// Seconds since 1970 from which each offset holds, ascending; the first holds from the beginning.
  let starts: [Int64]
  /// Seconds east of UTC.
  let offsets: [Int]

  /// What a time on the wall means in the zone.
  public enum Meaning: Sendable, Equatable {
    case once(Instant)
    /// The hour that summer time skips: no such time; `resumes` is the instant at which the clock jumps.
    case never(resumes: Instant)
    /// The hour that comes twice in autumn.
    case twice(first: Instant, second: Instant)
  }

  /// `nil` where the system knows no zone of that name. Changes are tabled for 1970 to 2100.
  public init?(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    var starts: [Int64] = [.min]
    var date = Date(timeIntervalSince1970: 0)
    var offsets = [zone.secondsFromGMT(for: date)]
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
      let offset = zone.secondsFromGMT(for: next)
      if offset != offsets[offsets.count - 1] {
        starts.append(Int64(next.timeIntervalSince1970.rounded()))
        offsets.append(offset)
      }
      date = next
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// Rules of another making: each offset holds from its start on, the first from the beginning.
  init(identifier: String, starts: [Int64], offsets: [Int]) {
    self.identifier = identifier
    self.starts = starts
    self.offsets = offsets
  }

  /// Sweden's zone, which the product defaults to.
  public static let stockholm = ZoneRules("Europe/Stockholm")!

  /// The zone of a name; Sweden's is tabled once.
  public static func named(_ identifier: String) -> ZoneRules? {
    identifier == stockholm.identifier ? stockholm : ZoneRules(identifier)
  }

  /// Seconds east of UTC at `instant`.
  public func offset(at instant: Instant) -> Int { offsets[index(at: instant.seconds)] }

  /// What the clock on the wall shows at `instant`; parts of a second are dropped.
  public func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  public func meaning(of local: LocalDateTime) -> Meaning {
    let wall = local.wallSeconds
    // Offsets differ by hours at most, so only the periods around the wall time taken as UTC can hold it.
    let near = index(at: wall)
    var found: [Int64] = []
    for candidate in max(0, near - 1)...min(offsets.count - 1, near + 1) {
      let utc = wall - Int64(offsets[candidate])
      if index(at: utc) == candidate { found.append(utc) }
    }
    switch found.count {
    case 1: return .once(Instant(seconds: found[0]))
    case 2: return .twice(first: Instant(seconds: found[0]), second: Instant(seconds: found[1]))
    default:
      let after = (max(1, near)...min(offsets.count - 1, near + 1)).first { candidate in
        wall - Int64(offsets[candidate - 1]) >= starts[candidate]
          && wall - Int64(offsets[candidate]) < starts[candidate]
      }
      return .never(resumes: Instant(seconds: starts[after ?? near]))
    }
  }

  /// The instant at which something planned for a local time takes place: the first of two, and where the
  /// clock jumps over the time, the moment it has jumped, so that nothing planned is ever skipped.
  public func planned(_ local: LocalDateTime) -> Instant {
    switch meaning(of: local) {
    case .once(let instant): instant
    case .twice(let first, _): first
    case .never(let resumes): resumes
    }
  }

  private func index(at second: Int64) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return low
  }
}
