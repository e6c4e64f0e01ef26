import EST
import Foundation
import Persistence
import Postgres
import Subprocess
import Synchronization
import TestSupport
import Testing

extension Faults {
  /// Commands whose COMMIT does not reach the server, or whose answer does not come back.
  @Suite struct LostReplyTests {
    @Test(.timeLimit(.minutes(20))) func theSameCommandUnderTheSameKeyIsDoneOnce() async throws {
      var random = Seed.generator(303)
      let struck =
        Seed.full
        ? Set(Said.all.indices) : Set(Said.all.indices.shuffled(using: &random).prefix(8))
      var tally = Tally()
      try await Town.at(.overdue) { undisturbed in
        try await Self.prepare(undisturbed)
        try await Town.at(.overdue) { town in
          try await Self.prepare(town)
          for (index, said) in Said.all.enumerated() {
            try await Self.say(said, in: undisturbed)
            if struck.contains(index) {
              try await Self.sayUnderFaults(said, in: town, &tally)
            } else {
              try await Self.say(said, in: town)
            }
            let found = differences(try await town.rows(), from: try await undisturbed.rows())
            #expect(found.isEmpty, "\(said.words), EST_SEED=\(Seed.current): \(found)")
          }
          let found = differences(try await town.account(), from: try await undisturbed.account())
          #expect(found.isEmpty, "EST_SEED=\(Seed.current): \(found)")
        }
      }
      print(
        "\(struck.count) commands under \(tally.faults) faults at COMMIT; exit statuses \(tally.statuses.sorted { $0.key < $1.key })"
      )
    }

    private struct Tally {
      var faults = 0
      var statuses: [String: Int] = [:]
    }

    /// Lets the participants connect as themselves, and gives `outbox retry` something that has failed for good.
    private static func prepare(_ town: Town) async throws {
      for login in [Town.coordinator, Town.police, Town.warden, Town.parks] {
        try await TestDatabase.administer(town.database) { session in
          let isThere: Bool = try session.one("select exists (select from pg_roles where rolname = \(login))")
          if !isThere { try session.execute("create role \(identifier: login) login") }
          try session.execute("select est.follow_roles('2480', \(login))")
        }
      }
      try await town.database.transaction { session in
        try session.execute(
          """
          insert into est.outbox (municipality, id, kind, key, requested_at, next_attempt, payload)
          select '2480', gen_random_uuid(), 'mail', 'nobody.' || n, est.clock(), est.clock(),
            jsonb_build_object('instance', (select id from est.cycle where label = '2026-W47'))
          from generate_series(1, 3) n
          """)
      }
      try await town.finish()
    }

    private static func say(_ said: Said, in town: Town) async throws {
      let outcome = try await run(
        said, try await TestDatabase.conninfo(town.database, user: said.login), UUID())
      try #require(outcome.status == .exited(0), "\(said.words): \(outcome.err)")
    }

    private static func run(_ said: Said, _ conninfo: String, _ key: UUID) async throws -> Program.Outcome {
      try await Program.run(
        "est", said.words + ["--json", "--key", key.uuidString], ["DATABASE_URL": conninfo])
    }

    /// Says it again and again under one key: the first COMMIT does not arrive, then the second, until there is none
    /// more; then the first is answered by silence, and so on; and once more at the end.
    private static func sayUnderFaults(_ said: Said, in town: Town, _ tally: inout Tally) async throws {
      let key = UUID()
      let conninfo = try await TestDatabase.conninfo(town.database, user: said.login)
      for kind in [Interference.Kind.requestCut, .replyLost] {
        for number in 1...10 {
          let interference = Interference(kind, number)
          let proxy = try WireProxy(conninfo, interference.judge)
          let outcome = try await run(said, proxy.conninfo, key)
          proxy.stop()
          guard interference.hasStruck else {
            #expect(outcome.status == .exited(0), "\(said.words): \(outcome.err)")
            break
          }
          tally.faults += 1
          tally.statuses["\(kind) \(outcome.status)", default: 0] += 1
          // It is not known whether it is done; or it is, by a repetition of its own.
          #expect(
            outcome.status == .exited(74) || outcome.status == .exited(0),
            "\(said.words) \(kind) \(number): \(outcome.status) \(outcome.err)")
        }
      }
      let last = try await run(said, conninfo, key)
      #expect(last.status == .exited(0), "\(said.words): \(last.err)")
    }
  }
}

/// What a participant says on a command line.
private struct Said: Sendable {
  let login: String
  let words: [String]

