import StateMachine
import Testing

@testable import EST

@Suite struct CycleMachineTests {
  private static let table = MoveTable(
    """
    -                                        | plan                | planned    | worker, coordinator
    planned                                  | withdraw            | withdrawn  | worker, coordinator
    planned                                  | open                | collecting | worker, coordinator
    collecting                               | remind              | same       | worker
    collecting                               | closeCollection     | reviewing  | worker, coordinator
    reviewing                                | compile             | pictured   | worker, coordinator
    pictured                                 | recompile           | same       | coordinator
    reviewing, pictured                      | reopen              | collecting | coordinator
    pictured                                 | startMeeting        | meeting    | coordinator
    meeting                                  | adopt               | same       | coordinator
    meeting                                  | adjourn             | pictured   | coordinator
    meeting                                  | conclude            | concluded  | coordinator
    pictured                                 | adoptWithoutMeeting | concluded  | coordinator
    reviewing, pictured, meeting             | overdue             | same       | worker
    planned, collecting, reviewing, pictured | miss                | missed     | worker
    planned, collecting, reviewing, pictured | skip                | skipped    | coordinator
    planned, collecting, reviewing, pictured | moveMeeting         | same       | coordinator, worker
    """)

  @Test func itsMovesAreThoseOfTheTable() { expect(CycleMachine.definition.shape, isWhat: Self.table) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: CycleMachine.definition, toMoveAs: Self.table, in: { _ in .everythingAtHand })
  }

  @Test func everyTimerIsAnswered() {
    expectTimersAnswered(by: CycleMachine.definition, where: .everythingAtHand)
    expectTimersAnswered(by: CycleMachine.definition, where: .week47(at: "2026-11-24T10:00"))
  }

  private static let withoutReason: @Sendable (inout CycleFacts) -> Void = { $0.reason = nil }
  private static let unmet: [Unmet<CycleFacts>] = [
    Unmet("remind", "beforeDeadline") { $0.now = $0.timetable.deadline },
    Unmet("reopen", "reasonGiven", withoutReason),
    Unmet("reopen", "timeAhead") { $0.newTime = $0.now },
    Unmet("startMeeting", "pictureExists") { $0.pictureVersions = 0 },
    Unmet("adopt", "pictureNamed") { $0.adoptedVersion = 3 },
    Unmet("adjourn", "reasonGiven", withoutReason),
    Unmet("conclude", "pictureAdopted") { $0.adoptedVersion = nil },
    Unmet("conclude", "outcomeWritten") {
      $0.priorities = 0
      $0.decisions = 0
      $0.reason = nil
    },
    Unmet("adoptWithoutMeeting", "reasonGiven", withoutReason),
    Unmet("adoptWithoutMeeting", "pictureNamed") { $0.adoptedVersion = 0 },
    Unmet("miss", "nextMeetingPassed") { $0.now = $0.nextMeeting.advanced(minutes: -1) },
    Unmet("skip", "reasonGiven", withoutReason),
    Unmet("withdraw", "reasonGiven", withoutReason),
    Unmet("moveMeeting", "reasonGiven", withoutReason),
    Unmet("moveMeeting", "timeAhead") { $0.newTime = nil },
  ]

  @Test(arguments: unmet)
  func aConditionThatIsUnmetIsNamed(unmet: Unmet<CycleFacts>) {
    expect(CycleMachine.definition, refusesFor: unmet, where: .everythingAtHand)
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: CycleMachine.definition) }

  @Test func anEmptyReasonIsNone() {
    var facts = CycleFacts.everythingAtHand
    facts.reason = ""
    #expect(
      CycleMachine.definition.decide(in: "pictured", "skip", by: [.coordinator], facts: facts)
        == .refused(.unmet(guardName: "reasonGiven")))
  }

  @Test(arguments: [(0, 1), (2, 0), (2, -1), (2, 3)])
  func onlyAVersionThatExistsIsAdopted(versions: Int, named: Int) {
    var facts = CycleFacts.everythingAtHand
    facts.pictureVersions = versions
    facts.adoptedVersion = named
    #expect(
      CycleMachine.definition.decide(in: "meeting", "adopt", by: [.coordinator], facts: facts)
        == .refused(.unmet(guardName: "pictureNamed")))
  }

  /// A meeting may find that nothing is to be done, but then says why.
  @Test(arguments: [(1, 0, nil), (0, 1, nil), (0, 0, "lugn vecka")] as [(Int, Int, String?)])
  func aMeetingEndsWithAnOutcomeOrAReason(priorities: Int, decisions: Int, reason: String?) {
    var facts = CycleFacts.everythingAtHand
    (facts.priorities, facts.decisions, facts.reason) = (priorities, decisions, reason)
    #expect(
      CycleMachine.definition.decide(in: "meeting", "conclude", by: [.coordinator], facts: facts)
        == .accepted(
          to: "concluded", as: .coordinator, effects: [.disarmAll, .tell(.feedback, .reporters)]))
  }

  /// Whatever is said in whatever order: a period whose meeting has not begun is missed at the latest, and one that is
  /// over says nothing more.
  @Test func everyPeriodEndsAndIsSilentThereafter() {
    let reached = everythingThatCanHappen(to: CycleMachine.definition, in: [.everythingAtHand])
    #expect(Set(reached.map(\.state)) == Self.table.states)
    for armed in reached {
      switch armed.state {
      case "planned", "collecting", "reviewing", "pictured":
        #expect(armed.timers.contains("miss"), "\(armed)")
      case "concluded", "skipped", "missed", "withdrawn": #expect(armed.timers.isEmpty, "\(armed)")
      default: break
      }
    }
  }
}
