import EST
import Persistence
import Postgres

/// How a database stands, whatever its schema.
public struct DatabaseStatus: Sendable {
  /// The login role of the connection.
  public let user: String
  /// The newest migration in it; 0 before the first.
  public let schemaVersion: Int
  /// Why this program and the database do not go together; `nil` where they do, and only then is the rest known.
  public let problem: SchemaProblem?
  public let clock: ClockReading?
  /// How many seconds ago a worker was heard of; `nil` where none is at work.
  public let workerSilence: Double?
}

extension Engine {
  public func status() async throws -> DatabaseStatus {
    try await alone(false) { session in
      let user: String = try LoginStore(session).name()
      let setup = SchemaSetup()
      do {
        try setup.check(session)
      } catch StoreError.schema(let problem) {
        return DatabaseStatus(
          user: user, schemaVersion: try setup.version(session), problem: problem, clock: nil,
          workerSilence: nil)
      }
      let clock = ClockStore(session)
      return DatabaseStatus(
        user: user, schemaVersion: try setup.version(session), problem: nil,
        clock: ClockReading(now: try clock.now(), isTrial: try clock.isTrial()),
        workerSilence: try WorkerStore(session).silence())
    }
  }
}
