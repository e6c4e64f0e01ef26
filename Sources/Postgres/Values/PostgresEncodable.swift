/// A value that can be a parameter.
///
/// A type of an upper layer conforms by writing what it is made of, and can then be an element of an array too:
/// ```swift
/// extension Instant: PostgresEncodable {
///   static var postgresType: PostgresType { .timestamptz }
///   func encode(into bytes: inout PostgresBytes) {
///     PostgresTimestamp(microsecondsSince1970: microseconds).encode(into: &bytes)
///   }
/// }
/// ```
/// A type with a raw value that is `PostgresEncodable` needs only to declare the conformance.
public protocol PostgresEncodable: PostgresArrayEncodable {
  static var postgresType: PostgresType { get }

  /// Writes the value in its type's binary form (text where `postgresType.isText`).
  func encode(into bytes: inout PostgresBytes)

  /// True for NULL; `encode` is then not called.
  var isPostgresNull: Bool { get }
}

extension PostgresEncodable {
  public var isPostgresNull: Bool { false }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
  public static var postgresType: PostgresType { RawValue.postgresType }
  public func encode(into bytes: inout PostgresBytes) { rawValue.encode(into: &bytes) }
}

/// A value of which an array can be a parameter. Everything `PostgresEncodable` is; `UInt8` is nothing else, since
/// an array of it is one `bytea`.
public protocol PostgresArrayEncodable: Sendable {
  static var postgresArrayType: PostgresType { get }
  static func encode(array: [Self], into bytes: inout PostgresBytes)
}

extension PostgresArrayEncodable where Self: PostgresEncodable {
  public static var postgresArrayType: PostgresType {
    var type = PostgresType(oid: postgresType.arrayOID, arrayOID: 0)
    type.isArrayOfArrays = postgresType.arrayOID == 0
    return type
  }

  /// The binary form of a one-dimensional array: dimensions, whether there are NULLs, element type, length, lower
  /// bound, elements (`array_recv` in PostgreSQL's `arrayfuncs.c`).
  public static func encode(array: [Self], into bytes: inout PostgresBytes) {
    bytes.append(bigEndian: Int32(array.isEmpty ? 0 : 1))
    bytes.append(bigEndian: Int32(array.contains(where: \.isPostgresNull) ? 1 : 0))
    bytes.append(bigEndian: postgresType.elementOID)
    guard !array.isEmpty else { return }
    bytes.append(bigEndian: Int32(truncatingIfNeeded: array.count))
    bytes.append(bigEndian: Int32(1))
    for element in array {
      bytes.appendElement(isNull: element.isPostgresNull) { element.encode(into: &$0) }
    }
  }
}

extension Array: PostgresEncodable, PostgresArrayEncodable where Element: PostgresArrayEncodable {
  public static var postgresType: PostgresType { Element.postgresArrayType }
  public func encode(into bytes: inout PostgresBytes) { Element.encode(array: self, into: &bytes) }
}

extension Optional: PostgresEncodable, PostgresArrayEncodable where Wrapped: PostgresEncodable {
  public static var postgresType: PostgresType { Wrapped.postgresType }
  public func encode(into bytes: inout PostgresBytes) { self?.encode(into: &bytes) }
  public var isPostgresNull: Bool { self?.isPostgresNull ?? true }
}
