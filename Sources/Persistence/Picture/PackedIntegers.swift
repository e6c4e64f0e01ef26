import Postgres

/// 32-bit integers that `int4send` has put one after the other.
struct PackedIntegers: PostgresDecodable {
  let values: [Int32]

  static func decode(_ value: PostgresValue) throws(DecodingFailure) -> PackedIntegers {
    guard let bytes = value.bytes else { throw .unexpectedNull }
    guard bytes.count.isMultiple(of: 4) else { throw .malformed("integers in \(bytes.count) bytes") }
    return PackedIntegers(
      values: [Int32](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
        count = bytes.count / 4
        for index in 0..<count {
          buffer[index] = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: Int32.self))
        }
      })
  }

  /// As they are decoded.
  var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * values.count) { buffer, count in
      count = 4 * values.count
      for index in values.indices {
        UnsafeMutableRawBufferPointer(buffer).storeBytes(
          of: values[index].bigEndian, toByteOffset: 4 * index, as: Int32.self)
      }
    }
  }
}
