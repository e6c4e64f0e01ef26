import Analysis
import EST
import Export
import Foundation
import Persistence
import Picture
import Testing

@testable import Workflow

/// Harm beside numbers, by a table that the municipality brings.
@Suite struct HarmTests {
  private static func weights(_ days: [String: Double], edition: String = "2020") throws -> HarmWeights {
    try HarmWeights(name: "Provtabell", version: edition, source: "påhittad för provet", days: days)
  }

  @Test func `a picture weighs what its table weighs, and says what it does not`() async throws {
    try await World.run { world in
      let picture: @Sendable (Desk) throws -> SituationPicture = { desk in
        SituationPicture.compile(try desk.pictureInput(of: try desk.week(), version: 2, supersedes: 1))
      }
      #expect(try await world.speak(picture).harm == nil)
      let table = try Self.weights(["vandalism": 2.5, "disorder": 40])
      #expect(try await world.refusal { desk in try desk.importHarm(table) } == "notAllowed")
      let added = try await world.speak(as: "administrator") { desk in try desk.importHarm(table) }
      #expect(added.version == 1 && added.change == .added)
      let again = try await world.speak(as: "administrator") { desk in try desk.importHarm(table) }
      #expect(again.version == 1 && again.change == .unchanged)

      // The sub-type is not named, so that the main category's weight holds.
      let harm = try #require(try await world.speak(picture).harm)
      #expect(harm.total.reports == 1 && harm.total.weighed == 1 && harm.total.days == 2.5)
      #expect(harm.rows.map(\.area) == ["Haga"] && harm.rows.map(\.days) == [2.5])

      let other = try Self.weights(["vandalism/klotter": 0, "disorder": 40], edition: "2021")
      #expect(try await world.speak(as: "administrator") { desk in try desk.importHarm(other) }.version == 2)
      #expect(try await world.speak(picture).harm?.total.days == 0)
      let third = try Self.weights(["disorder": 40], edition: "2022")
      _ = try await world.speak(as: "administrator") { desk in try desk.importHarm(third) }
      let unweighed = try #require(try await world.speak(picture).harm?.total)
      #expect(unweighed.reports == 1 && unweighed.weighed == 0 && unweighed.days == 0)
    }
  }

  @Test func `a table stands, and names known kinds`() async throws {
    try await World.run { world in
      let unknown = try Self.weights(["okänt": 1])
      #expect(
        try await world.refusal(as: "administrator") { desk in try desk.importHarm(unknown) }?
          .hasPrefix("days: unknownCategory") == true)
      let table = try Self.weights(["vandalism": 2.5])
      _ = try await world.speak(as: "administrator") { desk in try desk.importHarm(table) }
      for (sql, constraint) in [
        ("update est.harm_table set name = 'x'", "harm_table_is_append_only"),
        ("delete from est.harm_weight", "harm_weight_is_append_only"),
        ("insert into est.harm_weight values ('2480', 1, 'disorder', 3)", "harm_table_stands"),
        ("insert into est.harm_weight values ('2480', 2, 'disorder', -1)", "harm_weight_days_check"),
        ("insert into est.harm_weight values ('2480', 2, 'disorder', 3)", "harm_weight_of_table"),
      ] {
        let violated = try await world.violated { session in try session.execute("\(raw: sql)") }
        #expect(violated == constraint)
      }
    }
  }
}
