import Foundation
import Glibc
import Synchronization

/// One connection through the proxy: a thread each way.
final class Link: Sendable {
  private let client: Socket
  private let server: Socket
  private let line: WireProxy.Line
  private let judge: WireProxy.Judge
  private let ended: @Sendable () -> Void
  private let running = Mutex(2)

  init(
    _ client: Socket, _ server: Socket, _ number: Int, _ judge: @escaping WireProxy.Judge,
    ended: @escaping @Sendable () -> Void
  ) {
    self.client = client
    self.server = server
    self.judge = judge
    self.ended = ended
    line = WireProxy.Line(program: client.peer, number: number)
  }

  func run() {
    Thread.detachNewThread { [self] in
      forward()
      leave()
    }
    Thread.detachNewThread { [self] in
      answer()
      leave()
    }
  }

  func sever() {
    running.withLock { running in
      guard running > 0 else { return }
      client.shut()
      server.shut()
    }
  }

  /// The one who leaves last closes: a number that the other still reads from must not become somebody else's.
  private func leave() {
    sever()
    let isLast = running.withLock { running in
      running -= 1
      if running == 0 {
        close(client.descriptor)
        close(server.descriptor)
      }
      return running == 0
    }
    if isLast { ended() }
  }

  // MARK: - From the program to the server

  private func forward() {
    guard begin() else { return }
    /// The texts of prepared statements, and of the one that is bound.
    var prepared: [String: String] = [:]
    var bound = ""
    while let message = Message(from: client) {
      var passing: Passing?
      switch message.kind {
      case "Q": passing = .statement(message.text(0) ?? "")
      case "P": prepared[message.text(0) ?? ""] = message.text(1)
      case "B": bound = prepared[message.text(1) ?? ""] ?? ""
      case "E": passing = .statement(bound)
      default: break
      }
      guard carry(message, to: server, passing) else { return }
    }
  }

  /// The messages before the first that has a kind.
  private func begin() -> Bool {
    while let head = client.read(4) {
      let count = Int(UInt32(bigEndianBytes: head))
      guard (8...65_536).contains(count), let body = client.read(count - 4) else { return false }
      switch UInt32(bigEndianBytes: Array(body.prefix(4))) {
      // TLS or GSSAPI are asked for: neither on this line.
      case 80_877_103, 80_877_104: guard client.write([UInt8(ascii: "N")]) else { return false }
      // To cancel another connection's statement, after which this one ends.
      case 80_877_102:
        _ = server.write(head + body)
        return false
      default: return server.write(head + body)
      }
    }
    return false
  }

  // MARK: - And back

  private func answer() {
    while let message = Message(from: server) {
      let passing: Passing? =
        switch message.kind {
        case "C": .answer(message.text(0) ?? "")
        case "I", "s": .answer("")
        case "E": .answer("ERROR")
        case "Z": .ready
        default: nil
        }
      guard carry(message, to: client, passing) else { return }
    }
  }

  /// - Returns: `false` where the connection is to end.
  private func carry(_ message: Message, to receiver: Socket, _ passing: Passing?) -> Bool {
    switch passing.map({ judge($0, line) }) ?? .pass {
    case .pass: return receiver.write(message.bytes)
    case .cut(let isAfter):
      if isAfter { _ = receiver.write(message.bytes) }
      return false
    case .signal(let signal, let isAfter):
      if isAfter, !receiver.write(message.bytes) { return false }
      kill(line.program, signal)
      if signal == SIGKILL { return false }
      return isAfter || receiver.write(message.bytes)
    }
  }
}

/// One message of the protocol, as it came.
private struct Message {
  let bytes: [UInt8]

  init?(from socket: Socket) {
    guard let head = socket.read(5) else { return nil }
    let count = Int(UInt32(bigEndianBytes: Array(head[1...])))
    guard count >= 4 else { return nil }
    guard count > 4 else {
      bytes = head
      return
    }
    guard let body = socket.read(count - 4) else { return nil }
    bytes = head + body
  }

  var kind: Character { Character(UnicodeScalar(bytes[0])) }

  /// The text with so many before it.
  func text(_ number: Int) -> String? {
    let texts = bytes[5...].split(separator: 0, maxSplits: number + 1, omittingEmptySubsequences: false)
    return number < texts.count ? String(decoding: texts[number], as: UTF8.self) : nil
  }
}

extension UInt32 {
  fileprivate init(bigEndianBytes bytes: [UInt8]) { self = bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}
