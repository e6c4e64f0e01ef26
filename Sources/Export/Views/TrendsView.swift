import EST
import Language
import Picture

/// Small charts of the past year, one below the other, and the numbers that they are drawn from.
struct TrendsView {
  let heading: String
  let band: String
  /// That not all have a chart, where that is so.
  let rest: String?
  let charts: [Chart]
  let table: Table

  /// Drawn in a box of `width` by `height` units.
  struct Chart {
    let id: String
    let name: String
    let description: String
    let width: Int
    let height: Int
    /// The corners of the usual band; empty where nothing is known of it.
    let band: String
    let line: String
    /// Where the last week is.
    let x: String
    let y: String
    let least: String
    let most: String
    let last: String
    /// That who reports has changed, where it has.
    let reporters: String?
  }

  struct Table {
    let caption: String
    let week: String
    let names: [String]
    let rows: [Row]
  }

  struct Row {
    let week: String
    let numbers: [String]
  }

  /// Beyond these the table says the rest.
  private static let mostCharts = 25
  private static let step = 5.0
  private static let height = 56.0

  /// `nil` where there is no past year.
  init?(_ picture: SituationPicture, words: Words) {
    guard let trends = picture.findings?.trends, !trends.isEmpty else { return nil }
    let messages = words.messages
    // What is only imported does not depend on who answers.
    let imported = Set(picture.counts.categories.filter { $0.reported.isZero }.map(\.category.code))
    let reporters = words.reporters(picture.coverage)
    heading = messages.trends
    band = messages.usualBand
    rest = trends.count > Self.mostCharts ? messages.mostFrequentCharts(Self.mostCharts - 1) : nil
    charts = trends.prefix(Self.mostCharts).enumerated().map { index, trend in
      Self.chart(
        trend, number: index + 1,
        reporters: trend.category.map { imported.contains($0.code) } == true ? nil : reporters, words: words)
    }
    let weeks = trends.first.map { trend in trend.counts.indices.map { trend.firstWeek + 7 * $0 } } ?? []
    table = Table(
      caption: messages.trendTable, week: messages.week, names: trends.map { Self.name($0, words) },
      rows: weeks.enumerated().reversed().map { index, monday in
        Row(
          week: "\(ISOWeek(containing: monday))",
          numbers: trends.map { words.language.number($0.counts[index]) })
      })
  }

  private static func name(_ trend: SituationPicture.Trend, _ words: Words) -> String {
    trend.category.map { words.name($0).shortened } ?? words.messages.allEvents
  }

  private static func chart(
    _ trend: SituationPicture.Trend, number: Int, reporters: String?, words: Words
  ) -> Chart {
    let top = max(1, trend.counts.max() ?? 1, trend.usual.compactMap { $0?.high }.max() ?? 1)
    func x(_ week: Int) -> String { decimal(Double(week) * step + 2) }
    func y(_ count: Int) -> String { decimal(height - 2 - Double(count) / Double(top) * (height - 4)) }
    let known = trend.usual.enumerated().compactMap { index, usual in usual.map { (index, $0) } }
    let upper = known.map { "\(x($0.0)),\(y($0.1.high))" }
    let lower = known.reversed().map { "\(x($0.0)),\(y($0.1.low))" }
    let last = trend.counts.last ?? 0
    let name = name(trend, words)
    let (least, most) = (trend.counts.min() ?? 0, trend.counts.max() ?? 0)
    return Chart(
      id: "trend-\(number)", name: name.sentenceCased,
      description: words.messages.trend(name, last: last, least: least, most: most),
      width: Int(Double(max(1, trend.counts.count - 1)) * step) + 4, height: Int(height),
      band: (upper + lower).joined(separator: " "),
      line: trend.counts.enumerated().map { "\(x($0)),\(y($1))" }.joined(separator: " "),
      x: x(trend.counts.count - 1), y: y(last), least: words.language.number(least),
      most: words.language.number(most), last: words.language.number(last), reporters: reporters)
  }

  /// For a drawing: one decimal, with a point.
  private static func decimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
