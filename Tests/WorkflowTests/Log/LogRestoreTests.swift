import EST
import Foundation
import LocalCluster
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

extension LogTests {
  /// A dump read back on a server whose transaction numbers are smaller.
  @Suite struct Restore {
    @Test func `a restored log refuses to go on until it is set up, and then goes on`() async throws {
      try await LogWorld.run { log in
        // The numbers of a server that has been at work for a while.
        try await log.database.session(deadline: .seconds(60)) { session in
          try session.script(
            """
            do $$ begin for n in 1 .. 5000 loop perform pg_current_xact_id(); commit; end loop; end $$
            """)
        }
        try await log.database.transaction { session in try session.bear() }
        try await log.settle()
        // This one has no head yet.
        try await log.database.transaction { session in try session.bear() }
        let cluster = try await TestCluster.another { $0.extensions = ["postgis"] }
        let conninfo = try cluster.conninfo()
        try restore(log.database.conninfo, into: conninfo)

        let restored = Database(conninfo)
        let there = LogWorld(world: World(restored))
        await #expect { try await there.engine.check() } throws: { isLogBehind($0) }
        await #expect { try await restored.transaction { session in try session.bear() } } throws: {
          isLogBehind($0)
        }
        await #expect {
          try await restored.transaction { session in _ = try LogStore(session, World.code).seal() }
        } throws: { isLogBehind($0) }
        let before = try await log.report()
        #expect(before.isIntact && before.unsealedRows == 1)

        for _ in 0..<2 { try await SchemaSetup().run(restored) }
        try await there.engine.check()
        try await restored.transaction { session in try session.bear() }
        let made = try await there.settle()
        #expect(made.map(\.rows) == [2] && made.first?.number == before.heads + 1)
        let after = try await there.report()
        #expect(after.isIntact && after.rows == before.rows + 1 && after.unsealedRows == 0)
        #expect(try await there.everyRowHasOneHead())
        await restored.close()
        try await cluster.stop()
      }
    }

    private func restore(_ source: String, into target: String) throws {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = [
        "-ec",
        """
        pg_dump --schema=est --no-owner --dbname "$1" |
          psql --quiet --no-psqlrc --single-transaction --set=ON_ERROR_STOP=1 --dbname "$2" >/dev/null
        """,
        "restore", source, target,
      ]
      try shell.run()
      shell.waitUntilExit()
      try #require(shell.terminationStatus == 0)
    }
  }
}

private func isLogBehind(_ error: any Error) -> Bool {
  switch StoreError(error) ?? (error as? UseCaseError)?.store {
  case .schema(.logIsBehind): true
  default: false
  }
}

extension UseCaseError {
  fileprivate var store: StoreError? {
    if case .store(let error) = self { return error }
    return nil
  }
}
