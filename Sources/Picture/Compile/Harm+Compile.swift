import Analysis
import EST

extension SituationPicture.Harm {
  /// `nil` where no table has been imported, or nothing is to be weighed.
  init?(_ tally: Tally, input: PictureInput) {
    guard let weights = input.harm else { return nil }
    var byArea: [AreaID?: [HarmTally.Events]] = [:]
    for (key, counts) in tally.cells where counts.current > 0 {
      byArea[key.area, default: []].append(
        .init(area: 0, category: weights.known(key.category), count: counts.current))
    }
    guard !byArea.isEmpty else { return nil }
    func row(_ area: String?, _ events: [HarmTally.Events]) -> Row {
      // In one order, since a sum of fractions depends on it.
      let sum = HarmTally(
        events.sorted { ($0.category, $0.count) < ($1.category, $1.count) }, weights: weights)
      return Row(
        area: area, reports: sum.count, weighed: sum.weighed, days: (sum.days * 10).rounded() / 10)
    }
    var rows = input.areas.compactMap { area in byArea[area.id].map { row(area.name, $0) } }
    rows = rows.stablySorted { $0.days > $1.days }
    if let nowhere = byArea[nil] { rows.append(row(nil, nowhere)) }
    self.init(
      table: weights.name, edition: weights.version, source: weights.source, rows: rows,
      total: row(nil, byArea.values.flatMap { $0 }))
  }
}

extension HarmWeights {
  /// A sub-type that the table does not name weighs what its main category does.
  fileprivate func known(_ category: CategoryCode) -> String {
    days(of: category.description) != nil ? category.description : category.main
  }
}
