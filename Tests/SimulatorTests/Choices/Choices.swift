import EST

/// Everything that chance decides in a run, drawn from one seed: no other randomness and no clock has a say.
struct Choices {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// In `0..<count`.
  mutating func below(_ count: Int) -> Int { Int(random.next().multipliedFullWidth(by: UInt64(count)).high) }

  mutating func between(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Once in so many times, on average.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  mutating func percent(_ share: Int) -> Bool { below(100) < share }

  /// `nil` of nothing.
  mutating func one<Item>(of items: [Item]) -> Item? { items.isEmpty ? nil : items[below(items.count)] }

  mutating func one<Item>(_ first: Item, _ others: Item...) -> Item {
    let index = below(others.count + 1)
    return index == 0 ? first : others[index - 1]
  }

  mutating func key() -> Key { Key(high: random.next(), low: random.next()) }

  /// Choices of their own for a part of the run, so that the parts do not disturb one another.
  mutating func fork() -> Choices { Choices(seed: random.next()) }
}

/// A client's key: what is said again under it is done once.
struct Key: Hashable, Sendable {
  let high: UInt64
  let low: UInt64
}
