import StateMachine
import Testing

@testable import EST

@Suite struct SafetyWalkMachineTests {
  private static let machine = SafetyWalkMachine.definition
  private static let complete: SafetyWalkFacts = {
    var facts = SafetyWalkFacts(now: swedish("2024-03-14T09:00"), zone: .stockholm)
    facts.day = LocalDate("2024-02-29")
    facts.reason = "för få anmälda"
    facts.hasArea = true
    facts.people = 20
    facts.points = 3
    facts.pointsAnswered = 3
    facts.pointsFollowedUp = 3
    return facts
  }()

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: .safetyWalk) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: .safetyWalk, in: { _ in Self.complete })
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.complete) }

  private static let unmet: [Unmet<SafetyWalkFacts>] = [
    Unmet("plan", "hasArea") { $0.hasArea = false }, Unmet("plan", "hasDay") { $0.day = nil },
    Unmet("plan", "atMostTwentyPeople") { $0.people = 21 },
    Unmet("plan", "atMostTwentyPeople") { $0.people = 0 }, Unmet("walk", "hasPoints") { $0.points = 0 },
    Unmet("report", "everyPointAnswered") { $0.pointsAnswered = 2 },
    Unmet("followUp", "everyPointFollowedUp") { $0.pointsFollowedUp = 2 },
    Unmet("cancel", "reasonGiven") { $0.reason = nil },
  ]

  @Test(arguments: unmet) func aConditionThatIsUnmetIsNamed(unmet: Unmet<SafetyWalkFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.complete)
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: Self.machine) }

  @Test func itIsAskedAboutAYearAfterItsDay() {
    let decision = Self.machine.decide(in: "walked", "report", by: [.coordinator], facts: Self.complete)
    #expect(
      decision
        == .accepted(
          to: "reported", as: .coordinator, effects: [.arm("oneYear", at: swedish("2025-02-28T08:00"))]))
  }

  @Test func aWalkThatHasEndedIsSilent() {
    let reached = everythingThatCanHappen(to: Self.machine, in: [Self.complete])
    #expect(Set(reached.map(\.state)).union([.unborn]) == MoveTable.safetyWalk.states)
    for armed in reached where armed.state != "reported" { #expect(armed.timers.isEmpty, "\(armed)") }
  }
}
