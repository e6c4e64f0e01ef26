import EST
import Foundation
import Glibc
import Synchronization

/// A mail server on the loopback interface that answers as a seed says: it takes a mail, or it takes it and hangs up
/// before it says so, asks for a later try, refuses, falls silent, or keeps its door shut for a while.
///
/// It runs on a thread of its own. What it answers to a recipient's n-th try is the seed's, whoever comes first.
final class MailSink: Sendable {
  enum Answer: String, CaseIterable, Sendable {
    case accepted, acceptedButHungUp, laterAtRecipient, laterAfterData, refused, silent
  }

  /// Which share of a hundred each answer has.
  struct Shares: Sendable {
    var acceptedButHungUp = 2
    var laterAtRecipient = 9
    var laterAfterData = 4
    var refused = 5
    var silent = 1
  }

  struct Record: Sendable {
    /// The mails taken, by Message-ID: as many sources as times.
    var taken: [String: [String]] = [:]
    var answers: [Answer: Int] = [:]
    /// How often the door was shut.
    var shut = 0
    var tries: [String: Int] = [:]
    var recipients: Set<String> = []
  }

  let port: UInt16
  let seed: UInt64
  let shares: Shares
  /// Called on the sink's thread with the number of mails taken so far, before the sender is told.
  let onTaken: @Sendable (Int) -> Void
  let record = Mutex(Record())
  private let stopping: Int32

