/// A near-repeat test that goes on only where it can still find something.
///
/// Found is what is well above chance in size and in p both. How many pairs chance brings on average needs no random
/// order; and where so many orders have brought as many pairs as observed that p must end too high, the rest of them
/// change nothing. What is found is the same, to the last digit, as with every order in every interval.
public struct NearRepeatSearch: Sendable {
  /// What may be found.
  public struct Rule: Sendable {
    public var replicates: Int
    /// Times as many pairs as chance brings, at least.
    public var leastRatio: Double
    /// The greatest p.
    public var level: Double

    public init(replicates: Int = 999, leastRatio: Double, level: Double) {
      self.replicates = replicates
      self.leastRatio = leastRatio
      self.level = level
    }
  }

  /// One interval of distance and days in which there is more than chance brings.
  public struct Finding: Sendable, Equatable {
    /// The intervals' positions.
    public let distance: Int
    public let days: Int
    public let observed: Int
    public let ratio: Double
    public let pUpper: Double
  }

  public let test: NearRepeat
  private let rule: Rule
  private let seed: UInt64
  /// By interval of distance, then of days: the random orders so far with as many pairs as observed, or more.
  private var exceeding: [[Int]]
  private var blocksDone = 0

  public init(_ test: NearRepeat, rule: Rule, seed: UInt64) {
    self.test = test
    self.rule = rule
    self.seed = seed
    exceeding = test.observed.map { $0.map { _ in 0 } }
  }

  /// The blocks of random orders that come next, twice as many as before; empty when nothing is left to find.
  public var next: Range<Int> {
    let blocks = NearRepeat.blocks(for: rule.replicates)
    guard isOpen.contains(true) else { return blocks.upperBound..<blocks.upperBound }
    return blocksDone..<min(blocks.upperBound, max(4, blocksDone * 2))
  }

  /// What a block adds; blocks of the same round may be tried at once.
  public struct Step: Sendable {
    fileprivate var exceeding: [[Int]]
  }

  public func step(_ block: Int) -> Step {
    var step = Step(exceeding: exceeding.map { $0.map { _ in 0 } })
    let first = block * NearRepeat.blockSize
    for cells in test.cells(block: block, seed: seed, asked: isOpen).prefix(max(0, rule.replicates - first)) {
      for row in cells.indices {
        for column in cells[row].indices where cells[row][column] >= test.observed[row][column] {
          step.exceeding[row][column] += 1
        }
      }
    }
    return step
  }

  /// Ends a round with the steps of all its blocks.
  public mutating func add(_ steps: some Sequence<Step>) {
    blocksDone = next.upperBound
    for step in steps {
      for row in exceeding.indices {
        for column in exceeding[row].indices { exceeding[row][column] += step.exceeding[row][column] }
      }
    }
  }

  /// Nearer ones first; to be read when `next` is empty.
  public var findings: [Finding] {
    exceeding.indices.flatMap { row in
      exceeding[row].indices.compactMap { finding(row, $0) }
    }
  }

  /// Which intervals of distance have something that may be found.
  private var isOpen: [Bool] {
    exceeding.indices.map { row in exceeding[row].indices.contains { finding(row, $0) != nil } }
  }

  /// As it stands when all orders that are yet to come have fewer pairs.
  private func finding(_ row: Int, _ column: Int) -> Finding? {
    let (observed, expected) = (test.observed[row][column], test.expected[row][column])
    let pUpper = Double(exceeding[row][column] + 1) / Double(rule.replicates + 1)
    guard expected > 0, Double(observed) / expected >= rule.leastRatio, pUpper <= rule.level else {
      return nil
    }
    return Finding(
      distance: row, days: column, observed: observed, ratio: Double(observed) / expected, pUpper: pUpper)
  }
}
