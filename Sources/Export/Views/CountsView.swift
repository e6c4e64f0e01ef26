import Analysis
import EST
import Language
import Picture

struct CountsView {
  let heading: String
  /// Stands instead of the tables where nothing was reported in any of the periods.
  let nothing: String?
  let overview: [Bar]
  let overviewNote: String
  /// What the small numbers beside the others are.
  let rangeNote: String?
  /// That who reports has changed, where it has.
  let reporters: String?
  let categories: Table
  let areas: AreaTable?
  let silentAreas: String?
  let themes: Table

  /// A period that is counted: `now`, `previous` or `last-year`, and what it is called.
  struct Period {
    let span: String
    let label: String
    let ink: Ink
  }

  /// How a period's bar is drawn where the page's style does not reach into a drawing, as in WeasyPrint.
  struct Ink {
    let fill: String
    let stroke: String
    let dashes: String

    init(span: String) {
      fill = span == "now" ? "#1c5573" : "none"
      stroke = span == "now" ? "#1c5573" : "#4c565f"
      dashes = span == "last-year" ? "3 2" : "none"
    }
  }

  struct Bar {
    let span: String
    let label: String
    let number: String
    /// Percent of the longest.
    let width: String
    let ink: Ink
  }

  struct Table {
    let caption: String
    let note: String?
    let first: String
    let chart: String
    let comparison: String
    let periods: [Period]
    let rows: [Row]
  }

  struct Row {
    let id: String
    let name: String
    /// Such as "of which 3 imported".
    let detail: String?
    /// `main`, `sub` or `total`.
    let kind: String
    let numbers: [Number]
    let bars: Bars?
    let verdicts: [Verdict]
  }

  struct Number {
    let span: String
    let text: String
    let usual: UsualMarks.Mark?
  }

  struct Bars {
    let title: String
    let description: String
    let bars: [Placed]
  }

  /// A bar within a small chart, in pixels from the top.
  struct Placed {
    let span: String
    let top: Int
    let width: String
    let ink: Ink
  }

  struct Verdict {
    /// `more`, `fewer` or `neutral`.
    let kind: String
    let mark: String?
    let text: String
  }

  init(_ picture: SituationPicture, words: Words) {
    let messages = words.messages
    let counts = picture.counts
    let periods = Self.periods(picture.head, language: words.language)
    let usual = UsualMarks(picture, words: words)
    let builder = RowBuilder(words: words, periods: periods, usual: usual)
    heading = messages.counts
    nothing = counts.categories.isEmpty ? messages.noEvents : nil
    let total = builder.values(counts.total.counts)
    let most = max(1, total.map(\.value).max() ?? 0)
    overview = zip(periods, total).map { period, value in
      Bar(
        span: period.span, label: period.label, number: words.language.number(value.value),
        width: RowBuilder.percent(value.value, of: most), ink: period.ink)
    }
    overviewNote = [
      "\(words.language.number(counts.reported.current)) \(messages.fromReporters)",
      "\(words.language.number(counts.imported.current)) \(messages.imported)",
    ].joined(separator: ", ")
    rangeNote = usual.note
    reporters = words.reporters(picture.coverage).map { "\($0) \(messages.moreReporters)" }
    categories = builder.categories(counts)
    areas = counts.categories.isEmpty ? nil : AreaTable(counts, builder: builder)
    silentAreas = counts.silentAreas > 0 ? messages.silentAreas(counts.silentAreas) : nil
    themes = builder.themes(picture.themes)
  }

  private static func periods(_ head: SituationPicture.Head, language: Language) -> [Period] {
    [("now", head.period), ("previous", head.previous), ("last-year", head.lastYear)].compactMap {
      (span: String, period: PicturePeriod?) in
      period.map {
        Period(
          span: span, label: language.shortPeriod(PeriodName(label: $0.label)), ink: Ink(span: span))
      }
    }
  }
}
