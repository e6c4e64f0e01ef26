import CLibpq
import Dispatch
import Glibc

/// One connection of libpq, touched on its own serial queue only (but for the canceller, which is made for others).
///
/// Every wait is `poll(2)` on the socket with a limit; nothing in here blocks for longer than its unit of work allows.
/// Once lost it stays lost, and the pool replaces it.
final class Connection: @unchecked Sendable {
  /// The answer did not come, so that the session with the server is over.
  enum Loss: Error {
    case broken(String)
    /// Nothing came within the limit, nor in the time of grace after a cancel request.
    case silent
  }

  let queue: DispatchQueue
  let canceller: Canceller
  let notices: NoticeBox
  let handle: OpaquePointer
  /// How long a server may take over a cancel request, a ROLLBACK or the last moments of a COMMIT.
  let grace: Duration
  private(set) var loss: Loss?
  var prepared = PreparedStatements()
  private var watched: UnitOfWork?
  private var limit = ContinuousClock.now

  /// Connects, for which libpq's own blocking call is the right one on a thread that is ours: it tries every host and
  /// address, each for `connect_timeout` seconds, where its polling interface would stay with the first that hangs.
  init(
    _ conninfo: String, applicationName: String, protection: Protection, connectTimeout: Duration,
    grace: Duration, queue: DispatchQueue, notices handler: (@Sendable (Notice) -> Void)?
  ) throws(PostgresError) {
    let rule = protection == .required ? try ConnectionRule(conninfo) : nil
    var settings = [
      ("fallback_application_name", applicationName),
      ("dbname", conninfo),
      ("client_encoding", "UTF8"),
    ]
    settings += try rule?.additionsOrError().sorted { $0.key < $1.key }.map { ($0.key, $0.value) } ?? []
    if getenv("PGCONNECT_TIMEOUT") == nil {
      // Before `dbname`, so that the one in the connection string wins.
      settings.insert(("connect_timeout", "\(max(2, connectTimeout.components.seconds))"), at: 0)
    }
    guard let handle = withKeywords(settings, { PQconnectdbParams($0, $1, 1) }) else {
      throw PostgresError(.connection("out of memory"))
    }
    let canceller: Canceller
    do {
      canceller = try Connection.judged(handle, rule)
    } catch {
      PQfinish(handle)
      throw error
    }
    self.handle = handle
    self.canceller = canceller
    self.queue = queue
    self.grace = grace
    notices = NoticeBox(handler: handler)
    PQsetnonblocking(handle, 1)
    let receiver: PQnoticeReceiver = { box, result in
      guard let box, let result else { return }
      Unmanaged<NoticeBox>.fromOpaque(box).takeUnretainedValue().receive(Notice(result))
    }
    PQsetNoticeReceiver(handle, receiver, Unmanaged.passUnretained(notices).toOpaque())
  }

  /// Checks that there is a session, and that it is as protected as it must be.
  private static func judged(
    _ handle: OpaquePointer, _ rule: ConnectionRule?
  ) throws(PostgresError) -> Canceller {
    guard PQstatus(handle) == CONNECTION_OK, let canceller = Canceller(handle) else {
      throw PostgresError(
        LoginFailure(handle).map { .login($0) } ?? .connection(trimmed(PQerrorMessage(handle))))
    }
    do {
      try rule?.check(MadeConnection(handle))
    } catch {
      throw PostgresError(.unsafe(error))
    }
    return canceller
  }

  deinit {
    // PQfinish may still write to the socket and call the notice receiver: on the queue, the box kept until then.
    let last = LastRites(handle: handle, notices: notices)
    queue.async { PQfinish(last.handle) }
  }

  private struct LastRites: @unchecked Sendable {
    let handle: OpaquePointer
    let notices: NoticeBox
  }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(handle) }

  var errorMessage: String { trimmed(PQerrorMessage(handle)) }

  /// Reads what has come unasked (a farewell, a changed setting), and says whether the server is still there.
  func isAlive() -> Bool {
    guard loss == nil, PQstatus(handle) == CONNECTION_OK else { return false }
    var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
    while poll(&socket, 1, 0) > 0 {
      guard PQconsumeInput(handle) == 1, PQstatus(handle) == CONNECTION_OK else { return false }
    }
    return true
  }

  /// Gives the connection up; the first reason is the one that counts, and is given back.
  @discardableResult
  func lose(_ reason: Loss) -> Loss {
    let first = loss ?? reason
    loss = first
    return first
  }
}

