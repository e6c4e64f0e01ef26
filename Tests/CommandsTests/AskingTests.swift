import Foundation
import Persistence
import Testing

@testable import Commands

/// One report, asked for step by step at a terminal; and nothing asked where there is none.
@Suite struct AskingTests {
  @Test(.timeLimit(.minutes(15))) func aReportIsAskedForStepByStep() async throws {
    try await Shell.withWeek { shell, _, database in
      await shell.done("unit", "add", "--name", "Ronderingen", "--organisation", "Bostadsbolaget")
      let (status, screen) = try await Terminal.run(
        ProgramTests.program, ["incident", "add"],
        environment: shell.environment.merging(["TERM": "xterm", "PATH": "/usr/bin:/bin"]) { $1 },
        [
          .init("Vilken enhet rapporterar: ", "Vaktmästarna"), .init("Svara med ett nummer", "kvart"),
          .init("Vad har hänt: ", "0"), .init("Svara med ett nummer", "skadegörelse"),
          .init("Närmare bestämt [", "klotter"),
          .init("I vilket område [", "Mars"), .init("Teg", "ålid"),
          .init("Var, kort (inga namn) [-]: ", "Hos 19811228-9874"), .init("personnummer", "Torget"),
          .init("Vad för slags plats [12]: ", "utomhus"),
          .init("[nu]: ", "i går"), .init("2026-11-23T07:30", "2026-03-29T02:30"),
          .init("klockan ställs fram", "2026-11-29T18:30"), .init("framåt i tiden", "2026-11-19T18:30"),
          .init("Hur vet du det [1]: ", ""),
          .init("Kort beskrivning, utan personuppgifter [-]: ", "Ring 070-174 06 05"),
          .init("telefonnummer", "Klotter på tre väggar."), .init("Spara rapporten? [J/n] ", "j"),
        ])
      #expect(status == 0, "\(screen)")
      #expect(screen.contains(" 1  Kvartersvärdar") && screen.contains(" 2  Ronderingen"), "\(screen)")
      #expect(screen.contains("Tack. Rapporten är sparad som 2026-1 och räknas till 2026-W47."), "\(screen)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 1)
      let shown = try await shell.done("incident", "show", "2026-1", "--json").json
      let report = try #require(shown["incident"] as? [String: Any])
      #expect(
        report["unit"] as? String == "Kvartersvärdar" && report["category"] as? String == "vandalism/klotter")
      #expect(report["area"] as? String == "Ålidhem" && report["place"] as? String == "Torget")
      #expect(report["from"] as? String == "2026-11-19T18:30:00+01:00")
      #expect(
        report["certainty"] as? String == "seen" && report["text"] as? String == "Klotter på tre väggar.")
    }
  }

  @Test func whatIsGivenIsNotAskedForAndWhyAPlaceIsUnsafeIs() async throws {
    try await Shell.withWeek { shell, _, _ in
      var person = shell
      person.isTerminal = true
      let report = [
        "incident", "add", "--area", "Teg", "--place", "Torget", "--at", "2026-11-20T09:00", "--text",
        "Mörkt.",
      ]
      let asked = await person.run(
        report + ["--category", "otrygg plats", "--certainty", "told"],
        input: ["070-174 06 05", "trasig lampa"])
      #expect(asked.status == 0, "\(asked.err)")
      #expect(asked.err.contains("Varför känns platsen otrygg: ") && !asked.err.contains("Vad har hänt"))
      #expect(!asked.err.contains("174"))
      // The sub-types of an unsafe place say why themselves.
      let subtype = await person.run(report + ["--category", "unsafe-place/belysning"], input: [""])
      #expect(subtype.status == 0 && !subtype.err.contains("Varför"), "\(subtype.err)")
      let list = try await shell.done("incident", "list", "--json").json
      let reasons = (list["incidents"] as? [[String: Any]])?.compactMap { $0["reasons"] as? [String] }
      #expect(Set(reasons ?? []) == [["trasig lampa"], ["belysning"]])
    }
  }

  @Test func theEndOfTheInputSavesNothing() async throws {
    try await Shell.withWeek { shell, _, database in
      var person = shell
      person.isTerminal = true
      let outcome = await person.run(["incident", "add"], input: ["1"])
      #expect(outcome.status == 64 && outcome.code == "EST107", "\(outcome.err)")
      let stored = try await Shell.stored(in: database)
      #expect(stored == 0)
    }
  }

  @Test(arguments: [[], ["--no-input"]]) func withoutAnybodyToAskTheMissingOptionIsNamed(_ options: [String])
    async
  {
    // Nothing listens there: it is said before any database is reached.
    let shell = Shell(environment: ["DATABASE_URL": "host=/nowhere"], isTerminal: !options.isEmpty)
    let outcome = await shell.run(
      ["incident", "add", "--at", "2026-11-20T09:00"] + options, input: ["1", "1"])
    #expect(outcome.status == 64 && outcome.isOneSentence("EST107"), "\(outcome.err)")
    #expect(outcome.err.contains("--category behövs"))
  }
}
