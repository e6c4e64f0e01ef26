import EST
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Commands

/// Making public is one command, and writing what is public another.
@Suite struct PublicCommandTests {
  /// The week of the trial, half a year later, with its reports accepted: enough of them in September to be shown.
  private static func later(_ body: (Shell, Folder, Database) async throws -> Void) async throws {
    try await Shell.withWeek { shell, folder, database in
      await shell.done(
        "incident", "add", "--category", "vandalism/klotter", "--at", "2026-11-17T21:00", "--area", "Teg",
        "--unit", "Kvartersvärdar", "--no-input")
      try await TestDatabase.administer(database) { session in
        try session.execute(
          """
          insert into est.incident
          select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'cycle_id', null,
            'occurred_from', '2026-09-15T12:00:00+02:00', 'review', 'accepted', 'text', 'Hemligt'))).*
          from est.incident i cross join generate_series(1, 23)
          """)
      }
      try await body(shell, folder, database)
    }
  }

  private static func files(_ folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("lagesbild") }
      .sorted()
  }

  @Test func nothingIsPublicUntilItIsReleased() async throws {
    try await Self.later { shell, folder, _ in
      let export = [
        "picture", "export", "--public", "--period", "2026-09", "--format", "html,csv,json", "--out",
        folder.path,
      ]
      let before = await shell.run(export)
      #expect(before.code == "EST103" && before.isOneSentence("EST103"))
      #expect(before.err.contains("est picture release --period 2026-09"))
      #expect(try Self.files(folder).isEmpty)

      // Nobody can be asked, and what can't be undone needs a yes.
      let unasked = await shell.run(["picture", "release", "--period", "2026-09", "--no-input"])
      #expect(unasked.code == "EST107")
      let dry = try await shell.done("picture", "release", "--period", "2026-09", "--dry-run", "--json").json
      #expect((dry["release"] as? [String: Any])?["isNew"] as? Bool == true)
      #expect((dry["picture"] as? [String: Any])?["period"] as? String == "2026-09")
      #expect(await shell.run(export).code == "EST103")

      let said = await shell.done("picture", "release", "--period", "2026-09", "--yes")
      #expect(said.out.contains("2026-09, version 1, är offentliggjord"))
      await shell.done(
        "picture", "export", "--public", "--period", "2026-09", "--out", folder.path, "--lang", "en")
      #expect(await shell.run(export).status == 0)
      #expect(
        try Self.files(folder) == [
          "lagesbild-2480-kommunen-2026-09-v1-en-offentlig.html",
          "lagesbild-2480-kommunen-2026-09-v1-offentlig.csv",
          "lagesbild-2480-kommunen-2026-09-v1-offentlig.html",
          "lagesbild-2480-kommunen-2026-09-v1-offentlig.json",
        ])
      for file in try Self.files(folder) {
        let text = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
        #expect(!text.contains("Hemligt") && !text.contains("klotter") && text.contains("25"))
      }
      // Again it is what it was.
      let again = await shell.done("picture", "release", "--period", "2026-09", "--yes")
      #expect(again.out.contains("redan offentlig"))
      let releases =
        try await shell.done("picture", "releases", "--json").json["releases"] as? [[String: Any]]
      #expect(releases?.count == 1 && releases?.first?["releasedBy"] as? String == "2480_administrator")
      #expect(await shell.done("picture", "releases").out.contains("2026-09"))
      #expect(
        try await shell.done("picture", "schema", "--public", "--json").json["$id"] as? String
          == "urn:est:schema:public-picture:1")
    }
  }

  @Test func refusalsSayWhy() async throws {
    try await Self.later { shell, folder, _ in
      for (arguments, code) in [
        (["release", "--period", "2026-10", "--yes"], "EST128"),
        (["release", "--period", "2026-08", "--yes"], "EST125"),
        (["release", "--period", "2026-09", "--correction", "--yes"], "EST103"),
        (["release", "--period", "2026-W47", "--yes"], "EST100"),
        (["export", "--public"], "EST100"), (["export", "--period", "2026-09"], "EST100"),
        (["export", "--public", "--week", "2026-W47"], "EST100"),
        (["export", "--public", "--period", "2026-09", "--format", "geojson"], "EST100"),
        (["export", "--public", "--period", "2026-09", "--format", "xlsx"], "EST100"),
      ] {
        let refused = await shell.run(["picture"] + arguments)
        #expect(refused.code == code, "\(arguments): \(refused.err)")
        #expect(!(await shell.run(["picture"] + arguments + ["--lang", "en"])).err.contains("offentlig"))
      }
      await shell.done("participant", "revoke", "2480_administrator", "coordinator")
      #expect(await shell.run(["picture", "release", "--period", "2026-09", "--yes"]).code == "EST130")
      let written = try Self.files(folder)
      #expect(written.isEmpty)
    }
  }
}
