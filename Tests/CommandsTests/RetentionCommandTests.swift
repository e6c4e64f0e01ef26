import EST
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Commands
@testable import Workflow

/// Periods, holds and what was disposed of, from the command line.
@Suite struct RetentionCommandTests {
  private static let now = ["--now", "2026-11-24T10:00"]

  @Test func aPeriodIsSetShownAndChanged() async throws {
    try await Shell.withGroup { shell, _ in
      func run(_ arguments: String...) async -> Shell.Outcome { await shell.run(arguments + Self.now) }
      let none = await run("gallring", "lista")
      #expect(none.status == 0 && none.out.contains("rapporters fritexter"))
      #expect(none.out.contains("inget beslut, bevaras") && none.out.contains("Inga gallringsstopp."))

      let set = await run("retention", "set", "reports", "--period", "P2Y", "--decision", "KS 2026/123 § 45")
      #expect(set.out == "Från 2026-11-25 gäller för rapporters fritexter: 2 år (KS 2026/123 § 45).\n")
      let kept = await run(
        "gallring", "ändra", "ärenden", "--keep", "--decision", "KS 2026/123 § 46", "--from", "2027-01-01",
        "--lang", "en")
      #expect(
        kept.out
          == "From 2027-01-01, for problems, analyses and actions: kept for ever (KS 2026/123 § 46).\n")

      let json = try await run("retention", "list", "--json").json
      let kinds = try #require(json["information"] as? [[String: Any]])
      #expect(kinds.map { $0["code"] as? String } == InformationKind.allCases.map(\.rawValue))
      let rules = try #require(kinds[0]["rules"] as? [[String: Any]])
      #expect(rules.count == 1 && rules[0]["period"] as? String == "P2Y")
      #expect(
        rules[0]["decision"] as? String == "KS 2026/123 § 45" && rules[0]["from"] as? String == "2026-11-25")
      #expect(kinds[0]["inForce"] is NSNull)
      let later = await shell.done("retention", "list", "--now", "2027-02-01T10:00").out
      #expect(later.contains("2 år") && later.contains("KS 2026/123 § 45") && later.contains("bevaras"))

      let show = try await run("retention", "show", "--json").json
      #expect((show["disposals"] as? [Any])?.isEmpty == true)
      let text = await run("retention").out
      #expect(text.contains("NÄSTA GALLRING") && text.contains("Inget är gallrat."))
    }
  }

  @Test func aHoldIsPlacedListedAndReleased() async throws {
    try await Shell.withGroup { shell, _ in
      func run(_ arguments: String...) async -> Shell.Outcome { await shell.run(arguments + Self.now) }
      let held = await run(
        "retention", "hold", "reports", "--from", "2026-03-01", "--to", "2026-03-31", "--because", "Tvist",
        "--reference", "T 12-27")
      #expect(held.out.hasPrefix("Gallringsstopp 1 gäller tills det hävs"))
      let list = await run("retention", "list").out
      #expect(list.contains("2026-03-01–2026-03-31") && list.contains("T 12-27") && list.contains("Tvist"))
      let released = await run("gallring", "häv", "1", "--because", "Domen vann laga kraft", "--lang", "en")
      #expect(released.out.hasPrefix("Hold 1 is released."))
      let json = try await run("retention", "list", "--json").json
      let hold = try #require((json["holds"] as? [[String: Any]])?.first)
      #expect((hold["released"] as? [String: Any])?["reason"] as? String == "Domen vann laga kraft")
      let again = await run("retention", "release", "1", "--because", "Igen")
      #expect(again.status == 65 && again.code == "EST103" && again.err.contains("est retention list"))
    }
  }

  @Test(arguments: [
    (["set", "reports", "--decision", "KS 1"], 64, "EST100"),
    (["set", "reports", "--period", "P2Y", "--keep", "--decision", "KS 1"], 64, "EST100"),
    (["set", "reports", "--period", "2 år", "--decision", "KS 1"], 64, "EST100"),
    (["set", "allt", "--period", "P2Y", "--decision", "KS 1"], 64, "EST100"),
    (["set", "reports", "--period", "P2Y", "--decision", "KS 1", "--from", "2026-11-24"], 65, "EST101"),
    (["set", "reports", "--period", "P2Y", "--decision", "ring 070-174 06 05"], 65, "EST105"),
    (
      ["hold", "--because", "x", "--reference", "T 1", "--from", "2026-03-02", "--to", "2026-03-01"], 65,
      "EST101"
    ),
    (["hold", "--because", "x", "--reference", "T 1", "--area", "Ingenstans"], 65, "EST101"),
  ])
  func whatCannotBeIsSaidSo(_ arguments: [String], _ status: Int32, _ code: String) async throws {
    try await Shell.withGroup { shell, _ in
      let outcome = await shell.run(["retention"] + arguments + Self.now)
      #expect(outcome.status == status && outcome.code == code, "\(outcome.err)")
      #expect(!outcome.err.contains("070"))
    }
  }

  /// What would go on the first day is told, and nothing is set unless that is agreed to.
  @Test func whatGoesAtOnceIsAskedAbout() async throws {
    try await Shell.withGroup { shell, database in
      try await database.transaction { session in
        try session.execute(
          """
          insert into est.outbox (municipality, id, kind, key, next_attempt, payload, requested_at)
          select '2480', gen_random_uuid(), 'mail', 'nyckel', now(), '{}', '2025-01-01'
          """)
        try session.execute(
          """
          insert into est.outbox_attempt (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause, said)
          select '2480', id, 1, '2025-01-01', '2025-01-01', 'permanent-failure', 'reply', 'full' from est.outbox
          """)
      }
      let arguments = ["retention", "set", "mail", "--period", "P1Y", "--decision", "KS 1"] + Self.now
      let unasked = await shell.run(arguments + ["--no-input"])
      #expect(unasked.status == 64 && unasked.code == "EST107")
      var terminal = shell
      terminal.isTerminal = true
      let declined = await terminal.run(arguments, input: ["nej"])
      #expect(declined.status != 0 && declined.err.contains("Den dagen gallras 1"))
      let listed = try await shell.done("retention", "list", "--json").json
      #expect(
        (listed["information"] as? [[String: Any]])?.allSatisfy { ($0["rules"] as? [Any])?.isEmpty == true }
          == true)
      #expect(await shell.run(arguments + ["--yes"]).status == 0)

      _ = try await Engine(database, isPrivate: true).setClock { _ in
        Instant(rfc3339: "2026-11-25T00:00:00+01:00")!
      }
      #expect(try await Engine(database, isPrivate: true).round().disposed == 1)
      let show = await shell.done("retention", "show").out
      #expect(show.contains("2026-11-25  e-postservrars svar") && show.contains("2025-01-01   KS 1"))
    }
  }
}
