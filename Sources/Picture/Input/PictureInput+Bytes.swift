import EST

extension PictureInput {
  /// How many accepted reports the weeks that are looked at have.
  public var reportCount: Int {
    history.series.reduce(0) { $0 + $1.counts.reduce(0) { $0 + Int($1) } }
  }

  /// All that was read of the reports, in one order whatever order it came in: the same bytes for the same reports.
  public var reportBytes: [UInt8] {
    // One whose reports were all taken back says no more than one that was never there.
    let series = history.series.filter { $0.counts.contains { $0 != 0 } }.map(\.bytes)
    let reports = history.reports.filter { !$0.begins.isEmpty }.map(\.bytes)
    let lines =
      counts.filter { $0.reports > 0 }.map(\.line).sorted()
      + unreviewed.map { "\($0.reports) \($0.organisation)" }.sorted()
      + ["\(rejected) \(withdrawn) \(late) \(lateFromEarlierPeriods)"] + comingEvents.map(\.line).sorted()
      + history.weeks.map(\.description)
    let parts = [[UInt8](lines.joined(separator: "\n").utf8)] + Self.ordered(series) + Self.ordered(reports)
    return [UInt8](parts.joined())
  }

  private static func ordered(_ parts: [[UInt8]]) -> [[UInt8]] {
    parts.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A line of names, then the numbers of each column, each of four bytes.
  fileprivate static func bytes(_ line: String, _ columns: [[Int32]]) -> [UInt8] {
    columns.reduce(into: [UInt8]("\n\(line) \(columns[0].count)\n".utf8)) { bytes, column in
      column.map(\.bigEndian).withUnsafeBytes { bytes += $0 }
    }
  }

  fileprivate static func name(_ category: CategoryCode, _ area: AreaID?, _ isImported: Bool) -> String {
    "\(category) \(area?.description ?? "-") \(isImported)"
  }
}

extension PictureInput.Count {
  fileprivate var line: String {
    "\(span) \(category) \(area?.description ?? "-") \(source) \(precision) \(reports)"
  }
}

extension PictureInput.ComingEvent {
  fileprivate var line: String {
    [
      category.description, area?.description, date.description, time?.description, lastDate?.description,
      title,
    ].map { $0 ?? "-" }.joined(separator: " ")
  }
}

extension PictureInput.WeeklySeries {
  fileprivate var bytes: [UInt8] {
    PictureInput.bytes(PictureInput.name(category, area, isImported), [counts])
  }
}

extension PictureInput.ReportColumns {
  fileprivate var bytes: [UInt8] {
    let name = PictureInput.name(category, area, isImported) + (eastings.isEmpty ? "" : " placed")
    return PictureInput.bytes(name, [begins, lengths, eastings, northings])
  }
}
