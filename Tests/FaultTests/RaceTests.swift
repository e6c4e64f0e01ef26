import EST
import Foundation
import Persistence
import Subprocess
import TestSupport
import Testing
import Workflow

extension Faults {
  /// Several workers at the same due timers.
  @Suite struct RaceTests {
    @Test(.timeLimit(.minutes(20)), arguments: [2, 4])
    func eachEventHappensOnce(_ count: Int) async throws {
      let groups = Seed.full ? 60 : 10
      let expected = try await crowd(groups) { town in
        try await town.finish()
        return try await town.account()
      }
      try await crowd(groups) { town in
        let due = try await town.count("select count(*) from est.timer where due <= est.clock()")
        let start = ContinuousClock.now
        let variables = ["DATABASE_URL": town.database.conninfo]
        let workers = (0..<count).map { _ in WorkerProcess(variables) }
        try await town.until(
          """
          select not exists (select from est.timer where due <= est.clock())
            and not exists (select from est.outbox where state <> 'delivered')
          """, within: .seconds(300), "the workers do not come to rest")
        let took = ContinuousClock.now - start
        var shares: [Int] = []
        for worker in workers {
          let status = try await worker.end(.terminate)
          #expect(status == .exited(0))
          var lines: [String] = []
          for await line in worker.lines { lines.append(line) }
          shares.append(lines.count { $0.contains("\"fired\"") })
          #expect(!lines.contains { $0.contains("\"error\"") }, "\(lines.filter { $0.contains("error") })")
        }
        try await town.finish()
        let found = differences(try await town.account(), from: expected)
        #expect(found.isEmpty, "\(found)")
        try await town.checkWholeness()
        print(
          "\(count) workers, \(due) due timers, \(expected.count) rows of account in \(took); transactions: \(shares)"
        )
      }
    }

    /// A town with many groups, three weeks after anyone was at work.
    private func crowd<T>(_ groups: Int, _ body: (Town) async throws -> T) async throws -> T {
      let names = (1...groups).map { "Grupp \($0)" }
      return try await TestDatabase.prepared("crowd-\(groups)") { database in
        try await Town.with(database) { town in
          try await town.settle(groups: names)
          _ = try await town.engine.round()
          _ = try await town.engine.deliverDue(Mailer { _, _, _ in .signaled })
        }
      } _: { database in
        try await Town.with(database) { town in
          try await town.setFolders()
          try await town.setClock(Instant(rfc3339: "2026-12-08T12:00:00+01:00")!)
          return try await body(town)
        }
      }
    }
  }
}