  /// Listens until `stop`.
  init(seed: UInt64, shares: Shares = Shares(), onTaken: @escaping @Sendable (Int) -> Void = { _ in }) throws
  {
    self.seed = seed
    self.shares = shares
    self.onTaken = onTaken
    let (door, port) = try Door.open(port: 0)
    self.port = port
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Door.Closed(reason: errno) }
    stopping = ends[1]
    let (read, first) = (ends[0], door)
    Thread { [self] in serve(first, stop: read) }.start()
  }

  func stop() { close(stopping) }

  /// Ours to decide, and always the same for the same try.
  private func answer(to recipient: String) -> Answer {
    record.withLock { record in
      let number = record.tries[recipient, default: 0]
      record.tries[recipient] = number + 1
      var hash = SplitMix64(seed: seed)
      for byte in recipient.utf8 { hash = SplitMix64(seed: hash.next() ^ UInt64(byte)) }
      var random = SplitMix64(seed: hash.next() ^ UInt64(number))
      var draw = Int.random(in: 0..<100, using: &random)
      for (answer, share) in [
        (Answer.acceptedButHungUp, shares.acceptedButHungUp), (.laterAtRecipient, shares.laterAtRecipient),
        (.laterAfterData, shares.laterAfterData), (.refused, shares.refused), (.silent, shares.silent),
      ] {
        if draw < share {
          // Nobody refuses an address that has taken the same mail already.
          return answer == .refused && record.recipients.contains(recipient) ? .laterAtRecipient : answer
        }
        draw -= share
      }
      return .accepted
    }
  }

  // MARK: - The thread

  private struct Caller {
    var heard: [UInt8] = []
    var recipient = ""
    var answer = Answer.accepted
    var isInData = false
  }

  private func serve(_ first: Int32, stop: Int32) {
    var door: Int32? = first
    var shutUntil = ContinuousClock.now
    var callers: [Int32: Caller] = [:]
    var random = SplitMix64(seed: seed)
    while true {
      if door == nil, .now >= shutUntil { door = try? Door.open(port: port).descriptor }
      var polled = ([stop] + (door.map { [$0] } ?? []) + callers.keys).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&polled, nfds_t(polled.count), door == nil ? 5 : -1) >= 0 else { continue }
      for ready in polled where ready.revents != 0 {
        if ready.fd == stop {
          for descriptor in callers.keys { close(descriptor) }
          if let door { close(door) }
          close(stop)
          return
        }
        if ready.fd == door {
          let caller = accept(ready.fd, nil, nil)
          guard caller >= 0 else { continue }
          callers[caller] = Caller()
          say("220 sink", to: caller)
          if Int.random(in: 0..<40, using: &random) == 0 {
            close(ready.fd)
            door = nil
            shutUntil = .now + .milliseconds(Int.random(in: 20..<80, using: &random))
            record.withLock { $0.shut += 1 }
          }
        } else if var caller = callers[ready.fd] {
          if listen(to: &caller, at: ready.fd) {
            callers[ready.fd] = caller
          } else {
            callers[ready.fd] = nil
            close(ready.fd)
          }
        }
      }
    }
  }

  /// - Returns: whether the line is still open.
  private func listen(to caller: inout Caller, at descriptor: Int32) -> Bool {
    let heard = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer -> [UInt8]? in
      let count = recv(descriptor, buffer.baseAddress!, buffer.count, 0)
      return count > 0 ? Array(buffer[..<count]) : nil
    }
    guard let heard else { return false }
    caller.heard += heard
    while let end = caller.isInData
      ? caller.heard.firstRange(of: Array("\r\n.\r\n".utf8))
      : caller.heard.firstRange(of: Array("\r\n".utf8))
    {
      let text = String(decoding: caller.heard[..<end.lowerBound], as: UTF8.self)
      caller.heard.removeSubrange(..<end.upperBound)
      let isOpen =
        caller.isInData ? take(text, from: &caller, descriptor) : obey(text, of: &caller, descriptor)
      if !isOpen { return false }
    }
    return true
  }

  private func obey(_ command: String, of caller: inout Caller, _ descriptor: Int32) -> Bool {
    switch command.prefix(4).uppercased() {
    case "EHLO", "HELO", "RSET", "NOOP", "MAIL": say("250 ok", to: descriptor)
    case "RCPT":
      caller.recipient = String(command.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
      caller.answer = answer(to: caller.recipient)
      let answer = caller.answer
      switch answer {
      case .laterAtRecipient: say("451 4.3.0 <\(caller.recipient)> comes later", to: descriptor)
      case .refused: say("550 5.1.1 <\(caller.recipient)> is not here", to: descriptor)
      case .silent: break
      default: say("250 ok", to: descriptor)
      }
      if [.laterAtRecipient, .refused, .silent].contains(answer) { count(answer) }
    case "DATA":
      caller.isInData = true
      say("354 go on", to: descriptor)
    case "QUIT":
      say("221 bye", to: descriptor)
      return false
    default: say("502 5.5.1 what", to: descriptor)
    }
    return true
  }

  private func take(_ source: String, from caller: inout Caller, _ descriptor: Int32) -> Bool {
    caller.isInData = false
    let answer = caller.answer
    count(answer)
    guard answer != .laterAfterData else {
      say("451-4.3.0 not\r\n451 4.3.0 now", to: descriptor)
      return true
    }
    let id = source.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") }.map {
      String($0.dropFirst("Message-ID: ".count))
    }
    let recipient = caller.recipient
    let number = record.withLock { record in
      record.taken[id ?? "", default: []].append(source)
      record.recipients.insert(recipient)
      return record.taken.values.reduce(0) { $0 + $1.count }
    }
    onTaken(number)
    guard answer == .accepted else { return false }
    say("250 2.0.0 taken", to: descriptor)
    return true
  }

  private func count(_ answer: Answer) { record.withLock { $0.answers[answer, default: 0] += 1 } }

  private func say(_ line: String, to descriptor: Int32) {
    let bytes = Array("\(line)\r\n".utf8)
    _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress!, $0.count, Int32(MSG_NOSIGNAL)) }
  }
}

/// A listening socket on the loopback interface.
private enum Door {
  struct Closed: Error { let reason: Int32 }

  static func open(port: UInt16) throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Closed(reason: errno) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, 128) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isOpen else {
      let reason = errno
      close(descriptor)
      throw Closed(reason: reason)
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}
