import Dispatch

/// What is done on a connection in one piece, a transaction or a session, and the gate through which it is interrupted.
///
/// A cancel request names a connection, not a statement: one that is late strikes whatever runs by then. So a request
/// is sent only while a statement of this unit runs, the statement does not end before the server has dealt with it,
/// and none is sent during COMMIT, where it would turn "not yet safe" into an answer that reads like success.
final class UnitOfWork: Sendable {
  enum Interruption: Sendable {
    case cancelled, deadline

    var error: any Error {
      switch self {
      case .cancelled: CancellationError()
      case .deadline: PostgresError(.deadline("the work took longer than it was given"))
      }
    }
  }

  private struct State {
    var interruption: Interruption?
    var isRunning = false
    var isSealed = false
  }

  let deadline: ContinuousClock.Instant
  private let canceller: Canceller
  private let state = Locked(State())
  private let requests = DispatchGroup()

  init(deadline: ContinuousClock.Instant, canceller: Canceller) {
    self.deadline = deadline
    self.canceller = canceller
  }

  var interruption: Interruption? { state.withLock { $0.interruption } }

  /// Interrupts the running statement, and keeps the next one from starting. The first reason counts.
  func interrupt(_ reason: Interruption) {
    state.withLock { state in
      guard state.interruption == nil else { return }
      state.interruption = reason
      if state.isRunning, !state.isSealed {
        canceller.send(in: requests)
        canceller.wake()
      }
    }
  }

  /// Strikes the running statement, of which no more is wanted, without interrupting the unit.
  func strike() {
    state.withLock { state in
      if state.isRunning, !state.isSealed { canceller.send(in: requests) }
    }
  }

  /// Before a statement is sent.
  func beginStatement() throws {
    try state.withLock { state in
      try check(&state)
      state.isRunning = true
    }
  }

  /// After a statement's answer. False when a cancel request is still under way after `grace`: the connection must not
  /// be used again.
  func endStatement(grace: Duration) -> Bool {
    state.withLock { $0.isRunning = false }
    let nanoseconds = Int(clamping: (ContinuousClock.now + grace).nanosecondsLeft)
    return requests.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .success
  }

  /// Before COMMIT: from here on nothing is interrupted.
  func seal() throws {
    try state.withLock { state in
      try check(&state)
      state.isSealed = true
    }
  }

  private func check(_ state: inout State) throws {
    if state.interruption == nil, deadline <= .now { state.interruption = .deadline }
    if let interruption = state.interruption { throw interruption.error }
  }
}
