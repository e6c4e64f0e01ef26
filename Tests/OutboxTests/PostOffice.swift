import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing

@testable import Workflow

/// A municipality whose outbox is full of mail, and what the database knows of it afterwards.
struct PostOffice: Sendable {
  let database: Database
  let engine: Engine
  let home: String

  static let code = MunicipalityCode("2480")!

  /// Runs a test in a database and a folder of its own.
  static func run(_ body: (PostOffice) async throws -> Void) async throws {
    let home = "/tmp/est-post-\(UUID().uuidString.prefix(8).lowercased())"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let build: @Sendable (Database) async throws -> Void = { database in
      try await SchemaSetup().run(database, trial: true)
      let engine = Engine(database, isPrivate: true)
      _ = try await engine.setClock { _ in Instant(rfc3339: "2026-11-17T07:00:00+01:00")! }
      _ = try await engine.addMunicipality(code, name: "Umeå")
      try await engine.run(Caller(key: UUID())) { desk in
        let group = try desk.addGroup("Centrum", GroupChanges()).group
        _ = try desk.addParticipant(
          login: "2480_samordnare", organisation: nil, function: "samordnare",
          address: "samordning@example.org", roles: [.coordinator], in: group)
        _ = try desk.set(.sender, to: "est@example.org")
      }
      _ = try await engine.round()
    }
    try await TestDatabase.prepared("post-office", build: build) { database in
      try await body(PostOffice(database: database, engine: Engine(database, isPrivate: true), home: home))
    }
  }

  /// Asks for so many mails about the first period, each to an address of its own.
  /// - Returns: their Message-IDs.
  func ask(_ count: Int, by program: String) async throws -> Set<String> {
    let caller = Caller(key: UUID())
    try await engine.run(caller) { desk in _ = try desk.set(.mail, to: program) }
    var ids: Set<String> = []
    for start in stride(from: 0, to: count, by: 1_000) {
      let asked = try await engine.run(caller, deadline: .seconds(120)) { desk in
        let cycle = try desk.cycles.all(of: try desk.group().id).first!
        let requests = try (start..<min(start + 1_000, count)).map { number in
          try OutboxRequest.mail(
            .periodOpen, of: PostOffice.code, id: desk.newIDForOutbox(), instance: cycle.id.uuid, revision: 1,
            detail: cycle.period.label, to: desk.newID(), address: "enhet\(number)@example.org", at: desk.now)
        }
        try desk.outbox.request(requests)
        return requests.map { "<\($0.key)@est>" }
      }
      ids.formUnion(asked)
    }
    return ids
  }

  func askForFile() async throws {
    try await engine.run(Caller(key: UUID())) { desk in
      _ = try desk.set(.exportFolder, to: "/proc/est")
      try desk.outbox.request(
        .file, PostOffice.code, id: desk.newIDForOutbox(), key: "bild", payload: "{}", at: desk.now)
    }
  }

  func advance(minutes: Int) async throws { _ = try await engine.setClock { $0.advanced(minutes: minutes) } }

  /// An item as it stands at the end.
  struct Row: Sendable {
    let messageID: String
    let state: OutboxState
    let attempts: Int
    /// How its attempts ended.
    let outcomes: [String]
  }

  func rows() async throws -> [Row] {
    try await database.transaction(deadline: .seconds(300)) { session in
      try session.rows(
        """
        select o.key, o.state, o.attempts,
          coalesce(string_agg(a.outcome, ' ' order by a.attempt), '') as outcomes
        from est.outbox o left join est.outbox_attempt a on (a.municipality, a.outbox_id) = (o.municipality, o.id)
        where o.kind = 'mail' group by o.municipality, o.id
        """
      ) {
        Row(
          messageID: "<\(try $0.get("key", as: String.self))@est>", state: try $0.get("state"),
          attempts: try $0.get("attempts"),
          outcomes: try $0.get("outcomes", as: String.self).split(separator: " ").map(String.init))
      }
    }
  }

  func waiting() async throws -> Int {
    try await database.transaction { session in try OutboxStore(session).counts(of: PostOffice.code).waiting }
  }

  /// How many notices tell of a failure.
  func failuresTold() async throws -> Int {
    try await database.transaction { session in
      try session.one("select count(*) from est.notice where kind = 'delivery-failed'")
    }
  }
}
