import EST
import Persistence
import Testing
import Workflow

@Suite struct FeedbackTests {
  @Test func `reporters hear what became of what they reported, and nothing that others wrote`() async throws
  {
    try await World.run { world in
      try await world.speak(as: "bostad", at: instant("2026-11-24T08:00:00+01:00")) { desk in
        var report = IncomingReport(
          category: CategoryCode(main: "vandalism"), from: instant("2026-11-23T21:00:00+01:00"))
        report.area = "Haga"
        report.unit = "Husvärdar"
        _ = try desk.addIncident(report)
      }
      let problem = try await world.analysedProblem()
      let action = try await world.decidedAction(on: problem)
      try await world.speak { desk in
        _ = try desk.review(["2026-2"], accept: false, because: "Samma händelse som 2026-1")
        _ = try desk.propose(
          "Inte beslutad", kind: .plan, problem: problem, causes: [1], in: try desk.group())
        _ = try desk.startMeeting(try desk.week())
        _ = try desk.adopt(in: try desk.week())
        _ = try desk.decide("Handlarna tillfrågas", in: try desk.week())
        _ = try desk.conclude(try desk.week())
      }
      let feedback = try await world.speak(as: "bostad") { desk in try desk.feedback(in: try desk.group()) }
      let place = try #require(feedback.places.first)
      #expect(feedback.places.count == 1)
      #expect(place.areaName == "Haga")
      #expect(place.places == ["Torget"])
      #expect([place.waiting, place.accepted] == [0, 1])
      #expect(place.rejections.map(\.number) == ["2026-2"])
      #expect(place.rejections.map(\.reason) == ["Samma händelse som 2026-1"])
      #expect(place.problems.map(\.number) == [problem.number])
      #expect(place.problems.first?.state == "analysed")
      #expect(place.problems.first?.actions.map(\.number) == [action.number])
      #expect(feedback.pictures.map(\.label) == ["2026-W47"])

      let others = try await world.speak(as: "kommunpolis") { desk in try desk.feedback(in: try desk.group())
      }
      #expect(others.places.isEmpty)
      #expect(
        try await world.refusal(as: "worker") { desk in try desk.feedback(in: try desk.group()) }
          == "notAllowed")
    }
  }

  @Test func `only the periods asked for count`() async throws {
    try await World.run { world in
      let february = instant("2027-02-01T08:00:00+01:00")
      try await world.speak(as: "worker", at: february) { desk in try desk.planAhead(try desk.group()) }
      let near = try await world.speak(as: "bostad", at: february) { desk in
        try desk.feedback(in: try desk.group(), periods: 2).places.count
      }
      let far = try await world.speak(as: "bostad", at: february) { desk in
        try desk.feedback(in: try desk.group(), periods: 20).places.count
      }
      #expect([near, far] == [0, 1])
    }
  }
}
