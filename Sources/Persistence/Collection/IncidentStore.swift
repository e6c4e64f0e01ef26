import EST
import Foundation
import Postgres

/// Which reports are asked for.
public struct IncidentFilter: Sendable {
  public var group: GroupID?
  public var period: (from: Instant, to: Instant)?
  public var review: Review?
  public var category: CategoryCode?
  public var area: AreaID?
  public var organisation: OrganisationID?
  public var source: ReportSource?
  public var cycle: CycleID?
  public var limit: Int

  public init(limit: Int = 200) { self.limit = limit }
}

/// The reports of one municipality.
public struct IncidentStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The next number for people of the municipality's year, such as `2026-17`.
  public func nextNumber(_ subject: String, year: Int) throws -> String {
    let number: Int32 = try session.one(
      "select est.next_number(\(municipality), \(subject), \(year)::integer)")
    return "\(year)-\(number)"
  }

  /// Stores those of the reports whose id and reference are new to the speaker, in one statement. A reference that is
  /// known only to others is new: nobody learns of a hidden report by being refused.
  /// - Returns: the ids stored; the others were there before.
  public func insert(_ incidents: [NewIncident], from origin: IncidentOrigin) throws -> Set<IncidentID> {
    let contents = incidents.map(\.content)
    // One array a column: COPY is refused under row-level security, and a row at a time is ten times slower.
    return Set(
      try session.rows(
        """
        with given as materialized (
          select \(incidents.map(\.id))::uuid[] as ids, \(incidents.map(\.group))::uuid[] as groups,
            \(contents.map(\.reportClass))::text[] as classes),
        fresh as materialized (
          select key.id from given, est.add_keys(\(municipality), \(origin.receivedAt), \(origin.organisation),
            \(origin.reporter), \(origin.register), given.ids, given.groups, given.classes,
            \(incidents.map(\.reference))::text[], \(incidents.map(\.number))::text[],
            \(incidents.map(\.sourcePrint))::bigint[]) as key(id)),
        incoming as materialized (
          select r.* from given, unnest(
            given.ids, given.groups, given.classes, \(incidents.map(\.cycle))::uuid[],
            \(incidents.map(\.unit))::uuid[], \(incidents.map(\.isLate))::boolean[],
            \(contents.map(\.category))::text[], \(contents.map { $0.reasons.joined(separator: "|") })::text[],
            \(contents.map(\.place.area))::uuid[], \(contents.map(\.place.name))::text[],
            \(contents.map(\.place.type))::text[], \(contents.map { $0.place.point?.easting })::float8[],
            \(contents.map { $0.place.point?.northing })::float8[], \(contents.map(\.place.precision))::text[],
            \(contents.map(\.from))::timestamptz[], \(contents.map(\.to))::timestamptz[],
            \(contents.map(\.certainty))::text[], \(contents.map(\.assessment))::text[],
            \(contents.map(\.text))::text[], \(incidents.map(\.seenAt))::timestamptz[])
          as r(id, group_id, class, cycle_id, unit_id, late, category, reasons, area_id, place, place_type, x, y,
            precision, occurred_from, occurred_to, certainty, assessment, text, seen_at))
        insert into est.incident (municipality, received_at, id, group_id, cycle_id, organisation_id, unit_id,
          reported_by, source, class, category_version, category, reasons, area_id, place, place_type, point,
          precision, occurred_from, occurred_to, certainty, assessment, text, late, seen_at)
        select \(municipality), \(origin.receivedAt), r.id, r.group_id, r.cycle_id, \(origin.organisation),
          r.unit_id, \(origin.reporter), \(origin.source), r.class, \(origin.categoryVersion), r.category,
          case when r.reasons = '' then '{}' else string_to_array(r.reasons, '|') end, r.area_id, r.place,
          r.place_type, case when r.x is not null then st_setsrid(st_makepoint(r.x, r.y), 3006) end, r.precision,
          r.occurred_from, r.occurred_to, r.certainty, r.assessment, r.text, r.late, r.seen_at
        from incoming r join fresh using (id)
        returning id
        """
      ) { try $0.get("id") })
  }

  var columns: SQL {
    """
    select i.id, k.number, k.register, k.reference, i.version, i.group_id, o.name as organisation,
      u.name as unit, i.source, a.name as area_name, i.received_at, i.late, i.review, i.review_reason, i.class,
      i.category, i.reasons, i.area_id, i.place, i.place_type, st_x(i.point) as x, st_y(i.point) as y,
      i.occurred_from, i.occurred_to, i.certainty, i.assessment, i.text
    from est.incident i
    join est.incident_key k on (k.municipality, k.id) = (i.municipality, i.id)
    join est.organisation o on (o.municipality, o.id) = (i.municipality, i.organisation_id)
    left join est.unit u on (u.municipality, u.id) = (i.municipality, i.unit_id)
    left join est.area a on (a.municipality, a.id) = (i.municipality, i.area_id)
    where i.municipality = \(municipality)
    """
  }

  static func read(_ row: Row) throws -> Incident {
    let x: Double? = try row.get("x")
    let y: Double? = try row.get("y")
    var point: SwerefPoint?
    if let x, let y { point = SwerefPoint(easting: x, northing: y) }
    return Incident(
      id: try row.get("id"), number: try row.get("number"), register: try row.get("register"),
      reference: try row.get("reference"), version: Int(try row.get("version", as: Int32.self)),
      group: try row.get("group_id"), organisation: try row.get("organisation"), unit: try row.get("unit"),
      source: try row.get("source"), areaName: try row.get("area_name"),
      receivedAt: try row.get("received_at"), isLate: try row.get("late"), review: try row.get("review"),
      reviewReason: try row.get("review_reason"),
      content: IncidentContent(
        reportClass: try row.get("class"), category: try row.get("category"), reasons: try row.get("reasons"),
        place: Place(
          area: try row.get("area_id"), name: try row.get("place"), type: try row.get("place_type"),
          point: point),
        from: try row.get("occurred_from"), to: try row.get("occurred_to"),
        certainty: try row.get("certainty"), assessment: try row.get("assessment"), text: try row.get("text"))
    )
  }

  /// The report of a number for people, an id, or a reference in any register.
  public func find(_ name: String) throws -> Incident? {
    let id = UUID(uuidString: name)
    return try session.first(
      """
      \(columns) and (i.id, i.received_at) in (select k.id, k.received_at from est.incident_key k
        where k.municipality = \(municipality)
          and (k.number = \(name) or k.id = \(id) or k.reference = \(name)))
      """, Self.read)
  }

  /// Newest first.
  public func list(_ filter: IncidentFilter) throws -> [Incident] {
    var query = columns
    if let group = filter.group { query += " and i.group_id = \(group)" }
    if let period = filter.period {
      query += " and i.occurred_from >= \(period.from) and i.occurred_from < \(period.to)"
    }
    if let review = filter.review { query += " and i.review = \(review)" }
    if let category = filter.category {
      query += " and (i.category = \(category) or split_part(i.category, '/', 1) = \(category))"
    }
    if let area = filter.area { query += " and i.area_id = \(area)" }
    if let organisation = filter.organisation { query += " and i.organisation_id = \(organisation)" }
    if let source = filter.source { query += " and i.source = \(source)" }
    if let cycle = filter.cycle { query += " and i.cycle_id = \(cycle)" }
    return try session.rows(
      "\(query) order by i.occurred_from desc, i.id limit \(filter.limit)", Self.read)
  }

  /// What the report said before, oldest first.
  public func versions(of id: IncidentID) throws -> [IncidentVersion] {
    try session.rows(
      """
      select v.version, v.superseded_at, p.login, v.reason, v.content::text as content
      from est.incident_version v
      join est.participant p on (p.municipality, p.id) = (v.municipality, v.superseded_by)
      where v.municipality = \(municipality) and v.id = \(id) order by v.version
      """
    ) {
      IncidentVersion(
        version: Int(try $0.get("version", as: Int32.self)), supersededAt: try $0.get("superseded_at"),
        supersededBy: try $0.get("login"), reason: try $0.get("reason"), content: try $0.get("content"))
    }
  }

  /// What the speaker knows under references of a register.
  public func known(_ references: [String], in register: String) throws -> [String: KnownReport] {
    Dictionary(
      try session.rows(
        """
        select k.reference, k.id, k.source_print, i.seen_at, i.review
        from est.incident_key k
        join est.incident i on (i.municipality, i.received_at, i.id) = (k.municipality, k.received_at, k.id)
        where k.municipality = \(municipality) and k.register = \(register)
          and k.reference = any(\(references)::text[])
        order by k.twin
        """
      ) {
        (
          try $0.get("reference"),
          KnownReport(
            id: try $0.get("id"), sourcePrint: try $0.get("source_print"), seenAt: try $0.get("seen_at"),
            review: try $0.get("review"))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The report that was amended under a key, and the version that it got by that.
  public func amended(under key: UUID) throws -> (id: IncidentID, version: Int)? {
    try session.first(
      "select id, version from est.incident_version where municipality = \(municipality) and key = \(key)"
    ) { (try $0.get("id"), Int(try $0.get("version", as: Int32.self)) + 1) }
  }

  /// Tells the database who changes reports in this transaction, and why: it keeps what they said before.
  /// - Parameter key: the client's own key of the one change that follows.
  public func speak(as actor: ParticipantID, because reason: String?, key: UUID? = nil) throws {
    try session.execute(
      """
      select set_config('est.actor', \(actor)::text, true), set_config('est.reason', \(reason ?? ""), true),
        set_config('est.key', \(key?.uuidString ?? ""), true)
      """)
  }

  /// Takes the free texts out of a report and of all that it said before; the database puts its mark there.
  /// - Returns: out of how many versions.
  public func redact(
    _ id: IncidentID, because reason: String, by actor: ParticipantID, at now: Instant
  ) throws -> Int {
    try session.first(
      """
      insert into est.redaction (municipality, received_at, id, at, redacted_by, reason, versions)
      select k.municipality, k.received_at, k.id, \(now), \(actor), \(reason),
        (select i.version from est.incident i
          where (i.municipality, i.received_at, i.id) = (k.municipality, k.received_at, k.id))
      from est.incident_key k where k.municipality = \(municipality) and k.id = \(id)
      returning versions
      """
    ) { Int(try $0.get("versions", as: Int32.self)) } ?? 0
  }

  /// Gives a report new content; the database keeps the old.
  ///
  /// - Parameters:
  ///   - sourcePrint: what the source says now, where the amendment is its.
  ///   - withdrawal: why the report is withdrawn with it, such as an event that turned out to be elsewhere.
  public func amend(
    _ id: IncidentID, to content: IncidentContent, categoryVersion: Int, sourcePrint: Int64? = nil,
    seenAt: Instant? = nil, withdrawal: String? = nil
  ) throws {
    let place = content.place
    let key: SQL = """
      select k.id, k.received_at from est.incident_key k where k.municipality = \(municipality) and k.id = \(id)
      """
    try session.change(
      """
      update est.incident set class = \(content.reportClass), category_version = \(categoryVersion),
        category = \(content.category), reasons = \(content.reasons), area_id = \(place.area),
        place = \(place.name), place_type = \(place.type),
        point = case when \(place.point?.easting)::float8 is not null
          then st_setsrid(st_makepoint(\(place.point?.easting)::float8, \(place.point?.northing)::float8), 3006) end,
        precision = \(place.precision), occurred_from = \(content.from), occurred_to = \(content.to),
        certainty = \(content.certainty), assessment = \(content.assessment), text = \(content.text),
        seen_at = coalesce(\(seenAt)::timestamptz, seen_at),
        review = case when \(withdrawal)::text is null then review else 'withdrawn' end,
        review_reason = coalesce(\(withdrawal)::text, review_reason)
      where municipality = \(municipality) and (id, received_at) in (\(key))
      """)
    guard let sourcePrint else { return }
    try session.change(
      """
      update est.incident_key set source_print = \(sourcePrint) where municipality = \(municipality) and id = \(id)
      """)
  }

  public func review(
    _ ids: [IncidentID], as review: Review, because reason: String?, by actor: ParticipantID, at now: Instant
  ) throws {
    try session.change(
      rows: ids.count,
      """
      update est.incident set review = \(review), review_reason = \(reason), reviewed_by = \(actor),
        reviewed_at = \(now)
      where municipality = \(municipality) and (id, received_at) in (
        select k.id, k.received_at from est.incident_key k
        where k.municipality = \(municipality) and k.id = any(\(ids)::uuid[]))
      """)
  }

  /// Accepts every report of a group that happened before `end` and waits for review.
  /// - Returns: how many.
  public func acceptAll(
    of group: GroupID, before end: Instant, source: ReportSource?, by actor: ParticipantID, at now: Instant
  ) throws -> Int {
    try session.execute(
      """
      update est.incident set review = 'accepted', reviewed_by = \(actor), reviewed_at = \(now)
      where municipality = \(municipality) and group_id = \(group) and review = 'received'
        and occurred_from < \(end) and (\(source)::text is null or source = \(source))
      """)
  }
}
