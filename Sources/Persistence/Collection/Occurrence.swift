import EST
import Postgres
import StateMachine

/// A meeting that is expected, and what became of it.
public struct Occurrence: Sendable {
  public enum Outcome: String, Sendable, CaseIterable, StoredAsText {
    /// Not decided yet.
    case open
    /// The meeting was held, or the picture adopted without one.
    case fired
    /// Its days belong to other periods now.
    case moved
    case skipped
    case missed
  }

  /// By which rule, when and by whom its meeting was moved.
  public struct Move: Sendable {
    public let move: MeetingMove
    public let at: Instant
    public let by: String
    public let role: Role
    public let reason: String?
  }

  public let period: Period
  /// Its regular time, as the clock on the group's wall shows it.
  public let expected: LocalDateTime
  /// IANA name of the zone of that wall.
  public let zone: String
  /// The cycle that carries it, `nil` where nobody has planned it.
  public let cycle: CycleID?
  /// The state of that cycle.
  public let state: State?
  /// When the meeting stands, or was held; `nil` where there is none.
  public let actual: Instant?
  public let outcome: Outcome
  /// In the order in which they were made.
  public var moves: [Move]
  /// When, by whom and why the outcome was decided.
  public let decided: Instant?
  public let by: String?
  public let role: Role?
  public let reason: String?

  public init(
    period: Period, expected: LocalDateTime, zone: String, cycle: CycleID?, state: State?, actual: Instant?,
    outcome: Outcome, moves: [Move] = [], decided: Instant? = nil, by: String? = nil, role: Role? = nil,
    reason: String? = nil
  ) {
    self.period = period
    self.expected = expected
    self.zone = zone
    self.cycle = cycle
    self.state = state
    self.actual = actual
    self.outcome = outcome
    self.moves = moves
    self.decided = decided
    self.by = by
    self.role = role
    self.reason = reason
  }
}

extension MoveRule: StoredAsText {}
extension SwedishHoliday: StoredAsText {}
