/// A pattern over the signs of a `ScreenedText`, in that part of PostgreSQL's regular expressions that the screen
/// needs, so that the database can be given the same text: literals, `[…]`, `(?:…)`, `|`, `?`, `*`, `+`, `{m,n}`, `^`
/// and what must or must not stand before and after.
struct SignPattern: Sendable {
  private let steps: [Step]
  /// The signs with which a match begins; `nil` where it may be empty.
  private let first: SignSet?

  init(_ expression: String) {
    var parser = Parser(signs: Array(expression.utf8))
    let node = parser.alternatives()
    precondition(parser.isAtEnd, "a pattern of the screen has a sign too many")
    let opening = SignPattern.opening(node)
    first = opening.mayBeEmpty ? nil : opening.signs
    var steps: [Step] = []
    SignPattern.append(node, to: &steps)
    steps.append(.end)
    self.steps = steps
  }

  /// Where the first match at or after `start` stands, and one place where it ends.
  func firstMatch(in signs: [UInt8], from start: Int = 0) -> Range<Int>? {
    signs.withUnsafeBufferPointer { signs in
      steps.withUnsafeBufferPointer { steps in
        let run = Run(signs: signs, steps: steps)
        for index in stride(from: start, to: signs.count, by: 1) {
          if let first, !first.contains(signs[index]) { continue }
          if let end = run.end(from: index, step: 0) { return index..<end }
        }
        return nil
      }
    }
  }

  /// What a pattern comes to: read one after the other, with a way back at each `either`.
  private enum Step: Sendable {
    case sign(SignSet)
    case start
    /// The first way, and where it leads to no match the other.
    case either(Int, or: Int)
    case go(to: Int)
    /// What must stand after or before, from the next step on, and the step that follows it.
    case ahead(isWanted: Bool, then: Int)
    case behind(isWanted: Bool, length: ClosedRange<Int>, then: Int)
    case end
  }

  private struct Run {
    let signs: UnsafeBufferPointer<UInt8>
    let steps: UnsafeBufferPointer<Step>
    /// - Parameter wanted: where the match has to end, if that matters.
    func end(from start: Int, step first: Int, at wanted: Int? = nil) -> Int? {
      var (index, step) = (start, first)
      while true {
        switch steps[step] {
        case .sign(let set):
          guard index < signs.count, set.contains(signs[index]) else { return nil }
          index += 1
          step += 1
        case .start:
          guard index == 0 else { return nil }
          step += 1
        case .either(let one, let other):
          // Most ways end with their first sign.
          if case .sign(let set) = steps[one], index == signs.count || !set.contains(signs[index]) {
            step = other
            continue
          }
          if let end = end(from: index, step: one, at: wanted) { return end }
          step = other
        case .go(let next): step = next
        case .ahead(let isWanted, let next):
          guard (end(from: index, step: step + 1) != nil) == isWanted else { return nil }
          step = next
        case .behind(let isWanted, let length, let next):
          var stands = false
          for back in length where !stands && back <= index {
            stands = end(from: index - back, step: step + 1, at: index) != nil
          }
          guard stands == isWanted else { return nil }
          step = next
        case .end: return wanted == nil || wanted == index ? index : nil
        }
      }
    }
  }

  private static func append(_ node: Node, to steps: inout [Step]) {
    switch node {
    case .sign(let set): steps.append(.sign(set))
    case .start: steps.append(.start)
    case .sequence(let nodes): for node in nodes { append(node, to: &steps) }
    case .choice(let nodes):
      var ends: [Int] = []
      for node in nodes.dropLast() {
        let fork = steps.count
        steps.append(.end)
        append(node, to: &steps)
        ends.append(steps.count)
        steps.append(.end)
        steps[fork] = .either(fork + 1, or: steps.count)
      }
      append(nodes.last!, to: &steps)
      for end in ends { steps[end] = .go(to: steps.count) }
    case .repeated(let node, let least, let most):
      for _ in 0..<least { append(node, to: &steps) }
      guard most != .max else {
        let fork = steps.count
        steps.append(.end)
        append(node, to: &steps)
        steps.append(.go(to: fork))
        steps[fork] = .either(fork + 1, or: steps.count)
        return
      }
      var forks: [Int] = []
      for _ in least..<most {
        forks.append(steps.count)
        steps.append(.end)
        append(node, to: &steps)
      }
      for fork in forks { steps[fork] = .either(fork + 1, or: steps.count) }
    case .ahead(let node, let isWanted):
      let look = steps.count
      steps.append(.end)
      append(node, to: &steps)
      steps.append(.end)
      steps[look] = .ahead(isWanted: isWanted, then: steps.count)
    case .behind(let node, let isWanted):
      let look = steps.count
      steps.append(.end)
      append(node, to: &steps)
      steps.append(.end)
      steps[look] = .behind(isWanted: isWanted, length: length(node), then: steps.count)
    }
  }

  private static func length(_ node: Node) -> ClosedRange<Int> {
    switch node {
    case .sign: return 1...1
    case .start, .ahead, .behind: return 0...0
    case .choice(let nodes):
      let all = nodes.map(length)
      return all.map(\.lowerBound).min()!...all.map(\.upperBound).max()!
    case .sequence(let nodes):
      return nodes.map(length).reduce(0...0) {
        $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound
      }
    case .repeated(let node, let least, let most):
      let one = length(node)
      return one.lowerBound * least...one.upperBound * most
    }
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
