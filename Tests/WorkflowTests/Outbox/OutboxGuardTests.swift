import EST
import Foundation
import Persistence
import Postgres
import Schema
import TestSupport
import Testing

@testable import Workflow

/// The database refuses what the outbox does not know, whoever says it.
@Suite struct OutboxGuardTests {
  /// Every pair of states, as a plain statement that does all that the change takes.
  @Test func theDatabaseAndTheProgramKnowTheSameChanges() async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      var tried = 0
      for from in OutboxState.allCases {
        for to in OutboxState.allCases {
          let violated = try await world.attempt(from, to, id)
          let isRefused = violated != nil
          #expect(isRefused != from.mayBecome(to), "\(from) to \(to): \(violated ?? "taken")")
          if let violated { #expect(violated == "outbox_change_is_listed", "\(from) to \(to)") }
          tried += 1
        }
      }
      print("outbox: \(tried) changes of state tried in Swift and in PostgreSQL")
      #expect(tried == 36)
    }
  }

  @Test(arguments: [
    ("delete from est.outbox", "outbox_is_append_only"),
    ("truncate est.outbox cascade", "outbox_is_append_only"),
    ("update est.outbox set payload = '{}'", "outbox_stays_what_it_is"),
    ("update est.outbox set key = 'a'", "outbox_stays_what_it_is"),
    ("update est.outbox set requested_at = now()", "outbox_stays_what_it_is"),
    ("update est.outbox set attempts = 1, claimed_at = now()", "outbox_change_is_listed"),
    ("update est.outbox set state = 'sending', claimed_at = now()", "attempts_only_count_up"),
    ("update est.outbox set state = 'sending', attempts = 2, claimed_at = now()", "attempts_only_count_up"),
    ("update est.outbox set state = 'sending', attempts = 1", "attempts_only_count_up"),
    (
      "insert into est.outbox_attempt values ('2480', 'ID', 1, now(), now(), 'gone', 'x')",
      "attempt_outcome_known"
    ),
    (
      "insert into est.outbox_attempt values ('2480', 'ID', 0, now(), now(), 'unknown', 'x')",
      "attempts_count_from_one"
    ),
    (
      "insert into est.outbox_attempt values ('2480', 'ID', 1, now(), now(), 'delivered', 'x')",
      "failure_has_cause"
    ),
    ("insert into est.outbox_attempt values ('2480', 'ID', 1, now(), now(), 'unknown')", "failure_has_cause"),
    (
      "insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload) values "
        + "('2480', gen_random_uuid(), 'mail', E'a\\nBcc: b', now(), now(), '{}')", "mail_key_is_message_id"
    ),
    (
      "insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload, state) values "
        + "('2480', gen_random_uuid(), 'file', 'a', now(), now(), '{}', 'delivered')", "attempts_are_counted"
    ),
    (
      "insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload, state, attempts, "
        + "claimed_at) values ('2480', gen_random_uuid(), 'file', 'a', now(), now(), '{}', 'delivered', 1, now())",
      "attempts_are_counted"
    ),
    ("update est.outbox_move set to_state = 'created'", "outbox_move_is_append_only"),
  ])
  func aPlainStatementIsRefused(_ statement: String, _ rule: String) async throws {
    try await World.run { world in
      let id = try await world.post(1)[0]
      let text = statement.replacing("ID", with: id.uuidString)
      #expect(try await world.violated { session in try session.script(text) } == rule)
    }
  }

  /// What is claimed is left by its own attempt's record alone; what is dead, by somebody who asked.
  @Test func noChangeWithoutItsRecord() async throws {
    try await World.run { world in
      let ids = try await world.post(2)
      try await world.clock(World.beforeMeeting)
      _ = try await world.engine.claimDue(limit: 2)
      for (update, rule) in [
        ("state = 'delivered'", "attempt_is_on_record"),
        ("state = 'sending', attempts = attempts + 1", "attempt_is_on_record"),
      ] {
        let violated = try await world.violated { session in
          try session.script("update est.outbox set \(update)")
        }
        #expect(violated == rule)
      }
      let record = """
        insert into est.outbox_attempt select municipality, id, attempts, claimed_at, now(), 'temporary-failure', 'x'
        from est.outbox
        """
      let other = try await world.violated { session in
        try session.script("\(record); update est.outbox set state = 'delivered'")
      }
      #expect(other == "state_is_as_attempt_ended")
      let dead = try await world.violated { session in
        try session.script(
          """
          \(record); update est.outbox set state = 'temporary-failure';
          update est.outbox set state = 'created', attempts_before = attempts
          """)
      }
      #expect(dead == "retry_is_on_record")
      let twice = try await world.violated { session in
        try session.script(
          """
          insert into est.outbox_attempt select municipality, id, n, claimed_at, now(), 'delivered'
          from est.outbox, generate_series(1, 2) n
          """)
      }
      #expect(twice == "delivered_once")
      #expect(try await world.line(ids[0]).state == .sending)
    }
  }

  /// What stood in the outbox before attempts were kept goes on from where it was.
  @Test func anEarlierOutboxIsTakenOver() async throws {
    let all = Migration.all
    let setup = SchemaSetup()
    let before = SchemaSetup(migrations: all.filter { $0.number < 10 }, machines: setup.machines)
    try await TestDatabase.empty(postgis: true) { database in
      try await before.run(database, trial: true)
      try await database.transaction { session in
        try session.script(
          """
          insert into est.municipality (municipality, name) values ('2480', 'Umeå');
          insert into est.outbox (municipality, id, kind, key, state, attempts, next_attempt, payload, error)
          select '2480', gen_random_uuid(), 'mail', 'k' || s || a, s, a, now(), '{}', e
          from (values ('created', 0, null), ('created', 3, null), ('sending', 1, null), ('sending', 4, null),
            ('delivered', 2, null), ('temporary-failure', 1, '451'), ('permanent-failure', 12, '550'),
            ('technical-failure', 1, 'x')) v(s, a, e);
          """)
      }
      try await setup.run(database)
      try await database.transaction { session in
        let left = try session.rows("select state, attempts, recorded from est.outbox order by key") {
          "\(try $0.get("state", as: String.self)) \(try $0.get("attempts", as: Int.self)) "
            + "\(try $0.get("recorded", as: Int?.self) ?? 0)"
        }
        #expect(
          left == [
            "created 0 0", "sending 3 2", "delivered 2 2", "permanent-failure 12 12", "sending 1 0",
            "sending 4 3", "technical-failure 1 1", "temporary-failure 1 1",
          ])
        let code = MunicipalityCode("2480")!
        let store = OutboxStore(session)
        #expect(try store.counts(of: code) == OutboxCounts(waiting: 5, failed: 2))
        let now = try ClockStore(session).now()
        let claimed = try store.claim(try store.due(at: now, limit: 10), at: now, until: now)
        #expect(claimed.map(\.attempt).sorted() == [1, 2, 2, 4, 5])
        for item in claimed { #expect(try store.record(.delivered, of: item, at: now)) }
        #expect(try store.counts(of: code) == OutboxCounts(waiting: 0, failed: 2))
      }
    }
  }
}

