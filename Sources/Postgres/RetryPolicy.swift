/// How often a transaction is run again that the server gave up in favour of another: 40001, 40P01, or a plan that a
/// migration made stale. Such a transaction surely left nothing behind; one whose outcome is unknown is never repeated.
public struct RetryPolicy: Sendable {
  /// Runs in all, the first included.
  public var maximumAttempts: Int
  /// Before the second run; doubled before each further one.
  public var firstDelay: Duration
  public var maximumDelay: Duration
  /// From 0 up to 1: which part of the delay is waited, so that two who met do not meet again.
  public var jitter: @Sendable () -> Double
  public var sleep: @Sendable (Duration) async throws -> Void

  public init(
    maximumAttempts: Int = 10, firstDelay: Duration = .milliseconds(5), maximumDelay: Duration = .seconds(1),
    jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.maximumAttempts = maximumAttempts
    self.firstDelay = firstDelay
    self.maximumDelay = maximumDelay
    self.jitter = jitter
    self.sleep = sleep
  }

  public static let standard = RetryPolicy()
  public static let never = RetryPolicy(maximumAttempts: 1)

  /// What to wait after the `attempt`th run, from 1: between half of the doubled delay and the whole of it.
  func delay(after attempt: Int) -> Duration {
    let doubled = firstDelay * (1 << min(attempt - 1, 20))
    return min(doubled, maximumDelay) * (0.5 + jitter() / 2)
  }
}
