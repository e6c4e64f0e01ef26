import EST
import Language
import Picture

/// When in the week it happens: days by parts of the day, darker where there is more.
struct RhythmView {
  let heading: String
  let note: String
  let hours: String
  let days: [String]
  let rows: [Row]

  struct Row {
    let hours: String
    let cells: [Cell]
  }

  struct Cell {
    let number: String
    /// From 0, nothing, to 5, the most.
    let shade: Int
  }

  /// How many hours a row has.
  private static let span = 3

  init(_ rhythm: SituationPicture.Rhythm, words: Words) {
    let messages = words.messages
    let language = words.language
    heading = messages.rhythm
    note = messages.rhythmNote(
      counted: rhythm.counted, leftOut: rhythm.leftOut,
      since: language.shortPeriod(PeriodName(label: "\(ISOWeek(containing: rhythm.firstWeek))")))
    hours = messages.hours
    days = (1...7).map { String(language.weekday($0).prefix(3)) }
    let sums = stride(from: 0, to: 24, by: Self.span).map { start in
      rhythm.hours.map { day in day[start..<start + Self.span].reduce(0, +) }
    }
    let most = max(1, sums.joined().max() ?? 1)
    rows = sums.enumerated().map { index, row in
      let start = index * Self.span
      return Row(
        hours: "\(start)–\(start + Self.span)",
        cells: row.map {
          Cell(number: language.number(Int($0.rounded())), shade: Int(($0 / most * 5).rounded(.up)))
        })
    }
  }
}
