/// Which cells to suppress so that one of them can be anything within a width: those through which that much can be
/// moved, at the least cost, without any published cell or sum seeing it.
///
/// The heuristic of network flows in Kelly, Golden and Assad 1992, Networks 22:397–417, as a linear program, so that it
/// serves tables of any shape.
struct CheapestFlow {
  private let program: LinearProgram
  private let column: [Int?]
  private let cells: [Int]
  private let capacity: [Double]

  /// A change of some cells that keeps every sum.
  struct Flow {
    let changes: [(cell: Int, by: Double)]
  }

  /// - Parameters:
  ///   - capacity: by how much each cell can fall before it is below what an outsider takes for its least; `nil` where it
  ///     can't move at all.
  ///   - costs: of moving each cell by one.
  init(system: CellSystem, capacity: [Double?], costs: [Double]) {
    cells = (0..<system.count).filter { capacity[$0] != nil }
    var column = [Int?](repeating: nil, count: system.count)
    for (place, cell) in cells.enumerated() { column[cell] = place }
    self.column = column
    self.capacity = cells.map { capacity[$0] ?? 0 }
    // Each cell's way up is one column, and its way down the next.
    var columns = Array(repeating: [LinearProgram.Entry](), count: 2 * cells.count)
    for (row, relation) in system.relations.enumerated() {
      func add(_ cell: Int, _ coefficient: Double) {
        guard let place = column[cell] else { return }
        columns[2 * place].append(.init(row: row, coefficient: coefficient))
        columns[2 * place + 1].append(.init(row: row, coefficient: -coefficient))
      }
      add(relation.total, 1)
      for part in relation.parts { add(part, -1) }
    }
    var upper: [Double] = []
    for place in cells.indices { upper += [.infinity, self.capacity[place]] }
    program = LinearProgram(
      columns: columns, lower: Array(repeating: 0, count: upper.count), upper: upper,
      equals: Array(repeating: 0, count: system.relations.count))
    for (place, cell) in cells.enumerated() {
      program.setCost(costs[cell], of: 2 * place)
      program.setCost(costs[cell], of: 2 * place + 1)
    }
  }

  /// What is suppressed already moves for nothing.
  func makeFree(_ cell: Int) {
    guard let place = column[cell] else { return }
    program.setCost(0, of: 2 * place)
    program.setCost(0, of: 2 * place + 1)
  }

  /// What may no longer move, or may again.
  func setMovable(_ isMovable: Bool, _ cell: Int) {
    guard let place = column[cell] else { return }
    program.setBounds((0, isMovable ? .infinity : 0), of: 2 * place)
    program.setBounds((0, isMovable ? capacity[place] : 0), of: 2 * place + 1)
  }

  /// The cheapest flows that together move a cell over `width`: up by all of it, or else up as far as it goes and down
  /// for the rest. `nil` where there are none.
  func moving(_ cell: Int, over width: Double) -> [Flow]? {
    if let up = moving(cell, by: width) { return [up] }
    guard let place = column[cell], let up = farthest(place) else { return nil }
    let rest = width - up
    guard rest <= capacity[place] + 1e-6, let down = moving(cell, by: -min(rest, capacity[place])) else {
      return nil
    }
    guard up > 0 else { return [down] }
    return moving(cell, by: up).map { [$0, down] }
  }

  /// How far up a cell can go at all, where that has an end.
  private func farthest(_ place: Int) -> Double? {
    // Dearer than all cells together: nothing but the distance counts.
    let cost = program.cost(of: 2 * place)
    program.setCost(-1e6, of: 2 * place)
    defer { program.setCost(cost, of: 2 * place) }
    guard case .optimum = program.minimize() else { return nil }
    let distance = program.solution[2 * place] - program.solution[2 * place + 1]
    // Counts end at whole numbers, as a rule; the solver's last digits are cut off.
    let whole = distance.rounded()
    return max(0, abs(distance - whole) < 1e-6 ? whole : distance - 1e-6)
  }

  private func moving(_ cell: Int, by amount: Double) -> Flow? {
    guard let place = column[cell] else { return nil }
    program.setBounds((max(0, amount), max(0, amount)), of: 2 * place)
    program.setBounds((max(0, -amount), max(0, -amount)), of: 2 * place + 1)
    defer {
      program.setBounds((0, .infinity), of: 2 * place)
      program.setBounds((0, capacity[place]), of: 2 * place + 1)
    }
    guard case .optimum = program.minimize() else { return nil }
    var changes: [(cell: Int, by: Double)] = []
    for (place, cell) in cells.enumerated() {
      let change = program.solution[2 * place] - program.solution[2 * place + 1]
      if abs(change) > 1e-7 { changes.append((cell, change)) }
    }
    return Flow(changes: changes)
  }
}