// MARK: - Waiting

extension Connection {
  /// From here on waits belong to `unit`: until its deadline, and interrupted with it.
  func watch(_ unit: UnitOfWork) {
    watched = unit
    limit = unit.deadline
  }

  /// From here on waits last until `deadline`, whatever else happens.
  func watchNothing(until deadline: ContinuousClock.Instant) {
    watched = nil
    limit = deadline
  }

  /// Waits for the socket; true where there is something to read.
  func wait(for events: Int32) throws(Loss) -> Bool {
    while true {
      var descriptors = [
        pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0),
        pollfd(fd: watched == nil ? -1 : canceller.wakeDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      let milliseconds = (limit.nanosecondsLeft + 999_999) / 1_000_000
      let ready = poll(&descriptors, 2, Int32(clamping: milliseconds))
      if ready < 0, errno != EINTR { throw lose(.broken(String(cString: strerror(errno)))) }
      if ready > 0, descriptors[0].revents != 0 { return Int32(descriptors[0].revents) != POLLOUT }
      if ready > 0 {
        canceller.clearWake()
        // A wake left over from an earlier unit says nothing about this one.
        if watched?.interruption != nil { giveGrace() }
      } else if ready == 0 {
        guard let unit = watched else { throw lose(.silent) }
        unit.interrupt(.deadline)
        giveGrace()
      }
    }
  }

  /// The unit has been interrupted: the server has a little while to say so.
  private func giveGrace() { watchNothing(until: .now + grace) }

  /// Sends what libpq holds, reading meanwhile, since a server that cannot get rid of its answer does not listen.
  func flush() throws(Loss) {
    // A failed write shows as the error of the next result.
    while PQflush(handle) > 0 {
      if try wait(for: POLLIN | POLLOUT), PQconsumeInput(handle) == 0 { return }
    }
  }

  /// The next result of what was sent, nil at its end.
  func nextResult() throws(Loss) -> ResultSet? {
    while PQisBusy(handle) == 1 {
      _ = try wait(for: POLLIN)
      // Where the connection broke, the next result is the error.
      if PQconsumeInput(handle) == 0 { break }
    }
    return PQgetResult(handle).map { ResultSet($0) }
  }

  /// Checks that libpq took something to send.
  func handed(_ accepted: Int32) throws {
    guard accepted != 1 else { return }
    if PQstatus(handle) == CONNECTION_OK { throw PostgresError(.invalidStatement(errorMessage)) }
    throw lose(.broken(errorMessage))
  }

  /// Checks that libpq took something to send, and sends it.
  func sent(_ accepted: Int32) throws {
    try handed(accepted)
    try flush()
  }

  /// What a result that is not a success stands for.
  func failure(_ result: ResultSet) -> any Error {
    let error = ServerError(result.pointer)
    if error.endsSession || PQstatus(handle) != CONNECTION_OK {
      return lose(.broken(error.sqlState.isEmpty ? errorMessage : error.description))
    }
    return error
  }

  /// Reads all results of what was sent and gives the last.
  /// - Throws: the first `ServerError`, after the rest has been read too, or a `Loss`.
  func lastResult() throws -> ResultSet? {
    var last: ResultSet?
    var failure: (any Error)?
    while let result = try nextResult() {
      switch result.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: last = result
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
        // The stream is in a mode that only copyIn and copyOut know how to leave.
        lose(.broken("COPY outside copyIn and copyOut"))
        throw PostgresError(.invalidStatement("COPY belongs in copyIn or copyOut"))
      default: failure = failure ?? self.failure(result)
      }
    }
    if let failure { throw failure }
    return last
  }

  /// A command without parameters, in the simple protocol.
  @discardableResult
  func command(_ text: String) throws -> ResultSet? {
    try sent(PQsendQuery(handle, text))
    return try lastResult()
  }
}

/// A message of libpq, which breaks and indents them, as one line.
func trimmed(_ message: UnsafePointer<CChar>?) -> String {
  guard let message else { return "" }
  return String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
