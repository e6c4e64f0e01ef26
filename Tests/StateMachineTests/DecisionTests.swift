import StateMachine
import Testing

@Suite struct DecisionTests {
  private func decide(
    _ event: Event, in state: State, by roles: [Role], _ change: (inout Loan.Facts) -> Void = { _ in }
  ) -> Decision<String> {
    var facts = Loan.Facts()
    change(&facts)
    return Loan.definition.decide(in: state, event, by: roles, facts: facts)
  }

  @Test func anAcceptedEventNamesStateRoleAndEffects() {
    #expect(
      decide("lend", in: "asked", by: ["librarian"])
        == .accepted(to: "lent", as: "librarian", effects: ["hand over", "because worn out"]))
  }

  @Test func aBirthIsAMoveFromTheUnborn() {
    #expect(decide("ask", in: .unborn, by: ["reader"]) == .accepted(to: "asked", as: "reader", effects: []))
    #expect(
      decide("ask", in: "asked", by: ["reader"])
        == .refused(.notInThisState("asked", possible: ["withdraw"])))
  }

  @Test func theActorsFirstRoleThatMaySayItIsTheOneOnRecord() {
    #expect(
      decide("ask", in: .unborn, by: ["porter", "librarian", "reader"])
        == .accepted(to: "asked", as: "librarian", effects: []))
  }

  @Test func theMostDemandingMoveWhoseGuardsHoldIsTaken() {
    #expect(
      decide("lend", in: "asked", by: ["librarian"]) { $0.isOnShelf = false }
        == .accepted(to: "reserved", as: "librarian", effects: []))
  }

  @Test func aMoveThatTheRoleMayNotMakeIsPassedOver() {
    #expect(
      decide("lend", in: "asked", by: ["porter"]) == .accepted(to: "reserved", as: "porter", effects: []))
  }

  @Test func aMoveWithoutGuardsAsksForNothing() {
    #expect(
      decide("lend", in: "reserved", by: ["librarian"]) { $0.isMember = false }
        == .accepted(to: "lent", as: "librarian", effects: []))
  }

  @Test func theFirstGuardThatFailsIsNamed() {
    #expect(
      decide("lend", in: "asked", by: ["porter"]) {
        $0.isMember = false
        $0.reason = ""
      } == .refused(.unmet(guardName: "isMember")))
  }

  @Test func whatTheLesserMoveLacksIsSaid() {
    #expect(
      decide("lend", in: "asked", by: ["librarian"]) {
        $0.isOnShelf = false
        $0.reason = ""
      } == .refused(.unmet(guardName: "reasonGiven")))
  }

  @Test func everyRoleThatMaySayItIsNamedOnce() {
    #expect(
      decide("lend", in: "asked", by: ["reader"])
        == .refused(.notThisRole(allowed: ["librarian", "porter"])))
    #expect(
      decide("lend", in: "asked", by: []) == .refused(.notThisRole(allowed: ["librarian", "porter"])))
  }

  @Test func anUnknownEventIsToldFromOneOutOfPlace() {
    #expect(
      decide("burn", in: "asked", by: ["reader"]) == .refused(.unknownEvent(possible: ["withdraw"])))
    #expect(
      decide("return", in: "asked", by: ["librarian"])
        == .refused(.notInThisState("asked", possible: ["lend"])))
    #expect(
      decide("return", in: "elsewhere", by: ["librarian"])
        == .refused(.notInThisState("elsewhere", possible: [])))
  }

  typealias Possible = (state: State, roles: [Role], events: [Event])
  private static let possible: [Possible] = [
    (.unborn, ["reader"], ["ask"]),
    ("asked", ["librarian"], ["lend"]),
    ("asked", ["reader", "librarian"], ["lend", "withdraw"]),
    ("lent", ["clock"], ["remind"]),
    ("lent", ["porter"], []),
    ("returned", ["reader", "librarian", "porter", "clock"], []),
  ]

  @Test(arguments: possible)
  func possibleEventsStandOnceInTheDefinitionsOrder(state: State, roles: [Role], events: [Event]) {
    #expect(Loan.definition.events(in: state, by: roles) == events)
  }

  @Test func aMoveWithoutATargetStays() {
    #expect(
      decide("remind", in: "lent", by: ["clock"])
        == .accepted(to: "lent", as: "clock", effects: ["write to the reader"]))
  }
}
