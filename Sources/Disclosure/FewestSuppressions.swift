/// The fewest further cells whose suppression widens every interval that is too narrow, by search.
///
/// Each bound of a cell has a proof, the dual solution of its linear program, in which some published cells take part.
/// The bound stays unless one of these is suppressed too; so the search branches on them, deeper and deeper (the cuts are
/// those of Fischetti and Salazar 2001, Management Science 47:1008–1027).
struct FewestSuppressions {
  let system: CellSystem
  let values: [Int]
  /// Cells that have to be protected.
  let protected: [Int]
  /// Cells that may be suppressed further.
  let candidates: [Bool]
  /// The least value that an outsider takes each cell to have once it is suppressed.
  let least: [Int]
  let width: Double
  /// Whether the further cells have to be as wide.
  let protectsChosen: Bool
  /// How many patterns are looked at before it gives up.
  private(set) var budget: Int

  init(
    system: CellSystem, values: [Int], protected: [Int], candidates: [Bool], least: [Int], width: Double,

    protectsChosen: Bool = false, budget: Int
  ) {
    self.system = system
    self.values = values
    self.protected = protected
    self.candidates = candidates
    self.least = least
    self.width = width
    self.protectsChosen = protectsChosen
    self.budget = budget
  }

  enum Answer {
    case found([Int])
    /// No set of at most so many is enough.
    case none
    /// The budget ran out.
    case unknown
  }

  /// The cheapest by number, and among those by the sum of their values.
  mutating func search(known: [Interval], limit: Int) -> Answer {
    guard limit >= 0 else { return .none }
    for depth in 0...limit {
      var best: (cells: [Int], total: Int)?
      var excluded = Array(repeating: false, count: system.count)
      var known = known
      descend(&known, [], 0, depth, &excluded, &best)
      if let best { return .found(best.cells.sorted()) }
      if budget <= 0 { return .unknown }
    }
    return .none
  }

  private mutating func descend(
    _ known: inout [Interval], _ chosen: [Int], _ total: Int, _ depth: Int, _ excluded: inout [Bool],
    _ best: inout (cells: [Int], total: Int)?
  ) {
    guard budget > 0 else { return }
    budget -= 1
    let audit = Audit(system, known: known)
    var branch: [Int]?
    for cell in protectsChosen ? protected + chosen : protected {
      guard let (interval, holders) = audit.held(cell) else { return }
      if interval.width >= width - 1e-6 { continue }
      let ways = holders.filter { candidates[$0] && !excluded[$0] && known[$0].isExact }
      if branch.map({ ways.count < $0.count }) ?? true { branch = ways }
      if ways.isEmpty { break }
    }
    guard let branch else {
      if best.map({ total < $0.total }) ?? true { best = (chosen, total) }
      return
    }
    guard depth > 0 else { return }
    // What was tried is left to that branch: the others need not hold it again.
    let ordered = branch.sorted { (values[$0], $0) < (values[$1], $1) }
    var tried: [Int] = []
    for cell in ordered {
      let sum = total + values[cell]
      if let best, sum >= best.total { break }
      known[cell] = .atLeast(least[cell])
      descend(&known, chosen + [cell], sum, depth - 1, &excluded, &best)
      known[cell] = .exactly(values[cell])
      excluded[cell] = true
      tried.append(cell)
    }
    for cell in tried { excluded[cell] = false }
  }
}
