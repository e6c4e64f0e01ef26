import EST
import Postgres

extension LogStore {
  private static let headsAtATime = 500

  func verifyHeads(_ report: inout LogReport, _ progress: (LogReport) -> Void) throws {
    var after = Int32.min
    while true {
      let heads = try session.rows(judgedHeads(after: after), Self.readHead)
      report.heads += heads.count
      report.brokenHeads += heads.filter { !$0.faults.isEmpty }
      progress(report)
      guard let last = heads.last else { break }
      after = Int32(clamping: last.number)
    }
    let until = try session.first(
      """
      select h.until::text from est.log_head h where h.municipality = \(municipality) order by h.number desc limit 1
      """
    ) { try $0.get("until", as: String.self) }
    report.unsealedRows = Int(
      try session.one(
        """
        select count(*) from est.transition_log l
        where l.municipality = \(municipality) and l.written_in >= \(until ?? "0")::text::xid8
        """, as: Int64.self))
  }

  /// The next heads in their order, each beside what its rows make now; `est.log_head_hash` says the same.
  private func judgedHeads(after: Int32) -> SQL {
    """
    with head as (
      select h.*, lag(h.number) over w as last_number, lag(h.until) over w as since, lag(h.hash) over w as last_hash
      from est.log_head h where h.municipality = \(municipality) and h.number >= \(after)
      window w as (order by h.number) order by h.number limit \(Self.headsAtATime + 1)
    )
    select h.number, h.rows, c.found, array_remove(array[
      case when h.hash is distinct from sha256(coalesce(h.last_hash, '') || convert_to(concat_ws(',', h.municipality,
        h.number, h.until, h.rows, extract(epoch from h.sealed_at)) || E'\\n', 'UTF8') || c.covered)
        then 'content' end,
      case when h.rows <> c.found then 'rows' end,
      case when h.number <> coalesce(h.last_number, 0) + 1 then 'missing' end,
      case when h.until <= h.since then 'order' end], null) as faults
    from head h cross join lateral (
      select count(*) as found, coalesce(string_agg(l.hash || int8send(l.written_in::text::bigint), ''
        order by l.instance_id, l.revision), '') as covered
      from est.transition_log l where l.municipality = \(municipality)
        and l.written_in >= coalesce(h.since, '0') and l.written_in < h.until) c
    where h.number > \(after)
    order by h.number
    """
  }

  private static func readHead(_ row: Row) throws -> BrokenHead {
    BrokenHead(
      number: try row.get("number"),
      faults: try row.get("faults", as: [String].self).compactMap(BrokenHead.Fault.init(rawValue:)),
      rows: Int(try row.get("rows", as: Int64.self)), found: Int(try row.get("found", as: Int64.self)))
  }

  func verifyPictures(_ report: inout LogReport) throws {
    let pictures = try session.rows(
      """
      select g.name, c.label, p.version, p.log_head, h.number is not null as is_known,
        h.hash is not distinct from p.log_head_hash as fits
      from est.picture p
        join est.cycle c on (c.municipality, c.id) = (p.municipality, p.cycle_id)
        join est.est_group g on (g.municipality, g.id) = (c.municipality, c.group_id)
        left join est.log_head h on (h.municipality, h.number) = (p.municipality, p.log_head)
      where p.municipality = \(municipality) and p.log_head is not null
      order by p.log_head, c.label, p.version
      """
    ) {
      (
        BrokenPicture(
          group: try $0.get("name"), period: try $0.get("label"), version: try $0.get("version"),
          head: try $0.get("log_head"), isKnown: try $0.get("is_known")), try $0.get("fits", as: Bool.self)
      )
    }
    report.pictures = pictures.count
    report.brokenPictures = pictures.filter { !$0.1 }.map(\.0)
  }
}
