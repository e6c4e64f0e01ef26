import EST
import Foundation
import Persistence
import StateMachine
import Testing

@testable import Workflow

@Suite struct StatutoryTests {
  private func all(in world: World) async throws -> [StatutoryPicture] {
    try await world.speak { desk in try desk.statutoryPictures.all() }
  }
  private func round(of world: World, at now: Instant) async throws {
    try await world.speak(as: "worker", at: now) { desk in
      _ = try desk.scheduleStatutoryPicture(of: try desk.group())
    }
  }

  @Test func `the next one is scheduled as soon as there is none, once`() async throws {
    try await World.run { world in
      let now = World.beforeMeeting
      try await round(of: world, at: now)
      #expect(try await all(in: world).isEmpty, "no group has the duty")
      try await world.speak { desk in
        try desk.setStatutoryDuty(try desk.group(), lastAdopted: day("2025-02-28"))
      }
      for _ in 1...2 { try await round(of: world, at: now) }
      let first = try #require(try await all(in: world).first)
      #expect(try await all(in: world).count == 1 && first.deadline == day("2027-02-28"))
      #expect(
        try await world.timers(of: first.id.uuid) == ["warn 2026-12-28T08:00", "late 2027-03-01T08:00"])
      try await world.pass(to: swedish("2026-12-28T08:00"), for: first.id.uuid)
      #expect(try await world.notices(to: "bra").last == .statutoryPictureDue)
      try await world.pass(to: swedish("2027-03-01T08:00"), for: first.id.uuid)
      #expect(try await world.notices(to: "samordnare").last == .statutoryPictureLate)

      let later = swedish("2027-03-10T10:00")
      try await world.speak(at: later) { desk in _ = try desk.begin(first) }
      #expect(
        try await world.refusal(as: "bra", at: later) { desk in try desk.adopt(first, nil) } == "planOrReason"
      )
      try await world.speak(as: "bra", at: later) { desk in
        _ = try desk.adopt(first, .notNeeded(because: "Planen från i fjol gäller"))
      }
      #expect(try await world.timers(of: first.id.uuid).isEmpty)
      for _ in 1...2 { try await round(of: world, at: later) }
      #expect(try await all(in: world).map(\.deadline) == [day("2027-02-28"), day("2029-03-10")])
      #expect(try await all(in: world).map(\.state) == ["adopted", "due"])
      try await world.speak(as: "bra", at: later) { desk in _ = try desk.followUp(first) }
    }
  }

  @Test func `it is not adopted without plan or reason in plain SQL either`() async throws {
    try await World.run { world in
      try await world.speak { desk in
        try desk.setStatutoryDuty(try desk.group(), lastAdopted: day("2025-02-28"))
      }
      try await round(of: world, at: World.beforeMeeting)
      let picture = try #require(try await all(in: world).first)
      try await world.speak { desk in _ = try desk.begin(picture) }
      #expect(
        try await world.violated { session in
          try session.say(
            "adopt", of: "statutoryPicture", from: "drafting", to: "adopted", by: "bra", as: "steering")
        } == "plan_or_reason_given")
    }
  }
}
