import EST
import Language
import Picture

/// What is usual, to stand beside the numbers of a table.
struct UsualMarks {
  /// Small beside a number: what nine weeks in ten bring, and whether the number lies outside.
  struct Mark {
    /// `within`, `above` or `below`, and `signal` where that is surely more.
    let kind: String
    /// A shape, so that it can be told without seeing colour.
    let shape: String?
    /// For those who only hear it.
    let unseen: String?
    let text: String
  }

  private struct Cell: Hashable {
    let area: String
    let main: String
  }

  private let words: Words
  /// The last week's name, where the numbers beside are of more weeks than that one.
  private let week: String?
  private var all: (count: Int, usual: SituationPicture.Usual)?
  private var categories: [CategoryCode: (count: Int, usual: SituationPicture.Usual)] = [:]
  private var areas: [String: (count: Int, usual: SituationPicture.Usual)] = [:]
  private var cells: [Cell: (count: Int, usual: SituationPicture.Usual)] = [:]
  private var signals: Set<Cell> = []

  init(_ picture: SituationPicture, words: Words) {
    self.words = words
    guard let findings = picture.findings else {
      week = nil
      return
    }
    let isWeek = picture.head.period.first == findings.basis.lastWeek
    week =
      isWeek
      ? nil
      : words.language.shortPeriod(PeriodName(label: "\(ISOWeek(containing: findings.basis.lastWeek))"))
    for trend in findings.trends {
      guard let count = trend.counts.last, let usual = trend.usual.last ?? nil else { continue }
      if let category = trend.category {
        categories[category.code] = (count, usual)
      } else {
        all = (count, usual)
      }
    }
    for range in findings.areaRanges ?? [] { areas[range.area] = (range.count, range.usual) }
    for range in findings.ranges {
      cells[Cell(area: range.area, main: range.category.main)] = (range.count, range.usual)
    }
    signals = Set(
      findings.signals.filter { $0.strength == .signal }.map {
        Cell(area: $0.area, main: $0.category.code.main)
      })
  }

  /// What the marks mean; `nil` where there are none.
  var note: String? {
    guard all != nil || !categories.isEmpty || !areas.isEmpty || !cells.isEmpty else { return nil }
    return words.messages.rangeNote(week: week)
  }

  var total: Mark? { all.map { mark($0.count, $0.usual) } }

  func category(_ code: CategoryCode) -> Mark? { categories[code].map { mark($0.count, $0.usual) } }

  func area(_ name: String) -> Mark? { areas[name].map { mark($0.count, $0.usual) } }

  func cell(_ code: CategoryCode, in area: String) -> Mark? {
    let cell = Cell(area: area, main: code.main)
    return cells[cell].map { mark($0.count, $0.usual, isSignal: signals.contains(cell)) }
  }

  private func mark(_ count: Int, _ usual: SituationPicture.Usual, isSignal: Bool = false) -> Mark {
    let messages = words.messages
    let language = words.language
    let range =
      usual.low == usual.high
      ? language.number(usual.low) : "\(language.number(usual.low))–\(language.number(usual.high))"
    let beside = week.map { "\($0): \(language.number(count)), " } ?? ""
    if isSignal {
      return Mark(kind: "above signal", shape: "▲", unseen: nil, text: beside + messages.signal(range))
    }
    if count > usual.high {
      return Mark(kind: "above", shape: "▲", unseen: nil, text: beside + messages.above(range))
    }
    if count < usual.low {
      return Mark(kind: "below", shape: "▼", unseen: nil, text: beside + messages.below(range))
    }
    return Mark(kind: "within", shape: nil, unseen: messages.usually, text: beside + range)
  }
}
