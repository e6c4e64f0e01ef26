import Glibc

/// How near a server is.
enum ServerAddress: Sendable, Hashable {
  /// A socket in the file system.
  case socket
  /// An address that never leaves this machine.
  case thisMachine
  case elsewhere

  var isLocal: Bool { self != .elsewhere }

  /// By one of libpq's hosts and the address that goes before it. Names but one are not looked up: they say nothing.
  init(host: String, address: String) {
    if !address.isEmpty {
      self = Self.isLoopback(address) ? .thisMachine : .elsewhere
    } else if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") {
      self = .socket
    } else {
      self = host == "localhost" || Self.isLoopback(host) ? .thisMachine : .elsewhere
    }
  }

  /// By where a socket leads in truth.
  init(peerOf descriptor: Int32) {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isKnown = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &size) == 0 }
    }
    guard isKnown else {
      self = .elsewhere
      return
    }
    switch Int32(storage.ss_family) {
    case AF_UNIX: self = .socket
    case AF_INET, AF_INET6:
      var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let isNamed = withUnsafePointer(to: &storage) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          getnameinfo($0, size, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
        }
      }
      let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      self = isNamed && Self.isLoopback(text) ? .thisMachine : .elsewhere
    default: self = .elsewhere
    }
  }

  /// 127.0.0.0/8 and ::1, written as numbers.
  private static func isLoopback(_ text: String) -> Bool {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
    var six = in6_addr()
    guard inet_pton(AF_INET6, text, &six) == 1 else { return false }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    let mapped = Array(repeating: UInt8(0), count: 10) + [0xFF, 0xFF, 127]
    return bytes == Array(repeating: UInt8(0), count: 15) + [1] || bytes.starts(with: mapped)
  }
}

extension ConnectionRule {
  /// The servers in the order in which libpq tries them. None said is libpq's own socket.
  var servers: [ServerAddress] {
    func list(_ keyword: String) -> [String] {
      settings[keyword].map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        ?? []
    }
    let (hosts, addresses) = (list("host"), list("hostaddr"))
    return (0..<max(hosts.count, addresses.count, 1)).map { index in
      ServerAddress(
        host: index < hosts.count ? hosts[index] : "",
        address: index < addresses.count ? addresses[index] : "")
    }
  }
}
