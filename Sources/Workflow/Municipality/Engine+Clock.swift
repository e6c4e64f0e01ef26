import EST
import Persistence

/// The time that rules go by.
public struct ClockReading: Sendable {
  public let now: Instant
  /// Only a trial's clock can be set.
  public let isTrial: Bool
}

extension Engine {
  public func clock() async throws -> ClockReading {
    try await alone(false) { session in
      let store = ClockStore(session)
      return ClockReading(now: try store.now(), isTrial: try store.isTrial())
    }
  }

  /// Sets a trial's clock to what `time` makes of its present time; it goes on from there.
  /// - Throws: `UseCaseError.onlyInTrial`.
  public func setClock(
    isDryRun: Bool = false, to time: @escaping @Sendable (Instant) throws -> Instant
  ) async throws -> Instant {
    try await alone(isDryRun) { session in
      let store = ClockStore(session)
      guard try store.isTrial() else { throw UseCaseError.onlyInTrial }
      let wanted = try time(try store.now())
      guard LocalDate.years.contains(ZoneRules.stockholm.local(wanted).date.year) else {
        throw UseCaseError.badField("clock", .impossibleTime)
      }
      try store.set(wanted)
      return try store.now()
    }
  }
}
