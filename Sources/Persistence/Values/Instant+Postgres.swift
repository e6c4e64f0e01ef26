import EST
import Postgres

extension Instant: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { PostgresTimestamp.postgresType }

  public func encode(into bytes: inout PostgresBytes) {
    PostgresTimestamp(microsecondsSince1970: microseconds).encode(into: &bytes)
  }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Instant {
    Instant(microseconds: try PostgresTimestamp.decode(value).microsecondsSince1970)
  }
}

extension LocalDate: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { PostgresDate.postgresType }

  public func encode(into bytes: inout PostgresBytes) {
    PostgresDate(daysSince1970: Int32(daysSince1970)).encode(into: &bytes)
  }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> LocalDate {
    LocalDate(daysSince1970: Int(try PostgresDate.decode(value).daysSince1970))
  }
}

/// As text, which a column of type `timestamp` is cast from: `\(wall)::timestamp`, and to: `to_char(…)`, see `wallText`.
extension LocalDateTime: StoredAsText {
  public var storedText: String { description }
  public init?(storedText: String) { self.init(storedText) }
}

/// A column of type `timestamp` as the text that `LocalDateTime` is read from.
func wallText(_ column: String) -> SQL { SQL(raw: "to_char(\(column), 'YYYY-MM-DD\"T\"HH24:MI:SS')") }
