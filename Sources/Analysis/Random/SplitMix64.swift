/// A small, fast generator whose draws depend on nothing but its seed, so that the same data give the same picture
/// (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The generator of one of several streams under a seed: streams may be drawn in any order, or at once.
  init(seed: UInt64, stream: Int) {
    var mixer = SplitMix64(seed: seed)
    state = mixer.next() ^ (UInt64(truncatingIfNeeded: stream) &* 0xD1B5_4A32_D192_ED03)
    state = next()
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An evenly distributed whole number below `bound`, from the 32 random bits given, and from new ones where those
  /// would favour some numbers (Lemire 2019, "Fast random integer generation in an interval").
  @inline(__always)
  mutating func below(_ bound: UInt32, bits: UInt32) -> Int {
    var product = UInt64(bits) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let unfair = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < unfair {
        product = UInt64(UInt32(truncatingIfNeeded: next())) &* UInt64(bound)
      }
    }
    return Int(product >> 32)
  }

  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    below(UInt32(bound), bits: UInt32(truncatingIfNeeded: next() >> 32))
  }

  /// Shuffles in place (Durstenfeld 1964), two draws for each number of the generator.
  @inline(__always)
  mutating func deal<Element>(_ items: UnsafeMutablePointer<Element>, count: Int) {
    var left = count
    while left > 2 {
      let bits = next()
      swap(items, left - 1, below(UInt32(left), bits: UInt32(truncatingIfNeeded: bits)))
      swap(items, left - 2, below(UInt32(left - 1), bits: UInt32(truncatingIfNeeded: bits >> 32)))
      left -= 2
    }
    if left == 2 { swap(items, 1, below(2)) }
  }

  @inline(__always)
  private func swap<Element>(_ items: UnsafeMutablePointer<Element>, _ first: Int, _ second: Int) {
    let kept = items[first]
    items[first] = items[second]
    items[second] = kept
  }
}
