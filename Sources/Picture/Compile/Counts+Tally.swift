import EST

extension ReportSource {
  /// Whether it comes from another system rather than from somebody who reports to the group.
  public var isImported: Bool {
    switch self {
    case .policeImport, .otherImport: true
    case .reporter, .public, .council, .walk: false
    }
  }
}

extension SituationPicture.Counts {
  init(_ tally: Tally, names: CategoryNames, input: PictureInput) {
    total = tally.row(tally.total())
    reported = tally.total { !$0.source.isImported }
    imported = tally.total { $0.source.isImported }
    categories = Self.categories(tally, names: names)
    cells = Self.cells(tally, areas: input.areas)

    let order = categories.map(\.category.code)
    let rows = tally.rows(by: \.area)
    let byArea = Dictionary(
      grouping: tally.sums { AreaAndCategory(area: $0.area, main: $0.category.main) }, by: \.key.area)
    func row(_ area: AreaID?, _ name: String?) -> SituationPicture.AreaRow? {
      guard let split = rows[area] else { return nil }
      let counts = Dictionary(
        uniqueKeysWithValues: (byArea[area] ?? []).map { ($0.key.main, $0.value) })
      return SituationPicture.AreaRow(
        name: name, row: tally.row(split.all), reported: split.reported, imported: split.imported,
        categories: order.compactMap { code in
          counts[code.main].map { SituationPicture.AreaCategory(category: code, counts: $0) }
        })
    }
    areas = input.areas.compactMap { row($0.id, $0.name) }.stablySorted { $0.row.counts > $1.row.counts }
    withoutArea = row(nil, nil)
    silentAreas = input.areas.count { rows[$0.id] == nil }
  }

  private static func categories(_ tally: Tally, names: CategoryNames) -> [SituationPicture.CategoryRow] {
    let rows = tally.rows(by: \.category.main)
    let subtypes = Dictionary(grouping: tally.sums(by: \.category), by: \.key.main)
    let categories = rows.map { main, split -> SituationPicture.CategoryRow in
      var parts = (subtypes[main] ?? []).map {
        SituationPicture.SubtypeRow(category: names.label($0.key), row: tally.row($0.value))
      }
      parts.sort { precedes(($0.row, $0.category), ($1.row, $1.category)) }
      return SituationPicture.CategoryRow(
        category: names.label(CategoryCode(main: main)), row: tally.row(split.all),
        reported: split.reported, imported: split.imported,
        subtypes: parts.contains { $0.category.code.subtype != nil } ? parts : [])
    }
    return categories.sorted { precedes(($0.row, $0.category), ($1.row, $1.category)) }
  }

  /// Most reports first, then by code.
  private static func precedes(
    _ a: (row: SituationPicture.Row, category: SituationPicture.CategoryLabel),
    _ b: (row: SituationPicture.Row, category: SituationPicture.CategoryLabel)
  ) -> Bool {
    a.row.counts > b.row.counts || (a.row.counts == b.row.counts && a.category.code < b.category.code)
  }

  private static func cells(_ tally: Tally, areas: [PictureInput.Area]) -> [SituationPicture.Cell] {
    // Two areas may share a name, so the order goes by their place in the input, and the unplaced come last.
    let place = Dictionary(
      areas.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func rank(_ key: Tally.Key) -> (String, Int, String) {
      (key.category.description, key.area.flatMap { place[$0] } ?? .max, key.source.rawValue)
    }
    return tally.cells.sorted { rank($0.key) < rank($1.key) }.map { key, counts in
      SituationPicture.Cell(
        category: key.category, area: key.area.flatMap { place[$0] }.map { areas[$0].name },
        source: key.source, counts: counts)
    }
  }
}

private struct AreaAndCategory: Hashable {
  let area: AreaID?
  let main: String
}

/// A sum, and what of it people reported and what was imported.
private struct Split {
  var all: SituationPicture.Spans
  var reported: SituationPicture.Spans
  var imported: SituationPicture.Spans
}

extension Tally {
  fileprivate func rows<Name: Hashable>(by name: (Key) -> Name) -> [Name: Split] {
    var rows: [Name: Split] = [:]
    for (key, counts) in cells {
      var split = rows[name(key)] ?? Split(all: zero, reported: zero, imported: zero)
      split.all = split.all + counts
      if key.source.isImported {
        split.imported = split.imported + counts
      } else {
        split.reported = split.reported + counts
      }
      rows[name(key)] = split
    }
    return rows
  }
}

extension SituationPicture.Spans: Comparable {
  /// This period first, then the previous one, then last year's.
  public static func < (a: Self, b: Self) -> Bool {
    (a.current, a.previous ?? 0, a.lastYear ?? 0) < (b.current, b.previous ?? 0, b.lastYear ?? 0)
  }
}
