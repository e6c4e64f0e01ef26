import StateMachine
import Testing

@testable import EST

@Suite struct PromiseSetMachineTests {
  private static let machine = PromiseSetMachine.definition
  private static let complete = facts(at: "2025-03-01T09:00")

  /// Three years from the new year of 2025, with two promises that lack nothing.
  private static func facts(
    at now: String, from first: String = "2025-01-01", through last: String = "2027-12-31"
  ) -> PromiseSetFacts {
    var facts = PromiseSetFacts(
      now: swedish(now), term: Term(from: LocalDate(first)!, through: LocalDate(last)!), zone: .stockholm)
    facts.reason = "dialogen gav andra löften"
    facts.promises = 2
    facts.promisesWithPromisor = 2
    facts.promisesJudged = 2
    facts.signatories = [.policeChief, .executiveChair]
    facts.prolongsActiveSet = true
    facts.hasProlongation = true
    return facts
  }

  private func effects(
    _ event: Event, in state: State, by role: Role = .worker, _ facts: PromiseSetFacts,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Effect] {
    switch Self.machine.decide(in: state, event, by: [role], facts: facts) {
    case .accepted(_, _, let effects): return effects
    case .refused(let refusal):
      Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      return []
    }
  }

  @Test func itsMovesAreThoseOfTheTable() { expect(Self.machine.shape, isWhat: .promiseSet) }

  @Test func everyCellMovesOrIsRefused() {
    expectEveryCell(of: Self.machine, toMoveAs: .promiseSet, in: { _ in Self.complete })
  }

  @Test func everyTimerIsAnswered() { expectTimersAnswered(by: Self.machine, where: Self.complete) }

  private static let withoutDays: @Sendable (inout PromiseSetFacts) -> Void = {
    $0.term = Term(from: $0.term.lastDay, through: $0.term.firstDay)
  }
  private static let unmet: [Unmet<PromiseSetFacts>] = [
    Unmet("draft", "termHasDays", withoutDays), Unmet("renew", "termHasDays", withoutDays),
    Unmet("renew", "prolongsActiveSet") { $0.prolongsActiveSet = false },
    Unmet("adopt", "hasPromises") {
      $0.promises = 0
      $0.promisesWithPromisor = 0
    },
    Unmet("adopt", "everyPromiseHasPromisor") { $0.promisesWithPromisor = 1 },
    Unmet("adopt", "bothSignatories") { $0.signatories = [.executiveChair] },
    Unmet("prolong", "newSetBesideIt") { $0.hasProlongation = false },
    Unmet("followUp", "everyPromiseJudged") { $0.promisesJudged = 1 },
    Unmet("withdraw", "reasonGiven") { $0.reason = nil },
  ]

  @Test(arguments: unmet) func aConditionThatIsUnmetIsNamed(unmet: Unmet<PromiseSetFacts>) {
    expect(Self.machine, refusesFor: unmet, where: Self.complete)
  }

  @Test func noConditionIsLeftOut() { expect(Self.unmet, nameEveryConditionOf: Self.machine) }

  @Test func itAsksEachQuarterAndEachYearAndAtTheEnd() {
    var asked: [String] = []
    var timers: [Instant: Event] = [:]
    func follow(_ effects: [Effect]) {
      for case .arm(let event, let at) in effects { timers[at] = event }
    }
    follow(
      effects(
        "takeEffect", in: "adopted",
        Self.facts(at: "2025-01-01T08:00", from: "2025-01-01", through: "2026-12-31")))
    while let (at, event) = timers.min(by: { $0.key < $1.key }) {
      timers[at] = nil
      let now = ZoneRules.stockholm.local(at)
      asked.append("\(event) \(now)")
      follow(
        effects(
          event, in: "active", Self.facts(at: now.description, from: "2025-01-01", through: "2026-12-31")))
    }
    #expect(
      asked == [
        "quarter 2025-04-01T08:00", "quarter 2025-07-01T08:00", "quarter 2025-10-01T08:00",
        "year 2026-01-01T08:00", "quarter 2026-04-01T08:00", "quarter 2026-07-01T08:00",
        "quarter 2026-10-01T08:00", "end 2027-01-01T09:00",
      ])
  }

  @Test func aWorkerThatWasAwayAsksOnceAndNotOfWhatIsOver() {
    let late = effects("quarter", in: "active", Self.facts(at: "2026-08-15T07:00"))
    #expect(
      late == [.arm("quarter", at: swedish("2026-10-01T08:00")), .tell(.promiseFollowUp, .promisors)])
    #expect(effects("quarter", in: "active", Self.facts(at: "2028-02-01T07:00")).isEmpty)
    #expect(
      effects("end", in: "active", Self.facts(at: "2028-02-01T07:00"))
        == [.disarmAll, .tell(.promiseLastFollowUp, .promisors)])
  }

  @Test func aSetThatHasEndedIsSilent() {
    let reached = everythingThatCanHappen(to: Self.machine, in: [Self.complete])
    #expect(Set(reached.map(\.state)).union([.unborn]) == MoveTable.promiseSet.states)
    for armed in reached where !["adopted", "active"].contains(armed.state) {
      #expect(armed.timers.isEmpty, "\(armed)")
    }
  }
}
