import EST
import Foundation
import Persistence
import Postgres

extension Engine {
  /// How many are disposed of in one transaction at most: nobody waits long for what it holds.
  public static let disposedTogether = 500

  /// Disposes of what is due today, a transaction a batch: whoever is killed has done all of it or nothing, and what
  /// is left is found anew.
  ///
  /// - Parameters:
  ///   - lease: what makes the caller the only one; without it two share the work.
  ///   - batches: after how many the caller wants to do something else first.
  /// - Returns: how many; `nil` where the lease is lost, and nothing is written after that.
  public func dispose(under lease: Lease? = nil, batches: Int = .max) async throws -> Int? {
    let ruled = try await alone(false) { session in try RetentionStore.ruled(session) }
    var disposed = 0
    var batchesLeft = batches
    for (municipality, kind) in ruled {
      while batchesLeft > 0 {
        let count: Int? = try await alone(false) { session in
          if let lease {
            guard try LeaseStore(session).keep(LeaseStore.scheduler, lease) else { return nil }
          }
          return try RetentionStore(session, municipality).dispose(kind, atMost: Engine.disposedTogether)
        }
        guard let count else { return nil }
        guard count > 0 else { break }
        disposed += count
        batchesLeft -= 1
      }
    }
    return disposed
  }
}
