import EST
import Foundation
import Postgres

/// When workers were last heard of. In the server's own time: a trial's clock says nothing of a process.
public struct WorkerStore {
  let session: Session
  public init(_ session: Session) { self.session = session }

  public func beat(_ id: UUID, host: String) throws {
    try session.execute(
      """
      insert into est.worker (id, host, started, seen) values (\(id), \(host), clock_timestamp(), clock_timestamp())
      on conflict (id) do update set seen = excluded.seen
      """)
  }

  /// Forgets those that have been gone for long: killed, they could not say so.
  public func sweep() throws {
    try session.execute("delete from est.worker where seen < clock_timestamp() - interval '1 day'")
  }

  /// That the worker has stopped as it should: nobody is to wonder where it is.
  public func leave(_ id: UUID) throws {
    try session.execute("delete from est.worker where id = \(id)")
  }

  /// How many seconds ago any worker was heard of; `nil` where none ever was.
  public func silence() throws -> Double? {
    try session.one("select extract(epoch from clock_timestamp() - max(seen))::float8 from est.worker")
  }
}
