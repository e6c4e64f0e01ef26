import Foundation

extension UUID {
  /// A name made of this one and a number: always the same one, and unlike that of any neighbour.
  ///
  /// Both halves go through the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
  /// generators", 2014), and the form is version 8 of RFC 9562, section 5.8.
  func derived(_ number: UInt64) -> UUID {
    var halves = withUnsafeBytes(of: uuid) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    // Each half depends on both, so that keys that differ in one only differ in all of it.
    halves.0 = UUID.mixed(halves.0 ^ UUID.mixed(halves.1 &+ number))
    halves.1 = UUID.mixed(halves.1 ^ UUID.mixed(halves.0 &+ number))
    halves.0 = halves.0 & ~0xF000 | 0x8000
    halves.1 = halves.1 & ~(0b11 << 62) | 0b10 << 62
    return withUnsafeBytes(of: (halves.0.bigEndian, halves.1.bigEndian)) { bytes in
      UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
