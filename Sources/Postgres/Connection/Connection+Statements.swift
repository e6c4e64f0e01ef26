import CLibpq

extension Connection {
  /// Runs one statement and gives its result.
  func run(_ sql: SQL) throws -> ResultSet {
    try check(sql)
    let wasIdle = transactionStatus == PQTRANS_IDLE
    let plan = try preparedPlan(for: sql)
    do {
      return try runPlan(plan, sql)
    } catch let error as ServerError where error.saysPlanIsStale && wasIdle {
      guard case .named = plan else { throw error }
      // Outside a transaction the statement did nothing, and may be said again as it stands.
      try forgetPlans()
      return try runPlan(.direct, sql)
    }
  }

  /// Hands over a statement whose result the caller reads; `flush` sends it.
  func hand(_ sql: SQL, _ plan: PreparedStatements.Plan) throws {
    try sql.withWireForm { count, types, values, lengths, formats in
      switch plan {
      case .named(let name):
        try handed(PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1))
      case .direct, .prepare:
        try handed(PQsendQueryParams(handle, sql.text, count, types, values, lengths, formats, 1))
      }
    }
  }

  /// Drops every prepared statement: their plans belong to a schema of before.
  func forgetPlans() throws {
    prepared.removeAll()
    try command("DEALLOCATE ALL")
  }

  func check(_ sql: SQL, _ callSite: CallSite? = nil) throws {
    let reason: String
    switch sql.fault {
    case nil where sql.parameters.count > 65_535: reason = "more than 65535 parameters"
    case nil: return
    case .nulCharacter: reason = "a text holds the character U+0000"
    case .arrayOfArrays: reason = "an array of arrays is not supported"
    case .tooLong: reason = "a value is longer than a gigabyte"
    }
    throw PostgresError(.invalidStatement(reason), callSite: callSite)
  }

  /// How the statement is to be said, having prepared it where it is time.
  private func preparedPlan(for sql: SQL) throws -> PreparedStatements.Plan {
    let plan = prepared.plan(for: sql)
    guard case .prepare(let key) = plan, transactionStatus != PQTRANS_INERROR else { return plan }
    try deallocateDiscarded()
    let name = prepared.nextName()
    try sent(PQsendPrepare(handle, name, sql.text, Int32(key.types.count), key.types))
    _ = try lastResult()
    prepared.didPrepare(key, as: name)
    return .named(name)
  }

  /// Tells the server of the statements that have left the cache.
  func deallocateDiscarded() throws {
    guard !prepared.discarded.isEmpty, transactionStatus != PQTRANS_INERROR else { return }
    try command(prepared.discarded.map { "DEALLOCATE \($0)" }.joined(separator: ";"))
    prepared.didDeallocate()
  }

  private func runPlan(_ plan: PreparedStatements.Plan, _ sql: SQL) throws -> ResultSet {
    try hand(sql, plan)
    try flush()
    guard let result = try lastResult() else { throw lose(.broken("an answer without a result")) }
    return result
  }
}

extension SQL {
  /// The statement's parameters as libpq takes them, good during the call.
  func withWireForm<Result>(
    _ body: (
      _ count: Int32, _ types: [UInt32], _ values: [UnsafePointer<CChar>?], _ lengths: [Int32],
      _ formats: [Int32]
    ) throws -> Result
  ) rethrows -> Result {
    try bytes.storage.withUnsafeBytes { buffer in
      // An empty value must not look like NULL, so there is always somewhere to point to.
      let base = buffer.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!
      return try body(
        Int32(parameters.count), parameters.map(\.oid),
        parameters.map { $0.offset.map { base.advanced(by: $0).assumingMemoryBound(to: CChar.self) } },
        parameters.map { Int32(truncatingIfNeeded: $0.length) },
        parameters.map { $0.isText ? 0 : 1 })
    }
  }
}

extension ServerError {
  /// True where the statement was right when it was prepared, and the schema has changed since.
  var saysPlanIsStale: Bool {
    switch sqlState {
    case SQLState.featureNotSupported: sourceFunction == "RevalidateCachedQuery"
    case SQLState.invalidStatementName: true
    default: false
    }
  }
}
