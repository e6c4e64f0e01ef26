extension Bool: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .bool }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(self ? 1 : 0) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Bool {
    try value.integer(UInt8.self, of: .bool) != 0
  }
}

extension Int16: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int2 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: self) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Int16 {
    try value.integer(Int16.self, of: .int2)
  }
}

extension Int32: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int4 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: self) }
  /// Reads `int2` as well, which always fits.
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Int32 {
    value.oid == PostgresType.int2.oid
      ? Int32(try Int16.decode(value)) : try value.integer(Int32.self, of: .int4)
  }
}

extension Int64: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int8 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: self) }
  /// Reads `int2` and `int4` as well, which always fit.
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Int64 {
    switch value.oid {
    case PostgresType.int2.oid, PostgresType.int4.oid: Int64(try Int32.decode(value))
    default: try value.integer(Int64.self, of: .int8)
    }
  }
}

/// Goes out as `int8`, whatever the column; comes in from `int2`, `int4` and `int8`.
extension Int: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int8 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: Int64(self)) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Int {
    Int(try Int64.decode(value))
  }
}

extension Float: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .float4 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: bitPattern) }
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Float {
    Float(bitPattern: try value.integer(UInt32.self, of: .float4))
  }
}

extension Double: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .float8 }
  public func encode(into bytes: inout PostgresBytes) { bytes.append(bigEndian: bitPattern) }
  /// Reads `float4` as well. A `numeric` is cast in SQL (`avg(x)::float8`), where the loss can be seen.
  public static func decode(_ value: PostgresValue) throws(DecodingFailure) -> Double {
    value.oid == PostgresType.float4.oid
      ? Double(try Float.decode(value))
      : Double(bitPattern: try value.integer(UInt64.self, of: .float8))
  }
}
