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
    let before = waiting.count
    return Array(try runPipeline(waiting + statements, CallSite(fileID, line)).dropFirst(before))
  }

  /// What waits is among `statements`, and waits no longer whatever comes of them.
  @discardableResult
  func runPipeline(_ statements: [SQL], _ callSite: CallSite) throws -> [Rows] {
    var failed: Int?
    do {
      for (index, sql) in statements.enumerated() {
        failed = index
        try connection.check(sql, callSite)
      }
      failed = nil
      waiting = []
      return try performAlone(nil, callSite) { try $0.pipeline(statements, failed: &failed) }
    } catch var error as PostgresError {
      error.statement = failed.map { statements[$0].text }
      throw error
    }
  }
}

extension Connection {
  /// Which statement a result of the pipeline belongs to, and what it prepares, if that is what it does.
  private struct Step {
    var statement: Int
    var preparing: (key: PreparedStatements.Key, name: String)?
  }

  func pipeline(_ statements: [SQL], failed: inout Int?) throws -> [Rows] {
    try deallocateDiscarded()
    do {
      return try runPipeline(statements, failed: &failed)
    } catch let error as ServerError where error.saysPlanIsStale && transactionStatus == PQTRANS_IDLE {
      // Outside a transaction the whole of it did nothing, and may be said again.
      try forgetPlans()
      failed = nil
      return try runPipeline(statements, failed: &failed)
    }
  }

  private func runPipeline(_ statements: [SQL], failed: inout Int?) throws -> [Rows] {
    guard PQenterPipelineMode(handle) == 1 else { throw lose(.broken(errorMessage)) }
    defer {
      // Left half-way, the stream is in a mode that nothing else knows.
      if PQpipelineStatus(handle) != PQ_PIPELINE_OFF { lose(.broken("a pipeline that did not end")) }
    }
    let steps = try handPipeline(statements)
    try sent(PQpipelineSync(handle))
    var rows: [Rows] = []
    var failure: (any Error)?
    for (index, step) in steps.enumerated() {
      // What the server warns of from here on is the last statement's.
      if index == steps.count - 1 { notices.warnings = [] }
      while let result = try nextResult() {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
          if let (key, name) = step.preparing {
            prepared.didPrepare(key, as: name)
          } else {
            rows.append(Rows(result: result))
          }
        case PGRES_PIPELINE_ABORTED:
          continue
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
          lose(.broken("COPY in a pipeline"))
          throw PostgresError(.invalidStatement("COPY cannot be in a pipeline"))
        default:
          if failure == nil { failed = step.statement }
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

  /// Hands over the statements, preparing those whose time it is on the way: it is one trip still.
  private func handPipeline(_ statements: [SQL]) throws -> [Step] {
    var steps: [Step] = []
    var names: [PreparedStatements.Key: String] = [:]
    for (index, sql) in statements.enumerated() {
      var plan = prepared.plan(for: sql)
      if case .prepare(let key) = plan {
        let name = names[key] ?? prepared.nextName()
        if names.updateValue(name, forKey: key) == nil {
          try handed(PQsendPrepare(handle, name, sql.text, Int32(key.types.count), key.types))
          steps.append(Step(statement: index, preparing: (key, name)))
        }
        plan = .named(name)
      }
      try hand(sql, plan)
      steps.append(Step(statement: index))
    }
    return steps
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
