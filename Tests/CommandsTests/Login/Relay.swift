import Foundation
import Glibc
import Synchronization

/// Takes connections at an address of this machine that is not a loopback's and passes them on, so that a server that
/// listens on a loopback alone is reached like one on another machine.
final class Relay: Sendable {
  let port: UInt16
  private let listener: Int32
  private let target: String
  private let count = Mutex(0)

  struct Unavailable: Error {}

  /// How many connections were asked for.
  var connections: Int { count.withLock { $0 } }

  init(at address: String, to target: String) throws {
    self.target = target
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = Self.address(address, 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isListening else { throw Unavailable() }
    port = UInt16(bigEndian: place.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(descriptor, nil, nil)
        if client < 0 { return }
        count.withLock { $0 += 1 }
        pass(client)
      }
    }
  }

  /// Takes no more; what is open goes on.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func pass(_ client: Int32) {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = Self.address(target, 5432)
    let isConnected = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else {
      close(client)
      close(server)
      return
    }
    let ends = Mutex(2)
    for (from, to) in [(client, server), (server, client)] {
      Thread.detachNewThread {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        while true {
          let read = recv(from, &bytes, bytes.count, 0)
          if read <= 0 || send(to, bytes, read, Int32(MSG_NOSIGNAL)) != read { break }
        }
        shutdown(to, Int32(SHUT_WR))
        let isLast = ends.withLock { left in
          left -= 1
          return left == 0
        }
        guard isLast else { return }
        close(from)
        close(to)
      }
    }
  }

  private static func address(_ text: String, _ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, text, &address.sin_addr)
    return address
  }
}
