import StateMachine
import Testing

@testable import EST

@Suite struct ActionMachineTests {
  private static let table = MoveTable(
    """
    -                           | propose  | proposed  | participant, coordinator
    proposed                    | decide   | decided   | coordinator, steering
    decided                     | start    | underway  | owner, coordinator
    underway                    | finish   | done      | owner, coordinator
    done                        | redo     | underway  | coordinator
    decided, underway           | due      | same      | worker
    decided, underway           | overdue  | same      | worker
    decided, underway           | postpone | same      | owner, coordinator
    proposed, decided, underway | cancel   | cancelled | coordinator
    done                        | followUp | same      | worker
    done                        | evaluate | evaluated | coordinator
    """)

  private static let machine = ActionMachine.definition

  /// An action of the plan with everything that it could be asked for.
  private static let complete: ActionFacts = {
    var facts = ActionFacts(now: swedish("2026-11-24T09:00"))
    facts.reason = "vinterns leverans är försenad"
    facts.causes = 2
    facts.hasOwner = true
    facts.hasGoal = true
    facts.due = swedish("2026-12-15T16:00")
    facts.newDue = swedish("2027-01-29T16:00")
    facts.hasBaseline = true
    facts.hasExpectedEffect = true
    facts.followUp = swedish("2027-03-01T09:00")
    facts.hasColour = true
    facts.hasResult = true
    facts.hasLesson = true
    return facts
  }()

  private func effects(
    _ event: Event, in state: State, by role: Role = .coordinator,
    _ change: (inout ActionFacts) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Effect] {
    var facts = Self.complete
    change(&facts)
    switch Self.machine.decide(in: state, event, by: [role], facts: facts) {
    case .accepted(_, _, let effects): return effects
    case .refused(let refusal):
      Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      return []
    }
  }

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: Self.table) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: Self.table, in: { _ in Self.complete })
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.complete) }

  private static let withoutReason: @Sendable (inout ActionFacts) -> Void = { $0.reason = nil }
  private static let unmet: [Unmet<ActionFacts>] = [
    Unmet("propose", "namesCause") { $0.causes = 0 },
    Unmet("decide", "hasOwner") { $0.hasOwner = false },
    Unmet("decide", "hasDueDate") { $0.due = nil },
    Unmet("decide", "hasGoal") { $0.hasGoal = false },
    Unmet("start", "hasBaseline") { $0.hasBaseline = false },
    Unmet("start", "hasExpectedEffect") { $0.hasExpectedEffect = false },
    Unmet("start", "hasFollowUp") { $0.followUp = nil },
    Unmet("redo", "reasonGiven", withoutReason),
    Unmet("postpone", "reasonGiven", withoutReason),
    Unmet("postpone", "timeAhead") { $0.newDue = $0.now },
    Unmet("cancel", "reasonGiven", withoutReason),
    Unmet("evaluate", "hasColour") { $0.hasColour = false },
    Unmet("evaluate", "hasResult") { $0.hasResult = false },
    Unmet("evaluate", "hasLesson") { $0.hasLesson = false },
  ]

  @Test(arguments: unmet)
  func aConditionThatIsUnmetIsNamed(unmet: Unmet<ActionFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.complete)
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: Self.machine) }

  @Test(arguments: [(.unborn, "propose"), ("decided", "start")] as [(State, Event)])
  func aQuickMeasureNeedsNeitherCauseNorBaseline(state: State, event: Event) {
    let taken = effects(event, in: state) {
      $0.isQuick = true
      $0.causes = 0
      $0.hasBaseline = false
      $0.hasExpectedEffect = false
      $0.followUp = nil
    }
    #expect(taken.isEmpty)
  }

  @Test func aDecisionRemindsTheOwnerInTime() {
    #expect(
      effects("decide", in: "proposed")
        == [
          .disarm("due"), .disarm("overdue"),
          .arm("due", at: swedish("2026-12-15T16:00")), .arm("overdue", at: swedish("2026-12-16T16:00")),
          .tell(.actionAssigned, .owner),
        ])
  }

  @Test(arguments: ["decided", "underway"] as [State])
  func aNewDueDateMovesTheReminders(state: State) {
    #expect(
      effects("postpone", in: state, by: .owner)
        == [
          .disarm("due"), .disarm("overdue"),
          .arm("due", at: swedish("2027-01-29T16:00")), .arm("overdue", at: swedish("2027-01-30T16:00")),
        ])
  }

  @Test func theOwnerIsRemindedFirstAndThenTheCoordinatorToo() {
    #expect(effects("due", in: "underway", by: .worker) == [.tell(.actionDue, .owner)])
    #expect(
      effects("overdue", in: "underway", by: .worker)
        == [.tell(.actionOverdue, .owner), .tell(.actionOverdue, .coordinators)])
    #expect(effects("followUp", in: "done", by: .worker) == [.tell(.followUpDue, .coordinators)])
  }

  @Test func startingArmsTheFollowUp() {
    #expect(
      effects("start", in: "decided", by: .owner)
        == [.disarm("followUp"), .arm("followUp", at: swedish("2027-03-01T09:00"))])
  }

  @Test func aFollowUpThatPassedWhileUnderwayIsDueWhenDone() {
    let ended: [Effect] = [.disarm("due"), .disarm("overdue")]
    #expect(effects("finish", in: "underway", by: .owner) == ended)
    #expect(
      effects("finish", in: "underway", by: .owner) { $0.now = swedish("2027-03-05T14:00") }
        == ended + [.disarm("followUp"), .arm("followUp", at: swedish("2027-03-05T14:00"))])
  }

  @Test func whatIsRedoneIsRemindedOfOnlyAhead() {
    #expect(effects("redo", in: "done").contains(.arm("due", at: swedish("2026-12-15T16:00"))))
    #expect(effects("redo", in: "done") { $0.now = swedish("2026-12-15T16:00") }.isEmpty)
  }

  /// Whatever is said in whatever order, an action that has ended says nothing more.
  @Test func anActionThatHasEndedIsSilent() {
    let reached = everythingThatCanHappen(to: Self.machine, in: [Self.complete])
    #expect(Set(reached.map(\.state)) == Self.table.states)
    for armed in reached where ["evaluated", "cancelled", "proposed"].contains(armed.state) {
      #expect(armed.timers.isEmpty, "\(armed)")
    }
  }
}
