import Language
import Picture

struct CoverageView {
  let heading: String
  /// Reported, nothing to report, missing.
  let tiles: [Tile]
  let caption: String
  let columns: Columns
  /// In the order of their organisations.
  let units: [Unit]
  let notes: [String]

  struct Tile {
    let kind: String
    let mark: String
    let number: String
    let label: String
  }
  struct Columns {
    let unit: String
    let status: String
    let reports: String
  }
  struct Unit {
    let unitName: String
    let organisation: String
    let kind: String
    let mark: String
    let status: String
    let reports: String
  }

  init(_ coverage: SituationPicture.Coverage, words: Words) {
    let messages = words.messages
    let language = words.language
    heading = messages.coverage
    caption = messages.coverageCaption
    columns = Columns(unit: messages.unit, status: messages.status, reports: messages.reports)
    tiles =
      [
        (.reported, coverage.reported), (.nothingToReport, coverage.nothingToReport),
        (.missing, coverage.missing),
      ].map { (status: SituationPicture.Coverage.Status, count: Int) in
        Tile(
          kind: status.rawValue, mark: status.mark, number: language.number(count), label: words.word(status))
      }
    units = coverage.organisations.flatMap { organisation in
      organisation.units.map { unit in
        Unit(
          unitName: unit.name, organisation: organisation.name, kind: unit.status.rawValue,
          mark: unit.status.mark,
          status: words.word(unit.status) + (unit.late ? ", \(messages.late)" : ""),
          reports: unit.status == .missing ? messages.unknown : language.number(unit.reports ?? 0))
      }
    }
    var notes: [String] = []
    if coverage.expected == 0 { notes.append(messages.noUnits) }
    if coverage.missing > 0 { notes.append(messages.missingNote) }
    let missing = coverage.organisations.flatMap { organisation in
      organisation.units.filter { $0.status == .missing }.map { "\($0.name) (\(organisation.name))" }
    }
    if !missing.isEmpty { notes.insert(messages.missingUnits(missing), at: 0) }
    if let changed = words.reporters(coverage) { notes.append("\(changed) \(messages.moreReporters)") }
    self.notes = notes
  }
}

extension SituationPicture.Coverage.Status {
  /// Tells the three apart without colour.
  var mark: String {
    switch self {
    case .reported: "●"
    case .nothingToReport: "○"
    case .missing: "△"
    }
  }
}
