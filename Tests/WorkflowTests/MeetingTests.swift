import EST
import Foundation
import Persistence
import Testing
import Workflow

@Suite struct MeetingTests {
  @Test func `attendance, decisions and order belong to a meeting that goes on, and to its coordinator`()
    async throws
  {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      let acts: [@Sendable (Desk) throws -> Void] = [
        { desk in try desk.attend(try desk.week(), organisation: "Polisen", function: "kommunpolis") },
        { desk in _ = try desk.decide("Ronderna läggs om", in: try desk.week()) },
        { desk in _ = try desk.setPriorities([problem.number], of: try desk.week()) },
      ]
      for act in acts { #expect(try await world.refusal(act) == "meetingNotOpen") }
      try await world.speak { desk in _ = try desk.startMeeting(try desk.week()) }
      for act in acts { #expect(try await world.refusal(as: "bostad", act) == "notAllowed") }
      for act in acts { try await world.speak(act) }
      let minutes = try await world.speak { desk in try desk.minutes(try desk.week()) }
      #expect(minutes.attendance.map(\.organisation) == ["Polisen"])
      #expect(minutes.decisions.map(\.text) == ["Ronderna läggs om"])
      #expect(minutes.priorities.map(\.title) == ["Klotter på torget"])
      #expect(minutes.picture == nil)
    }
  }

  @Test func `the same call twice decides once, also when the meeting is over`() async throws {
    try await World.run { world in
      let key = UUID()
      let decide: @Sendable (Desk) throws -> MeetingDecision = { desk in
        try desk.decide("Ronderna läggs om", in: try desk.week())
      }
      try await world.speak { desk in _ = try desk.startMeeting(try desk.week()) }
      let first = try await world.speak(key: key, decide)
      let other = try await world.speak { desk in try desk.decide("Polisen går med", in: try desk.week()) }
      try await world.speak { desk in
        _ = try desk.adopt(in: try desk.week())
        _ = try desk.conclude(try desk.week())
      }
      #expect(try await world.speak(key: key, decide) == first)
      #expect(first.number == 1)
      #expect(other.number == 2)
      let decisions = try await world.speak { desk in
        try desk.minutes(try desk.week()).decisions
      }
      #expect(decisions.count == 2)
    }
  }

  @Test func `a meeting is concluded with a picture and with an outcome or a reason`() async throws {
    try await World.run { world in
      try await world.speak { desk in _ = try desk.startMeeting(try desk.week()) }
      #expect(try await world.refusal { desk in try desk.conclude(try desk.week()) } == "pictureAdopted")
      #expect(try await world.refusal { desk in try desk.adopt(7, in: try desk.week()) } == "pictureNamed")
      try await world.speak { desk in _ = try desk.adopt(1, in: try desk.week()) }
      #expect(
        try await world.refusal { desk in try desk.adopt(2, in: try desk.week()) }
          == "alreadyAdopted(version: 1)")
      #expect(try await world.refusal { desk in try desk.conclude(try desk.week()) } == "outcomeWritten")
      let said = try await world.speak { desk in
        try desk.conclude(try desk.week(), because: "Inget att besluta denna vecka")
      }
      #expect(said.state == "concluded")
    }
  }

  @Test func `what was adopted before an adjournment is adopted without a meeting`() async throws {
    try await World.run { world in
      try await world.speak { desk in
        let cycle = try desk.week()
        _ = try desk.startMeeting(cycle)
        _ = try desk.adopt(in: cycle)
        _ = try desk.adjourn(cycle, because: "För få på plats")
      }
      #expect(
        try await world.refusal { desk in try desk.adoptWithoutMeeting(in: try desk.week(), because: " ") }
          == "reasonGiven")
      let said = try await world.speak { desk in
        try desk.adoptWithoutMeeting(in: try desk.week(), because: "Telefonrunda")
      }
      #expect(said.state == "concluded")
    }
  }

  @Test func `the agenda tells what is missing, open and waiting`() async throws {
    try await World.run { world in
      let waiting = try await world.identifiedProblem()
      let prioritised = try await world.identifiedProblem()
      try await world.speak { desk in _ = try desk.prioritise(prioritised, [.harm: 3]) }
      try await world.speak { desk in
        let cycle = try desk.week()
        _ = try desk.startMeeting(cycle)
        _ = try desk.setPriorities([prioritised.number, waiting.number], of: cycle)
        _ = try desk.adopt(in: cycle)
        let group = try desk.group()
        let days: [(String, Instant)] = [
          ("Först", instant("2026-11-26T16:00:00+01:00")), ("Sedan", instant("2026-12-01T08:00:00+01:00")),
          ("Sist", instant("2027-03-01T08:00:00+01:00")),
        ]
        for (title, due) in days {
          let action = try desk.propose(title, kind: .quick, in: group)
          _ = try desk.decide(action, owner: "Polisen", function: "kommunpolis", due: due, goal: "Gjort")
        }
        _ = try desk.propose("Fråga handlarna", kind: .quick, in: group)
        _ = try desk.conclude(cycle)
      }
      let agenda = try await world.speak(at: instant("2026-11-27T08:00:00+01:00")) { desk in
        try desk.agenda(try desk.week("2026-W48"))
      }
      #expect(agenda.missingUnits.map(\.unit.name) == ["Husvärdar", "Fältarna", "Patrullen"])
      #expect(agenda.picture == nil)
      #expect(agenda.priorities.map(\.number) == [prioritised.number, waiting.number])
      #expect(agenda.priorities.map(\.state) == ["prioritised", "identified"])
      #expect(agenda.overdue.map(\.title) == ["Först"])
      #expect(agenda.due.map(\.title) == ["Sedan"])
      #expect(agenda.withoutAnalysis.map(\.number) == [prioritised.number])
      #expect(agenda.unprioritised.map(\.number) == [waiting.number])
      #expect(agenda.proposals.map(\.fields.title) == ["Fråga handlarna"])
    }
  }

  @Test func `only problems of the group that are not over are put in order`() async throws {
    try await World.run { world in
      let problem = try await world.identifiedProblem()
      try await world.speak { desk in
        _ = try desk.dismiss(problem, because: "Fel plats", cancelActions: true)
        _ = try desk.startMeeting(try desk.week())
      }
      #expect(
        try await world.refusal { desk in try desk.setPriorities([problem.number], of: try desk.week()) }
          == "problemOver(number: \"\(problem.number)\")")
      #expect(
        try await world.refusal { desk in try desk.setPriorities(["2026-99"], of: try desk.week()) }
          == "no problem 2026-99")
    }
  }
}
