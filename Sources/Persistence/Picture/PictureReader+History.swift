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

  /// Each accepted report, by category, area, kind of source and kind of place.
  public func reportColumns(from: Instant, to: Instant) throws -> [PictureInput.ReportColumns] {
    func packed(_ value: SQL) -> SQL { "string_agg(int4send((\(value))::integer), '')" }
    return try session.rows(
      """
      select i.category, i.area_id, i.source in ('police-import', 'other-import') as imported,
        \(packed("date_part('epoch', i.occurred_from) / 60")) as begins,
        \(packed("date_part('epoch', coalesce(i.occurred_to, i.occurred_from) - i.occurred_from) / 60")) as lengths,
        \(packed("st_x(i.point) * 10")) as eastings, \(packed("st_y(i.point) * 10")) as northings
      \(accepted(from: from, to: to))
      group by i.category, i.area_id, imported, i.point is null
      order by i.category, i.area_id, imported, i.point is null
      """
    ) { row in
      func column(_ name: String) throws -> [Int32] {
        try row.get(name, as: PackedIntegers?.self)?.values ?? []
      }
      return PictureInput.ReportColumns(
        category: try row.get("category"), area: try row.get("area_id"), isImported: try row.get("imported"),
        begins: try column("begins"), lengths: try column("lengths"), eastings: try column("eastings"),
        northings: try column("northings")
      ).sorted()
    }
  }

  private func accepted(from: Instant, to: Instant) -> SQL {
    """
    \(reports(from: from, to: to)) and i.review = 'accepted'
      and split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
    """
  }
}
