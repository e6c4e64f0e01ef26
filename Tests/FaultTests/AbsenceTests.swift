import EST
import Foundation
import Subprocess
import TestSupport
import Testing
import Workflow

extension Faults {
  /// Six weeks without a worker.
  @Suite struct AbsenceTests {
    @Test(.timeLimit(.minutes(30))) func sixWeeksAreMadeUpForWithoutStaleWords() async throws {
      // A group in each of Sweden's municipalities.
      let groups = Seed.full ? 290 : 8
      try await TestDatabase.prepared("absence-\(groups)") { database in
        try await Town.with(database) { town in
          try await town.settle()
          for code in Self.codes(groups).dropFirst() {
            try await town.settle(code, name: "Kommun \(code)", groups: ["Centrum"])
          }
          _ = try await town.engine.round()
          _ = try await town.engine.deliverDue(Mailer { _, _, _ in .signaled })
        }
      } _: { database in
        try await Town.with(database) { town in try await comeBack(to: town, groups) }
      }
    }

    private static func codes(_ count: Int) -> [MunicipalityCode] {
      [Town.code] + (1..<count).map { MunicipalityCode(String(3000 + $0))! }
    }

    private func comeBack(to town: Town, _ groups: Int) async throws {
      for code in Self.codes(groups) { try await town.setFolders(of: code) }
      // Tuesday of the seventh week, after its meeting: W52 may still be met about, W51 not any more.
      let back = Instant(rfc3339: "2026-12-29T12:00:00+01:00")!
      try await town.setClock(back)
      let start = ContinuousClock.now
      let outcome = try await Program.run(
        "est-worker", ["--once", "--log-format", "json"], ["DATABASE_URL": town.database.conninfo])
      let took = ContinuousClock.now - start
      #expect(outcome.status == .exited(0) && took < .seconds(60), "\(took) \(outcome.err)")
      #expect(try await town.isAtRest())

      let account = try await town.database.transaction { session in
        try session.rows(
          """
          select o.label || ' ' || o.outcome || coalesce(' ' || l.reason, '') as line, count(*)::int as groups
          from est.occurrence o left join est.transition_log l
            on (l.municipality, l.instance_id, l.event) = (o.municipality, o.cycle_id, 'miss')
          group by 1 order by 1
          """
        ) { (try $0.get("line", as: String.self), try $0.get("groups", as: Int.self)) }
      }
      #expect(account.allSatisfy { $0.1 == groups }, "\(account)")
      let expected =
        (47...51).map { "2026-W\($0) missed worker-away" } + ["2026-W52 open", "2026-W53 open"]
      #expect(account.map(\.0).prefix(7) == expected[...], "\(account)")
      #expect(account.dropFirst(7).allSatisfy { $0.0.hasSuffix("open") }, "\(account)")

      // Of what is over nothing is told but that it was missed; of W52, whose deadline has passed, that nobody can
      // report for it any more, and where it stands.
      let since = try await town.database.transaction { session in
        try session.rows(
          """
          select concat_ws(' ', c.label, n.kind) as line, count(*)::int as notices
          from est.notice n join est.cycle c on (c.municipality, c.id) = (n.municipality, n.instance_id)
          where n.at >= \(back) and c.deadline <= \(back) group by 1 order by 1
          """
        ) { try $0.get("line", as: String.self) }
      }
      #expect(
        since == (47...51).map { "2026-W\($0) period-missed" }
          + ["collection-closed", "meeting-overdue", "picture-ready"].map { "2026-W52 \($0)" }, "\(since)")
      #expect(try await town.count("select count(*) from est.outbox where state <> 'delivered'") == 0)
      try await town.checkWholeness()
      let rows = try await town.count("select count(*) from est.transition_log")
      let mails = try await town.count(
        "select count(*) from est.outbox where kind = 'mail' and requested_at >= \(back)")
      print(
        "six weeks away, \(groups) groups: made up for in \(took); \(rows) rows of the log, \(mails) mails: \(since)"
      )
    }
  }
}
