import TestSupport

/// Inputs made of real ones.
enum Mutation {
  /// A sample spoiled in a few places, sometimes grown, sometimes crossed with another.
  static func of(
    _ samples: [[UInt8]], words: [[UInt8]], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = samples.randomElement(using: &random)!
    if Int.random(in: 0..<8, using: &random) == 0 {
      let other = samples.randomElement(using: &random)!
      let (head, tail) = (
        Int.random(in: 0...bytes.count, using: &random), Int.random(in: 0...other.count, using: &random)
      )
      bytes = Array(bytes[..<head] + other[tail...])
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) { spoil(&bytes, words, &random) }
    return bytes
  }

  private static func spoil(_ bytes: inout [UInt8], _ words: [[UInt8]], _ random: inout SeededGenerator) {
    let index = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, index + Int.random(in: 1...30, using: &random))
    func word() -> [UInt8] {
      Bool.random(using: &random) ? words.randomElement(using: &random)! : Nasty.bytes(&random)
    }
    switch Int.random(in: 0..<11, using: &random) {
    case 0:
      bytes.replaceSubrange(index..<min(end, index + 1), with: [Nasty.signs.randomElement(using: &random)!])
    case 1:
      bytes.replaceSubrange(index..<min(end, index + 1), with: [UInt8.random(in: 0...255, using: &random)])
    case 2: bytes.insert(Nasty.signs.randomElement(using: &random)!, at: index)
    case 3: bytes.removeSubrange(index..<end)
    case 4:
      bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 5: bytes.removeSubrange(index...)
    case 6, 7: bytes.insert(contentsOf: word(), at: index)
    case 8: bytes.replaceSubrange(index..<end, with: word())
    case 9: replaceNumber(in: &bytes, from: index, &random)
    default:
      // Again and again, and once in a while beyond every limit of length and depth.
      let piece = Array(bytes[index..<end])
      let most = random.once(in: 400) ? 1_200_000 : random.once(in: 20) ? 20_000 : 1_000
      let times = Int.random(in: 1...max(1, most / max(1, piece.count)), using: &random)
      bytes.insert(contentsOf: Array([[UInt8]](repeating: piece, count: times).joined()), at: index)
    }
  }

  /// Puts an extreme number in the place of the next one.
  private static func replaceNumber(
    in bytes: inout [UInt8], from index: Int, _ random: inout SeededGenerator
  ) {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    guard let start = bytes[index...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(Nasty.numbers.randomElement(using: &random)!.utf8))
  }
}

extension SeededGenerator {
  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  mutating func pick<T>(_ items: [T]) -> T { items.randomElement(using: &self)! }
}