extension World {
  /// Puts the item into a state by the superuser's hand, and says the change with every record that it takes.
  /// - Returns: the rule that refuses it. Nothing is kept.
  fileprivate func attempt(_ from: OutboxState, _ to: OutboxState, _ id: UUID) async throws -> String? {
    try await TestDatabase.administer(database) { session in
      let outcome = [.created, .sending].contains(to) ? "unknown" : to.rawValue
      defer { try? session.script("rollback") }
      do {
        try session.script(
          """
          begin;
          set local session_replication_role = replica;
          update est.outbox set state = '\(from.rawValue)', attempts = 2, attempts_before = 0, claimed_at = now();
          insert into est.outbox_attempt select municipality, id, 1, now(), now(), 'unknown', 'x' from est.outbox;
          set local session_replication_role = origin;
          insert into est.outbox_attempt select municipality, id, 2, now(), now(), '\(outcome)',
            \(to == .delivered ? "null" : "'x'") from est.outbox;
          insert into est.outbox_retry select o.municipality, o.id, 2, now(), p.id
            from est.outbox o, est.participant p where p.login = '2480_samordnare';
          update est.outbox set state = '\(to.rawValue)', attempts = attempts + \(to == .sending ? 1 : 0),
            attempts_before = \(to == .created ? "attempts" : "attempts_before"),
            next_attempt = next_attempt + interval '1 second', claimed_at = now() + interval '1 second';
          """)
        return nil
      } catch let error as PostgresError {
        return error.constraintName ?? "\(error)"
      }
    }
  }
}
