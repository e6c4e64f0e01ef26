/// Why something asked of the database did not happen, or why nobody can say whether it did.
///
/// Neither the description nor `statement` holds a parameter's value; the server's `detail` and `message` may (the key
/// that was taken, the text that was no date), and `detail` is therefore left out of the description.
public struct PostgresError: Error, Sendable {
  public enum Kind: Sendable {
    /// The server refused. Inside a transaction nothing of it is kept, unless a savepoint took the error.
    case server(ServerError)
    /// No connection, or it broke where that surely undid the work.
    case connection(String)
    /// A server was reached, and there is no session with it.
    case login(LoginFailure)
    /// The connection is not protected as it must be: see `ConnectionRule`.
    case unsafe(UnsafeConnection)
    /// The work may have been kept or not: the answer to a COMMIT, or to a statement outside a transaction, never came,
    /// or it came with a warning (kept here, but perhaps not on the standby). Repeat only what is safe to repeat.
    case outcomeUnknown(String)
    /// Not done within the time it was given; nothing was kept.
    case deadline(String)
    /// The database, or the session after its closure, is closed.
    case closed
    /// A column could not be read as the type asked for.
    case decoding(column: String, type: String, DecodingFailure)
    /// There is no such column in the result.
    case noSuchColumn(String)
    /// `one` found another number of rows than one.
    case notOneRow(Int)
    /// The statement could not be sent as it is.
    case invalidStatement(String)
  }

  public var kind: Kind
  /// The statement's text with `$1`, `$2` … in it.
  public var statement: String?
  public var callSite: CallSite?

  public init(_ kind: Kind, statement: String? = nil, callSite: CallSite? = nil) {
    self.kind = kind
    self.statement = statement
    self.callSite = callSite
  }

  /// What the server said, where it was the server.
  public var serverError: ServerError? {
    if case .server(let error) = kind { error } else { nil }
  }

  /// The five characters of Appendix A of PostgreSQL's manual, where the server refused.
  public var sqlState: String? { serverError?.sqlState }

  public var constraintName: String? { serverError?.constraintName }

  public var isOutcomeUnknown: Bool {
    if case .outcomeUnknown = kind { true } else { false }
  }
}

extension PostgresError: CustomStringConvertible {
  public var description: String {
    let text =
      switch kind {
      case .server(let error): error.description
      case .connection(let reason): "no connection: \(reason)"
      case .login(let failure): "no connection: \(failure.reason)"
      case .unsafe(let reason): "no safe connection: \(reason)"
      case .outcomeUnknown(let reason): "outcome unknown: \(reason)"
      case .deadline(let reason): "deadline passed: \(reason)"
      case .closed: "closed"
      case .decoding(let column, let type, let failure):
        switch failure {
        case .unexpectedNull: "column \(column): NULL where \(type) was asked for"
        case .typeMismatch(let found): "column \(column): \(found) where \(type) was asked for"
        case .malformed(let reason): "column \(column): not a \(type): \(reason)"
        }
      case .noSuchColumn(let name): "no column \(name) in the result"
      case .notOneRow(let count): "\(count) rows where one was asked for"
      case .invalidStatement(let reason): "the statement cannot be sent: \(reason)"
      }
    return callSite.map { "\(text) (\($0))" } ?? text
  }
}
