import EST
import Foundation
import StateMachine

@testable import Workflow

extension LogWorld {
  /// An agreement, two sets of promises, a safety walk and a statutory picture, each carried through what its people and
  /// its timers say.
  func liveWithInstruments() async throws {
    try await agree()
    try await promise()
    try await walk()
    try await makeStatutoryPicture()
  }

  private func agree() async throws {
    let agreement = try await world.speak { desk in
      let agreement = try desk.draftAgreement(
        .sample("Samverkan", from: "2026-12-01", through: "2027-08-31"), in: try desk.group())
      _ = try desk.sign(agreement, .both("2026-11-20"))
      return agreement
    }
    try await world.pass(to: swedish("2027-12-01T08:00"), for: agreement.id.uuid)
    try await world.speak(as: "bra", at: swedish("2027-12-02T08:00")) { desk in
      _ = try desk.terminate(agreement, because: "En ny förhandlas")
    }
  }

  private func promise() async throws {
    let set = try await world.speak { desk in
      let set = try desk.draftPromises(
        "Medborgarlöften", from: day("2027-01-01"), through: day("2027-12-31"), in: try desk.group())
      try desk.addPromise("Vi syns i centrum", promisors: ["Kommunen", "Polisen"], to: set)
      _ = try desk.beginDialogue(on: set)
      return set
    }
    try await world.speak(as: "bra") { desk in _ = try desk.adopt(set, .both("2026-11-20")) }
    try await world.pass(to: swedish("2027-04-01T08:00"), for: set.id.uuid)
    try await world.speak(as: "bra", at: swedish("2027-11-01T10:00")) { desk in
      _ = try desk.prolong(set, through: day("2028-12-31"))
    }
  }

  private func walk() async throws {
    let walk = try await world.speak { desk in
      let walk = try desk.planWalk(
        through: "Haga", on: day("2026-11-18"), people: 14, in: try desk.group())
      _ = try desk.holdPreMeeting(of: walk)
      try desk.addPoint("Buskarna skymmer sikten", to: walk)
      _ = try desk.walk(walk)
      try desk.answer(1, of: walk, .cannotBeDone(because: "Marken är privat"))
      _ = try desk.report(walk)
      return walk
    }
    try await world.pass(to: swedish("2027-11-18T08:00"), for: walk.id.uuid)
  }

  private func makeStatutoryPicture() async throws {
    try await world.speak { desk in
      try desk.setStatutoryDuty(try desk.group(), lastAdopted: day("2025-02-28"))
    }
    let picture = try await world.speak(as: "worker") { desk in
      try desk.scheduleStatutoryPicture(of: try desk.group())!
    }
    try await world.pass(to: swedish("2027-03-01T08:00"), for: picture.id.uuid)
    try await world.speak(at: swedish("2027-03-10T10:00")) { desk in _ = try desk.begin(picture) }
    try await world.speak(as: "bra", at: swedish("2027-03-10T11:00")) { desk in
      _ = try desk.adopt(picture, .notNeeded(because: "Planen från i fjol gäller"))
    }
  }
}
