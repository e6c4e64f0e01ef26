/// A `timestamptz`, which is an instant: microseconds since 1970 in UTC.
///
/// PostgreSQL's `infinity` and `-infinity` are `Int64.max` and `Int64.min`. What it cannot hold (before 4714 BC or
/// after 294276) the server refuses with 22008.
public struct PostgresTimestamp: Sendable, Hashable {
  public var microsecondsSince1970: Int64
  public init(microsecondsSince1970: Int64) { self.microsecondsSince1970 = microsecondsSince1970 }

  /// From 1970 to the 1 January 2000 that PostgreSQL counts from.
  static let epoch: Int64 = 946_684_800_000_000
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .timestamptz }

  public func encode(into bytes: inout PostgresBytes) {
    let value = microsecondsSince1970
    guard value != .max, value != .min else { return bytes.append(bigEndian: value) }
    let (difference, overflow) = value.subtractingReportingOverflow(Self.epoch)
    // Not `Int64.min`, which would be taken for -infinity: the next one is refused as out of range, as it should be.
    bytes.append(bigEndian: overflow ? .min + 1 : difference)
  }

  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> PostgresTimestamp {
    let since2000 = try value.integer(Int64.self, of: .timestamptz)
    let isInfinite = since2000 == .max || since2000 == .min
    return PostgresTimestamp(microsecondsSince1970: isInfinite ? since2000 : since2000 + epoch)
  }
}

/// A `date`: days since 1 January 1970 in the proleptic Gregorian calendar; `Int32.max` and `.min` are the infinities.
public struct PostgresDate: Sendable, Hashable {
  public var daysSince1970: Int32
  public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  static let epoch: Int32 = 10_957
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .date }

  public func encode(into bytes: inout PostgresBytes) {
    guard daysSince1970 != .max, daysSince1970 != .min else { return bytes.append(bigEndian: daysSince1970) }
    let (difference, overflow) = daysSince1970.subtractingReportingOverflow(Self.epoch)
    bytes.append(bigEndian: overflow ? .min + 1 : difference)
  }

  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> PostgresDate {
    let since2000 = try value.integer(Int32.self, of: .date)
    let isInfinite = since2000 == .max || since2000 == .min
    return PostgresDate(daysSince1970: isInfinite ? since2000 : since2000 + epoch)
  }
}
