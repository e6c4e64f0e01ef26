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
  let isWorker: Bool
  private var keysMade: UInt64 = 0
  private let key: UUID
  /// What this transaction has locked, as it is now: nobody else can change it.
  private var held: [UUID: Instance] = [:]
  /// What was locked and read before anybody asked for it.
  private var foreseen: LockedAction?

  public init(_ session: Session, _ caller: Caller, isPrivate: Bool) throws {
    if let now = caller.now {
      guard try ClockStore(session).isTrial() else { throw UseCaseError.onlyInTrial }
      try ClockStore(session).pretend(now)
    }
    let code = try caller.municipality ?? Desk.onlyMunicipality(session)
    let login: CallerStore.Login
    switch caller.identity {
    case .worker where isPrivate: login = .named(Desk.workerLogin(code))
    case .worker: login = .connection(orOwner: Desk.workerLogin(code))
    case .login(let name):
      guard isPrivate else { throw UseCaseError.onlyInTrial }
      login = .named(name)
    case .connection: login = .connection(orOwner: Desk.administratorLogin(code))
    }
    let actions = ActionStore(session, code)
    let asked = caller.action.map(actions.lock) ?? []
    if case .named(let name) = login { try LoginStore(session).standIn(for: name) }
    let answers = try session.pipeline([CallerStore.statement(code, login)] + asked)
    guard let opening = try CallerStore.read(answers[0], code) else {
      throw StoreError.notFound(.municipality, name: code.description)
    }
    guard let actor = opening.participant else {
      if case .named(let name) = login { throw UseCaseError.notParticipant(login: name) }
      throw UseCaseError.notParticipant(login: try LoginStore(session).name())
    }
    self.session = session
    self.actor = actor
    now = opening.now
    municipality = opening.municipality
    key = caller.key
    groupName = caller.group
    isWorker = caller.identity == .worker
    roles = Dictionary(grouping: opening.roles, by: \.group).mapValues { $0.map(\.role) }
    if !asked.isEmpty { foreseen = try ActionStore.read(answers.dropFirst()) }
  }

  private static func onlyMunicipality(_ session: Session) throws -> MunicipalityCode {
    let all = try MunicipalityStore(session).all()
    guard let only = all.first, all.count == 1 else {
      if all.isEmpty { throw StoreError.notFound(.municipality, name: "") }
      throw UseCaseError.ambiguous(.municipality, candidates: all.map(\.code.description))
    }
    return only.code
  }

  static func workerLogin(_ code: MunicipalityCode) -> String { "\(code)_worker" }
  static func administratorLogin(_ code: MunicipalityCode) -> String { "\(code)_administrator" }

  /// A key for each thing that one call says: the caller's own, then ones derived from it, so that a repeated call
  /// repeats them all. They are far apart, so that two calls whose own keys are neighbours share none.
  func nextKey() -> UUID {
    defer { keysMade += 1 }
    return keysMade == 0 ? key : key.derived(keysMade)
  }

  /// The instance, locked against others until the transaction ends.
  func locked(_ id: UUID) throws -> Instance? {
    if let instance = held[id] { return instance }
    let instance = try instances.locked(id)
    held[id] = instance
    return instance
  }

  /// What was locked and read of an action when the desk was opened; once, since it may be changed then.
  func takeForeseen(_ id: ActionID) -> LockedAction? {
    guard let found = foreseen, found.id == id else { return nil }
    foreseen = nil
    return found
  }

  /// How an instance stands of which this transaction has the lock.
  func hold(_ instance: Instance) { held[instance.id] = instance }

  /// Runs `body` so that what it did is undone when it throws, and the transaction goes on.
  func savepoint(_ body: () throws -> Void) throws {
    let before = held
    do {
      try session.savepoint { _ in try body() }
    } catch {
      held = before
      throw error
    }
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
  public var agreements: AgreementStore { AgreementStore(session, municipality.code) }
  public var promises: PromiseStore { PromiseStore(session, municipality.code) }
  public var walks: WalkStore { WalkStore(session, municipality.code) }
  public var statutoryPictures: StatutoryStore { StatutoryStore(session, municipality.code) }
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
    guard let zone = ZoneRules.named(group.settings.zone) else {
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
