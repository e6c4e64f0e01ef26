import StateMachine

/// What the guards of a problem need to know.
public struct ProblemFacts: Sendable {
  public var now: Instant
  public var reason: String?
  /// Criteria of the choice that have been scored.
  public var criteriaScored: Int
  /// Direct causes of the analysis in work that name their evidence.
  public var directCausesWithEvidence: Int
  /// Whether the other signatory has signed the very version that is being signed, and is somebody else.
  public var otherHasSigned: Bool
  public var decidedActionsWithCause: Int
  public var openActions: Int
  public var doneActions: Int
  public var evaluatedActions: Int
  public var resultAndLesson: Bool
  /// What the steering group answered to an escalation.
  public var escalationDismissed: Bool
  public var followUp: Instant?

  public init(now: Instant) {
    self.now = now
    criteriaScored = 0
    directCausesWithEvidence = 0
    otherHasSigned = false
    decidedActionsWithCause = 0
    openActions = 0
    doneActions = 0
    evaluatedActions = 0
    resultAndLesson = false
    escalationDismissed = false
  }
}

/// Something prioritised, carried through the five moments.
public enum ProblemMachine {
  public typealias Machine = Definition<ProblemFacts, Effect>

  static let reasonGiven = Guard<ProblemFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let criteriaScored = Guard<ProblemFacts>("criteriaScored") { $0.criteriaScored > 0 }
  static let directCause = Guard<ProblemFacts>("directCauseWithEvidence") { $0.directCausesWithEvidence > 0 }
  static let bothSigned = Guard<ProblemFacts>("bothSignedSameVersion") { $0.otherHasSigned }
  static let actionWithCause = Guard<ProblemFacts>("decidedActionNamesCause") {
    $0.decidedActionsWithCause > 0
  }
  static let actionsEnded = Guard<ProblemFacts>("actionsEnded") { $0.openActions == 0 }
  static let someDone = Guard<ProblemFacts>("actionDone") { $0.doneActions + $0.evaluatedActions > 0 }
  static let noneDone = Guard<ProblemFacts>("everyActionCancelled") {
    $0.doneActions + $0.evaluatedActions == 0
  }
  static let effectJudged = Guard<ProblemFacts>("effectJudged") {
    $0.evaluatedActions > 0 && $0.doneActions == 0
  }
  static let lessonWritten = Guard<ProblemFacts>("resultAndLesson") { $0.resultAndLesson }
  static let dismissedAnswer = Guard<ProblemFacts>("answerIsDismissal") { $0.escalationDismissed }

  public static let definition = Machine(
    name: "problem", version: 1, timerEvents: ["beginEvaluation"], restingStates: ["resolved", "dismissed"],
    transitions: [
      Machine.moves(
        from: [.unborn], "identify", to: "identified", by: [.coordinator, .participant, .council]),
      Machine.moves(
        from: ["identified"], "prioritise", to: "prioritised", by: [.coordinator, .steering],
        if: [criteriaScored]),
      Machine.moves(
        from: ["identified", "prioritised", "escalated", "analysing", "analysed", "acting", "evaluating"],
        "dismiss", to: "dismissed", by: [.coordinator], if: [reasonGiven], effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["prioritised"], "escalate", to: "escalated", by: [.coordinator],
        effects: { _ in [.tell(.problemEscalated, .steering)] }),
      Machine.moves(
        from: ["escalated"], "decide", to: "dismissed", by: [.steering], if: [reasonGiven, dismissedAnswer]),
      Machine.moves(from: ["escalated"], "decide", to: "prioritised", by: [.steering], if: [reasonGiven]),
      Machine.moves(
        from: ["prioritised"], "beginAnalysis", to: "analysing", by: [.coordinator, .policeLead]),
      Machine.moves(
        from: ["analysing"], "sign", to: "analysed", by: [.coordinator, .policeLead],
        if: [directCause, bothSigned]),
      Machine.moves(
        from: ["analysing"], "sign", by: [.coordinator, .policeLead], if: [directCause]),
      Machine.moves(from: ["analysed"], "reopenAnalysis", to: "analysing", by: [.coordinator]),
      Machine.moves(
        from: ["analysed"], "beginAction", to: "acting", by: [.coordinator], if: [actionWithCause],
        effects: { facts in facts.followUp.map { [.arm("beginEvaluation", at: $0)] } ?? [] }),
      Machine.moves(
        from: ["acting"], "beginEvaluation", to: "evaluating", by: [.worker, .coordinator],
        if: [actionsEnded, someDone],
        effects: { _ in [.disarm("beginEvaluation"), .tell(.evaluationDue, .coordinators)] }),
      Machine.moves(
        from: ["acting"], "giveUp", to: "analysing", by: [.coordinator],
        if: [reasonGiven, actionsEnded, noneDone], effects: { _ in [.disarm("beginEvaluation")] }),
      Machine.moves(
        from: ["evaluating"], "resolve", to: "resolved", by: [.coordinator],
        if: [effectJudged, lessonWritten],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["evaluating"], "reanalyse", to: "analysing", by: [.coordinator], if: [reasonGiven]),
      Machine.moves(
        from: ["evaluating"], "actAgain", to: "acting", by: [.coordinator], if: [actionWithCause],
        effects: { facts in facts.followUp.map { [.arm("beginEvaluation", at: $0)] } ?? [] }),
      Machine.moves(
        from: ["resolved", "dismissed"], "recur", to: "identified", by: [.coordinator, .worker],
        if: [reasonGiven]),
    ])
}
