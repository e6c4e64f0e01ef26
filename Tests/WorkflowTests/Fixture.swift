import EST
import Foundation
import Persistence
import Postgres
import StateMachine
import TestSupport
import Testing

@testable import Workflow

/// A municipality with one group, three organisations, an area, and the week 2026-W47 reported and pictured.
struct World: Sendable {
  let database: Database
  let engine: Engine

  /// Tuesday at half past eight, half an hour before the meeting about 2026-W47.
  static let beforeMeeting = instant("2026-11-24T08:30:00+01:00")
  static let code = MunicipalityCode("2480")!

  /// Runs a test in a database of its own.
  static func run<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: (World) async throws -> T
  ) async throws -> T {
    let build: @Sendable (Database) async throws -> Void = { try await World($0).build() }
    return try await TestDatabase.prepared("casework", build: build) { try await body(World($0)) }
  }

  init(_ database: Database) {
    self.database = database
    engine = Engine(database, isPrivate: true)
  }

  /// Speaks as a participant, in one transaction.
  /// - Parameter at: half an hour before the meeting, where nothing is said.
  @discardableResult
  func speak<T: Sendable>(
    as login: String = "samordnare", at now: Instant = World.beforeMeeting, key: UUID = UUID(),
    _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> T {
    let caller = Caller(
      identity: .login("2480_\(login)"), municipality: World.code, group: "Centrum", now: now, key: key)
    return try await engine.run(caller, body)
  }

  /// What the refused use case says.
  func refusal<T: Sendable>(
    as login: String = "samordnare", at now: Instant = World.beforeMeeting, key: UUID = UUID(),
    _ body: @escaping @Sendable (Desk) throws -> T
  ) async throws -> String? {
    do {
      try await speak(as: login, at: now, key: key, body)
      return nil
    } catch UseCaseError.refused(_, _, .unmet(let guardName)) {
      return guardName
    } catch UseCaseError.refused(_, _, .notThisRole) {
      return "role"
    } catch UseCaseError.refused(_, _, .notInThisState) {
      return "state"
    } catch UseCaseError.rule(let rule) {
      return "\(rule)"
    } catch UseCaseError.notAllowed {
      return "notAllowed"
    } catch UseCaseError.badField(let field, let problem) {
      return "\(field): \(problem)"
    } catch UseCaseError.store(.refused("insufficient_privilege", _)) {
      return "notAllowed"
    } catch UseCaseError.store(.refused(let rule, _)) {
      return rule
    } catch UseCaseError.store(.notFound(let kind, let name)) {
      return "no \(kind) \(name)"
    } catch StoreError.notFound(let kind, let name) {
      return "no \(kind) \(name)"
    }
  }

  /// The constraint by which the database refuses plain SQL.
  func violated(_ body: @escaping @Sendable (Session) throws -> Void) async throws -> String? {
    do {
      try await database.transaction(retry: .never, body)
      return nil
    } catch let error as PostgresError {
      return error.constraintName
    }
  }

  /// Returns when a session of this database waits for another's lock, which only the server knows; gives up after a
  /// while where nobody does.
  func untilSomeoneWaits() async throws {
    for _ in 0..<2_000 {
      let waiting = try await database.session { session in
        try session.one(
          """
          select count(*) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
          """, as: Int.self)
      }
      if waiting > 0 { return }
    }
  }

  func build() async throws {
    try await SchemaSetup().run(database, trial: true)
    try await database.transaction { session in try World.seed(session) }
    let monday = instant("2026-11-16T08:00:00+01:00")
    try await speak(at: monday) { desk in
      try desk.planAhead(try desk.group())
      try desk.say("open", to: try desk.week())
    }
    try await speak(as: "bostad", at: instant("2026-11-18T10:00:00+01:00")) { desk in
      var report = IncomingReport(
        category: CategoryCode(main: "vandalism", subtype: "klotter"),
        from: instant("2026-11-17T21:00:00+01:00"))
      report.area = "Haga"
      report.place = "Torget"
      report.unit = "Husvärdar"
      report.text = "Klotter på fasaden"
      _ = try desk.addIncident(report)
    }
    try await speak { desk in
      _ = try desk.review(["2026-1"], accept: true)
      try desk.say("closeCollection", to: try desk.week())
      try desk.say("compile", to: try desk.week())
    }
  }

  private static func seed(_ session: Session) throws {
    var random = SystemRandomNumberGenerator()
    func id<Subject>() -> Identifier<Subject> { Identifier(at: beforeMeeting, using: &random) }
    let municipalities = MunicipalityStore(session)
    _ = try municipalities.add(Municipality(code: code, name: "Umeå", provenance: .sample))
    try CategoryStore(session, code).add(.default)
    let group = Group(id: id(), name: "Centrum", settings: .standard)
    try municipalities.save(group, in: code)
    let people = PeopleStore(session, code)
    let organisations: [(String, OrganisationKind)] = [
      ("Kommunen", .municipal), ("Polisen", .police), ("Bostaden", .company),
    ]
    var byName: [String: OrganisationID] = [:]
    for (name, kind) in organisations {
      let organisation = Organisation(id: id(), name: name, kind: kind)
      try people.add(organisation)
      byName[name] = organisation.id
    }
    for (name, organisation) in [
      ("Fältarna", "Kommunen"), ("Patrullen", "Polisen"), ("Husvärdar", "Bostaden"),
    ] {
      try people.add(
        ReportingUnit(
          id: id(), organisation: byName[organisation]!, group: group.id, name: name, isExpected: true))
    }
    let participants: [(String, String?, String, [GroupRole])] = [
      ("samordnare", "Kommunen", "samordnare", [.coordinator]),
      ("samordnare2", "Kommunen", "biträdande samordnare", [.coordinator]),
      ("kommunpolis", "Polisen", "kommunpolis", [.policeLead]),
      ("bada", "Polisen", "samordnande kommunpolis", [.coordinator, .policeLead]),
      ("bostad", "Bostaden", "förvaltare", [.participant, .reporter]),
      ("rapportor", "Bostaden", "husvärd", [.reporter]),
      ("bra", "Kommunen", "ordförande", [.steering]),
      ("worker", nil, "worker", [.worker]), ("administrator", nil, "administrator", [.administrator]),
    ]
    for (login, organisation, function, roles) in participants {
      let participant = Participant(
        id: id(), login: "2480_\(login)", organisation: organisation.map { byName[$0]! }, function: function,
        address: nil)
      try people.add(participant)
      for role in roles { try people.grant(role, in: group.id, to: participant.id) }
    }
    let area: AreaID = id()
    try session.execute(
      """
      insert into est.area (municipality, id, group_id, name, geometry)
      values (\(code), \(area), \(group.id), 'Haga',
        st_multi(st_makeenvelope(758000, 7088000, 759000, 7089000, 3006)))
      """)
  }
}

