import EST
import Foundation
import Persistence
import Postgres
import TestSupport
import Workflow

/// The product itself on a real PostgreSQL, taken through the same steps as the world in memory and compared with it.
final class DatabaseWorld {
  static let code = MunicipalityCode("2480")!
  static let group = "Centrum"

  let database: Database
  let engine: Engine
  let memory: MemoryWorld
  let post: PostOffice
  var cast: Cast { memory.cast }
  var now: Instant { memory.now }
  /// Each with a connection of its own.
  let workers: [Engine]
  /// The cycles of the database by their births in memory.
  var cycles: [CycleID] = []
  /// From which transaction on the rows have not been compared.
  var mark: Int64 = 0
  var victims = 0
  /// How much the memory's log and its timers' fates held before the step that is followed.
  private(set) var rowsBefore = 0
  private(set) var factsBefore = 0
  /// What was answered to the second of two who said the same at the same time.
  private(set) var racesLost: [String: Int] = [:]
  /// What is not as it is in memory.
  var differences: [String] = []

  /// A database that is ready for the cast of any seed.
  static func run<T>(
    beside memory: MemoryWorld, _ post: PostOffice, isolation: isolated (any Actor)? = #isolation,
    _ body: (DatabaseWorld) async throws -> T
  ) async throws -> T {
    let build: @Sendable (Database) async throws -> Void = { database in
      try await SchemaSetup().run(database, trial: true)
      try await database.transaction { session in try SimulatedDeath.install(session) }
    }
    return try await TestDatabase.prepared("simulator", options: patient, build: build) { database in
      let world = DatabaseWorld(database, memory, post)
      try await world.settle()
      let result: Result<T, any Error>
      do { result = .success(try await body(world)) } catch { result = .failure(error) }
      for worker in world.workers { await worker.database.close() }
      return try result.get()
    }
  }

  /// It is no measure of time: a run of many minutes goes on where the machine had to do something else meanwhile.
  static let patient: Database.Options = {
    var options = Database.Options()
    options.defaultDeadline = .seconds(3_600)
    return options
  }()

  private init(_ database: Database, _ memory: MemoryWorld, _ post: PostOffice) {
    self.database = database
    engine = Engine(database, isPrivate: true)
    self.memory = memory
    self.post = post
    var options = Self.patient
    options.maximumConnections = 1
    workers = (0..<4).map { _ in Engine(Database(database.conninfo, options: options), isPrivate: true) }
  }

  func differ(_ what: String) { differences.append(what) }

  static func login(_ person: Cast.Person) -> String { "\(code)_\(person.login)" }
  static func address(_ person: Cast.Person) -> String? {
    person.hasAddress ? "\(person.login)@example.org" : nil
  }

  /// Writes down who takes part.
  private func settle() async throws {
    let cast = cast
    try await database.transaction { session in
      var number: UInt64 = 0
      func id<Subject>() -> Identifier<Subject> {
        number += 1
        var random = SplitMix64(seed: number)
        return Identifier(at: cast.begins, using: &random)
      }
      let code = DatabaseWorld.code
      let municipalities = MunicipalityStore(session)
      _ = try municipalities.add(Municipality(code: code, name: "Umeå", provenance: .sample))
      try CategoryStore(session, code).add(.default)
      let group = Group(id: id(), name: DatabaseWorld.group, settings: cast.settings)
      try municipalities.save(group, in: code)
      try municipalities.set(Setting.mail.rawValue, to: "/usr/sbin/sendmail", of: code)
      let people = PeopleStore(session, code)
      let organisations: [Organisation] = cast.organisations.map {
        Organisation(id: id(), name: $0.name, kind: OrganisationKind(rawValue: $0.kind)!)
      }
      for organisation in organisations { try people.add(organisation) }
      for unit in cast.units {
        try people.add(
          ReportingUnit(
            id: id(), organisation: organisations[unit.organisation].id, group: group.id, name: unit.name,
            isExpected: unit.isExpected))
      }
      for person in cast.people {
        let participant = Participant(
          id: id(), login: DatabaseWorld.login(person),
          organisation: person.organisation.map { organisations[$0].id }, function: person.function,
          address: DatabaseWorld.address(person))
        try people.add(participant)
        for role in person.roles {
          try people.grant(GroupRole(rawValue: role.description)!, in: group.id, to: participant.id)
        }
      }
    }
  }

  /// Takes the step that the world in memory has just taken.
  func follow(_ step: Step) async throws {
    switch step {
    case .time: break
    case .say(let command, let passage, let reply): try await say(command, passage, expecting: reply)
    case .round(let crew, _):
      try await round(crew)
      try await learnCycles()
    case .deliver: try await deliver()
    case .week: try await compare()
    }
    (rowsBefore, factsBefore) = (memory.log.count, memory.timerFacts.count)
  }

  private func say(_ command: Command, _ passage: Passage, expecting expected: Reply?) async throws {
    switch passage {
    case .lost:
      // It came as far as the transaction, which was not committed.
      _ = try await call(command, isDryRun: true)()
    case .arrives, .replyLost:
      let reply = try await call(command)()
      if !reply.agrees(with: expected) {
        differ("\(command): \(expected.map { "\($0)" } ?? "-") in memory, \(reply) in the database")
      }
    case .doubled:
      let call = call(command)
      async let first = call()
      async let second = call()
      var replies = try await [first, second]
      // Who lost the race is told so, and asks once more.
      for index in replies.indices {
        guard case .refused(let why) = replies[index], why.hasPrefix(Self.lostRace) else { continue }
        racesLost[String(why.dropFirst(Self.lostRace.count)), default: 0] += 1
        replies[index] = try await call()
      }
      let isAsExpected = replies.allSatisfy { reply in
        if case .repeated = reply, expected!.isTaken { true } else { reply.agrees(with: expected) }
      }
      if !isAsExpected || expected!.isTaken && replies[0] == replies[1] {
        differ("\(command) twice: \(expected!) in memory, \(replies) in the database")
      }
    }
  }

  static let lostRace = "store: "
  /// What somebody may not do with is not shown to them either, whatever else would have spoken against it.
  static let hidden = "hidden"
}

extension Reply {
  func agrees(with expected: Reply?) -> Bool {
    if case .refused(DatabaseWorld.hidden) = self, case .refused = expected { return true }
    return self == expected
  }

  var isTaken: Bool { if case .taken = self { true } else { false } }
}
