/// How often a worker looks.
public struct Pace: Sendable {
  /// The longest rest between two looks for due timers and waiting items: what others have asked for waits no longer.
  public var look = Duration.milliseconds(200)
  /// Between two times of being heard of, each of which prolongs the lease.
  public var beat = Duration.seconds(5)
  /// Between two rounds of what should exist and the database can tell that it does not.
  public var plan = Duration.seconds(10)
  /// Between two rounds that look at every group.
  public var wholePlan = Duration.seconds(3600)
  /// Between two heads of the log.
  public var seal = Duration.seconds(60)
  /// Between two looks for what is to be disposed of today, while there is none.
  public var dispose = Duration.seconds(600)
  /// After the database was away: from this, doubling, up to thirty times it.
  public var retry = Duration.seconds(1)

  public static let standard = Pace()

  public init() {}
}
