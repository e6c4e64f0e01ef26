import Foundation
import TestSupport
import Testing

@testable import Commands

/// What the week's commands show, and what they leave alone.
@Suite struct WeekWordsTests {
  private static func pictured(_ body: (Shell, Folder) async throws -> Void) async throws {
    try await Shell.withWeek { shell, folder, _ in
      await shell.done(
        "incident", "add", "--category", "vandalism/klotter", "--area", "Teg", "--at", "2026-11-18T21:30",
        "--text",
        "På fasaden")
      await shell.done("incident", "review", "--all", "--accept", "--week", "2026-W47")
      await shell.done("cycle", "close")
      await shell.done("cycle", "compile")
      try await body(shell, folder)
    }
  }

  @Test func whatAReportSaidBeforeIsShown() async throws {
    try await Self.pictured { shell, _ in
      await shell.done("incident", "amend", "2026-1", "--area", "Ålidhem", "--because", "fel stadsdel")
      let json = try await shell.done("incident", "show", "2026-1", "--json").json
      let incident = try #require(json["incident"] as? [String: Any])
      #expect(incident["area"] as? String == "Ålidhem" && incident["version"] as? Int == 2)
      let earlier = try #require((incident["versions"] as? [[String: Any]])?.first)
      #expect(earlier["area"] as? String == "Teg" && earlier["reason"] as? String == "fel stadsdel")
      #expect(
        earlier["category"] as? String == "vandalism/klotter" && earlier["text"] as? String == "På fasaden")
      #expect(
        earlier["from"] as? String == "2026-11-18T21:30:00+01:00"
          && earlier["review"] as? String == "accepted")
      let text = await shell.done("händelse", "visa", "2026-1").out
      #expect(
        text.contains("2026-1  skadegörelse/klotter\n") && text.contains("Klass       delas i EST-gruppen\n"))
      #expect(text.contains("ändrade den: fel stadsdel\n  Vad         skadegörelse/klotter\n"))
    }
  }

  @Test func aDryRunWritesNoFile() async throws {
    try await Self.pictured { shell, folder in
      let export = await shell.done(
        "picture", "export", "--format", "html,csv", "--out", "\(folder.path)/bilder", "--dry-run", "--json")
      let files = try export.json["files"] as? [String]
      #expect(files?.count == 2)
      await shell.done("meeting", "agenda", "--out", "\(folder.path)/bilder", "--dry-run")
      #expect(try folder.names().isEmpty)
    }
  }

  @Test func theAgendaSaysWhereItIs() async throws {
    try await Self.pictured { shell, folder in
      let outcome = try await shell.done("meeting", "agenda", "--out", folder.path, "--json").json
      let file = try #require((outcome["agenda"] as? [String: Any])?["file"] as? String)
      #expect(FileManager.default.fileExists(atPath: file))
      #expect(await shell.done("möte", "dagordning", "--out", folder.path).out.hasSuffix("Skrev \(file)\n"))
      let unwritten = try await shell.done("meeting", "agenda", "--json").json
      #expect((unwritten["agenda"] as? [String: Any])?["file"] is NSNull)
    }
  }

  @Test func theMeetingHearsWhichVersionItAdopted() async throws {
    try await Self.pictured { shell, _ in
      await shell.done("meeting", "start")
      let wrong = await shell.run(["meeting", "adopt", "--version", "7"])
      #expect(
        wrong.status == 1 && wrong.code == "EST121" && wrong.err.contains("»est picture list«"),
        "\(wrong.err)")
      let adopted = await shell.done("meeting", "adopt")
      #expect(adopted.out == "2026-W47: Mötet pågår. Lägesbildens version 1 är fastställd.\n")
      let decided = try await shell.done("meeting", "conclude", "--because", "inget att besluta", "--json")
        .json
      #expect((decided["cycle"] as? [String: Any])?["adoptedVersion"] as? Int == 1)
      let over = await shell.done("cycle", "show", "--week", "2026-W47").out
      #expect(!over.contains("Det som händer av sig självt") && !over.contains("Det som går att göra nu"))
    }
  }

  /// Every expected occurrence has its line, also those that no worker was there to plan.
  @Test func whatNobodyPlannedIsAccountedFor() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("clock", "set", "2027-02-02T12:00")
      let expected = try await shell.done("cycle", "list", "--expected", "--json").json
      let cycles = try #require(expected["cycles"] as? [[String: Any]])
      let never = cycles.filter { $0["state"] as? String == "unplanned" }
      // Eight weeks are planned after the week of the trial's beginning.
      #expect(never.compactMap { $0["period"] as? String } == ["2027-W03", "2027-W04"])
      #expect(never.allSatisfy { $0["id"] is NSNull && $0["revision"] as? Int == 0 })
      #expect(never.first?["meeting"] as? String == "2027-01-26T09:00:00+01:00")
      #expect(cycles.compactMap { $0["period"] as? String }.first == "2026-W47")
      #expect(cycles.count == 11, "2026-W47 to 2026-W53, and 2027-W01 to 2027-W04")
      #expect(await shell.done("period", "lista", "--expected").out.contains("aldrig planerad"))
      await shell.done("cycle", "plan")
      let made = try await shell.done("cycle", "list", "--expected", "--json").json
      #expect(
        (made["cycles"] as? [[String: Any]])?.contains { $0["state"] as? String == "unplanned" } == false)
    }
  }
}
