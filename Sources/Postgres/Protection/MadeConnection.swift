import CLibpq

/// What a connection has become, whatever was asked for.
struct MadeConnection: Sendable, Hashable {
  var peer: ServerAddress
  /// As OpenSSL calls it, `TLSv1.3`; `nil` in plain text.
  var tlsVersion: String?
  var usedPassword: Bool
}

extension MadeConnection {
  init(_ handle: OpaquePointer) {
    peer = ServerAddress(peerOf: PQsocket(handle))
    tlsVersion =
      PQsslInUse(handle) == 1 ? PQsslAttribute(handle, "protocol").map { String(cString: $0) } ?? "" : nil
    usedPassword = PQconnectionUsedPassword(handle) == 1
  }
}
