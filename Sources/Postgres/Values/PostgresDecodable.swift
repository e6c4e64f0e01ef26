/// A value that can be read from a column.
public protocol PostgresDecodable: PostgresArrayDecodable {
  /// - Throws: what keeps the bytes from being such a value; the caller adds which column it was.
  static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Self
}

/// Why a column could not be read as the type asked for.
public enum DecodingFailure: Error, Sendable, Hashable {
  case unexpectedNull
  /// The column is of another type.
  case typeMismatch(String)
  /// The bytes are not what the type says, or hold a value the Swift type does not know.
  case malformed(String)
}

/// A column's value as it came: the number of its type and its bytes, good only during the call it is handed to.
public struct PostgresValue {
  public let oid: UInt32
  /// Nil for NULL.
  public let bytes: UnsafeRawBufferPointer?

  public init(oid: UInt32, bytes: UnsafeRawBufferPointer?) {
    self.oid = oid
    self.bytes = bytes
  }

  /// The bytes of a value of one of the `types`, which is not NULL.
  public func bytes(of types: PostgresType...) throws(DecodingFailure) -> UnsafeRawBufferPointer {
    guard let bytes else { throw .unexpectedNull }
    for type in types where type.elementOID == oid { return bytes }
    throw .typeMismatch(PostgresType.name(of: oid))
  }

  /// The only integer the bytes hold, which come in network order.
  public func integer<Integer: FixedWidthInteger>(
    _: Integer.Type, of type: PostgresType
  ) throws(DecodingFailure) -> Integer {
    let bytes = try bytes(of: type)
    guard bytes.count == MemoryLayout<Integer>.size else { throw .malformed("\(bytes.count) bytes") }
    return Integer(bigEndian: bytes.loadUnaligned(as: Integer.self))
  }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Self {
    let rawValue = try RawValue.decode(value)
    guard let decoded = Self(rawValue: rawValue) else { throw .malformed("no such \(Self.self)") }
    return decoded
  }
}

/// A value of which an array can be read. Everything `PostgresDecodable` is; `UInt8` is nothing else.
public protocol PostgresArrayDecodable {
  static func decode(array value: PostgresValue) throws(DecodingFailure) -> [Self]
}

extension PostgresArrayDecodable where Self: PostgresDecodable {
  public static func decode(array value: PostgresValue) throws(DecodingFailure) -> [Self] {
    guard let bytes = value.bytes else { throw .unexpectedNull }
    var reader = ArrayReader(bytes)
    let dimensions = try reader.next(Int32.self)
    let nulls = try reader.next(Int32.self)
    let oid = try reader.next(UInt32.self)
    guard 0...1 ~= dimensions, 0...1 ~= nulls else {
      throw .typeMismatch(
        2...6 ~= dimensions ? "an array of several dimensions" : PostgresType.name(of: value.oid))
    }
    var elements: [Self] = []
    if dimensions == 1 {
      let count = Int(try reader.next(Int32.self))
      _ = try reader.next(Int32.self)
      // Each element takes four bytes at least: a bound on what is set aside for a length that is not true.
      guard count >= 0, count <= bytes.count / 4 else { throw .malformed("an array of \(count)") }
      elements.reserveCapacity(count)
      for _ in 0..<count {
        elements.append(try decode(PostgresValue(oid: oid, bytes: try reader.nextElement())))
      }
    }
    guard reader.isAtEnd else { throw .typeMismatch(PostgresType.name(of: value.oid)) }
    return elements
  }
}

/// Walks over the binary form of an array, and says so where it ends too early.
private struct ArrayReader {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func next<Integer: FixedWidthInteger>(_: Integer.Type) throws(DecodingFailure) -> Integer {
    let size = MemoryLayout<Integer>.size
    guard rest.count >= size else { throw .malformed("an array cut short") }
    defer { rest = rest.dropFirst(size) }
    return Integer(bigEndian: UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: Integer.self))
  }

  mutating func nextElement() throws(DecodingFailure) -> UnsafeRawBufferPointer? {
    let length = Int(try next(Int32.self))
    guard length >= 0 else { return nil }
    guard rest.count >= length else { throw .malformed("an array cut short") }
    defer { rest = rest.dropFirst(length) }
    return UnsafeRawBufferPointer(rebasing: rest.prefix(length))
  }
}

extension Array: PostgresDecodable, PostgresArrayDecodable where Element: PostgresArrayDecodable {
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> [Element] {
    try Element.decode(array: value)
  }
}

extension Optional: PostgresDecodable, PostgresArrayDecodable where Wrapped: PostgresDecodable {
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Wrapped? {
    value.bytes == nil ? nil : try Wrapped.decode(value)
  }
}
