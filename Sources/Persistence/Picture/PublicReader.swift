import EST
import Picture
import Postgres

/// Reads what may be made public, already counted: accepted reports of the whole municipality, by month, area and
/// category.
public struct PublicReader {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  public struct Count: Sendable, Equatable {
    /// From the first month that was asked for.
    public let month: Int
    public let area: AreaID?
    public let category: CategoryCode
    public let reports: Int
  }

  /// - Parameter starts: when each month starts, and at the end when the last one ends.
  public func counts(_ starts: [Instant]) throws -> [Count] {
    guard let first = starts.first, let end = starts.last, starts.count > 1 else { return [] }
    // Group by group, since that is how the index of time stands.
    return try session.rows(
      """
      select width_bucket(i.occurred_from, \(starts)::timestamptz[]) as month, i.area_id, i.category,
        count(*) as reports
      from est.est_group g
      join est.incident i on i.municipality = g.municipality and i.group_id = g.id
      where g.municipality = \(municipality) and i.occurred_from >= \(first) and i.occurred_from < \(end)
        and i.class in ('open', 'shared') and i.review = 'accepted'
        and split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
      group by 1, 2, 3
      """
    ) {
      Count(
        month: Int(try $0.get("month", as: Int32.self)) - 1, area: try $0.get("area_id"),
        category: try $0.get("category"), reports: Int(try $0.get("reports", as: Int64.self)))
    }
  }

  public func areas() throws -> [PublicDivision.Area] {
    try session.rows(
      """
      select a.id, a.name, a.population, st_x(c.middle)::integer as easting, st_y(c.middle)::integer as northing
      from est.area a cross join lateral (select st_centroid(a.geometry) as middle) c
      where a.municipality = \(municipality) order by a.name collate "sv-x-icu", a.id
      """
    ) {
      PublicDivision.Area(
        id: try $0.get("id"), name: try $0.get("name"),
        population: try $0.get("population", as: Int32?.self).map(Int.init),
        center: SituationPicture.Point(easting: try $0.get("easting"), northing: try $0.get("northing")))
    }
  }

  /// Every category of every list there has been, the newest first: an old report keeps the one it was made with.
  public func categories() throws -> [Category] {
    try session.rows(
      """
      select code, swedish, english, common from est.category
      where municipality = \(municipality) order by version desc, position
      """
    ) {
      Category(
        code: try $0.get("code"), swedish: try $0.get("swedish"), english: try $0.get("english"),
        common: try $0.get("common"))
    }
  }
}
