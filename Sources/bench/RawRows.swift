import EST
import Foundation
import Persistence
import Postgres

/// Stored reports as columns, to be stored again by hand-written SQL.
struct RawRows: Sendable {
  var municipality: [String] = []
  var received: [Instant] = []
  var id: [UUID] = []
  var register: [String?] = []
  var reference: [String?] = []
  var print: [Int64?] = []
  var group: [UUID] = []
  var organisation: [UUID] = []
  var reporter: [UUID] = []
  var source: [String] = []
  var reportClass: [String] = []
  var categoryVersion: [Int32] = []
  var category: [String] = []
  var reasons: [String] = []
  var area: [UUID?] = []
  var point: [[UInt8]?] = []
  var precision: [String] = []
  var from: [Instant] = []
  var to: [Instant?] = []
  var certainty: [String] = []

  static func read(_ session: Session, batch: Int) throws -> [RawRows] {
    var batches: [RawRows] = [RawRows()]
    try session.forEach(
      """
      select i.municipality, i.received_at, i.id, k.register, k.reference, k.source_print, i.group_id,
        i.organisation_id, i.reported_by, i.source, i.class, i.category_version, i.category,
        array_to_string(i.reasons, '|') as reasons, i.area_id, st_asewkb(i.point) as point, i.precision,
        i.occurred_from, i.occurred_to, i.certainty
      from est.incident i join est.incident_key k on (k.municipality, k.id) = (i.municipality, i.id)
      """
    ) { row in
      if batches[batches.count - 1].id.count == batch { batches.append(RawRows()) }
      try batches[batches.count - 1].append(row)
    }
    return batches
  }

  private mutating func append(_ row: Row) throws {
    municipality.append(try row.get("municipality"))
    received.append(try row.get("received_at"))
    id.append(try row.get("id"))
    register.append(try row.get("register"))
    reference.append(try row.get("reference"))
    print.append(try row.get("source_print"))
    group.append(try row.get("group_id"))
    organisation.append(try row.get("organisation_id"))
    reporter.append(try row.get("reported_by"))
    source.append(try row.get("source"))
    reportClass.append(try row.get("class"))
    categoryVersion.append(try row.get("category_version"))
    category.append(try row.get("category"))
    reasons.append(try row.get("reasons"))
    area.append(try row.get("area_id"))
    point.append(try row.get("point"))
    precision.append(try row.get("precision"))
    from.append(try row.get("occurred_from"))
    to.append(try row.get("occurred_to"))
    certainty.append(try row.get("certainty"))
  }

  /// - Returns: how many were new.
  func insert(_ session: Session) throws -> Int {
    try session.execute(
      """
      insert into est.incident_key (municipality, id, received_at, register, reference, source_print, group_id,
        organisation_id, reported_by, class)
      select * from unnest(\(municipality)::text[], \(id)::uuid[], \(received)::timestamptz[],
        \(register)::text[], \(reference)::text[], \(print)::bigint[], \(group)::uuid[], \(organisation)::uuid[],
        \(reporter)::uuid[], \(reportClass)::text[])
      on conflict do nothing
      """)
    return try session.execute(
      """
      insert into est.incident (municipality, received_at, id, group_id, organisation_id, reported_by, source,
        class, category_version, category, reasons, area_id, point, precision, occurred_from, occurred_to,
        certainty)
      select m, r, i, g, o, p, s, c, v, t, case when e = '' then '{}' else string_to_array(e, '|') end, a,
        st_geomfromewkb(q), z, f, u, y
      from unnest(\(municipality)::text[], \(received)::timestamptz[], \(id)::uuid[], \(group)::uuid[],
        \(organisation)::uuid[], \(reporter)::uuid[], \(source)::text[], \(reportClass)::text[],
        \(categoryVersion)::integer[], \(category)::text[], \(reasons)::text[], \(area)::uuid[],
        \(point)::bytea[], \(precision)::text[], \(from)::timestamptz[], \(to)::timestamptz[],
        \(certainty)::text[])
        as w(m, r, i, g, o, p, s, c, v, t, e, a, q, z, f, u, y)
      on conflict do nothing
      """)
  }
}
