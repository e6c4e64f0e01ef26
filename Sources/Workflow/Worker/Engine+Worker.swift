import Foundation
import Persistence
import Postgres

extension Engine {
  /// How long a worker that plans may be silent before another plans instead, in seconds.
  public static let leaseSeconds = 15.0

  /// That a worker is alive, and whether planning is its part.
  /// - Returns: `nil` while another worker plans.
  public func beat(_ worker: UUID) async throws -> Lease? {
    try await alone(false) { session in
      let workers = WorkerStore(session)
      try workers.beat(worker, host: ProcessInfo.processInfo.hostName)
      let lease = try LeaseStore(session).take(
        LeaseStore.scheduler, for: worker, seconds: Engine.leaseSeconds)
      if lease != nil { try workers.sweep() }
      return lease
    }
  }

  /// That a worker has stopped: another need not wait.
  public func leave(_ worker: UUID, _ lease: Lease?) async throws {
    try await alone(false) { session in
      try WorkerStore(session).leave(worker)
      if let lease { try LeaseStore(session).leave(LeaseStore.scheduler, lease) }
    }
  }
}
