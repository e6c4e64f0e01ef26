/// How often a worker looks.
public struct Pace: Sendable {
  /// Between two looks for due timers and waiting items.
  public var look: Duration
  /// Between two rounds of what should exist, and of being heard of.
  public var plan: Duration
  /// After the database was away: from this, doubling, up to thirty times it.
  public var retry: Duration

  public static let standard = Pace(look: .seconds(1), plan: .seconds(60), retry: .seconds(1))

  public init(look: Duration, plan: Duration, retry: Duration) {
    self.look = look
    self.plan = plan
    self.retry = retry
  }
}
