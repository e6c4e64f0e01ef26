import CLibpq

extension Database {
  /// Runs `body` in a transaction, and keeps what it did if it returns.
  ///
  /// Where the server gives the transaction up in favour of another (40001, 40P01) it is run again as `retry` says, so
  /// `body` may run several times and must have no effect but through its session. Whatever `body` itself throws then
  /// does not matter. An error that `body` caught without a savepoint fails the transaction all the same.
  ///
  /// - Throws: `PostgresError`; what `body` throws; `CancellationError`. In all cases nothing was kept, but for
  ///   `.outcomeUnknown`.
  @discardableResult
  public func transaction<T: Sendable>(
    _ mode: TransactionMode = .readWrite, deadline: Duration? = nil, retry: RetryPolicy = .standard,
    fileID: StaticString = #fileID, line: Int = #line,
    _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    try await repeated(mode, deadline, retry, CallSite(fileID, line), body) { session, callSite in
      try session.commit(callSite)
    }
  }

  /// Runs `body` in a transaction and undoes it: a trial run. Constraints deferred to COMMIT are checked as well.
  @discardableResult
  public func rollingBack<T: Sendable>(
    _ mode: TransactionMode = .readWrite, deadline: Duration? = nil, retry: RetryPolicy = .standard,
    fileID: StaticString = #fileID, line: Int = #line,
    _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    try await repeated(mode, deadline, retry, CallSite(fileID, line), body) { session, callSite in
      if let abortion = session.abortion { throw abortion }
      _ = try session.perform(nil, callSite) { try $0.command("SET CONSTRAINTS ALL IMMEDIATE") }
      session.rollBack()
    }
  }

  /// Runs `body` with each statement kept as soon as it is done, for what cannot be in a transaction.
  ///
  /// A statement whose answer never comes is `.outcomeUnknown`, also where it only reads: the client cannot tell.
  @discardableResult
  public func session<T: Sendable>(
    deadline: Duration? = nil, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    let ending = try await run(until: .now + (deadline ?? options.defaultDeadline)) { connection, unit in
      let session = Session(connection, unit, .autocommit)
      let result = Result { try body(session) }
      session.close()
      // A transaction that a script left open is nobody's.
      session.rollBack()
      return switch result {
      case .success(let value): Ending<T>.value(value)
      case .failure(let error): .failure(error)
      }
    }
    return try ending.get()
  }

  private func repeated<T: Sendable>(
    _ mode: TransactionMode, _ deadline: Duration?, _ retry: RetryPolicy, _ callSite: CallSite,
    _ body: @escaping @Sendable (Session) throws -> T,
    end: @escaping @Sendable (Session, CallSite) throws -> Void
  ) async throws -> T {
    let limit = ContinuousClock.now + (deadline ?? options.defaultDeadline)
    var attempt = 1
    while true {
      let ending = try await run(until: limit) { connection, unit in
        Self.attempt(Session(connection, unit, .transaction(mode)), mode, callSite, body, end)
      }
      guard case .givenUp(let error) = ending else { return try ending.get() }
      let delay = retry.delay(after: attempt)
      guard attempt < retry.maximumAttempts, ContinuousClock.now + delay < limit else { throw error }
      try await retry.sleep(delay)
      attempt += 1
    }
  }

  /// One run, from BEGIN to its end.
  private static func attempt<T: Sendable>(
    _ session: Session, _ mode: TransactionMode, _ callSite: CallSite,
    _ body: (Session) throws -> T, _ end: (Session, CallSite) throws -> Void
  ) -> Ending<T> {
    let connection = session.connection
    session.begin(mode)
    defer { session.close() }
    do {
      let value = try body(session)
      try end(session, callSite)
      return .value(value)
    } catch {
      // Broken before it answered anything: it had been so while nobody used it, and nothing was asked to be kept.
      if !session.hasBegun, case .broken = connection.loss, !session.askedToCommit { return .stale(error) }
      session.rollBack()
      // The state the transaction was in decides, not what the body made of it.
      let cause = (session.abortion ?? error) as? PostgresError
      guard connection.loss == nil, let cause, cause.serverError?.isTransient == true else {
        return .failure(error)
      }
      if cause.serverError?.saysPlanIsStale == true { connection.refresh() }
      return .givenUp(error)
    }
  }
}

extension Database.Ending {
  func get() throws -> T {
    switch self {
    case .value(let value): return value
    case .failure(let error), .givenUp(let error), .stale(let error): throw error
    }
  }
}

extension Connection {
  /// Forgets plans between two runs of a transaction.
  fileprivate func refresh() {
    watchNothing(until: .now + grace)
    do {
      try forgetPlans()
    } catch {
      lose(.broken("DEALLOCATE ALL failed"))
    }
  }
}
