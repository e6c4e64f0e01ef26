/// A point in time, in whole microseconds since 1970-01-01T00:00:00Z, as PostgreSQL keeps it.
public struct Instant: Hashable, Sendable, Comparable {
  public let microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }
  public init(seconds: Int64) { microseconds = seconds * 1_000_000 }

  /// Whole seconds since 1970, rounded down also before it.
  public var seconds: Int64 { microseconds.flooredDivision(by: 1_000_000) }

  public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

  /// Exact time later or earlier; a calendar's days are `LocalDate`'s business.
  public func advanced(minutes: Int) -> Instant {
    Instant(microseconds: microseconds + Int64(minutes) * 60_000_000)
  }
}

extension BinaryInteger {
  /// Division that rounds towards minus infinity, so that days before 1970 come out right.
  @inlinable func flooredDivision(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
