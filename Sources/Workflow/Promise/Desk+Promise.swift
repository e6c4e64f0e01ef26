import EST
import Persistence
import StateMachine

extension Desk {
  /// The set of promises of a number or an id.
  public func promiseSet(_ name: String) throws -> PromiseSet {
    guard let set = try promises.find(named: name) else {
      throw StoreError.notFound(.promiseSet, name: name)
    }
    return set
  }

  public func draftPromises(
    _ title: String, from firstDay: LocalDate, through lastDay: LocalDate, in group: Group
  ) throws -> PromiseSet {
    let id = PromiseSetID(nextKey())
    if let known = try promises.find(id) { return known }
    try bear(id, "draft", title, try term(from: firstDay, through: lastDay), prolongs: nil, in: group)
    return try promiseSet(id.description)
  }

  private func bear(
    _ id: PromiseSetID, _ event: Event, _ title: String, _ term: Term, prolongs: PromiseSet?,
    in group: Group
  ) throws {
    let title = try screened(title, field: "title", limit: IncomingReport.longestName)
    var facts = PromiseSetFacts(now: now, term: term, zone: try zone(of: group))
    facts.prolongsActiveSet = prolongs?.state == "active"
    let number = try nextNumber("promiseSet", in: group)
    try say(
      event, to: id.uuid, of: PromiseSetMachine.definition, in: group.id, facts: facts,
      payload: ["detail": number],
      writing: { _ in
        try promises.add(
          id, number: number, group: group.id, title: title, term: term, prolongs: prolongs?.id)
        if let prolongs { try promises.copyPromises(from: prolongs.id, to: id) }
      })
  }

  /// Adds a promise to a set that is not adopted yet.
  /// - Parameter promisors: the organisations that promise it, by name.
  public func addPromise(
    _ text: String, target: String = "", promisors: [String], to set: PromiseSet
  ) throws {
    try demand([.coordinator, .steering], in: set.group)
    let key = nextKey()
    _ = try locked(set.id.uuid)
    try promises.add(try promise(text, target, promisors), id: key, to: set.id)
  }

  private func promise(_ text: String, _ target: String, _ promisors: [String]) throws -> NewPromise {
    NewPromise(
      try screened(text, field: "text"), target: try screen(target, field: "target") ?? "",
      promisors: Set(try promisors.map { try organisation(named: $0).id }))
  }

  public func beginDialogue(on set: PromiseSet) throws -> Said {
    try say("beginDialogue", toPromises: set.id)
  }

  /// Adopts a set that both have signed, each on a day. It takes effect by itself on its first day.
  public func adopt(_ set: PromiseSet, _ signatures: [Signatory: LocalDate]) throws -> Said {
    for day in signatures.values { _ = try known(day, field: "signed") }
    return try say(
      "adopt", toPromises: set.id, adjust: { $0.signatories.formUnion(signatures.keys) },
      writing: {
        for (function, day) in signatures { try promises.sign(set.id, as: function, on: day) }
      })
  }

  /// Prolongs a set: what it promised stands in a new one beside it, which begins the day after and takes what is
  /// added. The old one stays as it was, with its follow-up.
  ///
  /// - Returns: the new set, a draft.
  public func prolong(
    _ set: PromiseSet, through lastDay: LocalDate, title: String? = nil, adding more: [NewPromise] = []
  ) throws -> PromiseSet {
    let id = PromiseSetID(nextKey())
    if let known = try promises.find(id) { return known }
    _ = try locked(set.id.uuid)
    let set = try promiseSet(set.id.description)
    try bear(
      id, "renew", title ?? set.title, try term(from: set.term.lastDay + 1, through: lastDay), prolongs: set,
      in: try group(set.group))
    for promise in more {
      var promise = promise
      promise.text = try screened(promise.text, field: "text")
      promise.target = try screen(promise.target, field: "target") ?? ""
      try promises.add(promise, id: nextKey(), to: id)
    }
    try say("prolong", toPromises: set.id)
    return try promiseSet(id.description)
  }

  /// What was done for a promise, on a day, and how many times. By its promisors, and the coordinator.
  public func addActivity(
    _ text: String, to promise: Int, of set: PromiseSet, on day: LocalDate, count: Int = 1
  ) throws {
    let key = nextKey()
    let known = try self.promise(promise, of: set)
    guard
      roles[set.group]?.contains(.coordinator) == true
        || actor.organisation.map(known.promisors.contains) == true && roles[set.group] != nil
    else { throw UseCaseError.notAllowed(needed: [.coordinator, .participant]) }
    guard count > 0 else { throw UseCaseError.badField("count", .negative) }
    try promises.addActivity(
      key, to: promise, of: set.id, on: try self.known(day, field: "day"), count: count,
      text: try screened(text, field: "text"))
  }

  /// Judges a promise of a set that is over against its target.
  public func judge(_ promise: Int, of set: PromiseSet, _ judgement: String) throws {
    try demand([.coordinator], in: set.group)
    _ = try self.promise(promise, of: set)
    _ = try locked(set.id.uuid)
    try promises.judge(promise, of: set.id, try screened(judgement, field: "judgement"))
  }

  private func promise(_ number: Int, of set: PromiseSet) throws -> CitizenPromise {
    guard let promise = try promiseSet(set.id.description).promises.first(where: { $0.number == number })
    else { throw StoreError.notFound(.promise, name: String(number)) }
    return promise
  }

  public func followUp(_ set: PromiseSet) throws -> Said { try say("followUp", toPromises: set.id) }

  public func withdraw(_ set: PromiseSet, because reason: String) throws -> Said {
    try say("withdraw", toPromises: set.id, because: reason)
  }

  /// Says an event to a set of promises.
  @discardableResult
  func say(
    _ event: Event, toPromises id: PromiseSetID, because reason: String? = nil,
    adjust: (inout PromiseSetFacts) -> Void = { _ in }, writing: () throws -> Void = {}
  ) throws -> Said {
    let key = nextKey()
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    // Locked before the facts are read, so that none of them changes until the event is decided.
    _ = try locked(id.uuid)
    let set = try promiseSet(id.description)
    var facts = PromiseSetFacts(now: now, term: set.term, zone: try zone(of: try group(set.group)))
    facts.reason = try screen(reason, field: "reason")
    facts.promises = set.promises.count
    facts.promisesWithPromisor = set.promises.count { !$0.promisors.isEmpty }
    facts.promisesJudged = set.promises.count { $0.judgement?.isEmpty == false }
    facts.signatories = set.signatories
    facts.hasProlongation = try promises.prolongation(of: id) != nil
    adjust(&facts)
    return try say(
      event, to: id.uuid, of: PromiseSetMachine.definition, in: set.group, facts: facts, reason: facts.reason,
      payload: ["detail": set.number], key: key, writing: { _ in try writing() })
  }
}
