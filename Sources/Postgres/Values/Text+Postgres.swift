import FoundationEssentials

extension String: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .inferred }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(text: self) }

  /// Reads every type whose binary form is its text: `text`, `varchar`, `char`, `name`, `json`, enums, `citext`.
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> String {
    guard let bytes = value.bytes else { throw .unexpectedNull }
    switch value.oid {
    case 18, 19, 25, 114, 705, 1042, 1043:
      return String(decoding: bytes, as: UTF8.self)
    // From here on are the types users and extensions make; a composite or a geometry is not UTF-8 for long.
    case 16384...:
      guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.containsNUL else {
        throw .typeMismatch(PostgresType.name(of: value.oid))
      }
      return text
    default:
      throw .typeMismatch(PostgresType.name(of: value.oid))
    }
  }
}

extension UUID: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .uuid }
  public func encode(into bytes: inout PostgresBytes) { withUnsafeBytes(of: uuid) { bytes.append($0) } }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> UUID {
    let bytes = try value.bytes(of: .uuid)
    guard bytes.count == 16 else { throw .malformed("\(bytes.count) bytes") }
    return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
  }
}

/// `[UInt8]` is one `bytea`.
extension UInt8: PostgresArrayEncodable, PostgresArrayDecodable {
  public static var postgresArrayType: PostgresType { .bytea }
  public static func encode(array: [UInt8], into bytes: inout PostgresBytes) { bytes.append(array) }
  public static func decode(array value: PostgresValue) throws(DecodingFailure) -> [UInt8] {
    [UInt8](try value.bytes(of: .bytea))
  }
}

/// The text of a JSON document, for `json` and `jsonb` columns. Goes out as `jsonb`, which PostgreSQL assigns to both.
public struct JSONText: Sendable, Hashable {
  public var text: String
  public init(_ text: String) { self.text = text }
}

extension JSONText: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .jsonb }

  /// The version of the binary form of `jsonb` (`jsonb_recv`), the only one there is, and the text.
  public func encode(into bytes: inout PostgresBytes) {
    bytes.append(1)
    bytes.append(text: text)
  }

  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> JSONText {
    let bytes = try value.bytes(of: .json, .jsonb)
    guard value.oid == PostgresType.jsonb.oid else { return JSONText(String(decoding: bytes, as: UTF8.self)) }
    guard bytes.first == 1 else { throw .malformed("jsonb of an unknown version") }
    return JSONText(String(decoding: bytes.dropFirst(), as: UTF8.self))
  }
}
