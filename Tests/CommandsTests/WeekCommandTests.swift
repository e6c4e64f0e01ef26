import Foundation
import TestSupport
import Testing

@testable import Commands

/// A week in the private cluster, as its people type it, in the shapes that scripts rely on.
@Suite(.serialized) struct WeekCommandTests {
  /// A private cluster of the test's own, gone after it.
  private static func withCluster(_ body: (Shell, Folder) async throws -> Void) async throws {
    try await Folder.with { folder in
      let shell = Shell(environment: [
        "XDG_STATE_HOME": "\(folder.path)/state", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
      ])
      let result: Result<Void, any Error>
      do {
        result = .success(try await body(shell, folder))
      } catch {
        result = .failure(error)
      }
      await shell.done("local", "reset", "--yes")
      try result.get()
    }
  }

  private static func prepare(_ shell: Shell, _ folder: Folder) async throws {
    await shell.done("municipality", "add", "--code", "2480", "--name", "Umeå", "--sample")
    await shell.done("clock", "set", "2026-11-20T12:00")
    await shell.done("group", "add", "--name", "Centrum")
    for (organisation, kind, unit) in [
      ("Polisen", "police", "Yttre befäl"), ("Bostadsbolaget", "company", "Kvartersvärdar"),
      ("Biblioteken", "municipal", "Stadsdelsbiblioteket"),
    ] {
      await shell.done("organisation", "add", "--name", organisation, "--kind", kind)
      await shell.done("unit", "add", "--name", unit, "--organisation", organisation)
    }
    for (login, organisation, function, role) in [
      ("2480_samordnare", "Biblioteken", "samordnare", "coordinator"),
      ("2480_vard", "Bostadsbolaget", "kvartersvärd", "reporter"),
      ("2480_bibliotek", "Biblioteken", "bibliotekarie", "reporter"),
    ] {
      await shell.done(
        "participant", "add", "--login", login, "--organisation", organisation, "--function", function,
        "--role", role)
    }
    await shell.done(
      "area", "import", try folder.file("omraden.geojson", Shell.areas), "--name-property", "namn")
  }

  private static func speaking(_ shell: Shell, as login: String) -> Shell {
    Shell(environment: shell.environment.merging(["EST_AS": "2480_\(login)"]) { $1 })
  }

  private static func object(_ outcome: Shell.Outcome, _ name: String) throws -> [String: Any] {
    try #require(try outcome.json[name] as? [String: Any], "\(outcome.out)")
  }

  private static func list(_ outcome: Shell.Outcome, _ name: String) throws -> [[String: Any]] {
    try #require(try outcome.json[name] as? [[String: Any]], "\(outcome.out)")
  }

  @Test func aWeekFromReportsToFeedback() async throws {
    try await Self.withCluster { shell, folder in
      try await Self.prepare(shell, folder)
      let coordinator = Self.speaking(shell, as: "samordnare")
      try await collect(shell, coordinator, folder)
      try await review(shell, coordinator)
      try await picture(coordinator, folder)
      try await meet(coordinator, folder)
      try await feedback(Self.speaking(shell, as: "vard"))
    }
  }

  // MARK: Reports

