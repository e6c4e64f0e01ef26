import StateMachine
import Testing

@testable import EST

@Suite struct MissCauseTests {
  @Test(
    arguments: [
      ("planned", nil, .workerAway), ("collecting", nil, .workerAway), ("reviewing", nil, .notCompiled),
      ("pictured", "2026-11-24T07:00", .notHeld), ("pictured", "2026-12-02T08:00", .workerAway),
    ] as [(State, String?, MissCause)])
  func whyAPeriodWentWithoutAMeeting(state: State, pictured: String?, cause: MissCause) {
    var facts = CycleFacts.week47(at: "2026-12-01T09:00")
    facts.pictured = pictured.map(swedish)
    #expect(MissCause(in: state, facts) == cause)
  }
}
