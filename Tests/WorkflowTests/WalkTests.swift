import EST
import Foundation
import Persistence
import StateMachine
import Testing

@testable import Workflow

@Suite struct WalkTests {
  private func walked(in world: World) async throws -> SafetyWalk {
    try await world.speak { desk in
      let walk = try desk.planWalk(
        through: "Haga", on: day("2026-11-18"), people: 14, in: try desk.group())
      _ = try desk.holdPreMeeting(of: walk)
      try desk.addPoint("Lampan vid gången är trasig", to: walk)
      try desk.addPoint("Buskarna skymmer sikten", to: walk)
      _ = try desk.walk(walk)
      return walk
    }
  }

  @Test func `every point is an action or says why not, and is asked about after a year`() async throws {
    try await World.run { world in
      let walk = try await walked(in: world)
      #expect(try await world.refusal { desk in try desk.report(walk) } == "everyPointAnswered")
      try await world.speak { desk in
        let action = try desk.propose("Laga lampan", kind: .quick, in: try desk.group())
        try desk.answer(1, of: walk, .action(action.id))
        try desk.answer(2, of: walk, .cannotBeDone(because: "Marken är privat"))
        _ = try desk.report(walk)
      }
      #expect(try await world.timers(of: walk.id.uuid) == ["oneYear 2027-11-18T08:00"])
      try await world.pass(to: swedish("2027-11-18T08:00"), for: walk.id.uuid)
      #expect(try await world.notices(to: "samordnare").last == .walkFollowUp)
      try await world.speak { desk in try desk.setOutcome("Lagad", of: 1, of: walk) }
      #expect(try await world.refusal { desk in try desk.followUp(walk) } == "everyPointFollowedUp")
      try await world.speak { desk in
        try desk.setOutcome("Ägaren har klippt", of: 2, of: walk)
        _ = try desk.followUp(walk)
      }
      let done = try await world.speak { desk in try desk.safetyWalk(walk.number) }
      #expect(done.state == "followedUp")
    }
  }

  @Test func `its rules hold in plain SQL`() async throws {
    try await World.run { world in
      _ = try await walked(in: world)
      #expect(
        try await world.violated { session in
          try session.say("report", of: "safetyWalk", from: "walked", to: "reported")
        } == "every_point_is_answered")
      #expect(
        try await world.violated { session in
          try session.script("update est.walk_point set outcome = 'Bra' where number = 1")
        } == "walk_point_stands", "nothing has become of it yet")
      #expect(
        try await world.violated { session in try session.script("update est.safety_walk set people = 3") }
          == "safety_walk_stands")
    }
  }

  @Test func `a walk has an area and at most twenty people, and may be cancelled`() async throws {
    try await World.run { world in
      for people in [0, 21] {
        let refusal = try await world.refusal { desk in
          try desk.planWalk(through: "Haga", on: day("2027-05-04"), people: people, in: try desk.group())
        }
        #expect(refusal == "atMostTwentyPeople")
      }
      let walk = try await world.speak { desk in
        try desk.planWalk(through: "Haga", on: day("2027-05-04"), people: 20, in: try desk.group())
      }
      #expect(
        try await world.violated { session in try session.script("update est.safety_walk set people = 21") }
          == "at_most_twenty_people")
      #expect(try await world.refusal { desk in try desk.walk(walk) } == "hasPoints")
      #expect(try await world.refusal { desk in try desk.cancel(walk, because: " ") } == "reasonGiven")
      try await world.speak { desk in _ = try desk.cancel(walk, because: "Oväder") }
    }
  }
}
