import EST
import Foundation
import Persistence
import Postgres

/// What one round of the worker did.
public struct Round: Sendable, Equatable {
  public var planned = 0
  public var fired = 0
  public var refused = 0
  public var disposed = 0
}

extension Engine {
  /// How many timers are fired in one transaction at most.
  public static let timersTogether = 100
  /// How many of them may have work of their own, such as compiling a picture: nobody waits long for what they hold.
  static let worksTogether = 10
  /// How many transactions of them a worker has under way at a time where there is much to make up for.
  static let firedAtOnce = 2

  /// Fires the oldest due timers of one municipality in one transaction, and the next ones of the same instances.
  /// - Returns: `nil` when none is due.
  public func fire(atMost limit: Int = Engine.timersTogether) async throws -> Fired? {
    do {
      return try await fire(limit, alone: limit == 1)
    } catch UseCaseError.store(.refused) {
      // One of them breaks a rule of the database's own: it is to fail alone.
      return try await fire(1, alone: true)
    }
  }

  private func fire(_ limit: Int, alone isAlone: Bool) async throws -> Fired? {
    let isPrivate = isPrivate
    return try await alone(false) { session in
      let timers = TimerStore(session)
      guard let (municipality, now) = try timers.nextMunicipality() else { return nil }
      var due = try timers.claim(limit, of: municipality, at: now)
      guard let first = due.first else { return nil }
      let desk = try Desk(
        session, Caller(identity: .worker, municipality: municipality, key: UUID()), isPrivate: isPrivate)
      var fired = Fired()
      if isAlone {
        fired.count(isTaken: try desk.fire(first.timer))
        return fired
      }
      let instances = due.map(\.instance.id)
      while !due.isEmpty {
        fired += try desk.fire(due, works: Engine.worksTogether - fired.works)
        if fired.total >= limit || fired.works >= Engine.worksTogether { break }
        due = try timers.claimNext(of: instances, municipality, at: now)
      }
      return fired
    }
  }

  /// As `fire`, and where a whole transaction's worth was due, the next ones of several municipalities at a time: while
  /// the rows of one are written, what the other's timers say is decided.
  public func fireDue() async throws -> Fired? {
    guard var fired = try await fire() else { return nil }
    guard fired.isFull else { return fired }
    try await withThrowingTaskGroup(of: Fired?.self) { group in
      for _ in 0..<Engine.firedAtOnce { group.addTask { try await fire() } }
      for try await more in group { fired += more ?? Fired() }
    }
    return fired
  }

  /// How long there is nothing to fire, as it looks now; `nil` where no timer stands.
  public func untilNextTimer() async throws -> Duration? {
    let (now, due) = try await alone(false) { session in try TimerStore(session).nextDue() }
    return due.map { .microseconds(max(0, $0.microseconds - now.microseconds)) }
  }

  /// Plans what is missing, fires all that is due, oldest first, until nothing is, and disposes of what is due.
  public func round() async throws -> Round {
    var round = Round()
    round.planned = try await plan() ?? 0
    while let fired = try await fireDue() {
      round.fired += fired.taken
      round.refused += fired.refused
    }
    round.disposed = try await dispose() ?? 0
    return round
  }
}
