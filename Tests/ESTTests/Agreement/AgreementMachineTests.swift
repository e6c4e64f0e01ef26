import StateMachine
import Testing

@testable import EST

@Suite struct AgreementMachineTests {
  private static let machine = AgreementMachine.definition

  /// Four years from the new year of 2024, with everything that could be asked for.
  private static let complete = facts(at: "2026-11-24T09:00")

  private static func facts(
    at now: String, from first: String = "2024-01-01", through last: String = "2027-12-31"
  ) -> AgreementFacts {
    var facts = AgreementFacts(
      now: swedish(now), term: Term(from: LocalDate(first)!, through: LocalDate(last)!), zone: .stockholm)
    facts.reason = "parterna går skilda vägar"
    facts.hasParties = true
    facts.hasGoals = true
    facts.hasFocusAreas = true
    facts.signatories = [.policeChief, .executiveChair]
    return facts
  }

  /// Only what is replaced has a successor in force.
  private static func world(_ event: Event) -> AgreementFacts {
    var facts = complete
    facts.successorInForce = event == "replace"
    return facts
  }

  private func effects(
    _ event: Event, in state: State, by role: Role = .worker, _ facts: AgreementFacts,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Effect] {
    switch Self.machine.decide(in: state, event, by: [role], facts: facts) {
    case .accepted(_, _, let effects): return effects
    case .refused(let refusal):
      Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      return []
    }
  }

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: .agreement) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: .agreement, in: Self.world)
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.complete) }

  private static let withoutReason: @Sendable (inout AgreementFacts) -> Void = { $0.reason = nil }
  private static let unmet: [Unmet<AgreementFacts>] = [
    Unmet("draft", "hasParties") { $0.hasParties = false },
    Unmet("draft", "termHasDays") { $0.term = Term(from: $0.term.lastDay, through: $0.term.firstDay) },
    Unmet("draft", "hasGoals") { $0.hasGoals = false },
    Unmet("draft", "hasFocusAreas") { $0.hasFocusAreas = false },
    Unmet("sign", "bothSignatories") { $0.signatories = [.policeChief] },
    Unmet("endDate", "noSuccessorInForce") { $0.successorInForce = true },
    Unmet("replace", "successorInForce") { $0.successorInForce = false },
    Unmet("terminate", "reasonGiven", withoutReason),
    Unmet("withdraw", "reasonGiven", withoutReason),
  ]

  @Test(arguments: unmet) func aConditionThatIsUnmetIsNamed(unmet: Unmet<AgreementFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.world(unmet.event))
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: Self.machine) }

  @Test func itTakesEffectOnItsFirstMorning() {
    #expect(
      effects("sign", in: "draft", by: .coordinator, Self.complete)
        == [.arm("takeEffect", at: swedish("2024-01-01T08:00"))])
  }

  @Test func itWarnsHalfAYearBeforeItsEndAndFollowsUpEachYear() {
    #expect(
      effects("takeEffect", in: "signed", Self.facts(at: "2024-01-01T08:00"))
        == [
          // June has no 31st.
          .arm("warn", at: swedish("2027-06-30T08:00")), .arm("endDate", at: swedish("2028-01-01T09:00")),
          .arm("yearlyFollowUp", at: swedish("2025-01-01T08:00")),
        ])
  }

  @Test(arguments: [
    ("2024-09-01", "2026-08-31", "2026-02-28"), ("2024-09-01", "2028-08-31", "2028-02-29"),
    ("2024-01-01", "2024-03-31", "2024-01-01"),
  ])
  func theWarningKeepsToTheCalendar(first: String, last: String, warned: String) {
    let made = effects(
      "takeEffect", in: "signed", Self.facts(at: "\(first)T08:00", from: first, through: last))
    #expect(made.first == .arm("warn", at: swedish("\(warned)T08:00")))
  }

  @Test(arguments: ["inForce", "prolonged"] as [State]) func theYearlyFollowUpArmsTheNext(state: State) {
    let both: [Effect] = [
      .tell(.agreementFollowUp, .coordinators), .tell(.agreementFollowUp, .steering),
    ]
    #expect(
      effects("yearlyFollowUp", in: state, Self.facts(at: "2025-01-01T08:00"))
        == [.arm("yearlyFollowUp", at: swedish("2026-01-01T08:00"))] + both)
    #expect(
      effects("yearlyFollowUp", in: state, Self.facts(at: "2031-05-09T03:00"))
        == [.arm("yearlyFollowUp", at: swedish("2032-01-01T08:00"))] + both, "years late, it asks once")
  }

  @Test func whatHasEndedIsNotWarnedOf() {
    #expect(effects("warn", in: "inForce", Self.facts(at: "2027-06-30T08:00")).count == 2)
    #expect(effects("warn", in: "inForce", Self.facts(at: "2028-01-01T09:00")).isEmpty)
  }

  @Test func anAgreementThatHasEndedIsSilent() {
    var replaced = Self.complete
    replaced.successorInForce = true
    let reached = everythingThatCanHappen(to: Self.machine, in: [Self.complete, replaced])
    #expect(Set(reached.map(\.state)).union([.unborn]) == MoveTable.agreement.states)
    for armed in reached where Self.machine.shape.isEnd(armed.state) { #expect(armed.timers.isEmpty) }
    #expect(reached.contains(Armed(state: "prolonged", timers: ["yearlyFollowUp"])))
  }
}
