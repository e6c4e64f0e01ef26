import Glibc

/// What something has taken: time by the clock, and beside it this process's time on the processors, by which a busy
/// machine can be told from slow work.
public struct Stopwatch: CustomStringConvertible, Sendable {
  private let start = ContinuousClock.now
  private let processorStart = Stopwatch.processor

  public init() {}

  public var time: Duration { ContinuousClock.now - start }
  /// Of all threads; a server and other programs are not in it.
  public var processorTime: Duration { Stopwatch.processor - processorStart }

  public var description: String { "\(time), \(processorTime) of them on the processors" }

  private static var processor: Duration {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
  }
}
