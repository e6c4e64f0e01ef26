import CLibpq
import Dispatch
import Glibc

/// How one connection's running statement is struck from another thread: a cancel request to the server over a
/// connection of its own, and a descriptor that wakes the thread waiting for the answer.
final class Canceller: @unchecked Sendable {
  private let request: OpaquePointer
  /// Readable when the waiting thread should look at its unit of work again.
  let wakeDescriptor: Int32

  init?(_ connection: OpaquePointer) {
    guard let request = PQgetCancel(connection) else { return nil }
    let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else {
      PQfreeCancel(request)
      return nil
    }
    self.request = request
    wakeDescriptor = descriptor
  }

  deinit {
    PQfreeCancel(request)
    close(wakeDescriptor)
  }

  func wake() { eventfd_write(wakeDescriptor, 1) }

  func clearWake() {
    var count: eventfd_t = 0
    eventfd_read(wakeDescriptor, &count)
  }

  /// Sends the request and leaves `group` when the server has dealt with it. `PQcancel` blocks, for as long as a
  /// server that hangs likes, hence a thread of its own.
  func send(in group: DispatchGroup) {
    group.enter()
    DispatchQueue(label: "postgres.cancel").async {
      var message = [CChar](repeating: 0, count: 256)
      PQcancel(self.request, &message, Int32(message.count))
      group.leave()
    }
  }
}
