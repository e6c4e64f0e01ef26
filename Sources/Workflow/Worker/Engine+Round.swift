import EST
import Foundation
import Persistence
import Postgres
import StateMachine

/// What one round of the worker did.
public struct Round: Sendable, Equatable {
  public var planned = 0
  public var fired = 0
  public var refused = 0
}

extension Engine {
  /// What should exist now and does not is made: every group's coming periods, and the next statutory picture.
  public func planAll() async throws -> Int {
    let municipalities = try await translating {
      try await database.transaction { session in try MunicipalityStore(session).all() }
    }
    var planned = 0
    for municipality in municipalities {
      let caller = Caller(identity: .worker, municipality: municipality.code, key: UUID())
      let groups = try await run(caller) { desk in try desk.municipalities.groups(of: municipality.code) }
      for group in groups {
        // A transaction a group: one that cannot be planned holds up no other.
        var own = caller
        own.key = UUID()
        planned += try await run(own) { desk in
          try desk.planAhead(group).count + (try desk.scheduleStatutoryPicture(of: group) == nil ? 0 : 1)
        }
      }
    }
    return planned
  }

  /// Fires the oldest due timer in a transaction of its own.
  /// - Returns: `nil` when none is due; whether its event was taken.
  public func fireNext() async throws -> Bool? {
    let isPrivate = isPrivate
    return try await translating {
      try await database.transaction { session in
        let now = try ClockStore(session).now()
        guard let timer = try InstanceStore.claimDue(session, at: now) else { return nil }
        let caller = Caller(identity: .worker, municipality: timer.municipality, key: UUID())
        return try Desk(session, caller, isPrivate: isPrivate).fire(timer)
      }
    }
  }

  /// Plans what is missing and fires all that is due, oldest first, until nothing is.
  public func round() async throws -> Round {
    var round = Round()
    round.planned = try await planAll()
    while let taken = try await fireNext() {
      if taken { round.fired += 1 } else { round.refused += 1 }
    }
    return round
  }
}
