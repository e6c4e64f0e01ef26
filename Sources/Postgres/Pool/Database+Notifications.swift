import CLibpq
@preconcurrency import Dispatch

extension Database {
  /// A NOTIFY that came.
  public struct Notification: Sendable, Hashable {
    public var channel: String
    public var payload: String
    /// The server process that said it.
    public var processID: Int32
  }

  /// What is notified on `channel`, over a connection of its own that lives as long as someone reads the stream.
  ///
  /// What was said before the channel was listened to is lost, so one looks for work when `onListening` is called and
  /// then at each notification; and now and then besides, since a line can be dead without anyone noticing.
  /// The stream ends with a `PostgresError` when the connection breaks, and does not reconnect.
  public func notifications(
    on channel: String, onListening: (@Sendable () -> Void)? = nil
  ) -> AsyncThrowingStream<Notification, any Error> {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: Notification.self)
    let reading = Reading()
    continuation.onTermination = { _ in reading.end() }
    let queue = DispatchQueue(label: "postgres.notifications")
    queue.async { [conninfo, options] in
      do {
        let connection = try Connection(conninfo, options, queue)
        connection.watchNothing(until: .now + options.connectDeadline)
        try connection.command("LISTEN \(SQL.quoted(identifier: channel))")
        reading.begin(connection.deliver(to: continuation))
        onListening?()
      } catch let error as ServerError {
        continuation.finish(throwing: PostgresError(.server(error)))
      } catch let loss as Connection.Loss {
        continuation.finish(throwing: PostgresError(.connection(loss.reason)))
      } catch {
        continuation.finish(throwing: error)
      }
    }
    return stream
  }
}

/// The source that reads for a stream, which may have been dropped before there is one.
private final class Reading: Sendable {
  private let state = Locked((hasEnded: false, source: (any DispatchSourceRead)?.none))

  func begin(_ source: any DispatchSourceRead) {
    let hasEnded = state.withLock { state in
      state.source = source
      return state.hasEnded
    }
    if hasEnded { source.cancel() }
  }

  func end() {
    let source = state.withLock { state in
      state.hasEnded = true
      return state.source
    }
    source?.cancel()
  }
}

extension Connection {
  typealias NotificationStream = AsyncThrowingStream<Database.Notification, any Error>

  /// Hands on notifications whenever the socket has something, until the source is cancelled or the connection breaks.
  fileprivate func deliver(to continuation: NotificationStream.Continuation) -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: PQsocket(handle), queue: queue)
    source.setEventHandler {
      let isAlive = self.isAlive()
      self.drain(into: continuation)
      if !isAlive { continuation.finish(throwing: PostgresError(.connection(self.errorMessage))) }
    }
    // Holds on to the connection until the source is done, so that its socket outlives the source.
    source.setCancelHandler { withExtendedLifetime(self) {} }
    source.activate()
    // What came together with the answer to LISTEN does not make the socket readable again.
    drain(into: continuation)
    return source
  }

  private func drain(into continuation: NotificationStream.Continuation) {
    while let notification = PQnotifies(handle) {
      defer { PQfreemem(notification) }
      continuation.yield(
        Database.Notification(
          channel: String(cString: notification.pointee.relname),
          payload: String(cString: notification.pointee.extra), processID: notification.pointee.be_pid))
    }
  }
}
