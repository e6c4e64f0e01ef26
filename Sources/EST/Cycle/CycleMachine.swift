import StateMachine

/// What the guards and effects of a cycle need to know, read in the transition's own transaction.
public struct CycleFacts: Sendable {
  public var now: Instant
  public var timetable: CycleTimes
  /// The meeting time of the period after.
  public var nextMeeting: Instant
  public var pictureVersions: Int
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

/// The times that a cycle has now, moved or not.
public struct CycleTimes: Hashable, Sendable {
  public var opens: Instant
  public var reminders: [Instant]
  public var deadline: Instant
  public var picture: Instant
  public var meeting: Instant

  public init(opens: Instant, reminders: [Instant], deadline: Instant, picture: Instant, meeting: Instant) {
    self.opens = opens
    self.reminders = reminders
    self.deadline = deadline
    self.picture = picture
    self.meeting = meeting
  }
  public init(_ timetable: Timetable) {
    self.init(
      opens: timetable.opens, reminders: timetable.reminders, deadline: timetable.deadline,
      picture: timetable.picture, meeting: timetable.meeting)
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
    facts.adoptedVersion.map { (1...max(1, facts.pictureVersions)).contains($0) } ?? false
  }
  static let pictureAdopted = Guard<CycleFacts>("pictureAdopted") { $0.adoptedVersion != nil }
  /// A meeting that decides nothing and orders nothing says why.
  static let outcomeWritten = Guard<CycleFacts>("outcomeWritten") {
    $0.priorities + $0.decisions > 0 || $0.reason?.isEmpty == false
  }
  static let nextMeetingPassed = Guard<CycleFacts>("nextMeetingPassed") { $0.now >= $0.nextMeeting }

  public static let definition = Machine(
    name: "cycle", version: 1,
    timerEvents: ["open", "remind", "closeCollection", "compile", "overdue", "miss"],
    transitions: [
      Machine.moves(
        from: [.unborn], "plan", to: "planned", by: [.worker, .coordinator],
        effects: { facts in
          [.arm("open", at: facts.timetable.opens)] + remindersAhead(facts)
            + [
              .arm("closeCollection", at: facts.timetable.deadline),
              .arm("compile", at: facts.timetable.picture),
              .arm("overdue", at: facts.timetable.meeting.advanced(minutes: overdueGrace)),
              .arm("miss", at: facts.nextMeeting),
            ]
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
        effects: { _ in
          [
            .disarm("remind"), .disarm("closeCollection"), .fixCoverage,
            .tell(.collectionClosed, .coordinators),
          ]
        }),
      Machine.moves(
        from: ["reviewing"], "compile", to: "pictured", by: [.worker, .coordinator],
        effects: { facts in
          [.disarm("compile"), .compilePicture, .exportPicture]
            + (facts.now < facts.nextMeeting ? [.tell(.pictureReady, .participants)] : [])
        }),
      Machine.moves(
        from: ["pictured"], "recompile", by: [.coordinator],
        effects: { _ in [.compilePicture, .exportPicture] }),
      Machine.moves(
        from: ["reviewing", "pictured"], "reopen", to: "collecting", by: [.coordinator],
        if: [reasonGiven, timeAhead],
        effects: { facts in
          let deadline = facts.newTime ?? facts.timetable.deadline
          return [
            .disarm("closeCollection"), .disarm("compile"), .disarm("remind"),
            .arm("closeCollection", at: deadline),
            .arm("compile", at: max(facts.timetable.picture, deadline)),
            .tell(.periodReopened, .reporters),
          ]
        }),
      Machine.moves(
        from: ["pictured"], "startMeeting", to: "meeting", by: [.coordinator], if: [pictureExists]),
      Machine.moves(
        from: ["meeting"], "adopt", by: [.coordinator], if: [pictureNamed],
        effects: { _ in [.freezePicture, .exportPicture] }),
      Machine.moves(
        from: ["meeting"], "adjourn", to: "pictured", by: [.coordinator], if: [reasonGiven],
        effects: { facts in [.disarm("miss"), .arm("miss", at: facts.nextMeeting)] }),
      Machine.moves(
        from: ["meeting"], "conclude", to: "concluded", by: [.coordinator],
        if: [pictureAdopted, outcomeWritten],
        effects: { _ in [.disarmAll, .tell(.feedback, .reporters)] }),
      Machine.moves(
        from: ["pictured"], "adoptWithoutMeeting", to: "concluded", by: [.coordinator],
        if: [reasonGiven, pictureNamed],
        effects: { _ in [.disarmAll, .freezePicture, .exportPicture, .tell(.feedback, .reporters)] }),
      Machine.moves(
        from: ["reviewing", "pictured", "meeting"], "overdue", by: [.worker],
        effects: { _ in [.disarm("overdue"), .tell(.meetingOverdue, .coordinators)] }),
      Machine.moves(
        from: beforeMeeting, "miss", to: "missed", by: [.worker], if: [nextMeetingPassed],
        effects: { _ in [.disarmAll, .tell(.periodMissed, .coordinators)] }),
      Machine.moves(
        from: beforeMeeting, "skip", to: "skipped", by: [.coordinator], if: [reasonGiven],
        effects: { _ in [.disarmAll, .tell(.periodSkipped, .reporters)] }),
      Machine.moves(
        from: beforeMeeting, "moveMeeting", by: [.coordinator, .worker], if: [reasonGiven, timeAhead],
        effects: moved),
    ])

  static let beforeMeeting: [State] = ["planned", "collecting", "reviewing", "pictured"]

  /// A meeting that has not begun this long after its time is overdue, in minutes.
  static let overdueGrace = 60

  /// Only reminders that lie ahead: a worker that was away sends no stale ones.
  private static func remindersAhead(_ facts: CycleFacts) -> [Effect] {
    facts.timetable.reminders.filter { $0 >= facts.now }.map { .arm("remind", at: $0) }
  }

  /// The picture keeps its distance to the meeting.
  @Sendable private static func moved(_ facts: CycleFacts) -> [Effect] {
    guard let meeting = facts.newTime else { return [] }
    let lead = facts.timetable.meeting.microseconds - facts.timetable.picture.microseconds
    let picture = Instant(microseconds: meeting.microseconds - lead)
    var effects: [Effect] = [
      .disarm("overdue"), .arm("overdue", at: meeting.advanced(minutes: overdueGrace)),
      .disarm("miss"), .arm("miss", at: max(facts.nextMeeting, meeting.advanced(minutes: 24 * 60))),
      .tell(.meetingMoved, .participants),
    ]
    if facts.pictureVersions == 0 {
      effects += [.disarm("compile"), .arm("compile", at: max(picture, facts.timetable.deadline))]
    }
    return effects
  }
}
