import Analysis
import EST
import Language
import Picture

/// Makes the rows of the tables of counts.
struct RowBuilder {
  let words: Words
  let periods: [CountsView.Period]
  let usual: UsualMarks

  private var language: Language { words.language }
  private var messages: PictureMessages { words.messages }

  /// The counts of the periods that there are.
  func values(_ counts: SituationPicture.Spans) -> [(span: String, value: Int)] {
    [("now", counts.current), ("previous", counts.previous), ("last-year", counts.lastYear)].compactMap {
      (span: String, value: Int?) in value.map { (span, $0) }
    }
  }

  /// - Parameter usual: what stands beside the number of this period.
  func numbers(_ counts: SituationPicture.Spans, usual: UsualMarks.Mark? = nil) -> [CountsView.Number] {
    values(counts).enumerated().map { index, value in
      CountsView.Number(
        span: value.span, text: language.number(value.value), usual: index == 0 ? usual : nil)
    }
  }

  /// With one decimal, for a chart.
  static func percent(_ value: Int, of most: Int) -> String {
    Language.english.number(100 * Double(value) / Double(max(1, most)), decimals: 1) + "%"
  }

  func categories(_ counts: SituationPicture.Counts) -> CountsView.Table {
    let most = counts.categories.flatMap { values($0.row.counts) }.map(\.value).max() ?? 0
    var rows: [CountsView.Row] = []
    for (index, category) in counts.categories.enumerated() {
      let name = words.name(category.category)
      rows.append(
        CountsView.Row(
          id: "category-\(index)", name: name, detail: imported(category.imported), kind: "main",
          numbers: numbers(category.row.counts, usual: usual.category(category.category.code)),
          bars: bars(name, category.row.counts, most: most),
          verdicts: verdicts(category.row.versusPrevious, category.row.versusLastYear)))
      for (part, subtype) in category.subtypes.enumerated() {
        let own =
          subtype.category.code.subtype == nil ? messages.withoutSubtype : words.name(subtype.category)
        rows.append(
          CountsView.Row(
            id: "category-\(index)-\(part)", name: own, detail: nil, kind: "sub",
            numbers: numbers(subtype.row.counts), bars: nil,
            verdicts: verdicts(subtype.row.versusPrevious, subtype.row.versusLastYear, onlyIfClear: true)))
      }
    }
    rows.append(total(counts))
    return table(messages.byCategory, first: messages.category, rows: rows, note: nil)
  }

  func themes(_ themes: [SituationPicture.ThemeRow]) -> CountsView.Table {
    let most = themes.flatMap { values($0.counts) }.map(\.value).max() ?? 0
    let rows = themes.map { theme in
      let name = words.word(theme.theme)
      return CountsView.Row(
        id: "theme-\(theme.theme.rawValue)", name: name, detail: nil, kind: "main",
        numbers: numbers(theme.counts), bars: bars(name, theme.counts, most: most),
        verdicts: verdicts(theme.versusPrevious, theme.versusLastYear))
    }
    return table(messages.themes, first: messages.theme, rows: rows, note: messages.themesNote)
  }

  func total(_ counts: SituationPicture.Counts) -> CountsView.Row {
    CountsView.Row(
      id: "total", name: messages.total, detail: nil, kind: "total",
      numbers: numbers(counts.total.counts, usual: usual.total), bars: nil,
      verdicts: verdicts(counts.total.versusPrevious, counts.total.versusLastYear))
  }

  func imported(_ counts: SituationPicture.Spans) -> String? {
    counts.current > 0 ? messages.importedPart(counts.current) : nil
  }

  private func table(_ caption: String, first: String, rows: [CountsView.Row], note: String?)
    -> CountsView.Table
  {
    CountsView.Table(
      caption: caption, note: note, first: first, chart: messages.chart, comparison: messages.comparison,
      periods: periods, rows: rows)
  }

  private func bars(_ name: String, _ counts: SituationPicture.Spans, most: Int) -> CountsView.Bars {
    let values = values(counts)
    let description = zip(periods, values).map { "\($0.label): \(language.number($1.value))" }
    return CountsView.Bars(
      title: name, description: description.joined(separator: ", "),
      bars: values.enumerated().map { index, value in
        CountsView.Placed(
          span: value.span, top: 1 + 9 * index, width: Self.percent(value.value, of: most),
          ink: CountsView.Ink(span: value.span))
      })
  }

  /// One line where both comparisons say the same; `onlyIfClear` leaves out what says nothing.
  func verdicts(
    _ previous: SituationPicture.Comparison?, _ lastYear: SituationPicture.Comparison?,
    onlyIfClear: Bool = false
  ) -> [CountsView.Verdict] {
    let clear: Set<RateComparison.Verdict> = [.more, .fewer]
    let said = [(SituationPicture.Earlier.previous, previous), (.lastYear, lastYear)].compactMap {
      earlier, comparison in comparison.map { (words.earlier(earlier), $0.verdict) }
    }
    .filter { !onlyIfClear || clear.contains($0.1) }
    if let verdict = said.first?.1, said.allSatisfy({ $0.1 == verdict }) {
      // Which earlier period it is against is only worth a word where there is a difference.
      let against = clear.contains(verdict) ? " (\(language.list(said.map(\.0))))" : ""
      return [line(verdict, words.word(verdict) + against)]
    }
    return said.map { earlier, verdict in line(verdict, "\(words.word(verdict)) (\(earlier))") }
  }

  private func line(_ verdict: RateComparison.Verdict, _ text: String) -> CountsView.Verdict {
    switch verdict {
    case .more: CountsView.Verdict(kind: "more", mark: "▲", text: text)
    case .fewer: CountsView.Verdict(kind: "fewer", mark: "▼", text: text)
    case .withinChance, .tooFewToTell: CountsView.Verdict(kind: "neutral", mark: nil, text: text)
    }
  }
}
