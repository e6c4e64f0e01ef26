import StateMachine
import Testing

@testable import EST

@Suite struct ProblemMachineTests {
  private static let table = MoveTable(
    """
    -                            | identify        | identified             | coordinator, participant, council
    identified                   | prioritise      | prioritised            | coordinator, steering
    identified, prioritised      | dismiss         | dismissed              | coordinator
    escalated, analysing         | dismiss         | dismissed              | coordinator
    analysed, acting, evaluating | dismiss         | dismissed              | coordinator
    prioritised                  | escalate        | escalated              | coordinator
    escalated                    | decide          | dismissed, prioritised | steering
    prioritised                  | beginAnalysis   | analysing              | coordinator, policeLead
    analysing                    | sign            | analysed, analysing    | coordinator, policeLead
    analysed                     | reopenAnalysis  | analysing              | coordinator
    analysed                     | beginAction     | acting                 | coordinator
    acting                       | beginEvaluation | evaluating             | worker, coordinator
    acting                       | giveUp          | analysing              | coordinator
    evaluating                   | resolve         | resolved               | coordinator
    evaluating                   | reanalyse       | analysing              | coordinator
    evaluating                   | actAgain        | acting                 | coordinator
    resolved, dismissed          | recur           | identified             | coordinator, worker
    """)

  private static let machine = ProblemMachine.definition

  private static let judged: ProblemFacts = {
    var facts = ProblemFacts(now: swedish("2026-11-24T09:00"))
    facts.reason = "belysningen är lagad"
    facts.criteriaScored = 9
    facts.directCausesWithEvidence = 1
    facts.otherHasSigned = true
    facts.decidedActionsWithCause = 1
    facts.evaluatedActions = 1
    facts.resultAndLesson = true
    facts.escalationDismissed = true
    facts.followUp = swedish("2027-02-01T09:00")
    return facts
  }()

  /// Everything that the event could ask for is at hand; who gives up has done nothing.
  private static func world(_ event: Event) -> ProblemFacts {
    var facts = judged
    if event == "giveUp" { facts.evaluatedActions = 0 }
    return facts
  }

  private func decide(
    _ event: Event, in state: State, by role: Role, _ change: (inout ProblemFacts) -> Void
  ) -> Decision<Effect> {
    var facts = Self.world(event)
    change(&facts)
    return Self.machine.decide(in: state, event, by: [role], facts: facts)
  }

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: Self.table) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: Self.table, in: Self.world)
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.judged) }

  private static let withoutReason: @Sendable (inout ProblemFacts) -> Void = { $0.reason = nil }
  private static let unmet: [Unmet<ProblemFacts>] = [
    Unmet("prioritise", "criteriaScored") { $0.criteriaScored = 0 },
    Unmet("dismiss", "reasonGiven", withoutReason),
    Unmet("decide", "reasonGiven", withoutReason),
    Unmet("sign", "directCauseWithEvidence") { $0.directCausesWithEvidence = 0 },
    Unmet("beginAction", "decidedActionNamesCause") { $0.decidedActionsWithCause = 0 },
    Unmet("beginEvaluation", "actionsEnded") { $0.openActions = 1 },
    Unmet("beginEvaluation", "actionDone") { $0.evaluatedActions = 0 },
    Unmet("giveUp", "reasonGiven", withoutReason),
    Unmet("giveUp", "actionsEnded") { $0.openActions = 1 },
    Unmet("giveUp", "everyActionCancelled") { $0.doneActions = 1 },
    Unmet("resolve", "effectJudged") { $0.doneActions = 1 },
    Unmet("resolve", "resultAndLesson") { $0.resultAndLesson = false },
    Unmet("reanalyse", "reasonGiven", withoutReason),
    Unmet("actAgain", "decidedActionNamesCause") { $0.decidedActionsWithCause = 0 },
    Unmet("recur", "reasonGiven", withoutReason),
  ]

  @Test(arguments: unmet)
  func aConditionThatIsUnmetIsNamed(unmet: Unmet<ProblemFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.world(unmet.event))
  }

  @Test func noConditionIsLeftOut() {
    expect(
      Self.unmet, nameEveryConditionOf: Self.machine,
      but: ["decide: answerIsDismissal", "sign: bothSignedSameVersion"])
  }

  @Test(arguments: [Role.coordinator, .policeLead])
  func anAnalysisIsDoneOnlyWhenBothHaveSigned(role: Role) {
    #expect(
      decide("sign", in: "analysing", by: role) { $0.otherHasSigned = false }
        == .accepted(to: "analysing", as: role, effects: []))
    #expect(
      decide("sign", in: "analysing", by: role) { $0.otherHasSigned = true }
        == .accepted(to: "analysed", as: role, effects: []))
  }

  @Test func theSteeringGroupAnswersAnEscalation() {
    #expect(
      decide("decide", in: "escalated", by: .steering) { $0.escalationDismissed = true }
        == .accepted(to: "dismissed", as: .steering, effects: []))
    #expect(
      decide("decide", in: "escalated", by: .steering) { $0.escalationDismissed = false }
        == .accepted(to: "prioritised", as: .steering, effects: []))
  }

  @Test func anEscalationIsToldToTheSteeringGroup() {
    #expect(
      decide("escalate", in: "prioritised", by: .coordinator) { _ in }
        == .accepted(to: "escalated", as: .coordinator, effects: [.tell(.problemEscalated, .steering)]))
  }

  @Test(arguments: [("beginAction", "analysed"), ("actAgain", "evaluating")] as [(Event, State)])
  func theFollowUpDateCallsForEvaluation(event: Event, state: State) {
    #expect(
      decide(event, in: state, by: .coordinator) { _ in }
        == .accepted(
          to: "acting", as: .coordinator,
          effects: [.arm("beginEvaluation", at: swedish("2027-02-01T09:00"))]))
    #expect(
      decide(event, in: state, by: .coordinator) { $0.followUp = nil }
        == .accepted(to: "acting", as: .coordinator, effects: []))
  }

  @Test func evaluationIsToldToTheCoordinator() {
    #expect(
      decide("beginEvaluation", in: "acting", by: .worker) { _ in }
        == .accepted(
          to: "evaluating", as: .worker,
          effects: [.disarm("beginEvaluation"), .tell(.evaluationDue, .coordinators)]))
  }

  @Test func nothingIsResolvedThatNobodyJudged() {
    #expect(
      decide("resolve", in: "evaluating", by: .coordinator) { $0.evaluatedActions = 0 }
        == .refused(.unmet(guardName: "effectJudged")))
  }

  /// A problem may recur, so that none ever ends for good; one that is over says nothing meanwhile.
  @Test func aProblemThatIsOverIsSilent() {
    var unsigned = Self.judged
    unsigned.otherHasSigned = false
    unsigned.escalationDismissed = false
    let reached = everythingThatCanHappen(
      to: Self.machine, in: [Self.judged, unsigned, Self.world("giveUp")])
    #expect(Set(reached.map(\.state)) == Self.table.states)
    for armed in reached where armed.state != "acting" { #expect(armed.timers.isEmpty, "\(armed)") }
  }
}
