import EST
import Foundation
import Persistence
import StateMachine
import Testing

@testable import Workflow

@Suite struct AgreementTests {
  private func signed(
    in world: World, from first: String, through last: String, follows: String? = nil, at now: Instant
  ) async throws -> Agreement {
    try await world.speak(at: now) { desk in
      let agreement = try desk.draftAgreement(
        .sample("Samverkan", from: first, through: last, follows: follows), in: try desk.group())
      _ = try desk.sign(agreement, .both("2023-12-01"))
      return try desk.agreement(agreement.number)
    }
  }

  private func state(_ agreement: Agreement, in world: World) async throws -> State {
    try await world.speak { desk in try desk.agreement(agreement.number).state }
  }

  @Test func `it holds until further notice and is replaced by what follows it`() async throws {
    try await World.run { world in
      let now = swedish("2026-11-24T09:00")
      let old = try await signed(in: world, from: "2026-12-01", through: "2027-08-31", at: now)
      let id = old.id.uuid
      #expect(try await world.timers(of: id) == ["takeEffect 2026-12-01T08:00"])
      #expect(try await world.pass(to: swedish("2026-12-01T07:59"), for: id).isEmpty)
      #expect(try await world.pass(to: swedish("2026-12-01T08:00"), for: id) == ["takeEffect"])
      #expect(
        try await world.timers(of: id) == [
          "warn 2027-02-28T08:00", "endDate 2027-09-01T09:00", "yearlyFollowUp 2027-12-01T08:00",
        ])
      try await world.pass(to: swedish("2027-02-28T08:00"), for: id)
      #expect(try await world.notices(to: "samordnare").last == .agreementEnding)
      #expect(try await world.notices(to: "bra").last == .agreementEnding)
      try await world.pass(to: swedish("2027-09-01T09:00"), for: id)
      #expect(try await state(old, in: world) == "prolonged")
      try await world.pass(to: swedish("2027-12-01T08:00"), for: id)
      #expect(try await world.notices(to: "bra").suffix(2) == [.agreementProlonged, .agreementFollowUp])
      #expect(try await world.timers(of: id) == ["yearlyFollowUp 2028-12-01T08:00"])

      let new = try await signed(
        in: world, from: "2028-01-01", through: "2031-12-31", follows: old.number,
        at: swedish("2027-12-15T10:00"))
      try await world.pass(to: swedish("2028-01-01T08:00"), for: new.id.uuid)
      #expect(try await state(new, in: world) == "inForce")
      #expect(try await state(old, in: world) == "replaced")
      #expect(try await world.timers(of: id).isEmpty)
      let log = try await world.speak { desk in try desk.log.entries(of: id).map { "\($0.event) \($0.role)" }
      }
      #expect(
        log == [
          "draft coordinator", "sign coordinator", "takeEffect worker", "warn worker", "endDate worker",
          "yearlyFollowUp worker", "replace worker",
        ])
    }
  }

  @Test func `what follows from the very next morning is first`() async throws {
    try await World.run { world in
      let now = swedish("2026-11-24T09:00")
      let old = try await signed(in: world, from: "2026-12-01", through: "2027-11-30", at: now)
      try await world.pass(to: swedish("2026-12-01T08:00"), for: old.id.uuid)
      let new = try await signed(
        in: world, from: "2027-12-01", through: "2030-11-30", follows: old.number, at: now)
      let morning = try await world.speak { desk in
        try desk.instances.timers(of: new.id.uuid)[0].due
      }
      let end = try await world.speak { desk in
        try #require(try desk.instances.timers(of: old.id.uuid).first { $0.event == "endDate" }).due
      }
      #expect(morning < end)
      try await world.pass(to: morning, for: new.id.uuid)
      try await world.pass(to: end, for: old.id.uuid)
      #expect(try await state(old, in: world) == "replaced", "it was never prolonged")
    }
  }

  @Test func `it needs parties, goals, days and both signatures`() async throws {
    try await World.run { world in
      func drafting(_ change: @escaping @Sendable (inout NewAgreement) -> Void) async throws -> String? {
        try await world.refusal { desk in
          var new = NewAgreement.sample("Samverkan", from: "2027-01-01", through: "2030-12-31")
          change(&new)
          _ = try desk.draftAgreement(new, in: try desk.group())
        }
      }
      #expect(try await drafting { $0.parties = [] } == "hasParties")
      #expect(try await drafting { $0.goals = " " } == "hasGoals")
      #expect(try await drafting { $0.focusAreas = [] } == "hasFocusAreas")
      #expect(try await drafting { $0.lastDay = day("2026-12-31") } == "termHasDays")
      #expect(try await drafting { $0.lastDay = day("2199-12-31") }?.hasPrefix("to:") == true)
      #expect(try await drafting { $0.goals = "Ring 070-123 45 67" }?.contains("personalData") == true)
      let agreement = try await world.speak { desk in
        try desk.draftAgreement(
          .sample("Samverkan", from: "2027-01-01", through: "2030-12-31"), in: try desk.group())
      }
      #expect(
        try await world.refusal { desk in
          try desk.sign(agreement, [.policeChief: day("2026-11-24")])
        } == "bothSignatories")
      #expect(
        try await world.refusal(as: "bra") { desk in try desk.sign(agreement, .both("2026-11-24")) } == "role"
      )
      #expect(
        try await world.refusal(as: "bra") { desk in try desk.terminate(agreement, because: "Nej") }
          == "state")
    }
  }

  @Test func `what is signed stands, in the database too`() async throws {
    try await World.run { world in
      let agreement = try await signed(
        in: world, from: "2027-01-01", through: "2030-12-31", at: World.beforeMeeting)
      for (change, rule) in [
        ("update est.agreement set goals = 'Andra'", "agreement_stands"),
        ("delete from est.agreement_party", "agreement_party_stands"),
        ("delete from est.agreement_signatory", "agreement_signatory_stands"),
      ] {
        #expect(try await world.violated { session in try session.script(change) } == rule, "\(change)")
      }
      try await world.speak { desk in _ = try desk.withdraw(agreement, because: "Fel dagar") }
      #expect(try await world.timers(of: agreement.id.uuid).isEmpty)
    }
  }
}