  private static func by(_ login: String, _ words: String...) -> Said { Said(login: login, words: words) }

  /// A week's, in their order, from the Tuesday on which it is met about.
  static let all: [Said] = [
    by(Town.warden, "incident", "add", "--category", "vandalism", "--at", "2026-11-23T20:00"),
    by(
      Town.warden, "incident", "amend", "2026-3", "--because", "fel kategori", "--category",
      "vandalism/klotter"),
    by(Town.coordinator, "incident", "review", "--accept", "2026-2"),
    by(Town.police, "report", "nothing", "--week", "2026-W48"),
    by(Town.coordinator, "cycle", "recompile", "--week", "2026-W47"),
    by(
      Town.coordinator, "problem", "identify", "Klotter vid torget", "--week", "2026-W47", "--category",
      "vandalism",
      "--report", "2026-1"),
    by(Town.coordinator, "problem", "prioritise", "2026-1", "--score", "common=3"),
    by(Town.coordinator, "meeting", "start", "--week", "2026-W47"),
    by(
      Town.coordinator, "meeting", "attend", "--week", "2026-W47", "--organisation", "Polisen", "--function",
      "samordning"),
    by(Town.coordinator, "meeting", "adopt", "--week", "2026-W47"),
    by(Town.coordinator, "meeting", "prioritise", "2026-1", "--week", "2026-W47"),
    by(Town.coordinator, "meeting", "decide", "Orsaksanalys påbörjas i dag.", "--week", "2026-W47"),
    by(Town.coordinator, "meeting", "conclude", "--week", "2026-W47"),
    by(Town.coordinator, "analysis", "start", "2026-1"),
    by(
      Town.coordinator, "analysis", "evidence", "2026-1", "Fyra av sju lampor var släckta.", "--source",
      "rond"),
    by(
      Town.coordinator, "analysis", "cause", "2026-1", "Gångvägen är mörk.", "--bone", "plats", "--evidence",
      "1",
      "--strength", "strong", "--influence", "yes"),
    by(Town.coordinator, "analysis", "sign", "2026-1"),
    by(Town.police, "analysis", "sign", "2026-1"),
    by(Town.coordinator, "action", "propose", "Tända gångvägen", "--problem", "2026-1", "--cause", "1"),
    by(
      Town.coordinator, "action", "decide", "2026-1", "--owner", "Gator och parker", "--function",
      "samordning",
      "--due", "2026-11-27", "--goal", "Alla lampor lyser."),
    by(Town.coordinator, "problem", "begin-action", "2026-1", "--follow-up", "2026-12-01T09:00"),
    by(Town.coordinator, "outbox", "retry"),
    by(Town.coordinator, "cycle", "close", "--week", "2026-W48"),
    by(Town.coordinator, "cycle", "compile", "--week", "2026-W48"),
    by(
      Town.coordinator, "cycle", "move-meeting", "--week", "2026-W49", "--to", "2026-12-09T09:00",
      "--because", "kurs"),
    by(Town.coordinator, "cycle", "skip", "--week", "2026-W50", "--because", "lov"),
  ]
}

/// Breaks the connection at one COMMIT.
private final class Interference: Sendable {
  enum Kind: Sendable {
    /// Before it reaches the server.
    case requestCut
    /// When the server has carried it out.
    case replyLost
  }

  private let kind: Kind
  private let number: Int
  private let state = Mutex((count: 0, hasStruck: false))

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  var hasStruck: Bool { state.withLock(\.hasStruck) }

  func judge(_ message: Passing, _: WireProxy.Line) -> Verdict {
    switch (kind, message) {
    case (.requestCut, .statement("COMMIT")), (.replyLost, .answer("COMMIT")):
      return state.withLock { state in
        state.count += 1
        guard state.count == number else { return .pass }
        state.hasStruck = true
        return .cut(afterIt: false)
      }
    default: return .pass
    }
  }
}

extension Town {
  /// How many rows each table has, but for what workers say of themselves.
  fileprivate func rows() async throws -> [String] {
    try await database.transaction { session in
      let tables = try session.rows(
        """
        select relname from pg_class where relnamespace = 'est'::regnamespace and relkind in ('r', 'p')
          and not relispartition and relname <> all('{worker,lease,log_head}') order by 1
        """
      ) { try $0.get("relname", as: String.self) }
      return try tables.map { table in
        let count = try session.one("select count(*) from est.\(identifier: table)", as: Int.self)
        return "\(table) \(count)"
      }
    }
  }
}
