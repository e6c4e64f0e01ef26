/// The cells of several releases as one system, as an outsider sees them who has kept all.
///
/// A cell is an area, a stretch of months, a category and a value: where two releases agree it is the same cell, and where
/// a count was corrected in between it is two, each with the sums of its own release. Time is cut at every period's ends,
/// so that differences between periods that overlap are cells too, though no table shows them.
struct ReleaseLedger {
  struct Cell {
    let area: String
    let period: Period
    let category: String
    let value: Int
  }

  private struct Key: Hashable {
    let area: String
    let first: Int
    let end: Int
    let category: String
    let value: Int
  }

  private let cuts: [Int]
  private let tellsCorrections: Bool
  /// Categories that are sums, and what they leave out: where values do not tell cells apart, this has to.
  private var sums: (names: Set<String>, leaveOut: String) = ([], "")
  private var places: [Key: Int] = [:]
  private var values: [Int] = []
  private var states: [Protection.State?] = []
  private var least: [Int] = []
  private var relations: [CellSystem.Relation] = []
  private var known: Set<CellSystem.Relation> = []

  /// - Parameter tellsCorrections: whether a count that was corrected is another cell than it was before. Whoever knows of
  ///   no corrections takes it for the same.
  init(of periods: [Period], tellsCorrections: Bool = true) {
    cuts = Set(periods.flatMap { [$0.months.lowerBound, $0.months.upperBound] }).sorted()
    self.tellsCorrections = tellsCorrections
  }

  /// The cells that a release has, by areas, periods and categories.
  static func cells(of table: CountTable, periods: [Period], rule: Release.Rule) -> [Cell] {
    let (hidden, sensitive) = table.leaves(within: rule.sensitive)
    let ordinary = Hierarchy.names(table.categories.without(Set(sensitive)))
    let roots = Set(table.areas.roots.map(\.name))
    var cells: [Cell] = []
    for area in table.areas.all.map(\.name) {
      for period in periods {
        func add(_ category: String, _ without: Set<Int>) {
          let value = table.sum(area: area, months: period.months, category: category, without: without)
          cells.append(Cell(area: area, period: period, category: category, value: value))
        }
        for category in ordinary { add(category, hidden) }
        if roots.contains(area) && period.isCalendarYear { for category in sensitive { add(category, []) } }
      }
    }
    return cells
  }

  /// An earlier release: what it shows is out, and what it suppressed stays so.
  mutating func add(_ release: Release) {
    let cells = ReleaseLedger.cells(of: release.table, periods: release.periods, rule: release.rule)
    addSums(of: release.table, periods: release.periods, rule: release.rule)
    for (cell, isSuppressed) in zip(cells, release.isSuppressed) {
      let place = place(cell)
      if !isSuppressed {
        states[place] = .published
      } else if states[place] != .published {
        states[place] = .suppressed
        least[place] = max(least[place], release.least)
      }
    }
  }

  /// The new release.
  /// - Parameter hidden: which of its cells are suppressed whatever their value, by their numbers.
  /// - Returns: where its cells are, in the order of `cells(of:periods:rule:)`.
  mutating func add(
    _ table: CountTable, periods: [Period], rule: Release.Rule, least: Int, hidden: Set<Int> = []
  ) -> [Int] {
    addSums(of: table, periods: periods, rule: rule)
    return ReleaseLedger.cells(of: table, periods: periods, rule: rule).enumerated().map { number, cell in
      let place = place(cell)
      if states[place] == nil {
        states[place] =
          hidden.contains(number) || (1..<rule.threshold).contains(cell.value) ? .suppressed : .open
      }
      self.least[place] = max(self.least[place], least)
      return place
    }
  }

  /// Only where the cells are and which sums there are.
  mutating func places(of table: CountTable, periods: [Period], rule: Release.Rule) -> [Int] {
    sums = (
      Set(table.categories.all.filter { !$0.parts.isEmpty }.map(\.name)),
      table.leaves(within: rule.sensitive).names.sorted().joined(separator: " ")
    )
    addSums(of: table, periods: periods, rule: rule)
    return ReleaseLedger.cells(of: table, periods: periods, rule: rule).map { place($0) }
  }

  var system: CellSystem { CellSystem(count: values.count, relations: relations) }

  func protection(width: Double, threshold: Int) -> Protection {
    Protection(
      system: system, values: values,
      states: zip(states, values).map { state, value in
        state ?? .unseen(isProtected: (1..<threshold).contains(value))
      }, least: least, width: width)
  }

  private mutating func place(_ cell: Cell) -> Int {
    place(cell.area, cell.period.months, cell.category, cell.value)
  }

  private mutating func place(_ area: String, _ months: Range<Int>, _ category: String, _ value: Int) -> Int {
    let key = Key(
      area: area, first: months.lowerBound, end: months.upperBound,
      category: sums.names.contains(category) ? "\(category) without \(sums.leaveOut)" : category,
      value: tellsCorrections ? value : 0)
    if let place = places[key] { return place }
    places[key] = values.count
    values.append(value)
    states.append(nil)
    least.append(0)
    return values.count - 1
  }

  /// Every sum that holds within one release's counts.
  private mutating func addSums(of table: CountTable, periods: [Period], rule: Release.Rule) {
    let (hidden, sensitive) = table.leaves(within: rule.sensitive)
    let categories = Hierarchy.all(table.categories.without(Set(sensitive)))
    let areas = table.areas.all
    let pieces = periods.map { period in self.pieces(of: period.months) }
    let stretches = Set(periods.map(\.months) + pieces.flatMap { $0 }).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var memo: [Key: Int] = [:]
    func cell(_ area: String, _ months: Range<Int>, _ category: String, _ without: Set<Int>) -> Int {
      let key = Key(
        area: area, first: months.lowerBound, end: months.upperBound, category: category, value: 0)
      if let place = memo[key] { return place }
      let value = table.sum(area: area, months: months, category: category, without: without)
      let found = place(area, months, category, value)
      memo[key] = found
      return found
    }
    for area in areas {
      for category in categories {
        for stretch in stretches {
          let total = cell(area.name, stretch, category.name, hidden)
          if !area.parts.isEmpty {
            relate(total, area.parts.map { cell($0.name, stretch, category.name, hidden) })
          }
          if !category.parts.isEmpty {
            relate(total, category.parts.map { cell(area.name, stretch, $0.name, hidden) })
          }
        }
        for (period, pieces) in zip(periods, pieces) where pieces.count > 1 {
          relate(
            cell(area.name, period.months, category.name, hidden),
            pieces.map { cell(area.name, $0, category.name, hidden) })
        }
      }
    }
  }

  private mutating func relate(_ total: Int, _ parts: [Int]) {
    let relation = CellSystem.Relation(total: total, parts: parts)
    if known.insert(relation).inserted { relations.append(relation) }
  }

  private func pieces(of months: Range<Int>) -> [Range<Int>] {
    let inner = cuts.filter { months.lowerBound < $0 && $0 < months.upperBound }
    let ends = [months.lowerBound] + inner + [months.upperBound]
    return zip(ends, ends.dropFirst()).map { $0..<$1 }
  }
}
