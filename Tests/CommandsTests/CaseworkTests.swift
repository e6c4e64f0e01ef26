import Foundation
import TestSupport
import Testing

@testable import Commands

/// Problems, their analyses and their actions, as a coordinator types them.
@Suite struct CaseworkTests {
  /// A prioritised problem that is being analysed, with one piece of evidence and a cause behind another.
  private static func withAnalysis(_ body: (Shell) async throws -> Void) async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done(
        "incident", "add", "--unit", "Kvartersvärdar", "--category", "vandalism/klotter", "--area", "Ålidhem",
        "--at", "2026-11-19T21:00")
      await shell.done(
        "problem", "identify", "Klotter vid centrum", "--category", "skadegörelse", "--area", "Ålidhem",
        "--report", "2026-1")
      await shell.done("problem", "prioritise", "2026-1", "--score", "vanligt=3", "--score", "harm=1")
      await shell.done("analysis", "start", "P 2026-1")
      await shell.done(
        "analysis", "evidence", "2026-1", "Fyra av sju lampor var släckta.", "--source", "fältgruppens rond")
      await shell.done(
        "analysis", "cause", "2026-1", "Gångvägen är mörk.", "--bone", "plats", "--evidence", "1",
        "--strength",
        "stark", "--influence", "ja")
      await shell.done(
        "analysis", "cause", "2026-1", "Felanmälan når inte rätt enhet.", "--bone", "place", "--behind", "1")
      await shell.done("analysis", "chain", "2026-1", "Träffas på torget", "Går till tunneln")
      try await body(shell)
    }
  }

  @Test func theChainIsShownWhole() async throws {
    try await Self.withAnalysis { shell in
      let text = await shell.done("problem", "show", "2026-1").out
      #expect(
        text.hasPrefix(
          """
          P 2026-1  Klotter vid centrum
          Läge       orsaksanalys pågår
          Område     Ålidhem
          Kategori   skadegörelse
          Sågs i     lägesbilden, 2026-W47
          Kriterier  vanligt 3, skada 1

          Rapporter (1)
          NUMMER  TID               KATEGORI  OMRÅDE
          2026-1  2026-11-19 21:00  klotter   Ålidhem

          Lägesbild
          Ingen fastställd lägesbild för perioden.

          Orsaksanalys, version 1
          Underskrifter  ingen än
          Offer eller utsatt
            – ingen orsak nämnd
          Gärningsperson
            – ingen orsak nämnd
          Objekt och plats
            1. Gångvägen är mörk. [starkt belagd (belägg 1), går att påverka]
              └ 2. Felanmälan når inte rätt enhet. [utan belägg, går delvis att påverka]
          Belägg
            1. Fyra av sju lampor var släckta. (fältgruppens rond)
          Händelsekedja
            1. Träffas på torget → 2. Går till tunneln

          Åtgärder
          Inget än.

          Effekt
          Inget än.

          Logg
          """), "\(text)")
      let english = await shell.done("problem", "show", "2026-1", "--lang", "en").out
      #expect(english.contains("1. Gångvägen är mörk. [strongly supported (evidence 1), can be influenced]"))
      let problem =
        try await shell.done("problem", "show", "2026-1", "--json").json["problem"] as? [String: Any]
      #expect(
        Set(try #require(problem).keys).isSuperset(
          of: ["reports", "picture", "analysis", "actions", "log", "number", "state"]))
    }
  }

  @Test func whatWasAMistakeIsTakenOutAgain() async throws {
    try await Self.withAnalysis { shell in
      await shell.done("analysis", "cause", "2026-1", "--remove", "2")
      let analysis =
        try await shell.done("analysis", "show", "2026-1", "--json").json["analysis"] as? [String: Any]
      #expect((analysis?["causes"] as? [[String: Any]])?.map { $0["number"] as? Int } == [1])
      // What something rests on stays.
      #expect(await shell.run(["analysis", "evidence", "2026-1", "--remove", "1"]).status != 0)
    }
  }

  /// A signature locks a version; whoever changes it then works on a copy, and is told so.
  @Test func changingASignedVersionTakesBothSignaturesAnew() async throws {
    try await Self.withAnalysis { shell in
      let signed = await shell.done("analysis", "sign", "2026-1")
      #expect(signed.out == "P 2026-1: underskriven. Den andra underskriften återstår.\n")
      #expect(await shell.run(["analysis", "sign", "2026-1"]).code == "EST125")
      let edit =
        try await shell.done("analysis", "chain", "2026-1", "Klottrar osedda", "--json").json["analysis"]
        as? [String: Any]
      #expect(edit?["version"] as? Int == 2 && edit?["signaturesFell"] as? Bool == true)
      #expect(edit?["numbers"] as? [Int] == [3])
      #expect(
        await shell.run(["problem", "begin-action", "2026-1", "--follow-up", "2026-12-14"]).status == 1)
    }
  }

  @Test func aQuickMeasureIsCarriedThrough() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("action", "propose", "Gå förbi torget varje kväll")
      #expect(await shell.run(["action", "start", "2026-1"]).code == "EST120")
      let decided = await shell.done(
        "action", "decide", "2026-1", "--owner", "Bostadsbolaget", "--function", "kvartersvärd", "--due",
        "2026-11-29", "--goal", "Någon vuxen syns.")
      #expect(decided.out == "Å 2026-1: beslutad.\n")
      await shell.done("action", "start", "2026-1")
      await shell.done("action", "postpone", "2026-1", "--due", "2026-12-01T16:00", "--because", "tjäle")
      await shell.done("action", "finish", "2026-1", "--production", "Fem kvällar.")
      await shell.done("action", "redo", "2026-1", "--because", "två till")
      await shell.done("action", "finish", "2026-1", "--production", "Sju kvällar.")
      await shell.done(
        "action", "evaluate", "2026-1", "--colour", "gul", "--result", "Lugnare.", "--lesson",
        "Boka tidigare.")
      let action = try await shell.done("action", "show", "2026-1", "--json").json["action"] as? [String: Any]
      #expect(action?["state"] as? String == "evaluated" && action?["colour"] as? String == "yellow")
      #expect(action?["due"] as? String == "2026-12-01T16:00:00+01:00")
      #expect((action?["owner"] as? [String: Any])?["organisation"] as? String == "Bostadsbolaget")
      let events = (action?["log"] as? [[String: Any]])?.compactMap { $0["event"] as? String }
      #expect(events == ["propose", "decide", "start", "postpone", "finish", "redo", "finish", "evaluate"])
      #expect(await shell.done("action", "search", "boka").out.contains("Lugnare. Boka tidigare."))
      #expect(await shell.done("action", "list", "--open").out == "Inget att visa.\n")
    }
  }

  /// A day without a time lasts until the end of its working hours, on the group's wall.
  @Test func aDayIsDueWhenItsWorkEnds() async throws {
    try await Shell.withWeek { shell, _, _ in
      await shell.done("action", "propose", "Gå förbi torget")
      await shell.done(
        "action", "decide", "2026-1", "--owner", "Bostadsbolaget", "--function", "kvartersvärd", "--due",
        "2026-12-04", "--goal", "Någon vuxen syns.")
      let action = try await shell.done("action", "show", "2026-1", "--json").json["action"] as? [String: Any]
      #expect(action?["due"] as? String == "2026-12-04T17:00:00+01:00")
    }
  }

  /// In one database, since none of the lines changes anything.
  private static let wrong: [(arguments: [String], status: Int32)] = [
    (["problem", "prioritise", "2026-1", "--score", "common=4"], 64),
    (["problem", "prioritise", "2026-1", "--score", "annat=2"], 64),
    (["problem", "revise", "2026-1"], 64),
    (["problem", "list", "--open", "--state", "acting"], 64),
    (["problem", "list", "--state", "klart"], 64),
    (["problem", "show", "2026-99"], 65),
    (["problem", "link", "2026-1", "2026-99"], 65),
    (["problem", "resolve", "2026-1", "--result", "a", "--lesson", "b"], 1),
    (["analysis", "cause", "2026-1"], 64),
    (["analysis", "cause", "2026-1", "Mörkt."], 64),
    (["analysis", "cause", "2026-1", "Mörkt.", "--bone", "plats", "--remove", "1"], 64),
    (["analysis", "cause", "2026-1", "Mörkt.", "--bone", "plats", "--behind", "9"], 65),
    (["analysis", "evidence", "2026-1", "Ring 070-123 45 67.", "--source", "rond"], 65),
    (["analysis", "show", "2026-1", "--version", "7"], 65),
    (["action", "propose", "Tända", "--kind", "plan"], 65),
    (["action", "propose", "Tända", "--problem", "2026-1", "--cause", "9"], 65),
    (["action", "search"], 64),
  ]

  @Test func whatIsWrongIsSaidInOneSentence() async throws {
    try await Self.withAnalysis { shell in
      for line in Self.wrong {
        let outcome = await shell.run(line.arguments)
        #expect(outcome.status == line.status, "\(line.arguments): \(outcome.err)")
        #expect(outcome.err.hasPrefix("est: EST") && !outcome.err.contains("EST199"), "\(outcome.err)")
      }
    }
  }
}
