import StateMachine
import Testing

@testable import EST

@Suite struct StatutoryPictureMachineTests {
  private static let machine = StatutoryPictureMachine.definition
  private static let complete = facts(at: "2024-11-24T09:00")

  private static func facts(at now: String) -> StatutoryPictureFacts {
    var facts = StatutoryPictureFacts(
      now: swedish(now), deadline: LocalDate("2026-08-31")!, zone: .stockholm)
    facts.hasPlanOrReason = true
    return facts
  }

  private func effects(
    _ event: Event, in state: State, at now: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Effect] {
    switch Self.machine.decide(in: state, event, by: [.worker], facts: Self.facts(at: now)) {
    case .accepted(_, _, let effects): return effects
    case .refused(let refusal):
      Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      return []
    }
  }

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: .statutoryPicture) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: .statutoryPicture, in: { _ in Self.complete })
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.complete) }

  private static let unmet = [
    Unmet<StatutoryPictureFacts>("adopt", "planOrReason") { $0.hasPlanOrReason = false }
  ]

  @Test(arguments: unmet) func aConditionThatIsUnmetIsNamed(unmet: Unmet<StatutoryPictureFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.complete)
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: Self.machine) }

  @Test func twoYearsAreTwoYearsOfTheCalendar() {
    #expect(StatutoryPictureMachine.deadline(after: LocalDate("2024-02-29")!) == LocalDate("2026-02-28"))
    #expect(StatutoryPictureMachine.deadline(after: LocalDate("2024-08-31")!) == LocalDate("2026-08-31"))
  }

  @Test func itWarnsSixAndTwoMonthsBefore() {
    #expect(
      effects("schedule", in: .unborn, at: "2024-11-24T09:00")
        == [
          .arm("warn", at: swedish("2026-02-28T08:00")), .arm("warn", at: swedish("2026-06-30T08:00")),
          .arm("late", at: swedish("2026-09-01T08:00")),
        ])
    #expect(
      effects("schedule", in: .unborn, at: "2026-07-15T10:00")
        == [
          .arm("warn", at: swedish("2026-07-15T10:00")), .arm("late", at: swedish("2026-09-01T08:00")),
        ], "scheduled late, it warns at once")
  }

  @Test func aWorkerThatWasAwayWarnsOnce() {
    let told: [Effect] = [
      .tell(.statutoryPictureDue, .coordinators), .tell(.statutoryPictureDue, .steering),
    ]
    #expect(
      effects("warn", in: "due", at: "2026-02-28T08:00")
        == [.disarm("warn"), .arm("warn", at: swedish("2026-06-30T08:00"))] + told)
    #expect(effects("warn", in: "drafting", at: "2026-08-01T03:00") == [.disarm("warn")] + told)
    #expect(effects("warn", in: "drafting", at: "2026-09-01T08:00") == [.disarm("warn")])
  }

  @Test func aPictureThatIsAdoptedIsSilent() {
    let reached = everythingThatCanHappen(to: Self.machine, in: [Self.complete])
    #expect(Set(reached.map(\.state)).union([.unborn]) == MoveTable.statutoryPicture.states)
    for armed in reached where !["due", "drafting"].contains(armed.state) {
      #expect(armed.timers.isEmpty, "\(armed)")
    }
  }
}
