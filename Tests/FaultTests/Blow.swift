import Glibc
import Synchronization

/// At which statement of its life a program is struck, and on which side of it.
struct Blow: Sendable, CustomStringConvertible {
  enum Side: String, Sendable, CaseIterable {
    /// The statement has reached the server, and nothing that was said after it: a trip that was cut short.
    case sent
    /// The server has ended the statement, and the program does not know.
    case unanswered
    /// The program has just been told.
    case answered
  }

  let side: Side
  /// From 1.
  let number: Int

  var description: String { "\(side) \(number)" }
}

/// Counts the statements of a program, and strikes at one of them.
final class Reaper: Sendable {
  private struct State {
    var statements = 0
    var ends = 0
    var hasStruck = false
  }

  private let blow: Blow?
  private let signal: Int32
  private let state = Mutex(State())

  /// - Parameter blow: `nil` only to count.
  init(_ blow: Blow?, _ signal: Int32 = SIGKILL) {
    self.blow = blow
    self.signal = signal
  }

  var hasStruck: Bool { state.withLock(\.hasStruck) }

  /// How many places there are on each side.
  var counts: [Blow.Side: Int] {
    state.withLock { [.sent: $0.statements, .unanswered: $0.ends, .answered: $0.ends] }
  }

  func judge(_ message: Passing, _: WireProxy.Line) -> Verdict {
    state.withLock { state in
      let count: Int
      let isStatement: Bool
      switch message {
      case .statement:
        state.statements += 1
        (count, isStatement) = (state.statements, true)
      case .answer, .ready:
        state.ends += 1
        (count, isStatement) = (state.ends, false)
      }
      guard let blow, count == blow.number, isStatement == (blow.side == .sent), !state.hasStruck else {
        return .pass
      }
      state.hasStruck = true
      return .signal(signal, afterIt: blow.side != .unanswered)
    }
  }
}

/// What one account has and the other has not.
func differences(_ account: [String], from expected: [String]) -> [String] {
  account.difference(from: expected).map {
    switch $0 {
    case .insert(_, let line, _): "+ \(line)"
    case .remove(_, let line, _): "- \(line)"
    }
  }
}
