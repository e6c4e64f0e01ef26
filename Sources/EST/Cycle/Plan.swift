/// What is to be done so that a group's coming periods are what they should be: first the withdrawals, then the births.
public struct Plan: Sendable, Equatable {
  public struct Withdrawal: Sendable, Hashable {
    public let id: CycleID
    /// `setting` or `zone`.
    public let rule: MoveRule
  }

  /// A period to be planned.
  public struct Birth: Sendable, Equatable {
    public let timetable: Timetable
    /// Those that give it its times.
    public let settings: GroupSettings
    /// Its times, the meeting's among them as somebody moved it before the period was planned anew.
    public let times: CycleTimes
    public let movedTo: LocalDateTime?
    public var nextMeeting: Instant
    /// By which rules the meeting comes from the time expected to the time that stands.
    public let moves: [MeetingMove]
    /// So late that there is nothing left to do for it but to say so.
    public var isMissed: Bool
  }

  public var withdrawals: [Withdrawal] = []
  /// Oldest first.
  public var births: [Birth] = []
  /// Planned under other settings, which give them the same times: they stand, under the settings of now.
  public var confirmed: [CycleID] = []
  /// Those that stand and whose next meeting is another one now: until then they may be held.
  public var rearmed: [CycleID: Instant] = [:]

  public var isEmpty: Bool {
    withdrawals.isEmpty && births.isEmpty && confirmed.isEmpty && rearmed.isEmpty
  }
}
