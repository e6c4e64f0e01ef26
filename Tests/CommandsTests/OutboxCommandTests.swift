import EST
import Foundation
import Language
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Commands
@testable import Workflow

/// What people see of what could not be sent, and what they can do about it.
@Suite struct OutboxCommandTests {
  /// Three mails: one refused, one put off, one delivered.
  private static func run(_ body: (Shell, [String]) async throws -> Void) async throws {
    try await Shell.withGroup { shell, database in
      await shell.done("settings", "set", "mail", "/usr/sbin/sendmail")
      let engine = Engine(database, isPrivate: true)
      _ = try await engine.plan()
      let ids = try await engine.run(Caller(key: UUID())) { desk in
        let reader = desk.actor.id
        let cycle = try desk.cycles.all(of: try desk.group().id)[0]
        let requests = try (1...3).map { number in
          try OutboxRequest.mail(
            .periodOpen, of: desk.municipality.code, id: desk.newIDForOutbox(), instance: cycle.id.uuid,
            revision: number, detail: "2026-W47", to: reader, address: "vard\(number)@example.org",
            at: desk.now.advanced(minutes: number - 4))
        }
        try desk.outbox.request(requests)
        return requests.map { $0.id.uuidString.lowercased() }
      }
      for ending in [
        Mailer.Ending.exited(65, said: "msmtp: server message: 550 5.1.1 <vard1@example.org>: nobody"),
        .exited(69, said: "msmtp: server message: 451 4.3.0 busy"), .exited(0, said: ""),
      ] {
        _ = try await engine.deliverNext(Mailer { _, _, _ in ending })
      }
      try await body(shell, ids)
    }
  }

  @Test func theListSaysWhatAndWhy() async throws {
    try await Self.run { shell, ids in
      let text = await shell.done("outbox", "list").out
      let lines = text.split(separator: "\n").map(String.init)
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("LÄGE"))
      #expect(
        lines[1].hasPrefix("misslyckat") && lines[1].hasSuffix(ids[0])
          && lines[1].contains(
            "Perioden är öppen för rapporter (2026-W47), till 2480_administrator  Adressen finns inte (550 5.1.1)"
          ))
      #expect(!text.contains("@"))
      #expect(
        lines[2].hasPrefix("försöks igen")
          && lines[2].contains("Mottagarens server ber om ett senare försök (451 4.3.0): busy"))
      #expect(lines[3].hasPrefix("skickat"))

      let json = try await shell.done("outbox", "list", "--json").json
      #expect(json["failed"] as? Int == 1 && json["waiting"] as? Int == 1)
      let items = try #require(json["items"] as? [[String: Any]])
      #expect(
        items.map { $0["state"] as? String } == ["permanent-failure", "temporary-failure", "delivered"])
      #expect(items[0]["reply"] as? String == "550 5.1.1" && items[0]["cause"] as? String == "reply")
      #expect(items[0]["nextAttempt"] is NSNull && items[1]["nextAttempt"] is String)
      let failed = try await shell.done("utkorg", "lista", "--failed", "--json").json
      #expect((failed["items"] as? [[String: Any]])?.map { $0["id"] as? String } == [ids[0]])
      let english = await shell.done("outbox", "list", "--failed", "--lang", "en").out
      #expect(english.contains("There is no such address (550 5.1.1)"))
    }
  }

  @Test func statusTellsOfDeadLettersUntilSomebodyAsksAgain() async throws {
    try await Self.run { shell, ids in
      let status = await shell.done("status").out
      #expect(status.contains("1 väntar, 1 kunde inte skickas"))
      #expect(status.contains("1 brev eller filer kunde inte skickas: est outbox list --failed visar varför"))
      #expect(status.contains("Något kunde inte skickas"))
      #expect(await shell.run(["outbox", "retry", ids[0], "--all"]).status == 64)
      #expect(await shell.run(["outbox", "retry", UUID().uuidString]).code == "EST103")
      #expect(await shell.run(["outbox", "retry", ids[0], "--dry-run"]).out.contains("1 skickas på nytt."))
      #expect(try await shell.done("outbox", "retry", "--all", "--json").json["retried"] as? Int == 1)
      #expect(try await shell.done("outbox", "retry", "--json").json["retried"] as? Int == 0)
      // One that waits for its next attempt is sent at once where it is named, and what was delivered is not.
      #expect(try await shell.done("outbox", "retry", ids[1], "--json").json["retried"] as? Int == 1)
      #expect(try await shell.done("outbox", "retry", ids[2], "--json").json["retried"] as? Int == 0)
      let outbox = try await shell.done("status", "--json").json["outbox"] as? [String: Int]
      #expect(outbox == ["waiting": 2, "failed": 0])
    }
  }

  @Test(arguments: DeliveryFailure.Cause.allCases, [Language.swedish, .english])
  func everyCauseHasWords(_ cause: DeliveryFailure.Cause, _ language: Language) {
    let words = language.cli.deliveryFailure(cause.rawValue, reply: "75", said: nil)
    #expect(words.count > 5 && words.first!.isUppercase && !words.contains("-"))
  }

  @Test(arguments: OutboxState.allCases) func everyStateHasWords(_ state: OutboxState) {
    #expect(Language.swedish.cli.outboxState(state.rawValue) != state.rawValue)
  }
}
