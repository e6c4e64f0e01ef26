import EST
import StateMachine

extension MemoryWorld {
  /// Says an event to an instance: decides, and writes log, timers and notices.
  ///
  /// - Parameters:
  ///   - id: the next instance for a birth.
  ///   - writing: what the event is about, once it is decided.
  ///   - carryOut: what the engine knows nothing of.
  @discardableResult
  func say<Facts: Sendable>(
    _ event: Event, to id: InstanceID, of definition: Definition<Facts, Effect>,
    born: (machine: Machine, subject: Int)? = nil, facts: Facts, by person: Int, isOwner: Bool = false,
    reason: String? = nil, key: Key? = nil, writing: () throws(NotTaken) -> Void = {},
    carryOut: (Effect) -> Void = { _ in }
  ) throws(NotTaken) -> Reply {
    if let key, let reply = try alreadySaid(event, to: id, key) { return reply }
    let isBirth = id.index == instances.count
    let from = isBirth ? .unborn : instances[id.index].state
    let roles = cast.people[person].roles + (isOwner ? [.owner] : [])
    switch definition.decide(in: from, event, by: roles, facts: facts) {
    case .refused(let refusal): throw NotTaken(refusal)
    case .accepted(let to, let role, let effects):
      try writing()
      if isBirth {
        instances.append(
          Instance(machine: born!.machine, subject: born!.subject, state: .unborn, revision: 0, hash: 0))
      }
      append(event, to: id, becoming: to, person: person, role: role, reason: reason, key: key)
      for effect in effects {
        switch effect {
        case .arm(let event, let due): arm(Timer(due: due, instance: id, event: event))
        case .disarm(let event): disarm(id) { $0 == event }
        case .disarmAll: disarm(id) { _ in true }
        case .tell(let kind, let audience): tell(kind, audience, of: id)
        default: carryOut(effect)
        }
      }
      return .taken(to, revision: instances[id.index].revision)
    }
  }

  func alreadySaid(_ event: Event, to id: InstanceID, _ key: Key) throws(NotTaken) -> Reply? {
    guard let known = said[key] else { return nil }
    guard known == (event, id) else { throw NotTaken("keyUsed") }
    return .repeated(state(id), revision: instances[id.index].revision)
  }

  /// Writes a row of the log, which alone moves the instance.
  func append(
    _ event: Event, to id: InstanceID, becoming to: State, person: Int, role: Role, reason: String?, key: Key?
  ) {
    let instance = instances[id.index]
    var row = LogRow(
      instance: id, revision: instance.revision + 1, from: instance.state, event: event, to: to,
      person: person, role: role, at: now, reason: reason, key: key, previousHash: instance.hash, hash: 0)
    row.hash = row.chained()
    log.append(row)
    if row.from == "planned" || row.to == "planned" { planChanges += 1 }
    if let key { said[key] = (event, id) }
    instances[id.index].state = to
    instances[id.index].revision = row.revision
    instances[id.index].hash = row.hash
  }

  func arm(_ timer: Timer) {
    guard !timers.contains(timer) else { return }
    timers.append(timer)
    note(.armed, timer)
  }

  func disarm(_ id: InstanceID, _ isMeant: (Event) -> Bool) {
    for index in timers.indices.reversed() where timers[index].instance == id && isMeant(timers[index].event)
    {
      note(.disarmed, timers.remove(at: index))
    }
  }

  /// Takes away a timer that has been said, if its own transition left it standing.
  func take(_ timer: Timer, _ fate: TimerFact.Fate) {
    guard let index = timers.firstIndex(of: timer) else { return }
    timers.remove(at: index)
    note(fate, timer)
  }

  private func note(_ fate: TimerFact.Fate, _ timer: Timer) {
    timerFacts.append(TimerFact(timer: timer, fate: fate, row: log.count - 1))
  }

  /// Writes a notice to each of the audience who has it not yet, and a mail to those with an address.
  func tell(_ kind: NoticeKind, _ audience: Audience, of id: InstanceID, revision: Int? = nil) {
    for person in recipients(of: audience, about: id) {
      let notice = Notice(
        instance: id, revision: revision ?? instances[id.index].revision, kind: kind, person: person)
      guard told.insert(notice).inserted else { continue }
      notices.append(notice)
      guard cast.people[person].hasAddress else { continue }
      waiting.append(outbox.count)
      outbox.append(OutboxItem(notice: notice, state: .created, attempts: 0, next: now, left: 0))
    }
  }

  func recipients(of audience: Audience, about id: InstanceID) -> [Int] {
    func holders(_ roles: Role...) -> [Int] {
      cast.people.indices.filter { person in roles.contains { cast.people[person].holds($0) } }
    }
    switch audience {
    case .reporters: return holders(Cast.reporter)
    case .participants: return holders(.participant, .coordinator, .policeLead)
    case .coordinators: return holders(.coordinator)
    case .steering: return holders(.steering)
    case .owner:
      guard let owner = actions[instances[id.index].subject].owner else { return [] }
      return cast.people.indices.filter { isSame($0, owner) }
    // What the instruments around the week tell is not played.
    case .promisors: return []
    case .reportersMissing:
      let cycle = instances[id.index].subject
      return holders(Cast.reporter).filter { person in
        cast.units(of: person).contains { unit in
          cast.units[unit].isExpected && !hasAnswered(unit, in: cycle)
        }
      }
    }
  }

  /// Whether two participants stand for the same function of the same organisation, which may own an action.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    cast.people[a].organisation != nil && cast.people[a].organisation == cast.people[b].organisation
      && cast.people[a].function == cast.people[b].function
  }
}
