import Analysis
import EST

/// The counted rows added up once, by what the sections ask for.
struct Tally {
  struct Key: Hashable {
    let category: CategoryCode
    let area: AreaID?
    let source: ReportSource
  }

  private(set) var cells: [Key: SituationPicture.Spans] = [:]
  /// Reports of this period only.
  private(set) var sources: [ReportSource: Int] = [:]
  private(set) var precisions: [Place.Precision: Int] = [:]
  /// No report in any of the periods: zero where there was such a period, `nil` where there was none.
  let zero: SituationPicture.Spans
  private let exposures: (current: Double, previous: Double, lastYear: Double)

  init(_ input: PictureInput) {
    zero = SituationPicture.Spans(
      current: 0, previous: input.previous == nil ? nil : 0, lastYear: input.lastYear == nil ? nil : 0)
    exposures = (
      Double(input.period.days), Double(input.previous?.period.days ?? 1),
      Double(input.lastYear?.period.days ?? 1)
    )
    let areas = Set(input.areas.map(\.id))
    for row in input.counts where row.reports > 0 {
      var counts = zero
      switch row.span {
      case .current:
        counts.current = row.reports
        sources[row.source, default: 0] += row.reports
        precisions[row.precision, default: 0] += row.reports
      case .previous:
        guard input.previous != nil else { continue }
        counts.previous = row.reports
      case .lastYear:
        guard input.lastYear != nil else { continue }
        counts.lastYear = row.reports
      }
      // An area that is not the group's cannot be shown by name, but its reports still count.
      let area = row.area.flatMap { areas.contains($0) ? $0 : nil }
      let key = Key(category: row.category, area: area, source: row.source)
      cells[key] = (cells[key] ?? zero) + counts
    }
  }

  /// The cells added up by whatever `name` makes of their keys; a `nil` leaves a cell out.
  func sums<Name: Hashable>(by name: (Key) -> Name?) -> [Name: SituationPicture.Spans] {
    var sums: [Name: SituationPicture.Spans] = [:]
    for (key, counts) in cells {
      guard let name = name(key) else { continue }
      sums[name] = (sums[name] ?? zero) + counts
    }
    return sums
  }

  func total(where includes: (Key) -> Bool = { _ in true }) -> SituationPicture.Spans {
    cells.reduce(zero) { includes($1.key) ? $0 + $1.value : $0 }
  }

  func row(_ counts: SituationPicture.Spans) -> SituationPicture.Row {
    SituationPicture.Row(
      counts: counts, versusPrevious: versusPrevious(counts), versusLastYear: versusLastYear(counts))
  }

  func versusPrevious(_ counts: SituationPicture.Spans) -> SituationPicture.Comparison? {
    counts.previous.map { compare(counts.current, $0, exposure: exposures.previous) }
  }

  func versusLastYear(_ counts: SituationPicture.Spans) -> SituationPicture.Comparison? {
    counts.lastYear.map { compare(counts.current, $0, exposure: exposures.lastYear) }
  }

  func themes(names: CategoryNames) -> [SituationPicture.ThemeRow] {
    Theme.allCases.map { theme in
      let counts = total { names.themes($0.category).contains(theme) }
      return SituationPicture.ThemeRow(
        theme: theme, counts: counts, versusPrevious: versusPrevious(counts),
        versusLastYear: versusLastYear(counts))
    }
  }

  private func compare(_ now: Int, _ then: Int, exposure: Double) -> SituationPicture.Comparison {
    let comparison = RateComparison(now, then, exposures: (exposures.current, exposure))
    return SituationPicture.Comparison(
      difference: now - then, verdict: comparison.verdict(),
      pValue: (comparison.pValue * 10_000).rounded() / 10_000)
  }
}
