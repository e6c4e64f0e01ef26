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
    let place = Dictionary(
      areas.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let ranges = zip(sums.names, assessed(sums.table)).compactMap { name, answer -> (Int, Self)? in
      guard let index = place[name.area], let count = answer.count, let range = answer.range,
        count > 0 || range.upper > 0
      else { return nil }
      return (
        index,
        Self(
          category: CategoryCode(main: name.main), area: areas[index].name, count: count,
          usual: SituationPicture.Usual(range))
      )
    }
    return ranges.stablySorted { ($0.0, $0.1.category) < ($1.0, $1.1.category) }.map(\.1)
  }
}
