import EST

/// Sorts minutes into weeks, of which two in a year are an hour longer or shorter than the others.
public struct WeekScale: Sendable {
  /// Minutes since 1970.
  private let starts: [Int32]

  /// - Parameter starts: when each week starts, the oldest first, and at the end when the last one ends.
  public init(_ starts: [Instant]) { self.starts = starts.map { Int32($0.microseconds / 60_000_000) } }

  /// How many of the minutes lie in each week; all of them lie in one.
  public func count(_ minutes: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: starts.count - 1)
    for minute in minutes { counts[week(of: minute)] += 1 }
    return counts
  }

  /// The week's number, from 0.
  public func week(of minute: Int32) -> Int {
    // Weeks of equal length are at most an hour wrong.
    let guess = min(starts.count - 2, Int(minute - starts[0]) / 10_080)
    if minute < starts[guess] { return guess - 1 }
    return guess + 2 < starts.count && minute >= starts[guess + 1] ? guess + 1 : guess
  }
}

extension PictureInput.History {
  /// Older reports that come counted, and recent ones that are counted here.
  ///
  /// - Parameters:
  ///   - older: the first weeks; with as many counts as there are weeks before the recent ones.
  ///   - starts: when each recent week starts, and when the last one ends.
  public init(
    weeks: [LocalDate], older: [PictureInput.WeeklySeries], recent: [PictureInput.ReportColumns],
    starts: [Instant]
  ) {
    struct Key: Hashable {
      let category: CategoryCode
      let area: AreaID?
      let isImported: Bool
    }
    let scale = WeekScale(starts)
    let before = weeks.count - (starts.count - 1)
    var found: [Key: Int] = [:]
    var series: [PictureInput.WeeklySeries] = []
    func index(_ key: Key) -> Int {
      if let index = found[key] { return index }
      found[key] = series.count
      series.append(
        PictureInput.WeeklySeries(
          category: key.category, area: key.area, isImported: key.isImported,
          counts: [Int32](repeating: 0, count: weeks.count)))
      return series.count - 1
    }
    for one in older {
      let place = index(Key(category: one.category, area: one.area, isImported: one.isImported))
      for (week, count) in one.counts.enumerated() { series[place].counts[week] += count }
    }
    for one in recent {
      let place = index(Key(category: one.category, area: one.area, isImported: one.isImported))
      for (week, count) in scale.count(one.begins).enumerated() {
        series[place].counts[before + week] += count
      }
    }
    self.init(weeks: weeks, series: series, reports: recent)
  }
}

extension PictureInput.ReportColumns {
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
