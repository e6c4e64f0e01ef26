import Glibc

/// The bytes of a parameter while it is written: a buffer that grows, integers in network order.
public struct PostgresBytes: Sendable {
  private(set) var storage: [UInt8] = []
  /// True when some text held U+0000, which PostgreSQL cannot store.
  private(set) var containsNULCharacter = false

  public init() {}

  public var count: Int { storage.count }

  public mutating func reserve(_ more: Int) { storage.reserveCapacity(storage.count + more) }

  public mutating func append(_ byte: UInt8) { storage.append(byte) }

  public mutating func append(_ bytes: UnsafeRawBufferPointer) { storage.append(contentsOf: bytes) }

  public mutating func append(_ bytes: [UInt8]) { storage.append(contentsOf: bytes) }

  /// An integer, the most significant byte first.
  public mutating func append<Integer: FixedWidthInteger>(bigEndian value: Integer) {
    withUnsafeBytes(of: value.bigEndian) { storage.append(contentsOf: $0) }
  }

  /// A text in UTF-8.
  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if utf8.containsNUL { containsNULCharacter = true }
      storage.append(contentsOf: utf8)
    }
  }

  mutating func append(contentsOf other: PostgresBytes) {
    storage.append(contentsOf: other.storage)
    containsNULCharacter = containsNULCharacter || other.containsNULCharacter
  }

  /// What `body` writes, with its length before it (-1 where the value is NULL): an element of an array.
  mutating func appendElement(isNull: Bool, _ body: (inout PostgresBytes) -> Void) {
    guard !isNull else { return append(bigEndian: Int32(-1)) }
    let position = storage.count
    append(bigEndian: Int32(0))
    body(&self)
    let length = UInt32(truncatingIfNeeded: storage.count - position - 4)
    for index in 0..<4 {
      storage[position + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index)))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  var containsNUL: Bool { baseAddress.map { memchr($0, 0, count) != nil } ?? false }
}

extension String.UTF8View {
  var containsNUL: Bool { withContiguousStorageIfAvailable { $0.containsNUL } ?? contains(0) }
}
