import EST
import Foundation
import Postgres

extension LogStore {
  /// Compares every row with its hash, with the row before it and with its instance; every head with its rows; and
  /// every adopted picture with the head that it holds.
  ///
  /// In a transaction of one snapshot. The work is the server's, a piece at a time: what is held in memory is what is
  /// broken. None of the schema's own functions is used, since whoever owns the log owns them too.
  ///
  /// - Parameter progress: told the rows and heads done so far.
  public func verify(
    pieceSize: Int = 20_000, progress: (_ rows: Int, _ heads: Int) -> Void = { _, _ in }
  ) throws -> LogReport {
    let path: String = try session.one("select current_setting('search_path')")
    try session.execute("set local search_path = pg_catalog")
    var report = LogReport()
    try verifyRows(&report, pieceSize) { progress($0.rows, 0) }
    try verifyHeads(&report) { progress($0.rows, $0.heads) }
    try verifyPictures(&report)
    try session.execute("select set_config('search_path', \(path), true)")
    return report
  }

  /// How heads that others keep compare with the log's own, in their order.
  public func compare(_ witnesses: [LogWitness]) throws -> [Testimony] {
    let known = Dictionary(
      uniqueKeysWithValues: try session.rows(
        """
        select number, encode(hash, 'hex') as hash from est.log_head
        where municipality = \(municipality) and number = any(\(witnesses.map(\.number).map(Int32.init(clamping:))))
        """
      ) { (try $0.get("number", as: Int.self), try $0.get("hash", as: String.self)) })
    return witnesses.map { witness in
      guard let hash = known[witness.number] else { return .unknown }
      return hash.hasPrefix(witness.hash) ? .fits : .differs
    }
  }

  // MARK: Rows

  private func verifyRows(_ report: inout LogReport, _ pieceSize: Int, _ progress: (LogReport) -> Void) throws
  {
    // The position of the next transaction, as the server numbers them now.
    let ahead: String = try session.one(
      "select est.log_position(pg_snapshot_xmax(pg_current_snapshot()))::text")
    var since: UUID?
    while true {
      let until = try session.first(
        """
        select l.instance_id from est.transition_log l where \(piece("l", "instance_id", since, nil))
        order by l.instance_id, l.revision offset \(pieceSize - 1) limit 1
        """
      ) { try $0.get("instance_id", as: UUID.self) }
      report.rows += Int(
        try session.one(
          "select count(*) from est.transition_log l where \(piece("l", "instance_id", since, until))",
          as: Int64.self))
      for broken in try session.rows(judgedRows(since, until, ahead), Self.readBroken) {
        report.brokenRows += broken
      }
      progress(report)
      guard let until else { return }
      since = until
    }
  }

  /// The instances after `since` up to and with `until`; `nil` where there is no such end.
  private func piece(_ table: String, _ column: String, _ since: UUID?, _ until: UUID?) -> SQL {
    let after: SQL = since.map { " and \(raw: table).\(raw: column) > \($0)" } ?? ""
    let upTo: SQL = until.map { " and \(raw: table).\(raw: column) <= \($0)" } ?? ""
    return "\(raw: table).municipality = \(municipality)\(after)\(upTo)"
  }

  /// The rows of some instances that are not as they were written, with what is missing before and after each.
  private func judgedRows(_ since: UUID?, _ until: UUID?, _ ahead: String) -> SQL {
    """
    with link as (
      select l.*, lag(l.revision) over w as last_revision, lag(l.hash) over w as last_hash,
        lag(l.to_state) over w as last_state, lag(l.machine) over w as last_machine,
        lag(l.machine_version) over w as last_version, lag(l.group_id) over w as last_group,
        lead(l.revision) over w is null as is_last,
        l.hash is distinct from
          sha256(coalesce(l.previous_hash, '') || convert_to(\(raw: LogRowText.sql("l")), 'UTF8')) as is_changed
      from est.transition_log l where \(piece("l", "instance_id", since, until))
      window w as (partition by l.instance_id order by l.revision)
    ), judged as (
      select coalesce(l.instance_id, i.id) as instance_id, l.revision, l.written_in,
        coalesce(l.last_revision, 0) + 1 as due_revision,
        case when l.revision is null or l.is_last then i.revision end as end_revision,
        array_remove(array[
          case when l.is_changed then 'content' end,
          case when l.revision = coalesce(l.last_revision, 0) + 1 and l.previous_hash is distinct from l.last_hash
            then 'link' end,
          case when l.revision <= coalesce(l.last_revision, 0) then 'number' end,
          case when l.revision = coalesce(l.last_revision, 0) + 1 and (l.from_state <> coalesce(l.last_state, '-')
            or l.machine <> l.last_machine or l.group_id <> l.last_group or l.machine_version < l.last_version)
            then 'continuity' end,
          case when l.written_in >= \(ahead)::text::xid8 then 'position' end,
          case when l.is_last and i.id is null then 'stray' end,
          case when l.is_last and l.revision > i.revision then 'surplus' end,
          case when l.is_last and l.revision = i.revision and (l.to_state, l.machine, l.machine_version, l.group_id)
            is distinct from (i.state, i.machine, i.machine_version, i.group_id) then 'end' end], null) as faults
      from link l full join (select * from est.instance i where \(piece("i", "id", since, until))) i
        on i.id = l.instance_id and l.is_last
    )
    select instance_id, revision, due_revision, end_revision, faults,
      (select h.number from est.log_head h where h.municipality = \(municipality) and h.until > j.written_in
        order by h.number limit 1) as head
    from judged j
    where faults <> '{}' or revision is distinct from due_revision or end_revision > revision
    order by instance_id, revision
    """
  }

  private static func readBroken(_ row: Row) throws -> [BrokenRow] {
    let instance: UUID = try row.get("instance_id")
    let revision: Int? = try row.get("revision")
    let due: Int = try row.get("due_revision")
    let end: Int? = try row.get("end_revision")
    func missing(_ first: Int, _ last: Int) -> [BrokenRow] {
      guard first <= last else { return [] }
      return [BrokenRow(instance: instance, revision: first, last: last, faults: [.missing], head: nil)]
    }
    guard let revision else { return missing(1, max(end ?? 1, 1)) }
    let faults = try row.get("faults", as: [String].self).compactMap(BrokenRow.Fault.init(rawValue:))
    let own =
      faults.isEmpty
      ? []
      : [
        BrokenRow(
          instance: instance, revision: revision, last: revision, faults: faults, head: try row.get("head"))
      ]
    return missing(due, revision - 1) + own + missing(revision + 1, end ?? 0)
  }
}
