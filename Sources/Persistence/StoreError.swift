import EST
import Postgres

/// What a store answers when the database does not do as asked. Here, and only here, PostgreSQL's words become ours.
public enum StoreError: Error, Sendable {
  /// There is no such thing.
  case notFound(Kind, name: String)
  /// A name that is already another's.
  case taken(Kind, name: String)
  /// The database refuses by the named rule of its own.
  case refused(rule: String, message: String)
  /// The database's own screen found what may not be stored about persons, in a column and from a character.
  case personalData(column: String, PersonalDataKind, position: Int)
  /// Someone was before you: read again and repeat.
  case conflict
  /// Whether the change was made is not known; to repeat it is safe.
  case outcomeUnknown
  case unreachable(reason: String)
  /// The server was reached, and is not trusted or does not let in.
  case login(LoginFailure)
  /// The connection is not protected as it must be.
  case unsafeConnection(UnsafeConnection)
  case outOfTime
  /// The server has no room to write.
  case diskFull
  case schema(SchemaProblem)
  /// A fault of ours, with PostgreSQL's own words for the log.
  case fault(String)

  public enum Kind: String, Sendable {
    case municipality, group, organisation, unit, participant, area, category, incident, cycle, picture
    case problem, action, analysis, cause, setting, outbox, instance, agreement, promiseSet
    case promise, safetyWalk, walkPoint, statutoryPicture, hold, share
  }

  /// - Returns: the error in our words, or `nil` where it is not PostgreSQL's.
  public init?(_ error: any Error) {
    if let known = error as? StoreError {
      self = known
    } else if let server = error as? PostgresError {
      self.init(server)
    } else {
      return nil
    }
  }
}
