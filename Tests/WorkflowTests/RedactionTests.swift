import EST
import Foundation
import Testing

@testable import Workflow

/// What slipped through the screen is taken out of a report for good.
@Suite struct RedactionTests {
  private static let secret = "Kalle i lägenheten ovanför"

  @Test func `it is gone from every version, and who took it out stays`() async throws {
    try await World.run { world in
      for text in [Self.secret, Self.secret + " igen"] {
        try await world.speak(as: "bostad") { desk in
          _ = try desk.amend("2026-1", because: "om \(Self.secret)") { $0.text = text }
        }
      }
      #expect(
        try await world.refusal(as: "bostad") { _ = try $0.redact("2026-1", because: "namn") } == "notAllowed"
      )
      #expect(
        try await world.refusal { _ = try $0.redact("2026-1", because: ScreeningTests.personal) }
          == "reason: personalData(EST.PersonalDataKind.phoneNumber, position: 6)")
      #expect(try await world.speak { try $0.redact("2026-1", because: "ett namn") } == 3)

      let incident = try await world.speak { try $0.incident("2026-1") }
      #expect(incident.version == 3 && incident.content.text == "[maskerat]")
      let versions = try await world.speak { try $0.incidents.versions(of: incident.id) }
      #expect(versions.count == 2 && versions.allSatisfy { !$0.content.contains("Kalle") })
      #expect(versions.allSatisfy { $0.reason == "[maskerat]" })
      let kept: String = try await world.database.session { session in
        try session.one(
          """
          select p.login || ': ' || r.reason || ', ' || r.versions from est.redaction r
          join est.participant p on p.id = r.redacted_by
          """)
      }
      #expect(kept == "2480_samordnare: ett namn, 3")
    }
  }

  @Test func `nothing else may change what was said before, and a redaction is kept`() async throws {
    try await World.run { world in
      try await world.speak(as: "bostad") { desk in
        _ = try desk.amend("2026-1", because: "ord") { $0.text = "Nytt" }
      }
      let masking = "update est.incident_version set content = est.redacted(content), reason = '[maskerat]'"
      for statement in [
        masking, "update est.incident_version set content = '{}'", "delete from est.incident_version",
      ] {
        let constraint = try await world.violated { try $0.script(statement) }
        #expect(constraint == "incident_version_is_append_only", "\(statement)")
      }
      try await world.speak { _ = try $0.redact("2026-1", because: "ett namn") }
      let constraint = try await world.violated { try $0.script("delete from est.redaction") }
      #expect(constraint == "redaction_is_append_only")
    }
  }
}
