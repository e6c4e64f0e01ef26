import EST
import Foundation
import Persistence
import Postgres

/// The product behind a database: opens a desk for each call, in one transaction.
public struct Engine: Sendable {
  public let database: Database
  /// Whether the database is the private cluster's, where one person may speak for the participants of a trial.
  public let isPrivate: Bool

  public init(_ database: Database, isPrivate: Bool) {
    self.database = database
    self.isPrivate = isPrivate
  }

  /// Refuses a database of another version.
  public func check() async throws {
    try await translating {
      try await database.session { session in try SchemaSetup().check(session) }
    }
  }

  /// Carries out one use case at a desk of its own: all of it or nothing.
  ///
  /// - Parameter deadline: for the whole transaction, such as that of a large file; the database's own where none is
  ///   given.
  public func run<T: Sendable>(
    _ caller: Caller, deadline: Duration? = nil, _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> T {
    let isPrivate = isPrivate
    return try await translating {
      let work: @Sendable (Session) throws -> T = { session in
        try body(try Desk(session, caller, isPrivate: isPrivate))
      }
      if caller.isDryRun { return try await database.rollingBack(deadline: deadline) { try work($0) } }
      return try await database.transaction(deadline: deadline) { try work($0) }
    }
  }

  /// PostgreSQL's errors leave in the product's words.
  func translating<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch {
      throw StoreError(error).map(UseCaseError.store) ?? error
    }
  }
}
