import CLibpq

extension Session {
  /// Runs statements one after the other in a single round trip.
  ///
  /// Outside a transaction they are one transaction together.
  /// - Throws: the error of the first that failed; those after it have not run.
  @discardableResult
  public func pipeline(
    _ statements: [SQL], fileID: StaticString = #fileID, line: Int = #line
  ) throws -> [Rows] {
    guard !statements.isEmpty else { return [] }
    let callSite = CallSite(fileID, line)
    var failed: Int?
    do {
      return try perform(nil, callSite) { connection in
        for (index, sql) in statements.enumerated() {
          failed = index
          try connection.check(sql)
        }
        failed = nil
        return try connection.runPipeline(statements, failed: &failed)
      }
    } catch var error as PostgresError {
      error.statement = failed.map { statements[$0].text }
      throw error
    }
  }
}

extension Connection {
  fileprivate func runPipeline(_ statements: [SQL], failed: inout Int?) throws -> [Rows] {
    guard PQenterPipelineMode(handle) == 1 else { throw lose(.broken(errorMessage)) }
    defer {
      // Left half-way, the stream is in a mode that nothing else knows.
      if PQpipelineStatus(handle) != PQ_PIPELINE_OFF { lose(.broken("a pipeline that did not end")) }
    }
    // What is prepared is used, and nothing new prepared: a pipeline is one trip.
    for sql in statements { try send(sql, prepared.plan(for: sql)) }
    try sent(PQpipelineSync(handle))
    var rows: [Rows] = []
    var failure: (any Error)?
    for index in statements.indices {
      while let result = try nextResult() {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
          rows.append(Rows(result: result))
        case PGRES_PIPELINE_ABORTED:
          continue
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
          lose(.broken("COPY in a pipeline"))
          throw PostgresError(.invalidStatement("COPY cannot be in a pipeline"))
        default:
          if failure == nil { failed = index }
          failure = failure ?? self.failure(result)
          if loss != nil { throw failure! }
        }
      }
    }
    try readSync(&failure)
    guard PQexitPipelineMode(handle) == 1 else { throw lose(.broken(errorMessage)) }
    if let failure { throw failure }
    return rows
  }

  /// The end of the pipeline, where outside a transaction the work is committed: a deferred constraint speaks here, as a
  /// result of its own before the end.
  private func readSync(_ failure: inout (any Error)?) throws {
    var isBetweenResults = false
    while true {
      guard let result = try nextResult() else {
        if isBetweenResults { throw lose(.broken("a pipeline without an end")) }
        isBetweenResults = true
        continue
      }
      if result.status == PGRES_PIPELINE_SYNC { return }
      failure = failure ?? self.failure(result)
      if loss != nil { throw failure! }
      isBetweenResults = false
    }
  }
}
