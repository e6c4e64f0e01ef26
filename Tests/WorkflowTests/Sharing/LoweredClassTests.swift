import EST
import Foundation
import Persistence
import Testing

@testable import Workflow

/// More people come to know of a report only for a named reason, which is kept.
@Suite struct LoweredClassTests {
  private static func change(_ to: ReportClass, because reason: String?) -> @Sendable (Desk) throws -> Int {
    { desk in try desk.amend("2026-1", because: reason) { $0.reportClass = to } }
  }

  @Test func aClassIsRaisedFreelyAndLoweredForAReason() async throws {
    try await World.run { world in
      try await world.speak(Self.change(.authorityOnly, because: nil))
      for (to, reason) in [(ReportClass.shared, nil), (.open, "  ")] as [(ReportClass, String?)] {
        #expect(
          try await world.refusal(Self.change(to, because: reason)) == "lowerClassWithoutReason")
      }
      try await world.speak(Self.change(.shared, because: "allmänt känt"))
      let reasons = try await world.speak { desk in
        try desk.incidents.versions(of: try desk.incident("2026-1").id).map(\.reason)
      }
      #expect(reasons == [nil, "allmänt känt"])
    }
  }

  @Test func theDatabaseRefusesItToo() async throws {
    try await World.run { world in
      for (from, to) in [("authority-only", "shared"), ("shared", "open"), ("authority-only", "open")] {
        for reason in ["", " "] {
          let violated = try await world.violated { session in
            try session.execute(
              "select set_config('est.actor', id::text, true) from est.participant where login = '2480_samordnare'"
            )
            try session.execute("select set_config('est.reason', 'prov', true)")
            try session.execute("update est.incident set class = \(from)")
            try session.execute("select set_config('est.reason', \(reason), true)")
            try session.execute("update est.incident set class = \(to)")
          }
          #expect(violated == "class_is_lowered_with_reason", "\(from) to \(to)")
        }
      }
    }
  }
}
