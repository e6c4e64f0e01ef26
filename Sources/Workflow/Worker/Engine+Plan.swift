import EST
import Foundation
import Persistence
import Postgres

extension Engine {
  /// What should exist now and does not is made: every group's coming periods and the next statutory picture, a
  /// transaction a group, so that one that cannot be planned holds up no other.
  ///
  /// - Parameters:
  ///   - lease: what makes the caller the only one who plans; without it the keys alone see to it that nothing is planned
  ///     twice.
  ///   - lookingAtAll: whether every group is looked at, and not only those of which the database can tell that they lack
  ///     something: a change of the zone data shows in no row.
  /// - Returns: how many; `nil` where the lease is lost, and nothing is written after that.
  public func plan(under lease: Lease? = nil, lookingAtAll: Bool = true) async throws -> Int? {
    let groups = try await alone(false) { session in
      lookingAtAll
        ? try CycleStore.allGroups(session)
        : try CycleStore.groupsToPlan(session, periodsAhead: Planner.periodsAhead)
    }
    let isPrivate = isPrivate
    var planned = 0
    for (municipality, group) in groups {
      let caller = Caller(identity: .worker, municipality: municipality, key: UUID())
      let periods: Int? = try await alone(false) { session in
        if let lease {
          guard try LeaseStore(session).keep(LeaseStore.scheduler, lease) else { return nil }
        }
        let desk = try Desk(session, caller, isPrivate: isPrivate)
        return try desk.planAhead(try desk.group(group)).count
      }
      guard let periods else { return nil }
      planned += periods
    }
    guard let scheduled = try await scheduleStatutoryPictures(under: lease) else { return nil }
    return planned + scheduled
  }
}
