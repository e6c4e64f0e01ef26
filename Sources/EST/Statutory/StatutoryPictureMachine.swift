import StateMachine

/// What the guards and effects of a statutory picture need to know.
public struct StatutoryPictureFacts: Sendable {
  public var now: Instant
  public var zone: ZoneRules
  /// The day on which two years have passed since the picture before this one.
  public var deadline: LocalDate
  /// Whether an action plan is decided, or it is written why none is needed.
  public var hasPlanOrReason: Bool

  public init(now: Instant, deadline: LocalDate, zone: ZoneRules) {
    self.now = now
    self.deadline = deadline
    self.zone = zone
    hasPlanOrReason = false
  }
}

/// The picture of crime in the municipality that the law on municipalities' responsibility for crime prevention
/// (2023:196) asks for at least every second year.
public enum StatutoryPictureMachine {
  public typealias Machine = Definition<StatutoryPictureFacts, Effect>

  static let planOrReason = Guard<StatutoryPictureFacts>("planOrReason") { $0.hasPlanOrReason }

  public static let definition = Machine(
    name: "statutoryPicture", version: 1, timerEvents: ["warn", "late"],
    transitions: [
      Machine.moves(
        from: [.unborn], "schedule", to: "due", by: [.worker],
        effects: { facts in
          // Planned later than both warnings, it is warned of at once.
          let ahead = warningsAhead(facts)
          return (ahead.isEmpty ? [.arm("warn", at: facts.now)] : ahead) + [.arm("late", at: lateAt(facts))]
        }),
      Machine.moves(
        from: ["due", "drafting"], "warn", by: [.worker],
        effects: { facts in
          // A worker that was away past both warns once, and past the deadline not at all.
          [.disarm("warn")] + warningsAhead(facts)
            + (facts.now < lateAt(facts) ? tellBoth(.statutoryPictureDue) : [])
        }),
      Machine.moves(
        from: ["due", "drafting"], "late", by: [.worker],
        effects: { _ in [.disarm("warn")] + tellBoth(.statutoryPictureLate) }),
      Machine.moves(from: ["due"], "begin", to: "drafting", by: [.coordinator]),
      Machine.moves(
        from: ["drafting"], "adopt", to: "adopted", by: [.steering], if: [planOrReason],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["adopted"], "followUp", to: "followedUp", by: [.steering], effects: { _ in [.disarmAll] }),
    ])

  /// The day by which the picture after one of `day` is due: the law gives two years.
  public static func deadline(after day: LocalDate) -> LocalDate { day.advanced(months: 24) }

  /// Six and two months before two years have passed.
  private static func warningsAhead(_ facts: StatutoryPictureFacts) -> [Effect] {
    [-6, -2].map { facts.zone.morning(of: facts.deadline.advanced(months: $0)) }
      .filter { $0 > facts.now }.map { .arm("warn", at: $0) }
  }
  /// On the morning after the deadline.
  private static func lateAt(_ facts: StatutoryPictureFacts) -> Instant {
    facts.zone.morning(of: facts.deadline + 1)
  }
  private static func tellBoth(_ notice: NoticeKind) -> [Effect] {
    [.tell(notice, .coordinators), .tell(notice, .steering)]
  }
}
