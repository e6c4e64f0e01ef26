import EST
import Language
import Picture

/// What stands out, and what is usual. Without findings the sheets have headings only.
extension SheetBuilder {
  var signals: Workbook.Sheet {
    let signals = (picture.findings?.signals ?? []).map { signal -> [Cell] in
      [
        .text(messages.word(isSignal: signal.strength == .signal)), .text("\(signal.category.code)"),
        .text(words.name(signal.category)), .text(signal.area), .whole(signal.count), .whole(signal.imported),
        .number(signal.usual.expected, decimals: 1), .whole(signal.usual.low), .whole(signal.usual.high),
        .date(signal.since), .number(signal.pValue, decimals: 4), .number(signal.qValue, decimals: 4),
        .text(messages.method(hasSeason: signal.method == .seasonAndRate)),
      ]
    }
    let clusters = (picture.findings?.clusters ?? []).map { cluster -> [Cell] in
      [
        .text(messages.cluster), .text("\(cluster.category.code)"), .text(words.name(cluster.category)),
        .text(cluster.areas.joined(separator: ", ")), .whole(cluster.count), .empty,
        .number(cluster.expected, decimals: 1), .empty, .empty, .date(cluster.since),
        .number(cluster.pValue, decimals: 4), .empty, .text(messages.scan),
      ]
    }
    return Workbook.Sheet(
      messages.signalsSheet,
      [messages.kind, messages.categoryCode, texts.category, texts.area, texts.reports, texts.imported]
        + messages.usualColumns + [messages.since, messages.pValue, messages.qValue, messages.method],
      signals + clusters)
  }

  var ranges: Workbook.Sheet {
    Workbook.Sheet(
      messages.rangesSheet,
      [messages.categoryCode, texts.category, texts.area, texts.reports] + messages.usualColumns,
      (picture.findings?.ranges ?? []).map { range -> [Cell] in
        let what: [Cell] = [
          .text("\(range.category)"), .text(name(range.category)), .text(range.area), .whole(range.count),
        ]
        return what + cells(range.usual)
      })
  }

  /// A week a row and a category a column; beyond them what was usual.
  var trends: Workbook.Sheet {
    let trends = picture.findings?.trends ?? []
    let names = trends.map { $0.category.map(words.name) ?? texts.allEvents }
    let first = trends.map(\.firstWeek).min()
    let last = trends.map { $0.firstWeek + 7 * ($0.counts.count - 1) }.max()
    var rows: [[Cell]] = []
    if let first, let last {
      rows = stride(from: 0, through: last - first, by: 7).map { days in
        let monday = first + days
        let at = trends.map { (monday - $0.firstWeek) / 7 }
        let counts = zip(trends, at).map { trend, week in
          trend.counts.indices.contains(week) && monday >= trend.firstWeek
            ? Cell.whole(trend.counts[week]) : .empty
        }
        let usual = zip(trends, at).flatMap { trend, week -> [Cell] in
          let known =
            trend.usual.indices.contains(week) && monday >= trend.firstWeek ? trend.usual[week] : nil
          return cells(known)
        }
        let label: [Cell] = [week(monday), .date(monday)]
        return label + counts + usual
      }
    }
    return Workbook.Sheet(
      messages.trendsSheet,
      [texts.week, messages.monday] + names
        + names.flatMap { name in messages.usualColumns.map { "\(name), \($0)" } }, rows)
  }

  private func cells(_ usual: SituationPicture.Usual?) -> [Cell] {
    guard let usual else { return [.empty, .empty, .empty] }
    return [.number(usual.expected, decimals: 1), .whole(usual.low), .whole(usual.high)]
  }
}
