import Dispatch

/// A PostgreSQL database, reached through a small pool of connections.
///
/// Work is a synchronous closure that runs on a connection's own queue, so that nothing can be awaited while a
/// transaction holds its locks, and the threads of Swift's concurrency are never blocked:
/// ```swift
/// let name = try await database.transaction { session in
///   try session.one("select name from area where id = \(id)", as: String.self)
/// }
/// ```
/// Every wait ends: for a connection, for the server, for the answer. The deadline covers a call from beginning to end,
/// runs repeated after a conflict included. Cancelling the task interrupts the running statement.
public final class Database: Sendable {
  public struct Options: Sendable {
    public var maximumConnections = 4
    /// Shown in `pg_stat_activity`, unless the connection string names another.
    public var applicationName = "postgres-swift"
    /// For making one connection, all hosts tried.
    public var connectDeadline: Duration = .seconds(10)
    /// For work that is given no deadline of its own.
    public var defaultDeadline: Duration = .seconds(60)
    /// For the server to acknowledge a cancellation or a ROLLBACK, before the connection is given up.
    public var grace: Duration = .seconds(2)
    public var protection = Protection.required
    /// Run once on each new connection: settings.
    public var setup: String?
    /// Told of every NOTICE and WARNING, on the connection's queue. Without it they are dropped.
    public var onNotice: (@Sendable (Notice) -> Void)?

    public init() {}
  }

  /// As libpq takes it: `key=value` pairs or a URI; what is missing comes from the `PG*` environment and service files.
  public let conninfo: String
  public let options: Options
  private let pool: Pool

  /// Connects when the first work comes.
  public init(_ conninfo: String, options: Options = .init()) {
    self.conninfo = conninfo
    self.options = options
    pool = Pool(maximumCount: options.maximumConnections, connectDeadline: options.connectDeadline) { queue in
      try Connection(conninfo, options, queue)
    }
  }

  /// How many calls wait for a connection at this moment.
  package var waitingCount: Int { pool.waitingCount }

  /// Waits for the work under way, lets no more in, and disconnects.
  public func close() async { await pool.close() }

  /// How one run of a unit of work went.
  enum Ending<T: Sendable>: Sendable {
    case value(T)
    case failure(any Error)
    /// The server gave it up for another, or its plans were stale: nothing is kept, another run may do.
    case givenUp(any Error)
    /// The connection was dead before anything was done on it.
    case stale(any Error)
  }

  /// Lends a connection, runs `work` on its queue, and takes the connection back.
  func run<T>(
    until deadline: ContinuousClock.Instant,
    _ work: @escaping @Sendable (Connection, UnitOfWork) -> Ending<T>
  ) async throws -> Ending<T> {
    while true {
      let (connection, isNew) = try await pool.lend(until: deadline)
      let unit = UnitOfWork(deadline: deadline, canceller: connection.canceller)
      let pool = self.pool
      let ending: Ending<T> = await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          connection.queue.async {
            let ending: Ending<T>
            if connection.isAlive() {
              ending = work(connection, unit)
            } else {
              connection.lose(.broken("the connection broke while it was idle"))
              ending = .stale(PostgresError(.connection(connection.errorMessage)))
            }
            pool.giveBack(connection)
            continuation.resume(returning: ending)
          }
        }
      } onCancel: {
        unit.interrupt(.cancelled)
      }
      // Each round takes a dead connection out of the pool, so that a new one comes in the end.
      if case .stale(let error) = ending {
        if isNew { throw error }
        continue
      }
      return ending
    }
  }
}

extension Connection {
  /// A connection of a database, set up as its options say.
  convenience init(_ conninfo: String, _ options: Database.Options, _ queue: DispatchQueue) throws {
    try self.init(
      conninfo, applicationName: options.applicationName, protection: options.protection,
      connectTimeout: options.connectDeadline, grace: options.grace, queue: queue, notices: options.onNotice)
    guard let setup = options.setup else { return }
    watchNothing(until: .now + options.connectDeadline)
    do {
      try command(setup)
    } catch let error as ServerError {
      throw PostgresError(.server(error), statement: setup)
    } catch let loss as Loss {
      throw PostgresError(.connection(loss.reason), statement: setup)
    }
  }
}
