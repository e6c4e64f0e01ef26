import EST
import Foundation
import Intake
import Persistence
import Postgres
import TestSupport

@testable import Workflow

/// A municipality to collect in: Umeå with one weekly group, the police and a housing company.
enum CollectionFixture {
  static let umea = MunicipalityCode("2480")!

  static func run<T>(_ body: (Engine) async throws -> T) async throws -> T {
    try await TestDatabase.prepared("collection") { database in
      try await SchemaSetup().run(database, trial: true)
      try await database.transaction { session in
        try build(session)
      }
    } _: { database in
      try await body(Engine(database, isPrivate: true))
    }
  }

  private static func build(_ session: Session) throws {
    var random = SystemRandomNumberGenerator()
    func id<S>() -> Identifier<S> { Identifier(at: Instant(seconds: 1_700_000_000), using: &random) }
    let municipalities = MunicipalityStore(session)
    _ = try municipalities.add(Municipality(code: umea, name: "Umeå", provenance: .real))
    try CategoryStore(session, umea).add(.default)
    let group = Group(id: id(), name: "Centrum", settings: .standard)
    try municipalities.save(group, in: umea)
    let people = PeopleStore(session, umea)
    let police = Organisation(id: id(), name: "Polisen", kind: .police)
    let housing = Organisation(id: id(), name: "Bostadsbolaget", kind: .company)
    for organisation in [police, housing] { try people.add(organisation) }
    for (name, organisation) in [("LPO Umeå", police), ("Kvartersvärdar", housing)] {
      try people.add(
        ReportingUnit(id: id(), organisation: organisation.id, group: group.id, name: name, isExpected: true))
    }
    let logins: [(String, OrganisationID?, [GroupRole])] = [
      ("2480_administrator", nil, [.administrator]), ("2480_worker", nil, [.worker]),
      ("2480_samordnare", nil, [.coordinator]), ("2480_kommunpolis", police.id, [.policeLead, .reporter]),
      ("2480_vard", housing.id, [.reporter]),
    ]
    for (login, organisation, roles) in logins {
      let participant = Participant(
        id: id(), login: login, organisation: organisation, function: login, address: nil)
      try people.add(participant)
      for role in roles { try people.grant(role, in: group.id, to: participant.id) }
    }
  }

  static func caller(_ login: String, at time: String = "2026-11-23T08:00:00+01:00") -> Caller {
    Caller(identity: .login("2480_\(login)"), now: Instant(rfc3339: time)!, key: UUID())
  }

  /// The bytes of a file of the shared data, unpacked, in pieces.
  static func unpacked(_ url: URL) throws -> @Sendable () throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zcat", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let handle = pipe.fileHandleForReading
    return { [UInt8](handle.readData(ofLength: 1 << 18)) }
  }
}
