import Foundation
import Glibc
import LocalCluster
import Persistence
import Postgres
import Subprocess
import Synchronization
import TestSupport
import Testing

extension Faults {
  /// A worker that is told to stop, and one that is there before its database.
  @Suite struct StopTests {
    @Test(.timeLimit(.minutes(30))) func aWorkerStopsAtAnyMoment() async throws {
      var random = Seed.generator(606)
      let expected = try await Town.at(.miss) { town in
        try await town.finish()
        return try await town.account()
      }
      var longest = Duration.zero
      let count = Seed.full ? 100 : 6
      for _ in 0..<count {
        let blow = Blow(
          side: .allCases.randomElement(using: &random)!, number: .random(in: 12...300, using: &random))
        let took = try await stop(blow, expecting: expected)
        longest = max(longest, took)
      }
      print("\(count) workers told to stop at random statements: the slowest stopped after \(longest)")
    }

    private func stop(_ blow: Blow, expecting expected: [String]) async throws -> Duration {
      try await Town.at(.miss) { town in
        let (told, telling) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
        let reaper = Reaper(blow, SIGTERM)
        let judge: WireProxy.Judge = { message, line in
          let verdict = reaper.judge(message, line)
          if case .signal = verdict { telling.yield(.now) }
          return verdict
        }
        let took = try await WireProxy.with(town.database, judge) { conninfo in
          let worker = WorkerProcess(["DATABASE_URL": conninfo])
          var start = ContinuousClock.now
          for await moment in told {
            start = moment
            break
          }
          let status = try await worker.ending()
          let took = ContinuousClock.now - start
          #expect(status == .exited(0) && took < .seconds(5), "\(blow): \(status) after \(took)")
          return took
        }
        try await town.finish()
        let found = differences(try await town.account(), from: expected)
        #expect(found.isEmpty, "\(blow), EST_SEED=\(Seed.current): \(found)")
        return took
      }
    }

    @Test(.timeLimit(.minutes(30))) func aWorkerWaitsForItsDatabase() async throws {
      let cluster = try await TestCluster.another { $0.extensions = ["postgis"] }
      let database = Database(try cluster.conninfo())
      try await Town.with(database) { town in
        try await town.settle()
        try await cluster.stop()
        let worker = WorkerProcess(["DATABASE_URL": database.conninfo])
        var waits = 0
        for await line in worker.lines where line.contains("waiting for the database") {
          waits += 1
          if waits == 2 { break }
        }
        #expect(waits == 2)
        try await cluster.start()
        try await town.until("select exists (select from est.cycle)", "the worker does not plan")
        let start = ContinuousClock.now
        let status = try await worker.end(.terminate)
        #expect(status == .exited(0) && ContinuousClock.now - start < .seconds(5))
      }
      await database.close()
      try await cluster.reset()
    }
  }
}
