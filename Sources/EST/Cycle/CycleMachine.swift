import StateMachine

/// What the guards and effects of a cycle need to know, read in the transition's own transaction.
public struct CycleFacts: Sendable {
  public var now: Instant
  public var timetable: CycleTimes
  /// The meeting time of the period after.
  public var nextMeeting: Instant
  public var pictureVersions: Int
  /// When the first version was compiled.
  public var pictured: Instant?
  /// The version that is named by `adopt` or has been.
  public var adoptedVersion: Int?
  public var priorities: Int
  public var decisions: Int
  public var reason: String?
  public var newTime: Instant?

  public init(now: Instant, timetable: CycleTimes, nextMeeting: Instant) {
    self.now = now
    self.timetable = timetable
    self.nextMeeting = nextMeeting
    pictureVersions = 0
    priorities = 0
    decisions = 0
  }
}

/// One period of one group: collected, pictured, met about, concluded.
public enum CycleMachine {
  public typealias Machine = Definition<CycleFacts, Effect>

  public static let reasonGiven = Guard<CycleFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let timeAhead = Guard<CycleFacts>("timeAhead") { facts in
    facts.newTime.map { $0 > facts.now } ?? false
  }
  /// A worker that was away sends no stale reminder.
  public static let beforeDeadline = Guard<CycleFacts>("beforeDeadline") { $0.now < $0.timetable.deadline }
  static let pictureExists = Guard<CycleFacts>("pictureExists") { $0.pictureVersions > 0 }
  static let pictureNamed = Guard<CycleFacts>("pictureNamed") { facts in
    facts.adoptedVersion.map { $0 >= 1 && $0 <= facts.pictureVersions } ?? false
  }
  static let pictureAdopted = Guard<CycleFacts>("pictureAdopted") { $0.adoptedVersion != nil }
  /// A meeting that decides nothing and orders nothing says why.
  static let outcomeWritten = Guard<CycleFacts>("outcomeWritten") {
    $0.priorities + $0.decisions > 0 || $0.reason?.isEmpty == false
  }
  static let nextMeetingPassed = Guard<CycleFacts>("nextMeetingPassed") { $0.now >= $0.nextMeeting }

