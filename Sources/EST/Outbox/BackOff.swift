/// How long what failed waits before it is tried again, and how often.
public struct BackOff: Hashable, Sendable {
  /// Seconds after the first attempt, at most.
  public let first: Int
  /// Seconds after any attempt, at most.
  public let longest: Int
  /// After so many a failure is final.
  public let attempts: Int

  public init(first: Int, longest: Int, attempts: Int) {
    precondition(first > 0 && longest >= first && attempts > 0)
    self.first = first
    self.longest = longest
    self.attempts = attempts
  }

  /// From two minutes, doubled, to six hours: twelve attempts within a day.
  public static let standard = BackOff(first: 120, longest: 21_600, attempts: 12)

  /// Microseconds from the end of attempt `attempt` to the next.
  ///
  /// Between half of the doubled time and all of it, so that what failed together does not come back together
  /// ("equal jitter": Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
  ///
  /// - Parameters:
  ///   - attempt: from 1.
  ///   - seed: the same seed and attempt give the same time.
  /// - Returns: `nil` after the last attempt.
  public func delay(after attempt: Int, seed: UInt64) -> Int64? {
    guard attempt < attempts else { return nil }
    var ceiling = Int64(first)
    for _ in 1..<max(1, attempt) where ceiling < longest { ceiling *= 2 }
    ceiling = min(ceiling, Int64(longest)) * 1_000_000
    var mixer = SplitMix64(seed: seed)
    var random = SplitMix64(seed: mixer.next() ^ UInt64(attempt))
    return ceiling - Int64.random(in: 0...ceiling / 2, using: &random)
  }

  /// When to try again after attempt `attempt`, which ended at `end`; `nil` after the last.
  public func next(after attempt: Int, at end: Instant, seed: UInt64) -> Instant? {
    delay(after: attempt, seed: seed).map { Instant(microseconds: end.microseconds + $0) }
  }
}
