import Postgres

/// The positions of the log's rows, which are the server's transaction numbers. A database that is restored on a
/// server whose numbers are smaller would write new rows among the old ones.
struct LogPosition {
  /// The one that gives rows a position.
  static let migration = 11

  let session: Session

  /// Whether the newest head ends at a position that this server has yet to reach.
  func isBehind() throws -> Bool {
    try session.one(
      """
      select coalesce((select h.until from est.log_head h order by h.until desc limit 1)
        > est.log_position(pg_snapshot_xmax(pg_current_snapshot())), false)
      """)
  }

  /// Lets the positions go on above all that are used, where they are behind.
  ///
  /// No transaction that is or will be at work comes below: the oldest one's number is the first position.
  func goOn() throws {
    guard try isBehind() else { return }
    // Who writes waits, and then reads the function anew.
    try session.execute("lock table est.transition_log in share row exclusive mode")
    let ahead: Int64 = try session.one(
      """
      select greatest(
        (select h.until::text::bigint from est.log_head h order by h.until desc limit 1),
        (select max(l.written_in::text::bigint) + 1 from est.transition_log l))
        - pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      """)
    try session.execute(
      """
      create or replace function est.log_position(transaction xid8) returns xid8
      language sql immutable
      as $$ select (transaction::text::bigint + \(raw: String(ahead)))::text::xid8 $$
      """)
  }
}
