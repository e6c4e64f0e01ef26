import CLibpq

/// An error as the server described it (section 55.8 of PostgreSQL's manual, "Error and Notice Message Fields").
public struct ServerError: Error, Sendable, CustomStringConvertible {
  /// ERROR, FATAL or PANIC, in English whatever the server speaks.
  public var severity: String
  public var sqlState: String
  public var message: String
  /// May hold values of the row in question.
  public var detail: String?
  public var hint: String?
  public var schemaName: String?
  public var tableName: String?
  public var columnName: String?
  public var constraintName: String?
  /// Where in the statement, in characters from 1.
  public var position: Int?
  /// The call stack of functions and triggers.
  public var context: String?
  /// The function in the server's source that said it.
  var sourceFunction: String?

  public var description: String { "\(message) (\(sqlState))" }

  /// FATAL or PANIC: the server has closed the session.
  var endsSession: Bool { severity != "ERROR" }

  init(_ result: OpaquePointer) {
    func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
    severity = field(DiagnosticSeverity) ?? "ERROR"
    sqlState = field(DiagnosticSQLState) ?? ""
    message =
      field(DiagnosticMessage)
      ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
    detail = field(DiagnosticDetail)
    hint = field(DiagnosticHint)
    schemaName = field(DiagnosticSchemaName)
    tableName = field(DiagnosticTableName)
    columnName = field(DiagnosticColumnName)
    constraintName = field(DiagnosticConstraintName)
    position = field(DiagnosticPosition).flatMap { Int($0) }
    context = field(DiagnosticContext)
    sourceFunction = field(DiagnosticSourceFunction)
  }
}

/// The conditions this module itself decides on.
enum SQLState {
  static let serializationFailure = "40001"
  static let deadlockDetected = "40P01"
  static let queryCanceled = "57014"
  /// "cached plan must not change result type", after a migration.
  static let featureNotSupported = "0A000"
  /// A prepared statement is gone: someone said DISCARD or DEALLOCATE.
  static let invalidStatementName = "26000"
}
