import EST
import Picture

/// The reports of a block in few values: one for each column, and one that says which series they are of.
struct PackedReports {
  let categories: [CategoryCode]
  let areas: [AreaID]
  /// Category, area, kind and number of reports of each series, as the database's schema says.
  var series: [Int32] = []
  var begins: [Int32] = []
  var lengths: [Int32] = []
  var eastings: [Int32] = []
  var northings: [Int32] = []

  private static let imported: Int32 = 1
  private static let placed: Int32 = 2
}

extension PackedReports {
  /// - Parameters:
  ///   - categories: those of the reports, and maybe others.
  ///   - areas: likewise.
  init(_ reports: [PictureInput.ReportColumns], categories: [CategoryCode], areas: [AreaID]) {
    self.init(categories: categories, areas: areas)
    let category = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, Int32($0)) })
    let area = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, Int32($0)) })
    for column in reports {
      series += [
        category[column.category] ?? -1, column.area.flatMap { area[$0] } ?? -1,
        (column.isImported ? Self.imported : 0) | (column.eastings.isEmpty ? 0 : Self.placed),
        Int32(column.begins.count),
      ]
      begins += column.begins
      lengths += column.lengths
      eastings += column.eastings
      northings += column.northings
    }
  }

  var columns: [PictureInput.ReportColumns] {
    var (taken, takenPlaces) = (0, 0)
    return stride(from: 0, to: series.count, by: 4).map { start in
      let (flags, count) = (series[start + 2], Int(series[start + 3]))
      let isPlaced = flags & Self.placed != 0 && !eastings.isEmpty
      let (own, places) = (taken..<taken + count, takenPlaces..<takenPlaces + (isPlaced ? count : 0))
      (taken, takenPlaces) = (own.upperBound, places.upperBound)
      return PictureInput.ReportColumns(
        category: categories[Int(series[start])],
        area: series[start + 1] < 0 ? nil : areas[Int(series[start + 1])],
        isImported: flags & Self.imported != 0, begins: Array(begins[own]),
        lengths: lengths.isEmpty ? [] : Array(lengths[own]), eastings: Array(eastings[places]),
        northings: Array(northings[places]))
    }
  }
}
