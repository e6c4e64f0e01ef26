import Foundation
import Persistence

extension Engine {
  /// Schedules each municipality's next statutory picture where there should be one and is none.
  /// - Returns: how many; `nil` where the lease is lost, and nothing is written after that.
  func scheduleStatutoryPictures(under lease: Lease?) async throws -> Int? {
    let groups = try await alone(false) { session in try StatutoryStore.groupsToSchedule(session) }
    let isPrivate = isPrivate
    var scheduled = 0
    for (municipality, group) in groups {
      let caller = Caller(identity: .worker, municipality: municipality, key: UUID())
      let count: Int? = try await alone(false) { session in
        if let lease {
          guard try LeaseStore(session).keep(LeaseStore.scheduler, lease) else { return nil }
        }
        let desk = try Desk(session, caller, isPrivate: isPrivate)
        return try desk.scheduleStatutoryPicture(of: try desk.group(group)) == nil ? 0 : 1
      }
      guard let count else { return nil }
      scheduled += count
    }
    return scheduled
  }
}
