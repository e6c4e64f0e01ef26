import Foundation
import Postgres

/// The right of one worker to do what only one is to do, for a while.
public struct Lease: Sendable, Hashable {
  public let holder: UUID
  /// Raised with every new holder: what an earlier one writes with its own is fenced off.
  public let token: Int64
}

/// Leases: rows with a time and a fencing token, since any login may take an advisory lock.
public struct LeaseStore {
  /// The one for planning.
  public static let scheduler = "scheduler"

  let session: Session
  public init(_ session: Session) { self.session = session }

  /// Takes the lease where it is free, has run out or is the holder's own, which it prolongs.
  ///
  /// - Parameter seconds: from now, by the server's clock.
  /// - Returns: `nil` while another has it.
  public func take(_ name: String, for holder: UUID, seconds: Double) throws -> Lease? {
    try session.first(
      """
      insert into est.lease as l (name, holder, token, until)
      values (\(name), \(holder), 1, clock_timestamp() + make_interval(secs => \(seconds)))
      on conflict (name) do update set holder = excluded.holder, until = excluded.until,
        token = l.token + case when l.holder = excluded.holder and l.until > clock_timestamp() then 0 else 1 end
      where l.until <= clock_timestamp() or l.holder = excluded.holder
      returning token
      """
    ) { Lease(holder: holder, token: try $0.get("token")) }
  }

  /// Keeps the lease for this transaction: another cannot take it before the transaction ends.
  /// - Returns: false where it has run out or is another's by now; nothing must be written then.
  public func keep(_ name: String, _ lease: Lease) throws -> Bool {
    try session.first(
      """
      select from est.lease
      where name = \(name) and holder = \(lease.holder) and token = \(lease.token) and until > clock_timestamp()
      for share
      """
    ) { _ in true } ?? false
  }

  /// Gives the lease up, so that another need not wait until it runs out.
  public func leave(_ name: String, _ lease: Lease) throws {
    try session.execute(
      """
      update est.lease set until = clock_timestamp()
      where name = \(name) and holder = \(lease.holder) and token = \(lease.token)
      """)
  }
}
