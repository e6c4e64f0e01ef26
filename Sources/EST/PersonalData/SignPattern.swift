/// A pattern over the signs of a `ScreenedText`, in that part of PostgreSQL's regular expressions that the screen
/// needs, so that the database can be given the same text: literals, `[…]`, `(?:…)`, `|`, `?`, `*`, `+`, `{m,n}`, `^`
/// and what must or must not stand before and after.
struct SignPattern: Sendable {
  private let node: Node
  /// The signs with which a match begins; `nil` where it may be empty.
  private let first: SignSet?

  init(_ expression: String) {
    var parser = Parser(signs: Array(expression.utf8))
    node = parser.alternatives()
    precondition(parser.isAtEnd, "a pattern of the screen has a sign too many")
    let opening = SignPattern.opening(node)
    first = opening.mayBeEmpty ? nil : opening.signs
  }

  /// Where the first match at or after `start` stands, and one place where it ends.
  func firstMatch(in signs: [UInt8], from start: Int = 0) -> Range<Int>? {
    signs.withUnsafeBufferPointer { signs in
      for index in stride(from: start, to: signs.count, by: 1) {
        if let first, !first.contains(signs[index]) { continue }
        var end = index
        if SignPattern.match(
          node, signs, index,
          {
            end = $0
            return true
          })
        {
          return index..<end
        }
      }
      return nil
    }
  }

  private static func match(
    _ node: Node, _ signs: UnsafeBufferPointer<UInt8>, _ index: Int, _ then: (Int) -> Bool
  ) -> Bool {
    switch node {
    case .sign(let set):
      index < signs.count && set.contains(signs[index]) && then(index + 1)
    case .start: index == 0 && then(index)
    case .sequence(let nodes): match(nodes[...], signs, index, then)
    case .choice(let nodes): nodes.contains { match($0, signs, index, then) }
    case .repeated(let node, let least, let most):
      repeated(node, least, most, signs, index, then)
    case .ahead(let node, let isWanted):
      match(node, signs, index, { _ in true }) == isWanted && then(index)
    case .behind(let node, let isWanted):
      (max(0, index - longestBefore)...index).contains { match(node, signs, $0, { $0 == index }) } == isWanted
        && then(index)
    }
  }

  /// More than any pattern looks back.
  private static let longestBefore = 40

  private static func match(
    _ nodes: ArraySlice<Node>, _ signs: UnsafeBufferPointer<UInt8>, _ index: Int, _ then: (Int) -> Bool
  ) -> Bool {
    guard let first = nodes.first else { return then(index) }
    return match(first, signs, index) { match(nodes.dropFirst(), signs, $0, then) }
  }

  private static func repeated(
    _ node: Node, _ least: Int, _ most: Int, _ signs: UnsafeBufferPointer<UInt8>, _ index: Int,
    _ then: (Int) -> Bool
  ) -> Bool {
    if case .sign(let set) = node {
      var end = index
      while end - index < most, end < signs.count, set.contains(signs[end]) { end += 1 }
      while end - index >= least {
        if then(end) { return true }
        end -= 1
      }
      return false
    }
    if most > 0,
      match(
        node, signs, index,
        { $0 > index && repeated(node, max(0, least - 1), most - 1, signs, $0, then) })
    {
      return true
    }
    return least == 0 && then(index)
  }
}

extension SignPattern {
  /// ASCII signs.
  struct SignSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    func contains(_ sign: UInt8) -> Bool {
      sign < 64 ? low >> UInt64(sign) & 1 == 1 : sign < 128 && high >> UInt64(sign - 64) & 1 == 1
    }
    mutating func insert(_ sign: UInt8) {
      if sign < 64 { low |= 1 << UInt64(sign) } else { high |= 1 << UInt64(sign - 64) }
    }
    mutating func formUnion(_ other: SignSet) {
      low |= other.low
      high |= other.high
    }
    var inverted: SignSet {
      var set = SignSet()
      (set.low, set.high) = (~low, ~high)
      return set
    }
  }

  indirect enum Node: Sendable {
    case sign(SignSet)
    case start
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int)
    case ahead(Node, isWanted: Bool)
    case behind(Node, isWanted: Bool)
  }

  private static func opening(_ node: Node) -> (signs: SignSet, mayBeEmpty: Bool) {
    switch node {
    case .sign(let set): return (set, false)
    case .start, .ahead, .behind: return (SignSet(), true)
    case .choice(let nodes):
      let all = nodes.map(opening)
      return (all.reduce(into: SignSet()) { $0.formUnion($1.signs) }, all.contains { $0.mayBeEmpty })
    case .repeated(let node, let least, _):
      let one = opening(node)
      return (one.signs, one.mayBeEmpty || least == 0)
    case .sequence(let nodes):
      var signs = SignSet()
      for node in nodes {
        let next = opening(node)
        signs.formUnion(next.signs)
        if !next.mayBeEmpty { return (signs, false) }
      }
      return (signs, true)
    }
  }

  private struct Parser {
    let signs: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == signs.count }

    private func isAt(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { signs[index...].starts(with: $0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
      guard isAt(text) else { return false }
      index += text.utf8CodeUnitCount
      return true
    }

    mutating func alternatives() -> Node {
      var choices = [sequence()]
      while take("|") { choices.append(sequence()) }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() -> Node {
      var nodes: [Node] = []
      while !isAtEnd, !isAt("|"), !isAt(")") { nodes.append(counted(atom())) }
      return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func counted(_ node: Node) -> Node {
      if take("?") { return .repeated(node, least: 0, most: 1) }
      if take("*") { return .repeated(node, least: 0, most: .max) }
      if take("+") { return .repeated(node, least: 1, most: .max) }
      guard take("{") else { return node }
      let least = number()
      let most = take(",") ? number() : least
      precondition(take("}"), "a count of a pattern of the screen has no end")
      return .repeated(node, least: least, most: most)
    }

    private mutating func number() -> Int {
      var value = 0
      while case let digit = signs[index] &- 48, digit < 10 {
        value = value * 10 + Int(digit)
        index += 1
      }
      return value
    }

    private mutating func atom() -> Node {
      if take("^") { return .start }
      if take("(?:") { return closed(alternatives()) }
      if take("(?=") { return .ahead(closed(alternatives()), isWanted: true) }
      if take("(?!") { return .ahead(closed(alternatives()), isWanted: false) }
      if take("(?<=") { return .behind(closed(alternatives()), isWanted: true) }
      if take("(?<!") { return .behind(closed(alternatives()), isWanted: false) }
      if take("[") { return .sign(set()) }
      var one = SignSet()
      one.insert(sign())
      return .sign(one)
    }

    private mutating func closed(_ node: Node) -> Node {
      precondition(take(")"), "a group of a pattern of the screen has no end")
      return node
    }

    private mutating func set() -> SignSet {
      let isInverted = take("^")
      var set = SignSet()
      repeat {
        let low = sign()
        if isAt("-"), !isAt("-]") {
          index += 1
          for sign in low...sign() { set.insert(sign) }
        } else {
          set.insert(low)
        }
      } while !take("]")
      return isInverted ? set.inverted : set
    }

    /// One sign; after a backslash as it stands, or with its number.
    private mutating func sign() -> UInt8 {
      if take("\\u") {
        index += 4
        return UInt8(String(decoding: signs[index - 4..<index], as: UTF8.self), radix: 16)!
      }
      _ = take("\\")
      index += 1
      return signs[index - 1]
    }
  }
}
