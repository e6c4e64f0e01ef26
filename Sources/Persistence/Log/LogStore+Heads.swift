import EST
import Postgres

extension LogStore {
  /// The municipalities that have rows for a next head; for a quiet one two looks into an index.
  public static func unsealed(_ session: Session) throws -> [MunicipalityCode] {
    try session.rows(
      """
      select m.municipality from est.municipality m
      where exists (select from est.transition_log l where l.municipality = m.municipality
        and l.written_in < est.log_position(pg_snapshot_xmin(pg_current_snapshot()))
        and l.written_in >= coalesce((select h.until from est.log_head h where h.municipality = m.municipality
          order by h.number desc limit 1), '0'))
      order by m.municipality
      """
    ) { try $0.get("municipality") }
  }

  /// Makes the next head, if there are rows for one. What a transaction that is still at work has written waits for
  /// the next.
  public func seal() throws -> LogHead? {
    try session.first(
      """
      select number, encode(hash, 'hex') as hash, rows, sealed_at from est.seal_own_log(\(municipality))
      where number is not null
      """, readHead)
  }

  /// The newest head; `nil` before the first.
  public func head() throws -> LogHead? {
    try session.first(
      """
      select number, encode(hash, 'hex') as hash, rows, sealed_at from est.log_head
      where municipality = \(municipality) order by number desc limit 1
      """, readHead)
  }

  private func readHead(_ row: Row) throws -> LogHead {
    LogHead(
      municipality: municipality, number: try row.get("number"), hash: try row.get("hash"),
      rows: Int(try row.get("rows", as: Int64.self)), sealedAt: try row.get("sealed_at"))
  }
}
