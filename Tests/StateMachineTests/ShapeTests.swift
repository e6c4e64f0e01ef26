import StateMachine
import Testing

@Suite struct ShapeTests {
  private let shape = Loan.definition.shape

  @Test func itKeepsWhatTheDefinitionSays() {
    #expect(shape.name == "loan" && shape.version == 3 && shape.timerEvents == ["remind"])
    #expect(shape.states == ["asked", "lent", "reserved", "returned", "withdrawn"])
    #expect(shape.events == ["ask", "lend", "remind", "return", "withdraw"])
    let lend = shape.moves[1]
    #expect(lend.from == "asked" && lend.event == "lend" && lend.to == "lent")
    #expect(lend.roles == ["librarian"] && lend.guards == ["isMember", "isOnShelf"])
    #expect(shape.moves.count == 8, "one for each state that a move leaves")
  }

  @Test func terminalStatesAreThoseThatNothingLeaves() {
    #expect(shape.states.filter(shape.isTerminal) == ["returned", "withdrawn"])
  }

  @Test func reachabilityIsTransitive() {
    #expect(shape.reachable(from: .unborn) == Set(shape.states + [.unborn]))
    #expect(shape.reachable(from: "lent") == ["lent", "returned"])
    #expect(shape.reachable(from: "withdrawn") == ["withdrawn"])
  }
}
