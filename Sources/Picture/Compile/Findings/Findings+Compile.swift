import Analysis
import EST

extension SituationPicture.Findings {
  /// What stands out in the period's last week; `nil` where there are no reports at all.
  init?(_ input: PictureInput, names: CategoryNames) {
    let history = input.history
    guard let first = history.weeks.first, let last = history.weeks.last, !history.series.isEmpty else {
      return nil
    }
    let areas = Dictionary(input.areas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let table = HistoryTable(history, areas: Set(areas.keys))
    let cells = SignalFindings(table, names: names, areas: areas)
    signals = cells.signals
    basis = SituationPicture.Basis(
      firstWeek: first, lastWeek: last, weeks: history.weeks.count, tested: cells.tested,
      tooFew: cells.tooFew)
    trends = SituationPicture.Trend.all(table, names: names, weeks: history.weeks)
    ranges = SituationPicture.UsualRange.all(table, areas: input.areas)
    areaRanges = SituationPicture.AreaRange.all(table, areas: input.areas)
    let recent = RecentReports(input)
    clusters = recent.clusters(names: names)
    hotSpots = recent.hotSpots(names: names)
    nearRepeats = recent.nearRepeats(names: names)
    let drawing = nearRepeats.filter { $0.metres > 1 && $0.metres <= SituationPicture.Chain.metres }
    chains = recent.chains(names: names, drawing: Set(drawing.map(\.category.code)))
    rhythm = recent.rhythm
  }
}

extension SituationPicture.Findings {
  /// The parts of the work by themselves, for those who measure it.
  public static func parts(of input: PictureInput) -> [(name: String, work: () -> Void)] {
    let names = CategoryNames(input.categories)
    guard !input.history.weeks.isEmpty else { return [] }
    let table = HistoryTable(input.history, areas: Set(input.areas.map(\.id)))
    let recent = RecentReports(input)
    return [
      ("table", { _ = HistoryTable(input.history, areas: Set(input.areas.map(\.id))) }),
      ("signals", { _ = SignalFindings(table, names: names, areas: [:]) }),
      ("trends", { _ = SituationPicture.Trend.all(table, names: names, weeks: input.history.weeks) }),
      ("ranges", { _ = SituationPicture.UsualRange.all(table, areas: input.areas) }),
      ("scan", { _ = recent.clusters(names: names) }), ("hot-spots", { _ = recent.hotSpots(names: names) }),
      ("chains", { _ = recent.chains(names: names, drawing: []) }),
      ("near-repeats", { _ = recent.nearRepeats(names: names) }),
      ("near-repeats-all-orders", recent.allNearRepeatOrders), ("rhythm", { _ = recent.rhythm }),
    ]
  }
}

extension SituationPicture.Usual {
  init(_ range: ExpectedRange) {
    self.init(expected: (range.expected * 10).rounded() / 10, low: range.lower, high: range.upper)
  }
}

/// To so many digits, so that the last bits of a calculation are no part of a picture.
func rounded(_ value: Double, digits: Int) -> Double {
  guard value > 0, value.isFinite else { return 0 }
  var scale = 1.0
  while value * scale < 1 { scale *= 10 }
  for _ in 1..<digits { scale *= 10 }
  return (value * scale).rounded() / scale
}
