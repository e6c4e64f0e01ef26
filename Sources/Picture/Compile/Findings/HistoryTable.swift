import Analysis
import EST

/// The history as a table of weekly counts: a row for each area and leaf category with any report.
struct HistoryTable {
  struct Cell: Hashable {
    let area: AreaID
    let category: CategoryCode
  }

  let cells: [Cell]
  let table: CountTable
  /// Reports of the last week that came from other systems, by row.
  let imported: [Int]
  private let history: PictureInput.History
  /// The first week of which something is known, by category.
  private let starts: [CategoryCode: Int]

  /// - Parameter areas: the group's; what happened elsewhere is in no row.
  init(_ history: PictureInput.History, areas: Set<AreaID>) {
    self.history = history
    let starts = HistoryTable.starts(history)
    self.starts = starts
    let weeks = history.weeks.count
    var rows: [Cell: Int] = [:]
    var cells: [Cell] = []
    var counts: [Int32] = []
    var imported: [Int] = []
    for series in history.series {
      guard let area = series.area, areas.contains(area) else { continue }
      let cell = Cell(area: area, category: series.category)
      let row: Int
      if let known = rows[cell] {
        row = known
      } else {
        row = cells.count
        rows[cell] = row
        cells.append(cell)
        let start = starts[series.category] ?? 0
        counts += repeatElement(-1, count: start)
        counts += repeatElement(0, count: weeks - start)
        imported.append(0)
      }
      for (week, count) in series.counts.enumerated() where count > 0 { counts[row * weeks + week] += count }
      if series.isImported { imported[row] += Int(series.counts.last ?? 0) }
    }
    self.cells = cells
    self.imported = imported
    // What one area has too little of to show, all areas together show: the season of a category.
    table = CountTable(
      weekStarts: history.weeks.map(\.daysSince1970), counts: counts,
      seasonGroups: numbered(cells.map(\.category)))
  }

  /// Rows added up under other names, in the order in which these are first met; a `nil` leaves a row out.
  ///
  /// Also reports of no area are counted. Where a part has no data yet the sum is the others'.
  /// - Parameter season: what rows with the same season have in common.
  func summed<Name: Hashable>(
    by name: (CategoryCode, AreaID?) -> Name?, season: (Name) -> some Hashable
  ) -> (names: [Name], table: CountTable) {
    let weeks = history.weeks.count
    var rows: [Name: Int] = [:]
    var names: [Name] = []
    var counts: [Int32] = []
    for series in history.series {
      guard let name = name(series.category, series.area) else { continue }
      let row = rows[name] ?? names.count
      if row == names.count {
        rows[name] = row
        names.append(name)
        counts += repeatElement(-1, count: weeks)
      }
      for week in (starts[series.category] ?? 0)..<weeks {
        counts[row * weeks + week] = max(0, counts[row * weeks + week]) + series.counts[week]
      }
    }
    return (
      names,
      CountTable(
        weekStarts: history.weeks.map(\.daysSince1970), counts: counts,
        seasonGroups: numbered(names.map(season)))
    )
  }

  /// What people report is known from the group's first report on, and what is imported from the first import on: before
  /// that nothing is known, which is not the same as nothing having happened.
  private static func starts(_ history: PictureInput.History) -> [CategoryCode: Int] {
    var first: [Bool: Int] = [:]
    for series in history.series {
      let week = series.counts.firstIndex { $0 > 0 } ?? history.weeks.count
      first[series.isImported] = min(first[series.isImported] ?? week, week)
    }
    var starts: [CategoryCode: Int] = [:]
    for series in history.series {
      let start = first[series.isImported] ?? 0
      starts[series.category] = min(starts[series.category] ?? start, start)
    }
    return starts
  }
}

/// Equal ones get the same number, from 0.
private func numbered(_ names: [some Hashable]) -> [Int] {
  var numbers: [AnyHashable: Int] = [:]
  return names.map { name in
    let number = numbers[name] ?? numbers.count
    numbers[name] = number
    return number
  }
}
