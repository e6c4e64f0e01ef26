import EST
import Foundation
import Persistence
import Postgres
import StateMachine

/// One participant's place in one transaction: who speaks, for which municipality, at what time. Use cases are its
/// extensions, said the same way by a person's command and by the worker's timer.
public final class Desk {
  let session: Session
  /// The time of the use case, read once.
  public let now: Instant
  public let municipality: Municipality
  public let actor: Participant
  /// The actor's roles by group.
  let roles: [GroupID: [GroupRole]]
  private let groupName: String?
  private var keysMade: UInt64 = 0
  private let key: UUID

  public convenience init(_ session: Session, _ caller: Caller, isPrivate: Bool) throws {
    if let now = caller.now {
      guard try ClockStore(session).isTrial() else { throw UseCaseError.onlyInTrial }
      try ClockStore(session).pretend(now)
    }
    let all = try MunicipalityStore(session).all()
    let municipality: Municipality
    if let code = caller.municipality {
      guard let found = all.first(where: { $0.code == code }) else {
        throw StoreError.notFound(.municipality, name: code.description)
      }
      municipality = found
    } else if let only = all.first, all.count == 1 {
      municipality = only
    } else if all.isEmpty {
      throw StoreError.notFound(.municipality, name: "")
    } else {
      throw UseCaseError.ambiguous(.municipality, candidates: all.map(\.code.description))
    }
    let login: String
    switch caller.identity {
    case .worker: login = Desk.workerLogin(municipality.code)
    case .login(let name):
      guard isPrivate else { throw UseCaseError.onlyInTrial }
      login = name
    case .connection:
      let logins = LoginStore(session)
      let user = try logins.name()
      let known = try PeopleStore(session, municipality.code).participant(login: user)
      // Whoever set the schema up administers what is in it.
      login = try known == nil && logins.ownsSchema() ? Desk.administratorLogin(municipality.code) : user
    }
    try self.init(session, municipality, login: login, group: caller.group, key: caller.key)
  }

  init(_ session: Session, _ municipality: Municipality, login: String, group: String?, key: UUID) throws {
    self.session = session
    self.municipality = municipality
    self.key = key
    groupName = group
    now = try ClockStore(session).now()
    let people = PeopleStore(session, municipality.code)
    guard let actor = try people.participant(login: login) else {
      throw UseCaseError.notParticipant(login: login)
    }
    self.actor = actor
    roles = Dictionary(grouping: try people.roles(of: actor.id), by: \.group).mapValues { $0.map(\.role) }
  }

  static func workerLogin(_ code: MunicipalityCode) -> String { "\(code)_worker" }
  static func administratorLogin(_ code: MunicipalityCode) -> String { "\(code)_administrator" }

  /// A key for each thing that one call says: the caller's own, then ones derived from it, so that a repeated call
  /// repeats them all. They are far apart, so that two calls whose own keys are neighbours share none.
  func nextKey() -> UUID {
    defer { keysMade += 1 }
    return keysMade == 0 ? key : key.derived(keysMade)
  }

  func newID<Subject>() -> Identifier<Subject> {
    var random = SystemRandomNumberGenerator()
    return Identifier(at: now, using: &random)
  }
}

extension Desk {
  public var municipalities: MunicipalityStore { MunicipalityStore(session) }
  public var people: PeopleStore { PeopleStore(session, municipality.code) }
  public var categories: CategoryStore { CategoryStore(session, municipality.code) }
  public var areas: AreaStore { AreaStore(session, municipality.code) }
  public var instances: InstanceStore { InstanceStore(session, municipality.code) }
  public var log: LogStore { LogStore(session, municipality.code) }
  public var notices: NoticeStore { NoticeStore(session, municipality.code) }
  public var outbox: OutboxStore { OutboxStore(session) }
  public var cycles: CycleStore { CycleStore(session, municipality.code) }
  public var occurrences: OccurrenceStore { OccurrenceStore(session, municipality.code) }
  public var incidents: IncidentStore { IncidentStore(session, municipality.code) }
  public var meetings: MeetingStore { MeetingStore(session, municipality.code) }
  public var problems: ProblemStore { ProblemStore(session, municipality.code) }
  public var analyses: AnalysisStore { AnalysisStore(session, municipality.code) }
  public var actions: ActionStore { ActionStore(session, municipality.code) }
  public var feedback: FeedbackStore { FeedbackStore(session, municipality.code) }
}

extension Desk {
  /// The group that the call names, or the only one that the actor belongs to.
  public func group(named name: String? = nil) throws -> Group {
    let all = try municipalities.groups(of: municipality.code)
    if let name = name ?? groupName {
      guard let found = all.first(where: { $0.name == name }) else {
        throw StoreError.notFound(.group, name: name)
      }
      return found
    }
    let mine = all.filter { roles[$0.id] != nil }
    guard let only = mine.first, mine.count == 1 else {
      if mine.isEmpty { throw StoreError.notFound(.group, name: "") }
      throw UseCaseError.ambiguous(.group, candidates: mine.map(\.name))
    }
    return only
  }

  public func group(_ id: GroupID) throws -> Group {
    guard let group = try municipalities.groups(of: municipality.code).first(where: { $0.id == id }) else {
      throw StoreError.notFound(.group, name: id.description)
    }
    return group
  }

  public func zone(of group: Group) throws -> ZoneRules {
    guard let zone = ZoneRules(group.settings.zone) else {
      throw UseCaseError.badField("zone", .unknownValue(allowed: "Europe/Stockholm"))
    }
    return zone
  }

  /// Refuses unless the actor holds one of the roles in the group.
  func demand(_ needed: [GroupRole], in group: GroupID) throws {
    guard roles[group]?.contains(where: needed.contains) == true else {
      throw UseCaseError.notAllowed(needed: needed)
    }
  }

  /// Refuses unless the actor administers the municipality, which has no group before its first one is made.
  func demandAdministrator() throws {
    guard
      actor.login == Desk.administratorLogin(municipality.code)
        || roles.values.contains(where: { $0.contains(.administrator) })
    else { throw UseCaseError.notAllowed(needed: [.administrator]) }
  }
}
