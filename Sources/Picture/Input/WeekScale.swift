import EST

/// Sorts minutes into weeks, of which two in a year are an hour longer or shorter than the others.
public struct WeekScale: Sendable {
  /// Minutes since 1970.
  private let starts: [Int32]
  private let minutes: Int

  /// - Parameters:
  ///   - starts: when each week starts, the oldest first, and at the end when the last one ends.
  ///   - weeks: how many stand for one in what follows.
  public init(_ starts: [Instant], weeks: Int = 1) {
    self.starts = starts.map { Int32($0.microseconds / 60_000_000) }
    minutes = 10_080 * weeks
  }

  /// Adds one for each minute to its week. Minutes before the first week, or after the last one, are left out.
  public func add(_ minutes: [Int32], to counts: inout [Int32]) {
    guard let first = starts.first, let end = starts.last else { return }
    for minute in minutes where minute >= first && minute < end { counts[week(of: minute)] += 1 }
  }

  /// The week's number, from 0, of a minute that lies in one.
  public func week(of minute: Int32) -> Int {
    // Weeks of equal length are at most an hour wrong.
    let guess = min(starts.count - 2, Int(minute - starts[0]) / minutes)
    if minute < starts[guess] { return guess - 1 }
    return guess + 2 < starts.count && minute >= starts[guess + 1] ? guess + 1 : guess
  }
}

extension PictureInput.History {
  /// Reports that are counted by week here, and the recent ones kept one by one; the order of series is always the same.
  ///
  /// - Parameters:
  ///   - starts: when each week starts, and when the last one ends.
  ///   - columns: the reports, where the recent ones have lengths and, where they are exact, places; the parts of one
  ///     series in the order of time. What lies outside the weeks is left out.
  public init(weeks: [LocalDate], starts: [Instant], columns: [PictureInput.ReportColumns]) {
    let scale = WeekScale(starts)
    let recent = Int32(starts[max(0, weeks.count - Self.weeksOneByOne)].microseconds / 60_000_000)
    var counts: [SeriesKey: [Int32]] = [:]
    var reports: [SeriesKey: PictureInput.ReportColumns] = [:]
    for column in columns {
      scale.add(
        column.begins,
        to: &counts[SeriesKey(column, isPlaced: false), default: [Int32](repeating: 0, count: weeks.count)])
      // They are in order of time.
      guard !column.lengths.isEmpty, let from = column.begins.firstIndex(where: { $0 >= recent }) else {
        continue
      }
      let key = SeriesKey(column, isPlaced: !column.eastings.isEmpty)
      reports[
        key,
        default: PictureInput.ReportColumns(
          category: column.category, area: column.area, isImported: column.isImported, begins: [],
          lengths: [],
          eastings: [], northings: [])
      ].append(column, from: from)
    }
    self.init(
      weeks: weeks,
      series: SeriesKey.sorted(counts.filter { $0.value.contains { $0 > 0 } }).map { key, counts in
        PictureInput.WeeklySeries(
          category: key.category, area: key.area, isImported: key.isImported, counts: counts)
      },
      reports: SeriesKey.sorted(reports).map(\.value))
  }
}

private struct SeriesKey: Hashable {
  let category: CategoryCode
  let area: AreaID?
  let isImported: Bool
  let isPlaced: Bool

  init(_ columns: PictureInput.ReportColumns, isPlaced: Bool) {
    category = columns.category
    area = columns.area
    isImported = columns.isImported
    self.isPlaced = isPlaced
  }

  static func sorted<Value>(_ values: [SeriesKey: Value]) -> [(key: SeriesKey, value: Value)] {
    // Made once for each, not once for each comparison; what has no area comes last.
    let named = values.map { key, value in
      (
        name: (
          key.category.description, key.area?.description ?? "~", key.isImported ? 1 : 0, key.isPlaced ? 0 : 1
        ),
        key: key, value: value
      )
    }
    return named.sorted { $0.name < $1.name }.map { ($0.key, $0.value) }
  }
}

extension PictureInput.ReportColumns {
  fileprivate mutating func append(_ other: PictureInput.ReportColumns, from: Int) {
    begins += other.begins[from...]
    lengths += other.lengths[from...]
    guard !other.eastings.isEmpty else { return }
    eastings += other.eastings[from...]
    northings += other.northings[from...]
  }

  /// The same reports in the order of time and place, whatever order they came in.
  public func sorted() -> PictureInput.ReportColumns {
    let order = begins.indices.sorted { a, b in
      if begins[a] != begins[b] { return begins[a] < begins[b] }
      if lengths[a] != lengths[b] { return lengths[a] < lengths[b] }
      guard !eastings.isEmpty else { return a < b }
      return (eastings[a], northings[a]) < (eastings[b], northings[b])
    }
    var sorted = self
    sorted.begins = order.map { begins[$0] }
    sorted.lengths = order.map { lengths[$0] }
    if !eastings.isEmpty {
      sorted.eastings = order.map { eastings[$0] }
      sorted.northings = order.map { northings[$0] }
    }
    return sorted
  }
}
