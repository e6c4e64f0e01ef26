/// A period of a group that is planned, has begun or is over: what the planner needs to know of it.
public struct StandingPeriod: Sendable, Hashable {
  public var id: CycleID
  public var period: Period
  /// Planned and nothing more; anything else has begun or is over, and is nobody's to plan again.
  public var isPlanned: Bool
  /// The group's settings when it was planned.
  public var settings: GroupSettings
  public var times: CycleTimes
  /// The time on the wall that somebody moved the meeting to.
  public var movedTo: LocalDateTime?

  public init(
    id: CycleID, period: Period, isPlanned: Bool, settings: GroupSettings, times: CycleTimes,
    movedTo: LocalDateTime? = nil
  ) {
    self.id = id
    self.period = period
    self.isPlanned = isPlanned
    self.settings = settings
    self.times = times
    self.movedTo = movedTo
  }
}