  private func collect(_ shell: Shell, _ coordinator: Shell, _ folder: Folder) async throws {
    let planned = try await coordinator.done("cycle", "plan", "--json").json["planned"] as? [String]
    #expect(planned?.first == "2026-W47" && planned?.contains("2026-W53") == true)
    let opened = try Self.object(
      await coordinator.done("cycle", "open", "--week", "2026-w47", "--json"), "cycle")
    #expect(opened["period"] as? String == "2026-W47" && opened["state"] as? String == "collecting")
    #expect(opened["revision"] as? Int == 2 && opened["repeated"] as? Bool == false)

    let reporter = Self.speaking(shell, as: "vard")
    let report = [
      "incident", "add", "--category", "vandalism/klotter", "--area", "Ålidhem", "--place", "Torget",
      "--place-type",
      "outdoors", "--at", "2026-11-18T21:30", "--until", "2026-11-18T22:00", "--certainty", "seen", "--text",
      "Klotter på tre väggar.", "--point", "63.815,20.31", "--reason", "belysning", "--class", "shared",
      "--reference",
      "K-1", "--key", "01930f5e-7c1a-7000-8000-000000000001", "--json",
    ]
    let added = try Self.object(await reporter.run(report), "incident")
    #expect(added["number"] as? String == "2026-1" && added["period"] as? String == "2026-W47")
    #expect(added["late"] as? Bool == false && added["area"] as? String == "Ålidhem")
    #expect(added["repeated"] as? Bool == false)
    let again = try Self.object(await reporter.run(report), "incident")
    #expect(again["id"] as? String == added["id"] as? String && again["repeated"] as? Bool == true)

    // Another's unit is not the reporter's to speak for.
    let other = await reporter.run([
      "incident", "add", "--unit", "Yttre befäl", "--category", "other", "--at", "2026-11-18T21:30",
    ])
    #expect(other.status == 77 && other.isOneSentence("EST130"), "\(other.err)")

    let file = try folder.file(
      "polisen.csv",
      "category;area;unit;occurred_from;reference\nvandalism;Teg;Yttre befäl;2026-11-17T02:10;P1\n"
        + "theft;Ålidhem;Yttre befäl;2026-11-19T14:00;P2\n")
    let imported = try await shell.done(
      "incident", "import", file, "--organisation", "Polisen", "--source", "police-import", "--json"
    ).json
    #expect(imported["added"] as? Int == 2 && imported["placed"] as? Int == 2)

    let nothing = try Self.object(
      await Self.speaking(shell, as: "bibliotek").done(
        "report", "nothing", "--unit", "Stadsdelsbiblioteket", "--week", "2026-W47", "--json"), "report")
    #expect(nothing["unit"] as? String == "Stadsdelsbiblioteket")
    #expect(nothing["period"] as? String == "2026-W47" && nothing["status"] as? String == "nothing")

    let shown = try Self.object(await coordinator.done("cycle", "show", "--json"), "cycle")
    let coverage = try #require(shown["coverage"] as? [[String: Any]])
    let answers = Dictionary(
      uniqueKeysWithValues: coverage.map { ($0["unit"] as? String, $0["status"] as? String) })
    #expect(
      answers == ["Yttre befäl": "reported", "Kvartersvärdar": "reported", "Stadsdelsbiblioteket": "nothing"])
    #expect(
      (shown["next"] as? [[String: Any]])?.contains { $0["event"] as? String == "closeCollection" } == true)
    let possible = try #require(shown["possible"] as? [[String: Any]])
    #expect(
      possible.contains {
        $0["event"] as? String == "closeCollection" && $0["to"] as? String == "reviewing"
          && ($0["roles"] as? [String])?.contains("coordinator") == true
      })
    for time in ["opens", "deadline", "picture", "meeting"] {
      #expect((shown[time] as? String)?.hasSuffix("+01:00") == true, "\(time)")
    }
  }

  // MARK: Review

  private func review(_ shell: Shell, _ coordinator: Shell) async throws {
    let waiting = try Self.list(
      await coordinator.done("incident", "list", "--week", "2026-W47", "--review", "received", "--json"),
      "incidents")
    #expect(waiting.compactMap { $0["reference"] as? String } == ["P2", "K-1", "P1"])
    #expect(waiting.allSatisfy { $0["id"] is String && ($0["from"] as? String)?.hasSuffix("+01:00") == true })
    let ofArea = try Self.list(
      await coordinator.done("händelse", "lista", "--area", "Ålidhem", "--category", "vandalism", "--json"),
      "incidents")
    #expect(ofArea.compactMap { $0["number"] as? String } == ["2026-1"])

    let reporter = Self.speaking(shell, as: "vard")
    let amended = try Self.object(
      await reporter.done(
        "incident", "amend", "2026-1", "--category", "vandalism/glaskross", "--because", "fel sort", "--json"),
      "incident")
    #expect(amended["version"] as? Int == 2)
    let same = await reporter.run(["incident", "amend", "2026-1", "--category", "vandalism/glaskross"])
    #expect(same.status == 64 && same.isOneSentence("EST106"), "\(same.err)")
    let shown = try Self.object(await reporter.done("incident", "show", "2026-1", "--json"), "incident")
    #expect(shown["category"] as? String == "vandalism/glaskross" && shown["version"] as? Int == 2)
    let versions = try #require(shown["versions"] as? [[String: Any]])
    #expect(versions.count == 1 && versions[0]["reason"] as? String == "fel sort")

    // A reporter reviews nobody, and knows of no other organisation's report.
    #expect(await reporter.run(["incident", "review", "2026-1", "--accept"]).status == 77)
    let others = await reporter.run(["incident", "withdraw", "P1", "--because", "fel"])
    #expect(others.status == 65 && others.isOneSentence("EST103"), "\(others.err)")

    let rejected = try await coordinator.done(
      "incident", "review", "P1", "--reject", "--because", "rykte", "--json"
    ).json
    #expect(rejected["reviewed"] as? Int == 1)
    let withdrawn = try Self.object(
      await coordinator.done("incident", "withdraw", "P2", "--because", "dubbelt", "--json"), "incident")
    #expect(withdrawn["review"] as? String == "withdrawn")
    #expect(await coordinator.run(["incident", "review", "P2", "--accept"]).code == "EST125")
    let all = try await coordinator.done("incident", "review", "--all", "--accept", "--json").json
    #expect(all["reviewed"] as? Int == 1)
    let accepted = try Self.list(
      await coordinator.done("incident", "list", "--review", "accepted", "--json"), "incidents")
    #expect(accepted.compactMap { $0["number"] as? String } == ["2026-1"])
  }

  // MARK: Picture

  private func picture(_ coordinator: Shell, _ folder: Folder) async throws {
    let closed = try Self.object(await coordinator.done("cycle", "close", "--json"), "cycle")
    #expect(closed["state"] as? String == "reviewing")
    for version in 1...2 {
      let built = try Self.object(await coordinator.done("picture", "build", "--json"), "picture")
      #expect(built["period"] as? String == "2026-W47" && built["version"] as? Int == version)
    }
    let versions = try Self.list(await coordinator.done("picture", "list", "--json"), "pictures")
    #expect(versions.compactMap { $0["version"] as? Int } == [1, 2])
    #expect(versions.allSatisfy { $0["adoptedAt"] is NSNull && ($0["hash"] as? String)?.count == 64 })
    let shown = try await coordinator.done("picture", "show", "--version", "1", "--json").json
    #expect(shown["picture"] is [String: Any] && shown["hash"] as? String == versions[0]["hash"] as? String)
    let text = await coordinator.done("lägesbild", "visa").out
    #expect(
      text.contains("Umeå, Centrum, 2026-W47 v2 (EXEMPELDATA)") && text.contains("1\u{A0}händelse, "),
      "\(text)")

    let out = "\(folder.path)/bilder"
    let exported = try await coordinator.done(
      "picture", "export", "--format", "html,xlsx,csv,geojson,json", "--out", out, "--version", "1",
      "--json"
    ).json
    let stem = "lagesbild-2480-centrum-2026-W47-v1"
    #expect(
      exported["files"] as? [String]
        == ["html", "xlsx", "csv", "geojson", "json"].map { "\(out)/\(stem).\($0)" })
    await coordinator.done("picture", "export", "--out", out, "--lang", "en")
    #expect(
      try Folder(path: out).names()
        == ["csv", "geojson", "html", "json", "xlsx"].map { "\(stem).\($0)" } + [
          "lagesbild-2480-centrum-2026-W47-v2-en.html"
        ])
    let schema = try await coordinator.done("picture", "schema", "--json").json
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(await coordinator.run(["picture", "show", "--version", "3"]).code == "EST103")
  }

  // MARK: Meeting

  private func meet(_ coordinator: Shell, _ folder: Folder) async throws {
    await coordinator.done("clock", "set", "2026-11-24T09:00")
    let agenda = try Self.object(
      await coordinator.done("meeting", "agenda", "--out", folder.path, "--json"), "agenda")
    #expect(agenda["period"] as? String == "2026-W47" && agenda["pictureVersion"] as? Int == 2)
    #expect((agenda["missing"] as? [Any])?.isEmpty == true)
    #expect(try folder.names().contains { $0.hasPrefix("dagordning") && $0.hasSuffix(".html") })

    let started = try Self.object(await coordinator.done("möte", "börja", "--json"), "cycle")
    #expect(started["state"] as? String == "meeting")
    let attend = ["meeting", "attend", "--organisation", "Polisen", "--function", "kommunpolis", "--json"]
    #expect(
      try Self.object(await coordinator.run(attend), "attendance")["function"] as? String == "kommunpolis")
    let early = await coordinator.run(["meeting", "conclude"])
    #expect(early.status == 1 && early.isOneSentence("EST121"), "\(early.err)")
    let decided = try Self.object(
      await coordinator.done("meeting", "decide", "Fältgruppen går förbi torget.", "--json"), "decision")
    #expect(decided["number"] as? Int == 1 && decided["text"] as? String == "Fältgruppen går förbi torget.")
    let named = await coordinator.run(["meeting", "decide", "Ring 070-174 06 05"])
    #expect(named.status == 65 && named.isOneSentence("EST105") && !named.err.contains("174"), "\(named.err)")
    await coordinator.done("meeting", "adopt")
    let changed = await coordinator.run(["meeting", "adopt", "--version", "1"])
    #expect(changed.status == 1 && changed.isOneSentence("EST125"), "\(changed.err)")
    let concluded = try Self.object(await coordinator.done("meeting", "conclude", "--json"), "cycle")
    #expect(concluded["state"] as? String == "concluded")

    let minutes = try Self.object(
      await coordinator.done("meeting", "minutes", "--week", "2026-W47", "--json"), "minutes")
    #expect(
      minutes["attendance"] as? [[String: String]] == [
        ["organisation": "Polisen", "function": "kommunpolis"]
      ])
    #expect((minutes["picture"] as? [String: Any])?["version"] as? Int == 2)
    #expect((minutes["decisions"] as? [[String: Any]])?.count == 1)
    let expected = try Self.list(await coordinator.done("cycle", "list", "--expected", "--json"), "expected")
    let held = expected.filter { $0["outcome"] as? String != "open" }
    #expect(held.compactMap { $0["period"] as? String } == ["2026-W47"])
    #expect(
      expected[0]["firstDay"] as? String == "2026-11-16" && expected[0]["lastDay"] as? String == "2026-11-22")
    #expect(
      await coordinator.run([
        "cycle", "reopen", "--week", "2026-W47", "--until", "2026-11-25T09:00", "--because", "x",
      ]).code == "EST120")
    // A correction of what is adopted is a version beside it.
    let corrected = try Self.object(
      await coordinator.done("picture", "build", "--week", "2026-W47", "--json"), "picture")
    #expect(corrected["version"] as? Int == 3)
    let versions = try Self.list(
      await coordinator.done("picture", "list", "--week", "2026-W47", "--json"), "pictures")
    #expect(versions.last?["supersedes"] as? Int == 2 && versions[1]["adoptedAt"] is String)
  }

  private func feedback(_ reporter: Shell) async throws {
    let feedback = try Self.object(await reporter.done("feedback", "--json"), "feedback")
    let place = try #require((feedback["places"] as? [[String: Any]])?.first)
    #expect(place["area"] as? String == "Ålidhem" && place["accepted"] as? Int == 1)
    #expect(place["waiting"] as? Int == 0 && (place["rejections"] as? [Any])?.isEmpty == true)
    let pictures = try #require(feedback["pictures"] as? [[String: Any]])
    #expect(pictures.count == 1 && pictures[0]["period"] as? String == "2026-W47")
    #expect(await reporter.done("återkoppling").out.contains("1\u{A0}rapport i lägesbilden"))
  }
}
