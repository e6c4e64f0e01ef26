import EST
import Postgres

/// The clock that every rule reads, and the trial's own.
public struct ClockStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  /// The time of this transaction.
  public func now() throws -> Instant { try session.one("select est.clock()") }

  public func isTrial() throws -> Bool { try session.one("select is_trial from est.trial") }

  /// Makes `instant` this transaction's time, in a trial.
  public func pretend(_ instant: Instant) throws {
    try session.execute("select set_config('est.now', \(instant)::timestamptz::text, true)")
  }

  /// Shifts the trial's clock so that it shows `instant` now and goes on from there.
  public func set(_ instant: Instant) throws {
    try session.execute("update est.trial set ahead = \(instant)::timestamptz - now()")
  }
}
