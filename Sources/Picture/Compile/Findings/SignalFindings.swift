import Analysis
import EST

/// The signals and watches of the last week, by area and leaf category.
struct SignalFindings {
  let signals: [SituationPicture.Signal]
  let tested: Int
  let tooFew: Int

  init(_ history: HistoryTable, names: CategoryNames, areas: [AreaID: String]) {
    let table = history.table
    let answers = assessed(table)
    tested = answers.count { $0.qValue != nil }
    tooFew = answers.count { $0.qValue == nil && $0.lately > 0 }
    let weeks = table.weekStarts
    signals = answers.enumerated().compactMap { row, answer -> SituationPicture.Signal? in
      let cell = history.cells[row]
      let strength: SituationPicture.Signal.Strength
      switch answer.verdict {
      case .signal: strength = .signal
      case .watch: strength = .watch
      case .none, .tooFew: return nil
      }
      guard let count = answer.count, let range = answer.range, let pValue = answer.pValue,
        let qValue = answer.qValue, let area = areas[cell.area]
      else { return nil }
      let method: SituationPicture.Signal.Method
      switch answer.method {
      case .seasonAndRecent: method = .seasonAndRate
      case .recent, .none: method = .rate
      }
      return SituationPicture.Signal(
        strength: strength, category: names.label(cell.category), area: area, count: count,
        imported: history.imported[row], usual: SituationPicture.Usual(range),
        since: LocalDate(daysSince1970: weeks[answer.since ?? weeks.count - 1]),
        pValue: rounded(pValue, digits: 2), qValue: rounded(qValue, digits: 2), method: method)
    }
    .stablySorted { ($0.strength.rank, $0.pValue) < ($1.strength.rank, $1.pValue) }
  }
}

extension SituationPicture.Signal.Strength {
  var rank: Int { self == .signal ? 0 : 1 }
}

/// As `SignalRule.assess`, on all processors.
func assessed(_ table: CountTable) -> [CellSignal] {
  let rule = SignalRule()
  guard table.cells > 0 else { return [] }
  let frame = rule.frame(table)
  let size = 32
  var answers = parallelMap((table.cells + size - 1) / size) { part in
    rule.measure(table, frame: frame, cells: part * size..<min(table.cells, (part + 1) * size))
  }.flatMap { $0 }
  rule.decide(&answers)
  return answers
}
