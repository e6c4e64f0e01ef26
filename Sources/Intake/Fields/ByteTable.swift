/// A table from bytes to values, so that what recurs in a file is made of its bytes only once.
///
/// It takes up to `capacity` entries and ignores more, so that a file of ever new values cannot fill the memory.
struct ByteTable<Value> {
  private struct Entry {
    let start: Int
    let end: Int
    let value: Value
  }
  private let capacity: Int
  private var keys: [UInt8] = []
  private var entries: [Entry] = []
  /// Indices of `entries`, or -1; a power of two, at most half filled.
  private var slots: [Int32]

  init(capacity: Int = 2048) {
    self.capacity = capacity
    slots = Array(repeating: -1, count: (capacity * 2).nextPowerOfTwo)
  }

  func value(for key: UnsafeBufferPointer<UInt8>) -> Value? {
    let index = slots[slot(of: key)]
    return index < 0 ? nil : entries[Int(index)].value
  }

  mutating func insert(_ value: Value, for key: UnsafeBufferPointer<UInt8>) {
    let slot = slot(of: key)
    guard entries.count < capacity, key.count <= 256, slots[slot] < 0 else { return }
    slots[slot] = Int32(entries.count)
    let start = keys.count
    keys += key
    entries.append(Entry(start: start, end: keys.count, value: value))
  }

  /// The slot that holds the key, or the free one where it would stand.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0, !holds(Int(slots[slot]), key) { slot = (slot + 1) & mask }
    return slot
  }

  private func holds(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[index]
    guard entry.end - entry.start == key.count else { return false }
    return keys.withUnsafeBufferPointer { $0[entry.start..<entry.end].elementsEqual(key) }
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int { 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
