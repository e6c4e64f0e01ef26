import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Testing
import Workflow

/// A municipality with its group, two units that report and one coordinator, in a database and with folders of its own.
struct Town: Sendable {
  let database: Database
  let engine: Engine
  /// Where mail is put to be looked at, and where pictures are exported.
  let post: URL
  let pictures: URL
  /// The keys of what had left before, to where nobody looks any more.
  let departed: Set<String>

  static let code = MunicipalityCode("2480")!
  static let coordinator = "2480_samordnare"
  static let police = "2480_kommunpolis"
  static let warden = "2480_vard"
  static let parks = "2480_park"

  /// Runs `body` in a copy of the town as it stands at the moment, its clock set to it, and nothing of it done.
  static func at<T>(
    _ moment: Moment, isolation: isolated (any Actor)? = #isolation, _ body: (Town) async throws -> T
  ) async throws -> T {
    let build: @Sendable (Database) async throws -> Void = { database in
      try await with(database) { town in
        try await town.settle()
        var lived: [Moment] = []
        var earlier = moment.before
        while let before = earlier {
          lived.insert(before, at: 0)
          earlier = before.before
        }
        for moment in lived { try await town.live(moment) }
      }
    }
    return try await TestDatabase.prepared("town-\(moment)", build: build) { database in
      try await with(database) { town in
        try await town.setFolders()
        try await town.setClock(moment.time)
        return try await body(town)
      }
    }
  }

  /// The town in a database, with folders that are gone afterwards.
  static func with<T>(
    _ database: Database, isolation: isolated (any Actor)? = #isolation, _ body: (Town) async throws -> T
  ) async throws -> T {
    let folder = try Scratch.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let town = Town(
      database: database, engine: Engine(database, isPrivate: true), post: folder.appending(path: "post"),
      pictures: folder.appending(path: "pictures"), departed: try await departed(from: database))
    for folder in [town.post, town.pictures] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    return try await body(town)
  }

  private static func departed(from database: Database) async throws -> Set<String> {
    try await database.transaction { session in
      guard try session.one("select to_regclass('est.outbox') is not null", as: Bool.self) else { return [] }
      return Set(try session.rows("select key from est.outbox") { try $0.get("key", as: String.self) })
    }
  }

  func setFolders(of code: MunicipalityCode = Town.code) async throws {
    let (post, pictures) = (post.path, pictures.path)
    try await speak(in: code) { desk in
      _ = try desk.set(.mail, to: "folder:\(post)")
      _ = try desk.set(.exportFolder, to: pictures)
    }
  }

  func setClock(_ time: Instant) async throws { _ = try await engine.setClock { _ in time } }

  func advance(minutes: Int) async throws { _ = try await engine.setClock { $0.advanced(minutes: minutes) } }

  /// Speaks as a participant, or as the administrator, in one transaction.
  @discardableResult
  func speak<T: Sendable>(
    as login: String? = nil, in code: MunicipalityCode = Town.code, key: UUID = UUID(),
    _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> T {
    let identity = login.map { Caller.Identity.login($0) } ?? .connection
    return try await engine.run(Caller(identity: identity, municipality: code, key: key), body)
  }

  /// What the worker does at a moment, done in this process; and what the participants have done before it.
  private func live(_ moment: Moment) async throws {
    if moment == .remind {
      try await setClock(Instant(rfc3339: "2026-11-19T08:00:00+01:00")!)
      for hour in [1, 5] { try await report(hoursAgo: hour) }
    }
    if moment == .compile {
      try await speak(as: Town.coordinator) { desk in _ = try desk.review(["2026-1"], accept: true) }
    }
    try await setClock(moment.time)
    _ = try await engine.round()
    let deliveries = try await engine.deliverDue(Mailer { _, _, _ in .signaled })
    try #require(deliveries.total == deliveries.delivered)
  }

  @discardableResult
  func report(
    as login: String = Town.warden, hoursAgo: Int = 1, key: UUID = UUID()
  ) async throws -> AddedIncident {
    try await speak(as: login, key: key) { desk in
      let start = desk.now.advanced(minutes: -60 * hoursAgo)
      return try desk.addIncident(IncomingReport(category: CategoryCode(main: "vandalism"), from: start))
    }
  }

  /// Sets the schema and the municipality up; nothing is planned.
  func settle(groups: [String] = ["Centrum"]) async throws {
    try await SchemaSetup().run(database, trial: true)
    try await setClock(Moment.plan.time)
    try await settle(Town.code, name: "Umeå", groups: groups)
  }

  /// Sets up one municipality more, whose groups report and meet like those of the first.
  func settle(_ code: MunicipalityCode, name: String, groups: [String]) async throws {
    _ = try await engine.addMunicipality(code, name: name, provenance: .sample)
    try await setFolders(of: code)
    try await speak(in: code) { desk in
      let organisations: [(String, OrganisationKind, String)] = [
        ("Polisen", .police, "Lokalpolisområdet"), ("Bostadsbolaget", .company, "Kvartersvärdarna"),
        ("Gator och parker", .municipal, ""),
      ]
      var byName: [String: Organisation] = [:]
      for (name, kind, _) in organisations {
        byName[name] = try desk.addOrganisation(name, kind: kind).organisation
      }
      let people: [(String, String, [GroupRole])] = [
        (Town.coordinator, "Gator och parker", [.coordinator]),
        (Town.police, "Polisen", [.policeLead, .participant, .reporter]),
        (Town.warden, "Bostadsbolaget", [.reporter]), (Town.parks, "Gator och parker", [.participant]),
      ]
      for (index, name) in groups.enumerated() {
        var changes = GroupChanges()
        changes.reminders = [24 * 60, 3 * 60]
        let group = try desk.addGroup(name, changes).group
        for (organisation, _, unit) in organisations where !unit.isEmpty {
          _ = try desk.addUnit(
            index == 0 ? unit : "\(unit) \(name)", of: byName[organisation]!, in: group, isExpected: true)
        }
        for (login, organisation, roles) in people {
          _ = try desk.addParticipant(
            login: login.replacing("\(Town.code)_", with: "\(code)_"), organisation: byName[organisation]!,
            function: "samordning",
            address: "\(login)@example.org", roles: roles, in: group)
        }
      }
    }
  }
}
