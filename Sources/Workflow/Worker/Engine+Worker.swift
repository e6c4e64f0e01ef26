import Foundation
import Persistence
import Postgres

extension Engine {
  /// That a worker is alive.
  public func beat(_ id: UUID) async throws {
    try await translating {
      try await database.transaction { session in
        try WorkerStore(session).beat(id, host: ProcessInfo.processInfo.hostName)
      }
    }
  }

  public func leave(_ id: UUID) async throws {
    try await translating { try await database.transaction { session in try WorkerStore(session).leave(id) } }
  }
}
