import Foundation
import TestSupport
import Testing

@testable import Commands

/// `est incident add` at a terminal: asked step by step, and shown before it is saved.
@Suite struct IncidentDialogueTests {
  private static func person(_ shell: Shell) -> Shell {
    Shell(environment: shell.environment, isTerminal: true)
  }

  private static func first(_ shell: Shell) async throws -> [String: Any]? {
    let list = try await shell.done("incident", "list", "--json").json
    return (list["incidents"] as? [[String: Any]])?.first
  }

  @Test func aReportIsAskedForStepByStep() async throws {
    try await Shell.withWeek { shell, _, _ in
      let outcome = await Self.person(shell).done(
        "incident", "add",
        input: [
          "nonsens", "1", "klotter", "Mars", "ål", "Hos 19811228-9874", "Torget", "trapphus", "23:00",
          "igår 21.30",
          "2", "", "",
        ])
      // What will not do is said, with what would, and asked again.
      #expect(outcome.err.contains("Svara med ett nummer från 1 till 8."))
      #expect(outcome.err.contains("Teg, Ålidhem"))
      #expect(outcome.err.contains("place: ser ut som ett personnummer från tecken 5"))
      #expect(!outcome.err.contains("9874"))
      #expect(outcome.err.contains("occurred_from: ligger framåt i tiden."))
      #expect(outcome.err.contains("Vad          skadegörelse/klotter\nNär          2026-11-19 21:30\n"))
      #expect(outcome.err.contains("Spara rapporten? [J/n]"))
      #expect(outcome.out == "Tack. Rapporten är sparad som 2026-1 och räknas till 2026-W47.\n")
      let saved = try #require(try await Self.first(shell))
      #expect(saved["category"] as? String == "vandalism/klotter" && saved["area"] as? String == "Ålidhem")
      #expect(saved["place"] as? String == "Torget" && saved["placeType"] as? String == "stairwell")
      #expect(
        saved["from"] as? String == "2026-11-19T21:30:00+01:00" && saved["certainty"] as? String == "told")
    }
  }

  @Test func nothingIsSavedWithoutAYes() async throws {
    try await Shell.withWeek { shell, _, _ in
      let no = await Self.person(shell).run(
        ["incident", "add"], input: ["8", "", "", "", "", "", "", "n"])
      #expect(no.status == 64 && no.code == "EST106", "\(no.err)")
      // Whoever goes away has not said yes.
      let gone = await Self.person(shell).run(["incident", "add"], input: ["8", "", "", "", "", "", ""])
      #expect(gone.status == 64 && gone.code == "EST106", "\(gone.err)")
      let saved = try await Self.first(shell)
      #expect(saved == nil)
    }
  }

  @Test func anEmptyAnswerTakesWhatIsOffered() async throws {
    try await Shell.withWeek { shell, _, _ in
      let outcome = await Self.person(shell).done(
        "incident", "add", "--yes", input: ["otrygg plats", "belysning", "", "", "", "", "", "", ""])
      #expect(outcome.err.contains("Otrygg genom  belysning"))
      #expect(!outcome.err.contains("Spara rapporten?"))
      let saved = try #require(try await Self.first(shell))
      #expect(saved["category"] as? String == "unsafe-place/belysning")
      #expect(saved["reasons"] as? [String] == ["belysning"] && saved["area"] is NSNull)
      #expect((saved["from"] as? String)?.hasPrefix("2026-11-20T12:0") == true)
    }
  }

  @Test func whatIsSaidNeedsNoQuestions() async throws {
    try await Shell.withWeek { shell, _, _ in
      let outcome = await Self.person(shell).done(
        "incident", "add", "--category", "vandalism", "--area", "Teg", "--at", "2026-11-20T09:00")
      #expect(outcome.err.isEmpty)
    }
  }

  @Test(arguments: [
    ("21:30", "2026-11-20T21:30"), ("9.05", "2026-11-20T09:05"), ("idag 07:00", "2026-11-20T07:00"),
    ("i går 21:30", "2026-11-19T21:30"), ("Igår 21:30", "2026-11-19T21:30"),
    ("yesterday 0:15", "2026-11-19T00:15"),
    ("i förrgår 12:00", "2026-11-18T12:00"), ("2026-11-01T18:30", "2026-11-01T18:30"),
  ])
  func aTimeIsReadAsItIsSaid(_ said: String, _ meant: String) throws {
    let today = try Reading.date("2026-11-20")
    #expect(Moment(spoken: said, today: today) == Moment(meant))
  }

  @Test(arguments: ["", "igår", "25:00", "imorgon 10:00", "21", "21:30 igår", "kvart över nio"])
  func whatIsNoTimeIsNone(_ said: String) throws {
    let today = try Reading.date("2026-11-20")
    #expect(Moment(spoken: said, today: today) == nil)
  }
}
