import Postgres

extension Session {
  /// Changes rows that are known to be there.
  ///
  /// Row-level security passes over, without a word, what the speaker may not change: nothing may seem done that was not.
  /// - Throws: ``StoreError/refused(rule:message:)`` where other than so many rows were changed; the transaction is then
  ///   to be undone.
  func change(rows: Int = 1, _ sql: SQL) throws {
    let changed = try execute(sql)
    guard changed == rows else {
      throw StoreError.refused(
        rule: "insufficient_privilege", message: "\(changed) of \(rows) rows could be changed")
    }
  }
}
