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
  /// Reports sorted into blocks; all of them lie in one.
  ///
  /// - Parameter bounds: when each block starts, the oldest first, and at the end when the last one ends.
  static func split(_ reports: [PictureInput.ReportColumns], bounds: [Instant]) -> [PackedReports] {
    let scale = WeekScale(bounds, weeks: ReportBlock.weeks)
    let categories = Numbering(reports.map(\.category))
    let areas = Numbering(reports.compactMap(\.area))
    var blocks = Array(
      repeating: PackedReports(categories: categories.values, areas: areas.values), count: bounds.count - 1)
    for column in reports {
      var counts = [Int32](repeating: 0, count: blocks.count)
      for index in column.begins.indices {
        let block = scale.week(of: column.begins[index])
        counts[block] += 1
        blocks[block].begins.append(column.begins[index])
        if !column.lengths.isEmpty { blocks[block].lengths.append(column.lengths[index]) }
        if !column.eastings.isEmpty {
          blocks[block].eastings.append(column.eastings[index])
          blocks[block].northings.append(column.northings[index])
        }
      }
      let (category, area) = (categories[column.category], column.area.map { areas[$0] } ?? -1)
      let flags = (column.isImported ? imported : 0) | (column.eastings.isEmpty ? 0 : placed)
      for block in blocks.indices where counts[block] > 0 {
        blocks[block].series += [category, area, flags, counts[block]]
      }
    }
    return blocks
  }

  /// The reports of several blocks, each series whole and in the order of the blocks.
  static func joined(_ blocks: [PackedReports]) -> [PictureInput.ReportColumns] {
    let categories = Numbering(blocks.flatMap(\.categories))
    let areas = Numbering(blocks.flatMap(\.areas))
    // A place for each series there may be, so that none is looked up by its name in every block.
    let kinds = 4
    let places = areas.values.count + 1
    var positions = [Int](repeating: -1, count: categories.values.count * places * kinds)
    var columns: [PictureInput.ReportColumns] = []
    for block in blocks {
      let ownCategories = block.categories.map { Int(categories[$0]) }
      let ownAreas = block.areas.map { Int(areas[$0]) }
      var (taken, takenPlaces) = (0, 0)
      for start in stride(from: 0, to: block.series.count, by: 4) {
        let category = ownCategories[Int(block.series[start])]
        let area = block.series[start + 1] < 0 ? -1 : ownAreas[Int(block.series[start + 1])]
        let (flags, count) = (block.series[start + 2], Int(block.series[start + 3]))
        let place = (category * places + area + 1) * kinds + Int(flags)
        if positions[place] < 0 {
          positions[place] = columns.count
          columns.append(
            PictureInput.ReportColumns(
              category: categories.values[category], area: area < 0 ? nil : areas.values[area],
              isImported: flags & imported != 0, begins: [], lengths: [], eastings: [], northings: []))
        }
        let position = positions[place]
        columns[position].begins += block.begins[taken..<taken + count]
        if !block.lengths.isEmpty { columns[position].lengths += block.lengths[taken..<taken + count] }
        taken += count
        guard flags & placed != 0, !block.eastings.isEmpty else { continue }
        columns[position].eastings += block.eastings[takenPlaces..<takenPlaces + count]
        columns[position].northings += block.northings[takenPlaces..<takenPlaces + count]
        takenPlaces += count
      }
    }
    return columns
  }
}

/// Different values and their numbers, in the order in which they are first met.
private struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int32] = [:]

  init(_ all: [Value]) {
    for value in all where numbers[value] == nil {
      numbers[value] = Int32(values.count)
      values.append(value)
    }
  }

  /// Of one of the values.
  subscript(value: Value) -> Int32 { numbers[value]! }
}
