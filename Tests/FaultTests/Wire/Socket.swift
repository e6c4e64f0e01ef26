import Glibc

/// One end of a Unix socket, with calls that block: for threads of their own.
struct Socket: Sendable {
  let descriptor: Int32

  struct Failure: Error { let call: String }

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  static func listen(at path: String) throws -> Socket {
    let new = try make()
    guard with(path, { bind(new.descriptor, $0, $1) }) == 0, Glibc.listen(new.descriptor, 64) == 0 else {
      close(new.descriptor)
      throw Failure(call: "bind")
    }
    return new
  }

  static func connect(to path: String) throws -> Socket {
    let new = try make()
    guard with(path, { Glibc.connect(new.descriptor, $0, $1) }) == 0 else {
      close(new.descriptor)
      throw Failure(call: "connect")
    }
    return new
  }

  private static func make() throws -> Socket {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(call: "socket") }
    return Socket(descriptor)
  }

  private static func with(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      precondition(path.utf8.count < bytes.count)
      bytes.copyBytes(from: path.utf8)
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  /// - Returns: `nil` when there is nobody to come any more.
  func accept() -> Socket? {
    while true {
      let new = Glibc.accept(descriptor, nil, nil)
      if new >= 0 {
        // What a program begun meanwhile inherits is shut all the same.
        _ = fcntl(new, F_SETFD, FD_CLOEXEC)
        return Socket(new)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// The process at the other end, which the kernel vouches for.
  var peer: pid_t {
    // struct ucred: process, user, group.
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var size = socklen_t(MemoryLayout.size(ofValue: credentials))
    getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size)
    return credentials.0
  }

  /// - Returns: `nil` where the stream ends first.
  func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress! + filled, count - filled)
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return nil }
      filled += read
    }
    return bytes
  }

  /// - Returns: `false` where nobody reads any more.
  func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let sent = bytes.withUnsafeBytes {
        send(descriptor, $0.baseAddress! + written, bytes.count - written, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      written += sent
    }
    return true
  }

  /// Ends whoever reads or writes here.
  func shut() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}
