import StateMachine

/// What the guards of an action need to know.
public struct ActionFacts: Sendable {
  public var now: Instant
  public var reason: String?
  /// A quick measure for the coming week, exempt from causes and baseline.
  public var isQuick: Bool
  public var causes: Int
  public var hasOwner: Bool
  public var hasGoal: Bool
  public var due: Instant?
  public var newDue: Instant?
  /// A baseline, or why there is none.
  public var hasBaseline: Bool
  public var hasExpectedEffect: Bool
  public var followUp: Instant?
  public var hasColour: Bool
  public var hasResult: Bool
  public var hasLesson: Bool

  public init(now: Instant) {
    self.now = now
    isQuick = false
    causes = 0
    hasOwner = false
    hasGoal = false
    hasBaseline = false
    hasExpectedEffect = false
    hasColour = false
    hasResult = false
    hasLesson = false
  }
}

/// What is done about a cause, by whom and until when, and what came of it.
public enum ActionMachine {
  public typealias Machine = Definition<ActionFacts, Effect>

  static let reasonGiven = Guard<ActionFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let namesCause = Guard<ActionFacts>("namesCause") { $0.isQuick || $0.causes > 0 }
  static let hasOwner = Guard<ActionFacts>("hasOwner") { $0.hasOwner }
  static let hasDueDate = Guard<ActionFacts>("hasDueDate") { $0.due != nil }
  static let hasGoal = Guard<ActionFacts>("hasGoal") { $0.hasGoal }
  static let hasBaseline = Guard<ActionFacts>("hasBaseline") { $0.isQuick || $0.hasBaseline }
  static let hasExpectedEffect = Guard<ActionFacts>("hasExpectedEffect") {
    $0.isQuick || $0.hasExpectedEffect
  }
  static let hasFollowUp = Guard<ActionFacts>("hasFollowUp") { $0.isQuick || $0.followUp != nil }
  static let newDueAhead = Guard<ActionFacts>("timeAhead") { facts in
    facts.newDue.map { $0 > facts.now } ?? false
  }
  static let hasColour = Guard<ActionFacts>("hasColour") { $0.hasColour }
  static let hasResult = Guard<ActionFacts>("hasResult") { $0.hasResult }
  static let hasLesson = Guard<ActionFacts>("hasLesson") { $0.hasLesson }

  public static let definition = Machine(
    name: "action", version: 1, timerEvents: ["due", "overdue", "followUp"],
    transitions: [
      Machine.moves(
        from: [.unborn], "propose", to: "proposed", by: [.participant, .coordinator], if: [namesCause]),
      Machine.moves(
        from: ["proposed"], "decide", to: "decided", by: [.coordinator, .steering],
        if: [hasOwner, hasDueDate, hasGoal],
        effects: { facts in dueTimers(facts.due) + [.tell(.actionAssigned, .owner)] }),
      Machine.moves(
        from: ["decided"], "start", to: "underway", by: [.owner, .coordinator],
        if: [hasBaseline, hasExpectedEffect, hasFollowUp],
        effects: { facts in facts.followUp.map { [.disarm("followUp"), .arm("followUp", at: $0)] } ?? [] }),
      Machine.moves(
        from: ["underway"], "finish", to: "done", by: [.owner, .coordinator],
        effects: { facts in
          // A follow-up date that passed while it was under way has been refused: now there is something to judge.
          [.disarm("due"), .disarm("overdue")]
            + (facts.followUp.map { $0 <= facts.now } == true
              ? [.disarm("followUp"), .arm("followUp", at: facts.now)] : [])
        }),
      Machine.moves(
        from: ["done"], "redo", to: "underway", by: [.coordinator], if: [reasonGiven],
        effects: { facts in dueTimers(facts.due.flatMap { $0 > facts.now ? $0 : nil }) }),
      Machine.moves(
        from: ["decided", "underway"], "due", by: [.worker], effects: { _ in [.tell(.actionDue, .owner)] }),
      Machine.moves(
        from: ["decided", "underway"], "overdue", by: [.worker],
        effects: { _ in [.tell(.actionOverdue, .owner), .tell(.actionOverdue, .coordinators)] }),
      Machine.moves(
        from: ["decided", "underway"], "postpone", by: [.owner, .coordinator],
        if: [reasonGiven, newDueAhead],
        effects: { facts in dueTimers(facts.newDue) }),
      Machine.moves(
        from: ["proposed", "decided", "underway"], "cancel", to: "cancelled", by: [.coordinator],
        if: [reasonGiven], effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["done"], "followUp", by: [.worker], effects: { _ in [.tell(.followUpDue, .coordinators)] }),
      Machine.moves(
        from: ["done"], "evaluate", to: "evaluated", by: [.coordinator],
        if: [hasColour, hasResult, hasLesson],
        effects: { _ in [.disarmAll] }),
    ])

  /// The owner is reminded when it is due, and the coordinator told a day later.
  private static func dueTimers(_ due: Instant?) -> [Effect] {
    guard let due else { return [] }
    return [
      .disarm("due"), .disarm("overdue"), .arm("due", at: due),
      .arm("overdue", at: due.advanced(minutes: 24 * 60)),
    ]
  }
}
