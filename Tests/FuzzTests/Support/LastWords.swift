import Glibc
import Synchronization
import TestSupport

/// Says which inputs were at work when the process dies of one.
enum LastWords {
  /// For each thread that fuzzes a line that is complete at any time, since a dying process can do little but write it.
  private struct Lines: @unchecked Sendable {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count * length)
    init() { bytes.initialize(repeating: 0x20, count: LastWords.count * LastWords.length) }
  }
  private static let count = 16
  private static let length = 96
  private static let isFree = Mutex([Bool](repeating: true, count: count))

  private static let lines: Lines = {
    let lines = Lines()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in LastWords.write() }
    // The second time round the signal does what it always did.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] { sigaction(signal, &action, nil) }
    return lines
  }()

  /// Where a thread whose own stack has no room left still writes.
  private static func prepareThread() {
    var old = stack_t()
    guard sigaltstack(nil, &old) == 0, old.ss_flags == Int32(SS_DISABLE) else { return }
    var new = stack_t()
    new.ss_size = 1 << 16
    new.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: new.ss_size, alignment: 16)
    sigaltstack(&new, nil)
  }

  /// - Returns: what `end` is told.
  static func begin(_ name: String, _ number: Int) -> Int? {
    prepareThread()
    let slot = isFree.withLock { slots -> Int? in
      guard let slot = slots.firstIndex(of: true) else { return nil }
      slots[slot] = false
      return slot
    }
    guard let slot else { return nil }
    var text = Array("at work: EST_SEED=\(Seed.current) EST_FUZZ=\(name):\(number)".utf8.prefix(length - 1))
    text += [UInt8](repeating: 0x20, count: length - 1 - text.count) + [0x0A]
    (lines.bytes + slot * length).update(from: text, count: length)
    return slot
  }

  static func end(_ slot: Int?) {
    guard let slot else { return }
    (lines.bytes + slot * length).update(repeating: 0x20, count: length)
    isFree.withLock { $0[slot] = true }
  }

  private static func write() {
    for slot in 0..<count where lines.bytes[slot * length] != 0x20 {
      _ = Glibc.write(STDERR_FILENO, lines.bytes + slot * length, length)
    }
  }
}
