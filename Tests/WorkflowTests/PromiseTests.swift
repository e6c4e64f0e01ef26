import EST
import Foundation
import Persistence
import StateMachine
import Testing

@testable import Workflow

@Suite struct PromiseTests {
  /// A set of two promises that both have signed, for the year of 2027.
  private func adopted(in world: World) async throws -> PromiseSet {
    try await world.speak { desk in
      let set = try desk.draftPromises(
        "Medborgarlöften", from: day("2027-01-01"), through: day("2027-12-31"), in: try desk.group())
      try desk.addPromise(
        "Vi går trygghetsvandringar", target: "minst två om året", promisors: ["Kommunen"], to: set)
      try desk.addPromise("Vi syns i centrum", promisors: ["Kommunen", "Polisen"], to: set)
      _ = try desk.beginDialogue(on: set)
      return set
    }
    .adopted(by: world)
  }

  private func reloaded(_ set: PromiseSet, in world: World) async throws -> PromiseSet {
    try await world.speak { desk in try desk.promiseSet(set.number) }
  }

  @Test func `its promisors are asked each quarter until it ends, and each promise is judged`() async throws {
    try await World.run { world in
      let set = try await adopted(in: world)
      let id = set.id.uuid
      #expect(try await world.timers(of: id) == ["takeEffect 2027-01-01T08:00"])
      try await world.pass(to: swedish("2027-01-01T08:00"), for: id)
      #expect(try await world.timers(of: id) == ["quarter 2027-04-01T08:00", "end 2028-01-01T09:00"])
      try await world.pass(to: swedish("2027-04-01T08:00"), for: id)
      #expect(try await world.notices(to: "kommunpolis").last == .promiseFollowUp)
      #expect(try await world.notices(to: "bostad").last != .promiseFollowUp, "it promised nothing")
      try await world.speak(as: "kommunpolis") { desk in
        try desk.addActivity("Fotpatrull", to: 2, of: set, on: day("2027-03-30"), count: 12)
      }
      #expect(
        try await world.refusal(as: "bostad") { desk in
          try desk.addActivity("Rond", to: 2, of: set, on: day("2027-03-30"))
        } == "notAllowed")
      #expect(try await reloaded(set, in: world).promises.map(\.activities) == [0, 12])
      // Away for the rest of the year and longer: nothing stale is asked for, and the end once.
      let before = try await world.notices(to: "kommunpolis").count
      #expect(try await world.pass(to: swedish("2028-02-10T07:00"), for: id) == ["quarter", "end"])
      #expect(try await world.notices(to: "kommunpolis").count == before + 1)
      #expect(try await world.timers(of: id).isEmpty)
      try await world.speak { desk in try desk.judge(2, of: set, "Uppfyllt") }
      #expect(try await world.refusal { desk in try desk.followUp(set) } == "everyPromiseJudged")
      try await world.speak { desk in
        try desk.judge(1, of: set, "Delvis: en av två")
        _ = try desk.followUp(set)
      }
      #expect(try await reloaded(set, in: world).state == "followedUp")
    }
  }

  @Test func `a prolonged set stays as it was beside the new one`() async throws {
    try await World.run { world in
      let set = try await adopted(in: world)
      try await world.pass(to: swedish("2027-01-01T08:00"), for: set.id.uuid)
      let key = UUID()
      func prolong() async throws -> PromiseSet {
        try await world.speak(as: "bra", at: swedish("2027-11-01T10:00"), key: key) { desk in
          let police = try desk.organisation(named: "Polisen").id
          return try desk.prolong(
            set, through: day("2028-12-31"),
            adding: [NewPromise("Vi svarar inom en vecka", promisors: [police])])
        }
      }
      let new = try await prolong()
      #expect(try await prolong().number == new.number, "the same key prolongs once")
      #expect(new.state == "draft" && new.prolongs == set.id)
      #expect(new.term == Term(from: day("2028-01-01"), through: day("2028-12-31")))
      #expect(
        new.promises.map(\.text) == [
          "Vi går trygghetsvandringar", "Vi syns i centrum", "Vi svarar inom en vecka",
        ])
      let old = try await reloaded(set, in: world)
      #expect(old.state == "prolonged" && old.promises.count == 2)
      #expect(try await world.timers(of: set.id.uuid).isEmpty)
      #expect(
        try await world.violated { session in
          try session.execute("update est.promise set text = 'Mindre' where set_id = \(set.id)")
        } == "promise_stands")
      #expect(
        try await world.refusal(as: "bra") { desk in
          try desk.prolong(set, through: day("2029-12-31"))
        } == "prolongsActiveSet")
    }
  }

  @Test func `nobody adopts a promise that nobody gives`() async throws {
    try await World.run { world in
      let set = try await world.speak { desk in
        try desk.draftPromises(
          "Löften", from: day("2027-01-01"), through: day("2027-12-31"), in: try desk.group())
      }
      func adopting() async throws -> String? {
        try await world.refusal(as: "bra") { desk in try desk.adopt(set, .both("2026-11-20")) }
      }
      #expect(try await adopting() == "hasPromises")
      try await world.speak { desk in try desk.addPromise("Vi syns", promisors: [], to: set) }
      #expect(try await adopting() == "everyPromiseHasPromisor")
      #expect(
        try await world.refusal { desk in try desk.adopt(set, .both("2026-11-20")) } == "role",
        "the steering group adopts")
    }
  }
}

extension PromiseSet {
  fileprivate func adopted(by world: World) async throws -> PromiseSet {
    try await world.speak(as: "bra") { desk in
      _ = try desk.adopt(self, .both("2026-11-20"))
      return try desk.promiseSet(number)
    }
  }
}
