import CLibpq

/// The statements of one transaction, or one after the other without a transaction, on one connection.
///
/// Everything here is synchronous and runs on the connection's own queue. A session is good inside the closure it is
/// handed to: it cannot be sent elsewhere, and kept beyond the closure it is `.closed`.
///
/// Every method throws `PostgresError`, what a closure of the caller throws, or `CancellationError` when the task was
/// cancelled. Settings made with `SET` stay with the connection; `SET LOCAL` goes with the transaction.
public final class Session {
  enum Mode {
    case transaction(TransactionMode)
    case autocommit
  }

  let connection: Connection
  let unit: UnitOfWork
  let mode: Mode
  /// The error that put the transaction into its failed state, which alone can be left by rolling back.
  private(set) var abortion: (any Error)?
  var savepoints = 0
  /// What was said without waiting, to go with the next statement; of a transaction, BEGIN first.
  var waiting: [SQL] = []
  /// True once the server has answered anything.
  private(set) var hasBegun = false
  /// True from when COMMIT may have reached the server.
  var askedToCommit = false
  private var isOpen = true

  init(_ connection: Connection, _ unit: UnitOfWork, _ mode: Mode) {
    self.connection = connection
    self.unit = unit
    self.mode = mode
  }

  func close() { isOpen = false }

  func clearAbortion() { abortion = nil }

  func fail(_ error: any Error) { abortion = abortion ?? error }

  /// Runs a statement and gives the number of rows it wrote.
  @discardableResult
  public func execute(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> Int {
    try run(sql, CallSite(fileID, line)).affectedRows
  }

  /// Says a statement without waiting for it: it goes in one trip with the next that is waited for, or with COMMIT.
  ///
  /// Nobody hears what it answers. Where it fails, what it went with throws its error and has not run.
  public func later(_ sql: SQL, fileID: StaticString = #fileID, line: Int = #line) throws {
    guard case .transaction = mode else {
      try execute(sql, fileID: fileID, line: line)
      return
    }
    do {
      try connection.check(sql, CallSite(fileID, line))
    } catch var error as PostgresError {
      error.statement = sql.text
      throw error
    }
    waiting.append(sql)
  }

  /// Runs a statement and reads its rows.
  public func rows<T>(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line, _ read: (Row) throws -> T
  ) throws -> [T] {
    try query(sql, CallSite(fileID, line)).map(read)
  }

  /// Runs a statement and reads its first row, if there is one. The server still makes all of them: say `limit 1`.
  public func first<T>(
    _ sql: SQL, fileID: StaticString = #fileID, line: Int = #line, _ read: (Row) throws -> T
  ) throws -> T? {
    try query(sql, CallSite(fileID, line)).first.map(read)
  }

  /// The first column of the only row.
  /// - Throws: `PostgresError`, `.notOneRow` where there are none or several.
  public func one<T: PostgresDecodable>(
    _ sql: SQL, as type: T.Type = T.self, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> T {
    let callSite = CallSite(fileID, line)
    let rows = try query(sql, callSite)
    guard rows.count == 1 else {
      throw PostgresError(.notOneRow(rows.count), statement: sql.text, callSite: callSite)
    }
    return try rows.result.read(row: 0, column: 0, as: type, callSite: callSite)
  }

  /// Many statements in one text, without parameters. Outside a transaction they are one transaction together.
  public func script(_ text: String, fileID: StaticString = #fileID, line: Int = #line) throws {
    let callSite = CallSite(fileID, line)
    guard !text.utf8.containsNUL else {
      throw PostgresError(.invalidStatement("a text holds the character U+0000"), callSite: callSite)
    }
    _ = try perform(nil, callSite) { try $0.command(text) }
  }

  private func query(_ sql: SQL, _ callSite: CallSite) throws -> Rows {
    Rows(result: try run(sql, callSite))
  }

  private func run(_ sql: SQL, _ callSite: CallSite) throws -> ResultSet {
    if waiting.isEmpty { return try perform(sql.text, callSite) { try $0.run(sql) } }
    return try runPipeline(waiting + [sql], callSite).last!.result
  }
}

// MARK: - What every statement goes through

extension Session {
  /// Sends what waits, opens the unit's gate for one statement, runs it, and says in the caller's words what went wrong.
  func perform<Result>(
    _ statement: String?, _ callSite: CallSite, _ work: (Connection) throws -> Result
  ) throws -> Result {
    if !waiting.isEmpty { try runPipeline(waiting, callSite) }
    return try performAlone(statement, callSite, work)
  }

  func performAlone<Result>(
    _ statement: String?, _ callSite: CallSite, _ work: (Connection) throws -> Result
  ) throws -> Result {
    let place = Place(statement: statement, callSite: callSite)
    guard isOpen else { throw place.error(.closed) }
    if let loss = connection.loss { throw place.error(.connection(loss.reason)) }
    try unit.beginStatement()
    connection.watch(unit)
    connection.notices.warnings = []
    let result = Swift.Result { try work(connection) }
    if !unit.endStatement(grace: connection.grace) { connection.lose(.silent) }
    if connection.loss == nil { hasBegun = true }
    do {
      let value = try result.get()
      if case .autocommit = mode,
        let warning = connection.notices.warnings.first(where: \.leavesReplicationUnconfirmed)
      {
        throw place.error(.outcomeUnknown(warning.message))
      }
      return value
    } catch {
      let error = translated(error, place)
      if case .transaction = mode, abortion == nil, connection.transactionStatus == PQTRANS_INERROR {
        abortion = error
      }
      throw error
    }
  }

  private struct Place {
    var statement: String?
    var callSite: CallSite

    func error(_ kind: PostgresError.Kind) -> PostgresError {
      PostgresError(kind, statement: statement, callSite: callSite)
    }

    func error(_ interruption: UnitOfWork.Interruption) -> any Error {
      var error = interruption.error
      if let postgres = error as? PostgresError { error = self.error(postgres.kind) }
      return error
    }
  }

  private func translated(_ error: any Error, _ place: Place) -> any Error {
    switch error {
    case let error as ServerError:
      if error.sqlState == SQLState.queryCanceled, let interruption = unit.interruption {
        return place.error(interruption)
      }
      return place.error(.server(error))
    case let loss as Connection.Loss:
      if case .autocommit = mode { return place.error(.outcomeUnknown(loss.reason)) }
      if case .silent = loss, let interruption = unit.interruption { return place.error(interruption) }
      return place.error(.connection(loss.reason))
    case let error as PostgresError where error.callSite == nil:
      return place.error(error.kind)
    default:
      return error
    }
  }
}

extension Connection.Loss {
  var reason: String {
    switch self {
    case .broken(let reason): reason
    case .silent: "the server did not answer in time"
    }
  }
}
