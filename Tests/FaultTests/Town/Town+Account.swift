import EST
import Foundation
import Postgres
import TestSupport
import Testing

extension Town {
  /// All that a life has left on record, but for ids and times: a line a row, sorted. Two lives that came to the same say
  /// the same.
  func account() async throws -> [String] {
    try await database.transaction { session in
      try session.rows(
        """
        with subject as (
          select i.municipality, i.id, concat_ws(' ', g.name, i.machine, c.label) as name
          from est.instance i join est.est_group g on (g.municipality, g.id) = (i.municipality, i.group_id)
            left join est.cycle c on (c.municipality, c.id) = (i.municipality, i.id))
        select concat_ws(' ', 'log', s.name, l.revision, l.from_state, l.event, l.to_state, l.reason) as line
        from est.transition_log l join subject s on s.id = l.instance_id
        union all
        select concat_ws(' ', 'notice', s.name, n.revision, n.kind, p.login, n.detail)
        from est.notice n join subject s on s.id = n.instance_id join est.participant p on p.id = n.participant_id
        union all
        select concat_ws(' ', 'timer', s.name, t.event, t.due)
        from est.timer t join subject s on s.id = t.instance_id
        union all
        select concat_ws(' ', 'refusal', s.name, r.event, r.due, r.reason)
        from est.refusal r join subject s on s.id = r.instance_id
        union all
        select concat_ws(' ', 'outbox', o.kind, s.name, o.payload->>'notice', o.payload->>'revision',
          (select p.login from est.participant p where p.id = (o.payload->>'participant')::uuid), o.payload->>'version', o.payload->>'format', o.state,
          (select count(*) from est.outbox_attempt a
            where (a.municipality, a.outbox_id, a.outcome) = (o.municipality, o.id, 'delivered')))
        from est.outbox o
          join subject s on s.id = coalesce(o.payload->>'instance', o.payload->>'cycle')::uuid
        union all
        select concat_ws(' ', 'occurrence', g.name, e.label, e.expected, e.outcome, e.state,
          (select count(*) from est.occurrence_move m
            where (m.municipality, m.group_id, m.label) = (e.municipality, e.group_id, e.label)))
        from est.occurrence e join est.est_group g on (g.municipality, g.id) = (e.municipality, e.group_id)
        union all
        select concat_ws(' ', 'picture', s.name, v.version, v.adopted_at is not null)
        from est.picture v join subject s on s.id = v.cycle_id
        union all
        select concat_ws(' ', 'coverage', s.name, u.name, v.status)
        from est.coverage v join subject s on s.id = v.cycle_id join est.unit u on u.id = v.unit_id
        union all
        select concat_ws(' ', 'report', k.number, s.name, i.review, i.late)
        from est.incident i join est.incident_key k on (k.municipality, k.id) = (i.municipality, i.id)
          left join subject s on s.id = i.cycle_id
        order by 1
        """
      ) { try $0.get("line") }
    }
  }

  /// How many of a kind of line there are.
  func count(_ sql: SQL) async throws -> Int {
    try await database.transaction { session in try session.one(sql) }
  }

  /// Waits for what the database alone can tell; a query that says true.
  func until(
    _ condition: SQL, within limit: Duration = .seconds(60), _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let end = ContinuousClock.now + limit
    while try await !database.session({ session in try session.one(condition, as: Bool.self) }) {
      try #require(ContinuousClock.now < end, "\(what)", sourceLocation: sourceLocation)
      // The server is not to be kept busy by being asked.
      _ = try await database.session { session in try session.execute("select pg_sleep(0.02)") }
    }
  }

  /// Waits until the server has noticed that a killed worker is gone, and has undone what it had begun.
  func untilNoWorkerIsHeard() async throws {
    try await until(
      """
      select not exists (select from pg_stat_activity
        where datname = current_database() and application_name = 'est-worker')
      """, "the server keeps the session of a worker that is gone")
  }

  /// Whether anything that is due is left undone.
  func isAtRest() async throws -> Bool {
    try await database.transaction { session in
      try session.one(
        """
        select not exists (select from est.timer where due <= est.clock())
          and not exists (select from est.outbox where state in ('created', 'sending', 'temporary-failure'))
        """)
    }
  }

  /// Has workers do one round after the other until nothing is left, what a dead one had claimed included.
  /// - Returns: how many rounds that took.
  @discardableResult
  func finish(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int {
    for round in 1...5 {
      let outcome = try await Program.run(
        "est-worker", ["--once", "--log-format", "json"], ["DATABASE_URL": database.conninfo])
      try #require(outcome.status == .exited(0), "\(outcome.err)", sourceLocation: sourceLocation)
      if try await isAtRest() { return round }
      // A claim runs out after five minutes.
      try await advance(minutes: 6)
    }
    Issue.record("the workers do not come to rest", sourceLocation: sourceLocation)
    return 5
  }

  /// Lets the time pass after which a worker clears away what a dead one was writing.
  private func sweep() async throws {
    for folder in [post, pictures] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(".") {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -7_200)],
          ofItemAtPath: folder.appending(path: name).path)
      }
    }
    _ = try await engine.sweepFiles()
  }

  /// The log is whole; each mail and each file is there, whole, and nothing beside them.
  func checkWholeness(
    _ comment: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let words = Comment(rawValue: comment())
    let report = try await engine.verifyLog(
      .init(identity: .worker, municipality: Town.code, key: UUID()))
    #expect(report.isIntact, words, sourceLocation: sourceLocation)

    try await sweep()
    let left = try await database.transaction { session in
      try session.rows("select kind, key from est.outbox where state = 'delivered'") {
        (kind: try $0.get("kind", as: String.self), key: try $0.get("key", as: String.self))
      }
    }.filter { !departed.contains($0.key) }
    let mails = left.filter { $0.kind == "mail" }.map { "\($0.key).eml" }
    let posted = try FileManager.default.contentsOfDirectory(atPath: post.path)
    #expect(posted.sorted() == mails.sorted(), words, sourceLocation: sourceLocation)
    for name in posted {
      let text = try String(contentsOf: post.appending(path: name), encoding: .utf8)
      #expect(text.contains("Message-ID: <\(name.dropLast(4))@est>"), words, sourceLocation: sourceLocation)
    }

    // What is asked for again when it is adopted is written under the same name.
    let files = Set(
      left.filter { $0.kind == "file" }.map { $0.key.replacingOccurrences(of: ".adopted", with: "") })
    let written = try FileManager.default.contentsOfDirectory(atPath: pictures.path)
    #expect(written.count == files.count, words, sourceLocation: sourceLocation)
    for name in written {
      let data = try Data(contentsOf: pictures.appending(path: name))
      let isWhole =
        switch name.split(separator: ".").last {
        case "json": (try? JSONSerialization.jsonObject(with: data)) != nil
        case "html": String(decoding: data.suffix(16), as: UTF8.self).contains("</html>")
        default: data.last == UInt8(ascii: "\n")
        }
      #expect(isWhole, "\(name)", sourceLocation: sourceLocation)
    }
    let attempts = try await count(
      """
      select count(*) from est.outbox o where attempts <> (select count(*) from est.outbox_attempt a
        where (a.municipality, a.outbox_id) = (o.municipality, o.id))
      """)
    #expect(attempts == 0, words, sourceLocation: sourceLocation)
  }
}
