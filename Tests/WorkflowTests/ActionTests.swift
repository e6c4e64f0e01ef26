import EST
import Foundation
import Persistence
import Testing

@testable import Workflow

@Suite struct ActionTests {
  @Test func `an action of the plan names a problem and its causes`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let propose: (Problem?, [Int]) -> @Sendable (Desk) throws -> Action = { problem, causes in
        { desk in
          try desk.propose("Ljus", kind: .plan, problem: problem, causes: causes, in: try desk.group())
        }
      }
      #expect(try await world.refusal(propose(nil, [])) == "problem: missing")
      #expect(try await world.refusal(propose(problem, [])) == "namesCause")
      #expect(try await world.refusal(propose(problem, [1, 9])) == "cause: unknownValue(allowed: \"1, 2\")")
      let reporters = try await world.refusal(as: "rapportor", propose(problem, [1]))
      #expect(reporters == "no problem \(problem.id)", "a reporter is not shown the problem")
      let action = try await world.speak(as: "bostad", propose(problem, [2, 1, 1]))
      #expect(action.causes.map(\.number) == [1, 2])
      #expect(action.number == "2026-1")
    }
  }

  @Test func `each step is refused until what it needs is there`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.speak { desk in
        try desk.propose("Ljus", kind: .plan, problem: problem, causes: [1], in: try desk.group())
      }
      let decide: (String, Instant, String?) -> @Sendable (Desk) throws -> Said = { owner, due, goal in
        { desk in try desk.decide(action, owner: owner, function: "förvaltare", due: due, goal: goal) }
      }
      #expect(try await world.refusal(decide("Okända", World.due, "Ljust")) == "no organisation Okända")
      #expect(try await world.refusal(decide("Bostaden", World.due, nil)) == "hasGoal")
      #expect(try await world.refusal(decide("Bostaden", World.beforeMeeting, "Ljust")) == "inThePast")
      #expect(try await world.refusal(as: "bostad", decide("Bostaden", World.due, "Ljust")) == "role")
      try await world.speak(decide("Bostaden", World.due, "Ljust"))

      #expect(
        try await world.refusal { desk in
          try desk.start(action, expectedEffect: "Snart", followUp: World.followUp)
        } == "hasBaseline")
      #expect(
        try await world.refusal { desk in
          try desk.start(action, noBaselineBecause: "Ingen mätning", followUp: World.followUp)
        } == "hasExpectedEffect")
      #expect(
        try await world.refusal { desk in
          try desk.start(action, noBaselineBecause: "Ingen mätning", expectedEffect: "Snart")
        } == "hasFollowUp")
      #expect(try await world.refusal { desk in try desk.finish(action, production: "Klart") } == "state")
      try await world.start(action)
      #expect(
        try await world.refusal { desk in try desk.postpone(action, to: World.beforeMeeting, because: "Sen") }
          == "timeAhead")
      #expect(
        try await world.refusal { desk in try desk.finish(action, production: " ") } == "production: missing")
      try await world.speak { desk in _ = try desk.finish(action, production: "Klart") }
      #expect(try await world.refusal { desk in try desk.redo(action, because: "") } == "reasonGiven")
      #expect(
        try await world.refusal { desk in
          try desk.evaluate(action, colour: .green, result: "Ljust", lesson: " ")
        } == "hasLesson")
      try await world.speak { desk in
        _ = try desk.evaluate(
          action, colour: .yellow, result: "Ljust", lesson: "Mät först", effect: "Kan ej avgöras")
      }
      #expect(try await world.refusal { desk in try desk.cancel(action, because: "För sent") } == "state")
    }
  }

  @Test func `a quick measure starts without baseline and follow-up`() async throws {
    try await World.run { world in
      let said = try await world.speak { desk in
        let action = try desk.propose("Rondera", kind: .quick, in: try desk.group())
        _ = try desk.decide(
          action, owner: "Polisen", function: "kommunpolis", due: World.due, goal: "Närvaro")
        return try desk.start(action)
      }
      #expect(said.state == "underway")
    }
  }

  @Test func `the owner is whoever has the function of the organisation, and nobody else`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      let told = try await world.speak(as: "bostad") { desk in
        try desk.notices.latest(to: desk.actor.id, limit: 9).map(\.kind)
      }
      #expect(told.contains(.actionAssigned))
      let postpone: @Sendable (Desk) throws -> Said = { desk in
        try desk.postpone(action, to: World.followUp, because: "Leveransen dröjer")
      }
      let reporters = try await world.refusal(as: "rapportor", postpone)
      #expect(reporters == "no action \(action.id)", "a reporter is not shown the action")
      #expect(try await world.refusal(as: "kommunpolis", postpone) == "role")
      try await world.speak(as: "bostad", postpone)
      let log = try await world.speak { desk in try desk.log.entries(of: action.id.uuid) }
      #expect(log.last?.role == "owner")
      let moved = try await world.speak { desk in
        (try desk.action(action.number).fields.due, try desk.instances.timers(of: action.id.uuid).map(\.due))
      }
      #expect(moved.0 == World.followUp)
      #expect(moved.1 == [World.followUp, World.followUp.advanced(minutes: 24 * 60)])
      let payload = try await world.database.session { session in
        try session.one(
          "select payload->>'from' from est.transition_log where event = 'postpone'", as: String.self)
      }
      #expect(payload == "2026-12-15T16:00:00+01:00")
    }
  }

  @Test func `a follow-up date that passed under way is armed again when it is done`() async throws {
    try await World.run { world in
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      let soon = instant("2026-12-01T09:00:00+01:00")
      try await world.start(action, followUp: soon)
      let late = instant("2026-12-02T09:00:00+01:00")
      #expect(
        try await world.refusal(as: "worker", at: late) { desk in
          try desk.say("followUp", toAction: action.id)
        } == "state")
      try await world.speak(at: late) { desk in
        var writer = TransitionWriter(World.code, at: late)
        writer.disarm(action.id.uuid, "followUp")
        try writer.write(desk.session)
        _ = try desk.finish(action, production: "Klart")
      }
      let timers = try await world.speak(at: late) { desk in try desk.instances.timers(of: action.id.uuid) }
      #expect(timers.map(\.event) == ["followUp"])
      #expect(timers.map(\.due) == [late])
    }
  }

  @Test func `what has been tried is found by word, place and category, taken literally`() async throws {
    try await World.run { world in
      let problem = try await world.evaluatingProblem()
      try await world.speak { desk in
        let done = try desk.actions.list(ActionFilter()).first!
        _ = try desk.evaluate(done, colour: .red, result: "100 % släckt igen", lesson: "Räcker inte ensamt")
      }
      func titles(_ change: (inout ActionFilter) -> Void) async throws -> [String] {
        var filter = ActionFilter()
        change(&filter)
        return try await world.speak { [filter] desk in try desk.search(filter).map(\.fields.title) }
      }
      let found = ["Belysning till midnatt"]
      #expect(try await titles { $0.text = "RÄCKER INTE" } == found)
      #expect(try await titles { $0.text = "100 %" } == found)
      #expect(try await titles { $0.text = "100%" } == [])
      #expect(try await titles { $0.text = "bel_sning" } == [])
      #expect(try await titles { $0.area = problem.fields.area } == found)
      #expect(try await titles { $0.category = CategoryCode(main: "vandalism") } == found)
      #expect(try await titles { $0.category = CategoryCode(main: "disorder") } == [])
      #expect(try await titles { $0.states = ["decided"] } == [])
      let happened = try await world.speak { desk in
        try desk.actions.happenedSince(World.beforeMeeting, in: try desk.group().id)
      }
      #expect(happened.map(\.event) == ["propose", "decide", "start", "finish", "evaluate"])
      #expect(happened.map(\.colour) == [nil, nil, nil, nil, .red])
    }
  }

  @Test func `a repeated proposal and a repeated event are done once`() async throws {
    try await World.run { world in
      let keys = [UUID(), UUID()]
      for _ in 1...2 {
        let action = try await world.speak(key: keys[0]) { desk in
          try desk.propose("Rondera", kind: .quick, in: try desk.group())
        }
        let said = try await world.speak(key: keys[1]) { desk in
          try desk.decide(action, owner: "Polisen", function: "kommunpolis", due: World.due, goal: "Närvaro")
        }
        #expect(said.revision == 2)
      }
      // Also when what it named lies in the past by now.
      let late = try await world.speak(at: World.followUp, key: keys[1]) { desk in
        try desk.decide(
          try desk.action("2026-1"), owner: "Polisen", function: "kommunpolis", due: World.due,
          goal: "Närvaro")
      }
      #expect(late.isRepeated)
      let all = try await world.speak { desk in try desk.actions.list(ActionFilter()) }
      #expect(all.count == 1)
    }
  }
}
