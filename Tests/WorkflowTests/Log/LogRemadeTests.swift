import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

extension LogTests {
  /// A log made anew from an edit on: every later hash is right again, so that nothing in the log itself tells.
  @Suite struct Remade {
    private struct Outcome: Sendable {
      /// By the heads, where only the chain was made anew.
      let byHeads: Bool
      /// By the adopted picture, where the heads were made anew as well; `nil` where its head is an earlier one.
      let byPicture: Bool?
      /// By the worker's journal, where the picture was changed too: the first head that differs is the edit's.
      let byJournal: Bool
      let isCleanWithoutWitness: Bool
    }

    @Test func `a log made anew is found against what kept its heads`() async throws {
      try await LogWorld.run { log in
        let outcomes = try await log.database.rollingBack(deadline: .seconds(600)) { session in
          let journal = try LogTests.Edits.heads(session)
          var forger = try LogForger(session, Seed.generator(12))
          let pictured: Int = try session.one("select log_head from est.picture where log_head is not null")
          try session.liftGuards()
          let store = LogStore(session, World.code)
          return try (0..<100).map { _ in
            try session.undoing { session in
              let row = forger.rows.randomElement(using: &forger.random)!
              try session.execute(
                SQL(
                  raw: "update est.transition_log set reason = coalesce(reason, '') || 'x' where \(row.key)"))
              try session.execute(SQL(raw: forger.rehash(row.instance, from: row.revision)))
              let chained = try session.undoing { _ in try store.verify() }
              let byHeads =
                chained.brokenRows.isEmpty && chained.brokenHeads.contains { $0.number == row.head }

              try session.remakeHeads(from: row.head)
              let headed = try session.undoing { _ in try store.verify() }
              #expect(headed.brokenRows.isEmpty && headed.brokenHeads.isEmpty)

              try session.execute(
                """
                update est.picture p set log_head_hash = (select h.hash from est.log_head h where h.number = p.log_head)
                where log_head is not null
                """)
              let all = try session.undoing { _ in try store.verify() }
              let first = zip(journal, try store.compare(journal)).first { $0.1 != .fits }?.0.number
              return Outcome(
                byHeads: byHeads, byPicture: pictured < row.head ? nil : !headed.brokenPictures.isEmpty,
                byJournal: first == row.head, isCleanWithoutWitness: all.isIntact)
            }
          }
        }
        let byHeads = outcomes.filter(\.byHeads).count
        let byPicture = outcomes.compactMap(\.byPicture)
        let found = byPicture.filter { $0 }.count
        let byJournal = outcomes.filter(\.byJournal).count
        // What the help says: remade with all that the database keeps, only a witness outside can tell.
        let clean = outcomes.filter(\.isCleanWithoutWitness).count
        print(
          """
          remade logs: \(byHeads) of 100 chains found by heads, \(found) of \(byPicture.count) with heads by the \
          picture, \(byJournal) of 100 with heads and pictures by the journal
          """)
        #expect(byHeads == 100 && byJournal == 100 && clean == 100)
        #expect(found > 0 && found == byPicture.count)
      }
    }
  }
}

extension Session {
  fileprivate func remakeHeads(from number: Int) throws {
    try script(
      """
      do $$
      declare
        h est.log_head;
        last est.log_head;
      begin
        for h in select * from est.log_head where number >= \(number) order by number loop
          select * into last from est.log_head where number = h.number - 1;
          update est.log_head set hash = est.log_head_hash(last.hash, h, (select string_agg(
              l.hash || int8send(l.written_in::text::bigint), '' order by l.instance_id, l.revision)
            from est.transition_log l where l.written_in >= coalesce(last.until, '0') and l.written_in < h.until))
          where number = h.number;
        end loop;
      end $$
      """)
  }
}
