/// How often a worker looks.
public struct Pace: Sendable {
  /// The longest rest between two looks for due timers and waiting items: what others have asked for waits no longer.
  public var look: Duration
  /// Between two times of being heard of, each of which prolongs the lease.
  public var beat: Duration
  /// Between two rounds of what should exist and the database can tell that it does not.
  public var plan: Duration
  /// Between two rounds that look at every group.
  public var wholePlan: Duration
  /// Between two heads of the log.
  public var seal: Duration
  /// After the database was away: from this, doubling, up to thirty times it.
  public var retry: Duration

  public static let standard = Pace(
    look: .milliseconds(200), beat: .seconds(5), plan: .seconds(10), wholePlan: .seconds(3600),
    seal: .seconds(60), retry: .seconds(1))

  public init(look: Duration, beat: Duration, plan: Duration, wholePlan: Duration, seal: Duration,
    retry: Duration
  ) {
    self.look = look
    self.beat = beat
    self.plan = plan
    self.wholePlan = wholePlan
    self.seal = seal
    self.retry = retry
  }
}
