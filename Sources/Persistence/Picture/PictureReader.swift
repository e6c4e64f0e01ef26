import EST
import Picture
import Postgres

/// Reads what a picture is compiled from: counted rows of the group's own reports, by index.
///
/// What is authority-only is read by itself and must not be told by any total of the others.
public struct PictureReader {
  let session: Session
  let municipality: MunicipalityCode
  let group: GroupID
  let audience: Audience
  let knownAt: Instant?

  /// Whom the reports are for.
  public enum Audience: Sendable {
    /// Everyone in the group: open and shared.
    case everyone
    /// Police and municipality only.
    case authorities
  }

  /// - Parameter knownAt: reads the reports as they stood then; as they stand now where nothing is given.
  public init(
    _ session: Session, _ municipality: MunicipalityCode, group: GroupID, for audience: Audience = .everyone,
    knownAt: Instant? = nil
  ) {
    self.session = session
    self.municipality = municipality
    self.group = group
    self.audience = audience
    self.knownAt = knownAt
  }

  /// The group's reports for the audience.
  private var known: SQL {
    let table: SQL =
      if let knownAt { "est.incident_as_of(\(municipality), \(group), \(knownAt))" } else { "est.incident" }
    let classes: SQL =
      switch audience {
      case .everyone: "i.class in ('open', 'shared')"
      case .authorities: "i.class = 'authority-only'"
      }
    return "from \(table) i where i.municipality = \(municipality) and i.group_id = \(group) and \(classes)"
  }

  func reports(from: Instant, to: Instant) -> SQL {
    "\(known) and i.occurred_from >= \(from) and i.occurred_from < \(to)"
  }

  /// When the group's first report happened.
  public func firstReport() throws -> Instant? {
    try session.one("select min(i.occurred_from) \(known)", as: Instant?.self)
  }

  /// Coming events are no reports of what has happened.
  func accepted(from: Instant, to: Instant) -> SQL {
    """
    \(reports(from: from, to: to)) and i.review = 'accepted'
      and split_part(i.category, '/', 1) <> \(CategoryList.comingEvent)
    """
  }

  /// Accepted reports of one span, counted.
  public func counts(_ span: PictureInput.Span, from: Instant, to: Instant) throws -> [PictureInput.Count] {
    try session.rows(
      """
      select i.category, i.area_id, i.source, i.precision, count(*) as reports
      \(accepted(from: from, to: to))
      group by i.category, i.area_id, i.source, i.precision
      """
    ) {
      PictureInput.Count(
        span: span, category: try $0.get("category"), area: try $0.get("area_id"),
        source: try $0.get("source"),
        precision: try $0.get("precision"), reports: Int(try $0.get("reports", as: Int64.self)))
    }
  }

  /// Reports that wait for review, by organisation.
  public func unreviewed(from: Instant, to: Instant) throws -> [PictureInput.OrganisationCount] {
    try session.rows(
      """
      select (select o.name from est.organisation o
          where (o.municipality, o.id) = (\(municipality), r.organisation_id)) as organisation, r.reports
      from (select i.organisation_id, count(*) as reports \(reports(from: from, to: to))
          and i.review = 'received' group by i.organisation_id) r
      order by 1
      """
    ) {
      PictureInput.OrganisationCount(
        organisation: try $0.get("organisation"), reports: Int(try $0.get("reports", as: Int64.self)))
    }
  }

  /// How many of a span were rejected, withdrawn, and accepted though late.
  public func margins(from: Instant, to: Instant) throws -> (rejected: Int, withdrawn: Int, late: Int) {
    try session.first(
      """
      select count(*) filter (where i.review = 'rejected') as rejected,
        count(*) filter (where i.review = 'withdrawn') as withdrawn,
        count(*) filter (where i.review = 'accepted' and i.late) as late
      \(reports(from: from, to: to))
      """
    ) {
      (
        Int(try $0.get("rejected", as: Int64.self)), Int(try $0.get("withdrawn", as: Int64.self)),
        Int(try $0.get("late", as: Int64.self))
      )
    }!
  }

  /// Late reports of earlier periods that have come since `since`.
  public func lateFromEarlier(before: Instant, since: Instant) throws -> Int {
    Int(
      try session.one(
        """
        select count(*) \(known) and i.late and i.review = 'accepted' and i.occurred_from < \(before) and i.received_at >= \(since)
        """, as: Int64.self))
  }

  /// Accepted events that take place in a span, in order of time.
  public func comingEvents(from: Instant, to: Instant, zone: ZoneRules) throws -> [PictureInput.ComingEvent] {
    try session.rows(
      """
      select i.category, i.area_id, i.occurred_from, i.occurred_to \(reports(from: from, to: to))
        and i.review = 'accepted' and split_part(i.category, '/', 1) = \(CategoryList.comingEvent)
      order by i.occurred_from, i.id
      """
    ) {
      let start = zone.local(try $0.get("occurred_from"))
      let end = try $0.get("occurred_to", as: Instant?.self).map(zone.local)
      return PictureInput.ComingEvent(
        category: try $0.get("category"), area: try $0.get("area_id"), date: start.date,
        time: start.time.secondOfDay == 0 ? nil : start.time,
        lastDate: end.flatMap { $0.date > start.date ? $0.date : nil })
    }
  }

  /// The areas of the group, and those that belong to none.
  public func areas() throws -> [PictureInput.Area] {
    try session.rows(
      """
      select a.id, a.name, st_x(c.middle)::integer as easting, st_y(c.middle)::integer as northing
      from est.area a cross join lateral (select st_centroid(a.geometry) as middle) c
      where a.municipality = \(municipality) and (a.group_id is null or a.group_id = \(group))
      order by a.name collate "sv-x-icu"
      """
    ) { row in
      PictureInput.Area(
        id: try row.get("id"), name: try row.get("name"),
        center: SituationPicture.Point(easting: try row.get("easting"), northing: try row.get("northing")))
    }
  }
}
