import EST
import Picture
import Postgres

extension PictureReader {
  /// Accepted reports by category, area and week.
  ///
  /// The database hands over the minutes of each series in one value, and the weeks are counted here: a group, a row.
  /// - Parameter starts: when each week starts, the oldest first, and at the end when the last one ends.
  public func weeklySeries(_ starts: [Instant]) throws -> [PictureInput.WeeklySeries] {
    guard let first = starts.first, let end = starts.last, starts.count > 1 else { return [] }
    let weeks = WeekScale(starts)
    return try session.rows(
      """
      select i.category, i.area_id, i.source in ('police-import', 'other-import') as imported,
        string_agg(int4send((date_part('epoch', i.occurred_from) / 60)::integer), '') as minutes
      \(accepted(from: first, to: end))
      group by i.category, i.area_id, imported
      order by i.category, i.area_id, imported
      """
    ) { row in
      PictureInput.WeeklySeries(
        category: try row.get("category"), area: try row.get("area_id"), isImported: try row.get("imported"),
        counts: weeks.count(try row.get("minutes", as: PackedIntegers.self).values))
    }
  }

  /// Accepted reports with an exact place, by category and area, those of a series in no particular order.
  public func placedSeries(from: Instant, to: Instant) throws -> [PictureInput.PlacedSeries] {
    func packed(_ value: SQL) -> SQL { "string_agg(int4send((\(value))::integer), '')" }
    return try session.rows(
      """
      select i.category, i.area_id, \(packed("date_part('epoch', i.occurred_from) / 60")) as begins,
        \(packed("date_part('epoch', coalesce(i.occurred_to, i.occurred_from) - i.occurred_from) / 60")) as lengths,
        \(packed("st_x(i.point) * 10")) as eastings, \(packed("st_y(i.point) * 10")) as northings
      \(accepted(from: from, to: to)) and i.precision = 'point'
      group by i.category, i.area_id
      order by i.category, i.area_id
      """
    ) { row in
      PictureInput.PlacedSeries(
        category: try row.get("category"), area: try row.get("area_id"),
        begins: try row.get("begins", as: PackedIntegers.self).values,
        lengths: try row.get("lengths", as: PackedIntegers.self).values,
        eastings: try row.get("eastings", as: PackedIntegers.self).values,
        northings: try row.get("northings", as: PackedIntegers.self).values)
    }
  }

  /// When the group's first accepted report happened.
  public func firstReport() throws -> Instant? {
    try session.one(
      """
      select min(i.occurred_from) from est.incident i
      where i.municipality = \(municipality) and i.group_id = \(group)
      """, as: Instant?.self)
  }

  private func accepted(from: Instant, to: Instant) -> SQL {
    """
    \(reports(from: from, to: to)) and i.review = 'accepted'
      and split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
    """
  }
}

/// Sorts minutes into weeks, of which two in a year are an hour longer or shorter than the others.
private struct WeekScale {
  /// Minutes since 1970.
  private let starts: [Int32]

  init(_ starts: [Instant]) { self.starts = starts.map { Int32($0.microseconds / 60_000_000) } }

  func count(_ minutes: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: starts.count - 1)
    for minute in minutes {
      // Weeks of equal length are at most an hour wrong.
      var week = min(counts.count - 1, Int(minute - starts[0]) / 10_080)
      if minute < starts[week] { week -= 1 }
      if week + 1 < counts.count, minute >= starts[week + 1] { week += 1 }
      counts[week] += 1
    }
    return counts
  }
}
