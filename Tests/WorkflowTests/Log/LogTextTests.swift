import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

extension LogTests {
  /// What the log says, and that it says nothing about anybody.
  @Suite struct Texts {
    /// The expression that verifying uses instead of the schema's own function, which the log's owner could change.
    @Test func `verifying reads a row as the database did when it made its hash`() async throws {
      try await LogWorld.run { log in
        let differing: Int = try await log.database.rollingBack { session in
          try session.liftGuards()
          // Fields of every kind of letter and length, missing, and empty.
          try session.execute(
            """
            update est.transition_log set reason = (array[null, '', 'å,ä:ö', E'\\n', repeat('🧭', 300), '-', '3:abc'])
              [1 + revision % 7], payload = (array['{}', '{"detail": "åäö 🧭"}', '{"n": 1.50, "a": [1, null]}'])
              [1 + revision % 3]::jsonb, at = at - revision * interval '100 years 1 microsecond'
            """)
          return try session.one(
            "select count(*) from est.transition_log l where est.log_row_text(l) is distinct from \(raw: LogRowText.sql("l"))"
          )
        }
        #expect(differing == 0)
      }
    }

    @Test func `a payload holds numbers, labels and instants only`() async throws {
      try await LogWorld.run { log in
        try await log.liveWithInstruments()
        let said = try await log.database.session { session in
          try session.rows(
            """
            select distinct l.machine, l.event, k.key, k.value from est.transition_log l
            cross join lateral jsonb_each_text(l.payload) k
            """
          ) {
            (
              machine: try $0.get("machine", as: String.self), event: try $0.get("event", as: String.self),
              key: try $0.get("key", as: String.self), value: try $0.get("value", as: String.self)
            )
          }
        }
        // Every machine has been heard, and not in its birth alone.
        for shape in Machines.all {
          let events = Set(said.filter { $0.machine == shape.name }.map(\.event))
          #expect(3 * events.count >= shape.events.count, "\(shape.name): \(events.sorted())")
        }
        for (machine, _, key, value) in said {
          switch key {
          // `2026-17`, `2026-W47`, `2026-11`
          case "detail": #expect(value.wholeMatch(of: /\d{4}-(W\d\d|\d{1,6})/) != nil, "\(machine): \(value)")
          case "from", "to": #expect(Instant(rfc3339: value) != nil, "\(machine): \(value)")
          default: Issue.record("\(machine): \(key)")
          }
        }
      }
    }

    @Test func `no reason enters the log unscreened`() async throws {
      try await LogWorld.run { log in
        // Every event of the week that anyone can give a reason for; problems and actions have tests of their own.
        let text = ScreeningTests.personal
        let later = instant("2026-12-22T12:00:00+01:00")
        let ways: [(String, @Sendable (Desk) throws -> Void)] = [
          ("skip", { try $0.say("skip", to: try $0.week("2026-W49"), because: text) }),
          ("move", { _ = try $0.moveMeeting(try $0.week("2026-W49"), to: later, because: text) }),
          ("reopen", { _ = try $0.reopen(try $0.week("2026-W49"), until: later, because: text) }),
          ("adjourn", { _ = try $0.adjourn(try $0.week("2026-W49"), because: text) }),
          ("conclude", { _ = try $0.conclude(try $0.week("2026-W49"), because: text) }),
          ("without", { _ = try $0.adoptWithoutMeeting(in: try $0.week("2026-W49"), because: text) }),
        ]
        for (name, way) in ways {
          #expect(
            try await log.world.refusal(way)
              == "reason: personalData(EST.PersonalDataKind.phoneNumber, position: 6)", "\(name)")
        }
        let kept: Int = try await log.database.session { session in
          try session.one("select count(*) from est.transition_log where reason like '%070%'")
        }
        #expect(kept == 0)
      }
    }
  }
}
