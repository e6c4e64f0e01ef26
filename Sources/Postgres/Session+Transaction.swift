import CLibpq

extension Session {
  /// Runs `body` so that what it did is undone when it throws, and the transaction goes on.
  ///
  /// A serialization failure or a deadlock concerns the whole transaction, and is not undone by this.
  @discardableResult
  public func savepoint<T>(
    fileID: StaticString = #fileID, line: Int = #line, _ body: (Session) throws -> T
  ) throws -> T {
    let callSite = CallSite(fileID, line)
    savepoints += 1
    defer { savepoints -= 1 }
    let name = "savepoint_\(savepoints)"
    let begin = SQL(raw: "SAVEPOINT \(name)")
    waiting.append(begin)
    do {
      let value = try body(self)
      // An error the body took to itself has failed what it did all the same.
      if let abortion { throw abortion }
      try runPipeline(waiting + [SQL(raw: "RELEASE SAVEPOINT \(name)")], callSite)
      return value
    } catch {
      // What was not sent yet need not be undone.
      let unsent = waiting.firstIndex { $0.text == begin.text }
      waiting.removeSubrange((unsent ?? 0)...)
      if unsent != nil { throw error }
      // A conflict is the whole transaction's: it stays failed, to be run again.
      if wasGivenUp { throw error }
      // Where this fails the whole transaction will be undone, and the first error is the one to tell.
      let undone = try? perform(nil, callSite) {
        try $0.command("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
      }
      if undone != nil { clearAbortion() }
      throw error
    }
  }

  /// BEGIN goes with the first statement, in one trip.
  func begin(_ mode: TransactionMode) { waiting = [SQL(raw: mode.begin)] }

  /// Ends the transaction and undoes it. Where the server does not answer the connection is lost, which undoes it too.
  func rollBack() {
    guard connection.loss == nil, connection.transactionStatus != PQTRANS_IDLE else { return }
    connection.watchNothing(until: .now + connection.grace)
    do {
      try connection.command("ROLLBACK")
    } catch {
      connection.lose(.broken("ROLLBACK failed"))
    }
  }

  /// Ends the transaction and keeps it.
  /// - Throws: `.outcomeUnknown` where the answer did not come or came with a warning; with every other error nothing
  ///   has been kept.
  func commit(_ callSite: CallSite) throws {
    func located(_ kind: PostgresError.Kind) -> PostgresError {
      PostgresError(kind, statement: "COMMIT", callSite: callSite)
    }
    if let abortion { throw abortion }
    // Nothing was ever said.
    guard hasBegun || waiting.count > 1 else {
      waiting = []
      return
    }
    // A connection that broke while the body was thinking took the transaction with it, and COMMIT is not said yet.
    guard connection.isAlive() else {
      throw located(.connection(connection.loss?.reason ?? connection.errorMessage))
    }
    guard connection.transactionStatus == (hasBegun ? PQTRANS_INTRANS : PQTRANS_IDLE) else {
      throw located(.invalidStatement("the body ended or failed the transaction itself"))
    }
    try unit.seal()
    askedToCommit = true
    let statements = waiting + [SQL(raw: "COMMIT")]
    waiting = []
    connection.notices.warnings = []
    connection.watchNothing(until: max(unit.deadline, .now + connection.grace))
    var failed: Int?
    let tag: String?
    do {
      tag = try connection.pipeline(statements, failed: &failed).last?.result.commandTag
    } catch let error as ServerError {
      var failure = located(.server(error))
      failure.statement = failed.map { statements[$0].text } ?? failure.statement
      if connection.transactionStatus == PQTRANS_INERROR { fail(failure) }
      throw failure
    } catch {
      let loss = connection.lose(.silent)
      throw located(isReadOnly ? .connection(loss.reason) : .outcomeUnknown(loss.reason))
    }
    guard tag == "COMMIT" else {
      throw located(.invalidStatement("the server answered COMMIT with \(tag ?? "nothing")"))
    }
    if let warning = connection.notices.warnings.first {
      throw located(.outcomeUnknown(warning.message))
    }
  }

  private var isReadOnly: Bool {
    if case .transaction(let mode) = mode { mode.isReadOnly } else { false }
  }

  /// True where the server gave the transaction up and it may well succeed if run again.
  var wasGivenUp: Bool {
    (abortion as? PostgresError)?.serverError?.isTransient == true
  }
}

extension ServerError {
  var isTransient: Bool {
    sqlState == SQLState.serializationFailure || sqlState == SQLState.deadlockDetected || saysPlanIsStale
  }
}
