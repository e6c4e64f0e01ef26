import EST
import Persistence
import Postgres

extension Engine {
  /// Makes the next head of every municipality's log that has rows for one.
  ///
  /// - Returns: the new heads, to be written where the database's owner cannot change them.
  /// - Throws: what hindered the first of them, where none could be made; the next call meets it again.
  public func sealLogs() async throws -> [LogHead] {
    let municipalities = try await alone(false) { session in try LogStore.unsealed(session) }
    var heads: [LogHead] = []
    var hindrance: (any Error)?
    for municipality in municipalities {
      do {
        // A transaction a municipality: whoever waits for one head waits for no other.
        let head = try await alone(false) { session in try LogStore(session, municipality).seal() }
        if let head { heads.append(head) }
      } catch {
        hindrance = hindrance ?? error
      }
    }
    if let hindrance, heads.isEmpty { throw hindrance }
    return heads
  }

  /// Reads a municipality's whole log, and says everything that is not as it was written.
  ///
  /// - Parameter progress: told how many rows and heads have been read.
  public func verifyLog(
    _ caller: Caller, progress: @escaping @Sendable (_ rows: Int, _ heads: Int) -> Void = { _, _ in }
  ) async throws -> LogReport {
    let isPrivate = isPrivate
    return try await translating {
      try await database.transaction(.snapshot, deadline: .seconds(24 * 3600)) { session in
        try Desk(session, caller, isPrivate: isPrivate).log.verify(progress: progress)
      }
    }
  }
}