extension Desk {
  /// The period that the tests are about, or another of its group.
  func week(_ label: String = "2026-W47") throws -> Cycle { try cycle(labelled: label, of: try group()) }
}

func instant(_ text: String) -> Instant { Instant(rfc3339: text)! }

extension World {
  /// A problem in `analysing` with one direct cause on evidence, and an indirect one behind it.
  func analysedProblem(signed: Bool = true) async throws -> Problem {
    let problem = try await identifiedProblem()
    try await speak { desk in
      _ = try desk.prioritise(problem, [.common: 3, .harm: 2])
      _ = try desk.beginAnalysis(of: problem)
      _ = try desk.stateAnalysis(of: problem, statement: "Klotter på torget kvällstid")
      _ = try desk.addEvidence("Elva rapporter på fyra veckor", source: "lägesbilden", to: problem)
      _ = try desk.addCause(
        CauseFields(
          text: "Ingen uppsikt efter stängning", bone: .place, evidence: 1, strength: .strong, influence: .yes
        ),
        to: problem)
      _ = try desk.addCause(
        CauseFields(text: "Belysningen släcks", bone: .place, behind: 1, strength: .some, influence: .partly),
        to: problem)
      _ = try desk.addStep("Handlarna stänger", to: problem)
    }
    if signed {
      try await speak { desk in _ = try desk.sign(problem) }
      try await speak(as: "kommunpolis") { desk in _ = try desk.sign(problem) }
    }
    return try await reloaded(problem)
  }

  func identifiedProblem() async throws -> Problem {
    try await speak { desk in
      var new = NewProblem(title: "Klotter på torget", origin: .picture)
      new.category = "vandalism"
      new.area = "Haga"
      new.cycle = try desk.week()
      new.reports = ["2026-1"]
      return try desk.identify(new, in: try desk.group())
    }
  }

  func reloaded(_ problem: Problem) async throws -> Problem {
    try await speak { desk in try desk.problem(problem.number) }
  }

  static let due = instant("2026-12-15T16:00:00+01:00")
  static let followUp = instant("2027-01-19T09:00:00+01:00")

  /// A decided action of the plan that names the first cause.
  func decidedAction(on problem: Problem, title: String = "Belysning till midnatt") async throws -> Action {
    try await speak { desk in
      let action = try desk.propose(
        title, kind: .plan, problem: problem, causes: [1], breaks: 1, in: try desk.group())
      _ = try desk.decide(
        action, owner: "Bostaden", function: "förvaltare", due: World.due, goal: "Ljust till midnatt")
      return try desk.action(action.number)
    }
  }

  func start(_ action: Action, followUp: Instant = World.followUp) async throws {
    try await speak { desk in
      _ = try desk.start(
        action, baseline: "Elva rapporter på fyra veckor", expectedEffect: "Inom åtta veckor",
        followUp: followUp)
    }
  }
}
