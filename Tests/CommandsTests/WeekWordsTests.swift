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
      func account() async throws -> [[String: Any]] {
        let answer = try await shell.done("cycle", "list", "--expected", "--json").json
        return try #require(answer["expected"] as? [[String: Any]])
      }
      let before = try await account()
      let never = before.filter { $0["cycle"] is NSNull }
      // Eight weeks are planned after the week of the trial's beginning.
      #expect(never.compactMap { $0["period"] as? String } == ["2027-W03", "2027-W04"])
      #expect(never.compactMap { $0["outcome"] as? String } == ["missed", "open"])
      #expect(never.first?["expected"] as? String == "2027-01-26T09:00")
      #expect(never.allSatisfy { $0["why"] as? String == "worker-away" && $0["actual"] is NSNull })
      #expect(before.compactMap { $0["period"] as? String }.first == "2026-W47")
      #expect(before.count == 11, "2026-W47 to 2026-W53, and 2027-W01 to 2027-W04")
      #expect(await shell.done("period", "lista", "--expected").out.contains("ingen est-worker var igång"))
      await shell.done("cycle", "plan")
      let after = try await account()
      #expect(after.allSatisfy { $0["cycle"] is String })
      #expect(after.contains { $0["period"] as? String == "2027-W03" && $0["state"] as? String == "planned" })
    }
  }

  /// Twelfth Night of 2027 is a Wednesday, and what a coordinator does stands beside it.
  @Test func theAccountTellsTheRuleWhoAndWhy() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("group", "set", "--meeting", "onsdag 10:00")
      await shell.done("cycle", "plan")
      await shell.done(
        "cycle", "move-meeting", "--week", "2026-W48", "--to", "2026-12-03T09:00", "--because", "studiedag")
      await shell.done("cycle", "skip", "--week", "2026-W52", "--because", "mellandagar")
      let text = await shell.done("cycle", "list", "--expected").out
      for line in [
        "2026-W47  2026-11-24 09:00  2026-11-24 09:00  öppet",
        "2026-W48  2026-12-01 09:00  2026-12-03 09:00  öppet       gruppens inställningar ändrades, förut "
          + "2026-12-01 09:00; flyttat av 2480_administrator från 2026-12-02 10:00: studiedag",
        "2026-W52  2026-12-29 09:00  –                 överhoppat  gruppens inställningar ändrades, förut "
          + "2026-12-29 09:00; 2480_administrator: mellandagar",
        "2026-W53  2027-01-05 09:00  2027-01-07 10:00  öppet       gruppens inställningar ändrades, förut "
          + "2027-01-05 09:00; flyttat från trettondedag jul 2027-01-06",
      ] {
        #expect(text.contains(line + "\n"), "\(line)\n\(text)")
      }
    }
  }

  /// In whole sentences: where it is, what comes by itself, who may do what, what is missing.
  @Test func aPeriodSaysHowItStands() async throws {
    try await Shell.withWeek { shell, _, _ in
      let open = await shell.done("cycle", "show").out
      for sentence in [
        "Centrum, vecka 47, 2026\nPerioden är öppen för rapporter till måndag 23\u{A0}november kl.\u{A0}12.00. "
          + "Mötet är tisdag 24\u{A0}november kl.\u{A0}09.00.",
        "Svar saknas från 1 av 1 enheter: Kvartersvärdar (Bostadsbolaget).",
        "måndag 23\u{A0}november kl.\u{A0}12.00  inrapporteringen stängs; det som kommer senare räknas som sent",
        "est report nothing  säga att det inte finns något att rapportera",
        "est cycle close         stänga inrapporteringen",
      ] {
        #expect(open.contains(sentence), "\(sentence)\n\(open)")
      }
      await shell.done("cycle", "skip", "--because", "sjukdom")
      let over = await shell.done("cycle", "show", "--week", "2026-W47").out
      #expect(
        over.contains(
          "Perioden är överhoppad av 2480_administrator: sjukdom. Inga rapporter har gått förlorade."))
    }
  }
}
