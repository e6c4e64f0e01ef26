import Analysis
import EST

extension SituationPicture.Trend {
  /// All reports together and each main category, over the rule's weeks.
  static func all(_ history: HistoryTable, names: CategoryNames, weeks: [LocalDate]) -> [SituationPicture
    .Trend]
  {
    let rule = SignalRule()
    let total = history.summed(by: { _, _ in 0 }, season: { $0 })
    let mains = history.summed(by: { category, _ in category.main }, season: { $0 })
    let length = min(rule.rangeWeeks, weeks.count)
    func trends(_ table: CountTable, _ labels: [SituationPicture.CategoryLabel?]) -> [SituationPicture.Trend]
    {
      let frame = rule.frame(table)
      return parallelMap(table.cells) { row in
        let usual = rule.ranges(table, frame: frame, cells: row..<row + 1)
        return SituationPicture.Trend(
          category: labels[row], firstWeek: weeks[weeks.count - length],
          counts: table.row(row).suffix(length).map { max(0, Int($0)) },
          usual: usual.map { $0.map(SituationPicture.Usual.init) })
      }
    }
    let categories = trends(mains.table, mains.names.map { names.label(CategoryCode(main: $0)) })
    func sum(_ trend: SituationPicture.Trend) -> Int { trend.counts.reduce(0, +) }
    return trends(total.table, [nil])
      + categories.filter { sum($0) > 0 }.stablySorted { sum($0) > sum($1) }
  }
}

extension SituationPicture.UsualRange {
  /// The last week of each area and main category in which something was reported or is to be expected.
  static func all(_ history: HistoryTable, areas: [PictureInput.Area]) -> [SituationPicture.UsualRange] {
    struct Name: Hashable {
      let area: AreaID
      let main: String
    }
    let sums = history.summed(
      by: { category, area in area.map { Name(area: $0, main: category.main) } }, season: \.main)
    return lastWeeks(sums, areas: areas, area: \.area) { name, area, count, usual in
      Self(category: CategoryCode(main: name.main), area: area, count: count, usual: usual)
    }
    .stablySorted { ($0.place, $0.range.category) < ($1.place, $1.range.category) }.map(\.range)
  }
}

extension SituationPicture.AreaRange {
  /// The last week of each area in which something was reported or is to be expected.
  static func all(_ history: HistoryTable, areas: [PictureInput.Area]) -> [SituationPicture.AreaRange] {
    // What one area has too little of to show, all areas together show.
    lastWeeks(history.summed(by: { $1 }, season: { _ in 0 }), areas: areas, area: { $0 }) {
      Self(area: $1, count: $2, usual: $3)
    }
    .stablySorted { $0.place < $1.place }.map(\.range)
  }
}

/// What is usual of rows of the history, each with its area's place among the areas.
private func lastWeeks<Name, Range>(
  _ sums: (names: [Name], table: CountTable), areas: [PictureInput.Area], area: (Name) -> AreaID,
  make: (Name, _ area: String, _ count: Int, SituationPicture.Usual) -> Range
) -> [(place: Int, range: Range)] {
  let places = Dictionary(
    areas.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  return zip(sums.names, assessed(sums.table)).compactMap { name, answer in
    guard let place = places[area(name)], let count = answer.count, let range = answer.range,
      count > 0 || range.upper > 0
    else { return nil }
    return (place, make(name, areas[place].name, count, SituationPicture.Usual(range)))
  }
}
