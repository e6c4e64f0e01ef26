import Foundation

/// What sampled tests draw from: said at the start of the run, so that `EST_SEED` can repeat it.
public enum Seed {
  public static let current: UInt64 = {
    let given = ProcessInfo.processInfo.environment["EST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
    FileHandle.standardError.write(Data("EST_SEED=\(seed)\n".utf8))
    return seed
  }()

  /// True where the long runs were asked for, with `EST_TESTS=full`.
  public static let full = ProcessInfo.processInfo.environment["EST_TESTS"] == "full"

  /// A generator for one test: tests with different numbers draw apart from one another, whichever run.
  public static func generator(_ stream: UInt64 = 0) -> SeededGenerator {
    var mixer = SeededGenerator(state: current)
    return SeededGenerator(state: mixer.next() ^ (stream &* 0x9E37_79B9_7F4A_7C15))
  }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