  public static let definition = Machine(
    name: "cycle", version: 2,
    timerEvents: ["open", "remind", "closeCollection", "compile", "overdue", "miss"],
    transitions: [
      Machine.moves(
        from: [.unborn], "plan", to: "planned", by: [.worker, .coordinator],
        effects: { facts in
          [.arm("open", at: facts.timetable.opens)] + remindersAhead(facts, facts.timetable)
            + [
              .arm("closeCollection", at: facts.timetable.deadline),
              .arm("compile", at: facts.timetable.picture),
            ] + lastTimers(facts, facts.timetable)
        }),
      Machine.moves(
        from: ["planned"], "open", to: "collecting", by: [.worker, .coordinator],
        effects: { facts in
          // What was opened too late to report in is told to nobody.
          [.disarm("open")] + (facts.now < facts.timetable.deadline ? [.tell(.periodOpen, .reporters)] : [])
        }),
      Machine.moves(
        from: ["collecting"], "remind", by: [.worker], if: [beforeDeadline],
        effects: { _ in [.tell(.reportsMissing, .reportersMissing)] }),
      Machine.moves(
        from: ["collecting"], "closeCollection", to: "reviewing", by: [.worker, .coordinator],
        effects: { facts in
          [.disarm("remind"), .disarm("closeCollection"), .fixCoverage]
            + unlessOvertaken(facts, .tell(.collectionClosed, .coordinators))
        }),
      Machine.moves(
        from: ["reviewing"], "compile", to: "pictured", by: [.worker, .coordinator],
        effects: { facts in
          [.disarm("compile"), .compilePicture, .exportPicture]
            + unlessOvertaken(facts, .tell(.pictureReady, .participants))
        }),
      Machine.moves(
        from: ["pictured"], "recompile", by: [.coordinator],
        effects: { _ in [.compilePicture, .exportPicture] }),
      Machine.moves(
        from: ["reviewing", "pictured"], "reopen", to: "collecting", by: [.coordinator],
        if: [reasonGiven, timeAhead],
        effects: { facts in
          let times = facts.timetable.reopened(until: facts.newTime ?? facts.timetable.deadline)
          return [.disarm("remind")] + remindersAhead(facts, times) + [
            .disarm("closeCollection"), .arm("closeCollection", at: times.deadline),
            .disarm("compile"), .arm("compile", at: times.picture),
          ] + disarmLast + lastTimers(facts, times) + [.tell(.periodReopened, .reporters)]
        }),
      Machine.moves(
        from: ["pictured"], "startMeeting", to: "meeting", by: [.coordinator], if: [pictureExists]),
      Machine.moves(
        from: ["meeting"], "adopt", by: [.coordinator], if: [pictureNamed],
        effects: { _ in [.freezePicture, .exportPicture] }),
      Machine.moves(
        from: ["meeting"], "adjourn", to: "pictured", by: [.coordinator], if: [reasonGiven],
        effects: { facts in
          [.disarm("miss"), .arm("miss", at: facts.timetable.miss(nextMeeting: facts.nextMeeting))]
        }),
      Machine.moves(
        from: ["meeting"], "conclude", to: "concluded", by: [.coordinator],
        if: [pictureAdopted, outcomeWritten],
        effects: { _ in [.disarmAll, .tell(.feedback, .reporters)] }),
      Machine.moves(
        from: ["pictured"], "adoptWithoutMeeting", to: "concluded", by: [.coordinator],
        if: [reasonGiven, pictureNamed],
        effects: { _ in [.disarmAll, .freezePicture, .exportPicture, .tell(.feedback, .reporters)] }),
      Machine.moves(
        from: ["reviewing", "pictured"], "overdue", by: [.worker],
        effects: { facts in
          [.disarm("overdue")] + unlessOvertaken(facts, .tell(.meetingOverdue, .coordinators))
        }),
      // One that has begun is never missed: it waits for its end, however late that is told.
      Machine.moves(
        from: ["meeting"], "overdue", by: [.worker],
        effects: { _ in [.disarm("overdue"), .tell(.meetingOverdue, .coordinators)] }),
      Machine.moves(
        from: beforeMeeting, "miss", to: "missed", by: [.worker], if: [nextMeetingPassed],
        effects: { _ in [.disarmAll, .tell(.periodMissed, .coordinators)] }),
      Machine.moves(
        from: beforeMeeting, "skip", to: "skipped", by: [.coordinator], if: [reasonGiven],
        effects: { _ in [.disarmAll, .tell(.periodSkipped, .reporters)] }),
      Machine.moves(
        from: ["planned"], "withdraw", to: "withdrawn", by: [.worker, .coordinator], if: [reasonGiven],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["planned", "collecting", "reviewing"], "moveMeeting", by: [.coordinator, .worker],
        if: [reasonGiven, timeAhead],
        effects: { facts in
          [.disarm("compile"), .arm("compile", at: timesMoved(facts).picture)] + meetingMoved(facts)
        }),
      Machine.moves(
        from: ["pictured"], "moveMeeting", by: [.coordinator, .worker], if: [reasonGiven, timeAhead],
        effects: meetingMoved),
    ])

  static let beforeMeeting: [State] = ["planned", "collecting", "reviewing", "pictured"]

  /// Of a period that the next one has overtaken there is one thing to tell, that it is missed: a worker that was away
  /// tells nothing of what went before that.
  private static func unlessOvertaken(_ facts: CycleFacts, _ effect: Effect) -> [Effect] {
    facts.now < facts.timetable.miss(nextMeeting: facts.nextMeeting) ? [effect] : []
  }

  /// Only reminders that lie ahead: a worker that was away sends no stale ones.
  private static func remindersAhead(_ facts: CycleFacts, _ times: CycleTimes) -> [Effect] {
    times.reminders.filter { $0 >= facts.now }.map { .arm("remind", at: $0) }
  }

  private static func timesMoved(_ facts: CycleFacts) -> CycleTimes {
    facts.timetable.meetingMoved(to: facts.newTime ?? facts.timetable.meeting)
  }
  @Sendable private static func meetingMoved(_ facts: CycleFacts) -> [Effect] {
    disarmLast + lastTimers(facts, timesMoved(facts)) + [.tell(.meetingMoved, .participants)]
  }

  /// What comes of a meeting that is not held.
  private static func lastTimers(_ facts: CycleFacts, _ times: CycleTimes) -> [Effect] {
    [.arm("overdue", at: times.overdue), .arm("miss", at: times.miss(nextMeeting: facts.nextMeeting))]
  }
  private static let disarmLast: [Effect] = [.disarm("overdue"), .disarm("miss")]
}
