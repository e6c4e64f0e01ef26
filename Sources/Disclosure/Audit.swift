/// What an outsider can work out of a table with suppressed cells.
///
/// For each cell the least and the greatest value that all published cells and sums allow, by two linear programs
/// (Willenborg and de Waal 2001, "Elements of Statistical Disclosure Control", chapter 4). Counts are whole numbers, which
/// the programs leave out of account: the true intervals lie within these, and in tables of two dimensions are the same.
public struct Audit {
  private let system: CellSystem
  private let known: [Interval]
  private let blocks: [Block]
  private let blockOfCell: [Int?]

  /// - Parameter known: what is known of each cell by itself: exact where it is published, `atLeast(0)` or
  ///   `atLeast(1)` where it is suppressed, and a range where it is published rounded.
  public init(_ system: CellSystem, known: [Interval]) {
    precondition(known.count == system.count, "something is known of every cell")
    self.system = system
    self.known = known
    (blocks, blockOfCell) = Audit.blocks(of: system, known: known)
  }

  /// The interval of one cell; `nil` where what is known contradicts itself.
  public func interval(of cell: Int) -> Interval? {
    guard let number = blockOfCell[cell] else { return known[cell] }
    let block = blocks[number]
    guard let lower = block.extreme(of: cell, upward: false),
      let upper = block.extreme(of: cell, upward: true)
    else { return nil }
    return Interval(lower, upper)
  }

  /// The interval, and the other cells with an end of their own, such as published ones, that hold it at this width: it
  /// stays as it is unless one of them goes.
  func held(_ cell: Int) -> (interval: Interval, by: [Int])? {
    guard let number = blockOfCell[cell] else { return (known[cell], []) }
    let block = blocks[number]
    var holders: Set<Int> = []
    guard let lower = block.extreme(of: cell, upward: false) else { return nil }
    holders.formUnion(block.holders(in: system, known: known))
    guard let upper = block.extreme(of: cell, upward: true) else { return nil }
    if upper.isFinite { holders.formUnion(block.holders(in: system, known: known)) }
    return (Interval(lower, upper), holders.sorted())
  }

  /// Cells that hang together through sums, apart from those that are known exactly.
  private final class Block {
    private let program: LinearProgram
    private let cells: [Int]
    private let column: [Int: Int]
    private let relations: [Int]
    private var goal: Int?

    init(cells: [Int], relations: [Int], system: CellSystem, known: [Interval]) {
      self.cells = cells
      self.relations = relations
      let column = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
      self.column = column
      var columns = Array(repeating: [LinearProgram.Entry](), count: cells.count)
      var equals = Array(repeating: 0.0, count: relations.count)
      for (row, number) in relations.enumerated() {
        func add(_ cell: Int, _ coefficient: Double) {
          if let place = column[cell] {
            columns[place].append(.init(row: row, coefficient: coefficient))
          } else {
            equals[row] -= coefficient * known[cell].lower
          }
        }
        add(system.relations[number].total, 1)
        for part in system.relations[number].parts { add(part, -1) }
      }
      program = LinearProgram(
        columns: columns, lower: cells.map { known[$0].lower }, upper: cells.map { known[$0].upper },
        equals: equals)
    }

    /// `nil` where there is no solution at all.
    func extreme(of cell: Int, upward: Bool) -> Double? {
      guard let place = column[cell] else { return nil }
      if let goal, goal != place { program.setCost(0, of: goal) }
      goal = place
      program.setCost(upward ? -1 : 1, of: place)
      switch program.minimize() {
      case .optimum(let value): return upward ? 0 - value : value
      case .unbounded: return upward ? .infinity : -.infinity
      case .infeasible: return nil
      }
    }

    /// Cells with an end of their own, which has a price at the last optimum.
    func holders(in system: CellSystem, known: [Interval]) -> [Int] {
      var price: [Int: Double] = [:]
      for (row, number) in relations.enumerated() {
        let dual = program.prices[row]
        if dual == 0 { continue }
        price[system.relations[number].total, default: 0] += dual
        for part in system.relations[number].parts { price[part, default: 0] -= dual }
      }
      return price.filter { cell, price in
        abs(price) > 1e-9 && known[cell].upper.isFinite && goal.map { cells[$0] } != cell
      }.map(\.key)
    }
  }

  private static func blocks(of system: CellSystem, known: [Interval]) -> ([Block], [Int?]) {
    var parent = Array(0..<system.count)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while parent[cell] != cell {
        parent[cell] = parent[parent[cell]]
        cell = parent[cell]
      }
      return cell
    }
    var open: [(relation: Int, cell: Int)] = []
    for (number, relation) in system.relations.enumerated() {
      var first: Int?
      for cell in [relation.total] + relation.parts where !known[cell].isExact {
        if let first { parent[root(cell)] = root(first) } else { first = cell }
      }
      if let first { open.append((number, first)) }
    }
    var numbers: [Int: Int] = [:]
    var cells: [[Int]] = []
    var blockOfCell = [Int?](repeating: nil, count: system.count)
    var isInRelation = Array(repeating: false, count: system.count)
    for (number, _) in open {
      isInRelation[system.relations[number].total] = true
      for part in system.relations[number].parts { isInRelation[part] = true }
    }
    for cell in 0..<system.count where !known[cell].isExact && isInRelation[cell] {
      let top = root(cell)
      if numbers[top] == nil {
        numbers[top] = cells.count
        cells.append([])
      }
      let number = numbers[top]!
      cells[number].append(cell)
      blockOfCell[cell] = number
    }
    var relations = Array(repeating: [Int](), count: cells.count)
    for (number, cell) in open {
      if let block = blockOfCell[cell] { relations[block].append(number) }
    }
    let blocks = zip(cells, relations).map {
      Block(cells: $0, relations: $1, system: system, known: known)
    }
    return (blocks, blockOfCell)
  }
}
