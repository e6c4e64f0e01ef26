import Dispatch

/// A result that one task waits for and of which only the first counts: the answer, the deadline or the cancellation.
package final class OneShot<Value: Sendable>: Sendable {
  package init() {}

  private enum State {
    case empty
    case waiting(CheckedContinuation<Value, any Error>)
    case early(Result<Value, any Error>)
    case done
  }

  private let state = Locked(State.empty)

  /// False when another result came first: the value handed in is then still the caller's.
  @discardableResult
  package func resume(_ result: Result<Value, any Error>) -> Bool {
    let (isFirst, continuation): (Bool, CheckedContinuation<Value, any Error>?) = state.withLock { state in
      switch state {
      case .waiting(let continuation):
        state = .done
        return (true, continuation)
      case .empty:
        state = .early(result)
        return (true, nil)
      case .early, .done:
        return (false, nil)
      }
    }
    continuation?.resume(with: result)
    return isFirst
  }

  /// True when a result has come.
  var isDone: Bool {
    state.withLock { state in
      switch state {
      case .early, .done: true
      case .empty, .waiting: false
      }
    }
  }

  /// Waits for the result; past `deadline` it is `late`, when the task is cancelled a `CancellationError`.
  package func wait(until deadline: ContinuousClock.Instant, late: any Error) async throws -> Value {
    let timer = DispatchSource.makeTimerSource(queue: timers)
    timer.setEventHandler { self.resume(.failure(late)) }
    timer.schedule(deadline: .now() + .nanoseconds(Int(clamping: deadline.nanosecondsLeft)))
    timer.activate()
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await wait()
    } onCancel: {
      resume(.failure(CancellationError()))
    }
  }

  /// Waits for the result, however long it takes.
  package func wait() async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let early: Result<Value, any Error>? = state.withLock { state in
        if case .early(let result) = state {
          state = .done
          return result
        }
        state = .waiting(continuation)
        return nil
      }
      if let early { continuation.resume(with: early) }
    }
  }
}

private let timers = DispatchQueue(label: "postgres.timers")

extension ContinuousClock.Instant {
  /// Until this instant, never less than nothing.
  var nanosecondsLeft: Int64 {
    let (seconds, attoseconds) = (self - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // A century is as good as for ever, and does not overflow.
    return min(seconds, 3_155_760_000) * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
