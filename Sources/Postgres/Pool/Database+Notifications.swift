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
    let queue = DispatchQueue(label: "postgres.notifications")
    queue.async { [conninfo, options] in
      do {
        let connection = try Connection(conninfo, options, queue)
        connection.watchNothing(until: .now + options.connectDeadline)
        try connection.command("LISTEN \(SQL.quoted(identifier: channel))")
        connection.deliver(to: continuation)
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

extension Connection {
  /// Hands on notifications whenever the socket has something, until the stream ends or the connection does.
  fileprivate func deliver(
    to continuation: AsyncThrowingStream<Database.Notification, any Error>.Continuation
  ) {
    let source = DispatchSource.makeReadSource(fileDescriptor: PQsocket(handle), queue: queue)
    // The handlers hold on to the connection until the source is cancelled, so that its socket outlives the source.
    source.setEventHandler {
      let isAlive = self.isAlive()
      self.drain(into: continuation)
      guard !isAlive else { return }
      continuation.finish(throwing: PostgresError(.connection(self.errorMessage)))
      source.cancel()
    }
    source.setCancelHandler { withExtendedLifetime(self) {} }
    continuation.onTermination = { _ in source.cancel() }
    source.activate()
    // What came together with the answer to LISTEN does not make the socket readable again.
    drain(into: continuation)
  }

  private func drain(into continuation: AsyncThrowingStream<Database.Notification, any Error>.Continuation) {
    while let notification = PQnotifies(handle) {
      defer { PQfreemem(notification) }
      continuation.yield(
        Database.Notification(
          channel: String(cString: notification.pointee.relname),
          payload: String(cString: notification.pointee.extra), processID: notification.pointee.be_pid))
    }
  }
}
