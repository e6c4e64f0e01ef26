import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

extension LogTests {
  /// The log's owner, who can lift every guard of the database, changes it; verifying names each change.
  @Suite struct Edits {
    /// Named, or not.
    private struct Outcome: Sendable {
      let kind: String
      let missed: [Forgery.Named]
    }

    @Test func `every edit by the owner is named`() async throws {
      let count = Seed.full ? 1_000 : 60
      try await LogWorld.run { log in
        let before = try await log.report()
        #expect(before.isIntact && before.unsealedRows == 0 && before.pictures == 1 && before.heads >= 6)
        let outcomes = try await log.database.rollingBack(deadline: .seconds(1_200)) { session in
          let witnesses = try LogTests.Edits.heads(session)
          var forger = try LogForger(session, Seed.generator(11))
          try session.liftGuards()
          let store = LogStore(session, World.code)
          let outcomes = try (0..<count).map { _ in
            let forgery = forger.next()
            return try session.undoing { session in
              for statement in forgery.statements { try session.execute(SQL(raw: statement)) }
              let report = try store.verify()
              let testimony = try store.compare(witnesses)
              let contradicted = zip(witnesses, testimony).filter { $0.1 != .fits }.map(\.0.number)
              return Outcome(
                kind: forgery.kind,
                missed: forgery.named.filter { !report.names($0) && !contradicted.names($0) }
                  + (report.isIntact && contradicted.isEmpty ? [.picture] : []))
            }
          }
          // Nothing but the edits was found: with all of them undone the log is as it was.
          let intact = try session.undoing { _ in try store.verify().isIntact }
          #expect(intact)
          return outcomes
        }
        let found = outcomes.filter(\.missed.isEmpty).count
        let kinds = Dictionary(grouping: outcomes) { $0.kind.prefix { $0 != " " } }.mapValues(\.count)
        print("log edits: \(found) of \(count) named; \(kinds.sorted { $0.key < $1.key })")
        for outcome in outcomes where !outcome.missed.isEmpty {
          Issue.record("\(outcome.kind): \(outcome.missed) not named")
        }
        #expect(found == count)
      }
    }

    /// As the worker's journal keeps them.
    static func heads(_ session: Session) throws -> [LogWitness] {
      try session.rows("select number, encode(hash, 'hex') as hash from est.log_head order by number") {
        LogWitness(number: try $0.get("number"), hash: try $0.get("hash"))
      }
    }
  }
}

extension LogReport {
  fileprivate func names(_ named: Forgery.Named) -> Bool {
    switch named {
    case .row(let instance, let revision):
      brokenRows.contains { $0.instance == instance && ($0.revision...$0.last).contains(revision) }
    case .head(let number): brokenHeads.contains { $0.number == number }
    case .picture: !brokenPictures.isEmpty
    case .witness: false
    }
  }
}

extension [Int] {
  fileprivate func names(_ named: Forgery.Named) -> Bool {
    if case .witness(let number) = named { contains(number) } else { false }
  }
}
