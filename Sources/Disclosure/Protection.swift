import Foundation

/// Which cells go beside the small ones, so that no suppressed cell can be told within a width.
///
/// The smallest values come first; for each that is still too narrow, the cheapest cells are suppressed through which it
/// can move (`CheapestFlow`). Then cells that turn out not to be needed are shown again, and in small tables the fewest
/// are searched for (`FewestSuppressions`). Every step leaves behind changes of the true table that no published cell or
/// sum sees: they are the proof.
struct Protection {
  enum State: Equatable {
    /// Shown, unless it has to go.
    case open
    /// Out already, or as good as.
    case published
    case suppressed
    /// In no table, though sums and differences may tell it; some have to be protected as well.
    case unseen(isProtected: Bool)
  }

  let system: CellSystem
  let values: [Int]
  let states: [State]
  /// The least that an outsider takes each cell to be where it is not shown.
  let least: [Int]
  let width: Double

  /// Programs solved at most to show cells again, and patterns looked at to find the fewest.
  static let tidyingBudget = 3000
  static let searchBudget = 1500
  /// With more further cells than these the fewest are not searched for.
  static let searchedCells = 6

  /// Which cells are suppressed in the end; `nil` where no choice of open cells is enough.
  func pattern() -> [Bool]? {
    guard let first = firstPattern() else { return nil }
    let tidied = withoutNeedless(first)
    return withFewest(tidied) ?? tidied
  }

  /// What an outsider knows of each cell by itself.
  func known(_ suppressed: [Bool]) -> [Interval] {
    values.indices.map { cell in
      switch states[cell] {
      case .unseen: .atLeast(least[cell])
      case .suppressed: .atLeast(least[cell])
      case .open, .published: suppressed[cell] ? .atLeast(least[cell]) : .exactly(values[cell])
      }
    }
  }

  /// Cells that have to be wide, the smallest first.
  func demanding(_ suppressed: [Bool]) -> [Int] {
    values.indices.filter { suppressed[$0] || states[$0] == .unseen(isProtected: true) }
      .sorted { (values[$0], $0) < (values[$1], $1) }
  }

  private var initially: [Bool] { states.map { $0 == .suppressed } }

  private func program() -> CheapestFlow {
    let capacity: [Double?] = values.indices.map { cell in
      let room = values[cell] - least[cell]
      return states[cell] == .published || room < 0 ? nil : Double(room)
    }
    // Smaller values are cheaper, and so are fewer cells.
    let costs = values.indices.map { states[$0] == .open ? 1 + log2(1 + Double(values[$0])) : 0 }
    return CheapestFlow(system: system, capacity: capacity, costs: costs)
  }

  private func firstPattern() -> [Bool]? {
    let program = program()
    var suppressed = initially
    var queue = demanding(suppressed)
    var (lowest, highest) = (values.map(Double.init), values.map(Double.init))
    var next = 0
    while next < queue.count {
      let cell = queue[next]
      next += 1
      if highest[cell] - lowest[cell] >= width - 1e-7 { continue }
      guard let flows = program.moving(cell, over: width) else { return nil }
      for (changed, change) in flows.flatMap(\.changes) {
        lowest[changed] = min(lowest[changed], Double(values[changed]) + change)
        highest[changed] = max(highest[changed], Double(values[changed]) + change)
        guard states[changed] == .open, !suppressed[changed] else { continue }
        suppressed[changed] = true
        program.makeFree(changed)
        queue.append(changed)
      }
    }
    return suppressed
  }

  /// Shows again, the largest first, what the others are wide enough without.
  private func withoutNeedless(_ pattern: [Bool]) -> [Bool] {
    var suppressed = pattern
    let extra = values.indices.filter { suppressed[$0] && states[$0] == .open }
      .sorted { (values[$0], $0) > (values[$1], $1) }
    var budget = Self.tidyingBudget
    let demanding = demanding(suppressed)
    guard !extra.isEmpty, demanding.count < budget / 2 else { return suppressed }
    let program = program()
    for cell in values.indices where states[cell] == .open && !suppressed[cell] {
      program.setMovable(false, cell)
    }
    var proofs: [Int: Set<Int>] = [:]
    func prove(_ cell: Int) -> Set<Int>? {
      budget -= 1
      return program.moving(cell, over: width).map { Set($0.flatMap { $0.changes.map(\.cell) }) }
    }
    for cell in demanding {
      guard let proof = prove(cell) else { return pattern }
      proofs[cell] = proof
    }
    for cell in extra where budget > 0 {
      program.setMovable(false, cell)
      var renewed: [Int: Set<Int>] = [:]
      var isNeeded = false
      for other in demanding where other != cell && proofs[other]?.contains(cell) ?? false {
        guard budget > 0, let proof = prove(other) else {
          isNeeded = true
          break
        }
        renewed[other] = proof
      }
      if isNeeded {
        program.setMovable(true, cell)
      } else {
        suppressed[cell] = false
        proofs[cell] = nil
        proofs.merge(renewed) { $1 }
      }
    }
    return suppressed
  }

  private func withFewest(_ pattern: [Bool]) -> [Bool]? {
    let extra = values.indices.filter { pattern[$0] && states[$0] == .open }.count
    guard extra > 1, extra <= Self.searchedCells, system.count <= 200 else { return nil }
    let start = initially
    var search = FewestSuppressions(
      system: system, values: values, protected: demanding(start),
      candidates: values.indices.map { states[$0] == .open && values[$0] >= least[$0] }, least: least,
      width: width, protectsChosen: true, budget: Self.searchBudget)
    guard case .found(let cells) = search.search(known: known(start), limit: extra - 1) else { return nil }
    var suppressed = start
    for cell in cells { suppressed[cell] = true }
    return suppressed
  }
}
