import EST
import Picture
import Postgres

extension PictureReader {
  /// The accepted reports of a history's weeks: of whole blocks what is kept, where nothing in them has changed since,
  /// and what has been read anew is kept for the next picture.
  ///
  /// - Parameter weeks: Mondays without a gap, the oldest first.
  public func history(
    of weeks: [LocalDate], midnight: (LocalDate) -> Instant
  ) throws -> PictureInput.History {
    guard let last = weeks.last else { return PictureInput.History() }
    let (blocks, rest) = ReportBlock.covering(weeks, midnight: midnight)
    let store = KeptReports(session: session, municipality: municipality, group: group)
    // What is kept is what everyone may know, as it stands now.
    let isKept = audience == .everyone && knownAt == nil
    let keeping = isKept ? try store.begin() : nil
    let kept = isKept ? try store.holding(blocks) : [:]
    var columns: [PictureInput.ReportColumns] = []
    for run in blocks.runs(by: { [kept[$0.number] != nil, $0.isDetailed] }) {
      guard let first = run.first, let end = run.last?.ends else { continue }
      if kept[first.number] != nil {
        columns += PackedReports.joined(run.compactMap { kept[$0.number] })
        continue
      }
      let read = try reportColumns(from: first.starts, to: end, detailed: first.isDetailed)
      columns += read
      guard let keeping else { continue }
      try store.keep(run, PackedReports.split(read, bounds: run.map(\.starts) + [end]), as: keeping)
    }
    if let rest { columns += try reportColumns(from: rest.from, to: rest.to, detailed: true) }
    return PictureInput.History(weeks: weeks, starts: (weeks + [last + 7]).map(midnight), columns: columns)
  }

  /// The accepted reports of a span, by category, area, kind of source and kind of place.
  ///
  /// The database hands over each column in one value: a group, a row.
  /// - Parameter detailed: whether each report's length and place are asked for; they come in order of time then.
  private func reportColumns(
    from: Instant, to: Instant, detailed: Bool
  ) throws -> [PictureInput.ReportColumns] {
    func packed(_ value: SQL) -> SQL { "string_agg(int4send((\(value))::integer), '')" }
    let details: SQL = """
      \(packed("date_part('epoch', coalesce(i.occurred_to, i.occurred_from) - i.occurred_from) / 60")) as lengths,
      \(packed("st_x(i.point) * 10")) as eastings, \(packed("st_y(i.point) * 10")) as northings
      """
    let byPlace: SQL = ", i.point is null"
    let none: SQL = "null::bytea as lengths, null::bytea as eastings, null::bytea as northings"
    return try session.rows(
      """
      select i.category, i.area_id, i.source in ('police-import', 'other-import') as imported,
        \(packed("date_part('epoch', i.occurred_from) / 60")) as begins, \(detailed ? details : none)
      \(reports(from: from, to: to)) and i.review = 'accepted'
      group by i.category, i.area_id, imported\(detailed ? byPlace : "")
      having split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
      """
    ) { row in
      func column(_ name: String) throws -> [Int32] {
        try row.get(name, as: PackedIntegers?.self)?.values ?? []
      }
      let columns = PictureInput.ReportColumns(
        category: try row.get("category"), area: try row.get("area_id"), isImported: try row.get("imported"),
        begins: try column("begins"), lengths: try column("lengths"), eastings: try column("eastings"),
        northings: try column("northings"))
      return detailed ? columns.sorted() : columns
    }
  }

}

extension Array {
  /// Neighbours of which something is the same, together.
  fileprivate func runs(by same: (Element) -> some Equatable) -> [[Element]] {
    reduce(into: []) { runs, element in
      if let last = runs.last?.last, same(last) == same(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
  }
}
