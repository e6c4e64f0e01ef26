import EST
import Persistence
import StateMachine

extension Desk {
  /// The safety walk of a number or an id.
  public func safetyWalk(_ name: String) throws -> SafetyWalk {
    guard let walk = try walks.find(named: name) else { throw StoreError.notFound(.safetyWalk, name: name) }
    return walk
  }

  /// - Parameter people: how many are invited, twenty at most.
  public func planWalk(through area: String, on day: LocalDate, people: Int, in group: Group) throws
    -> SafetyWalk
  {
    let id = SafetyWalkID(nextKey())
    if let known = try walks.find(id) { return known }
    let area = try self.area(named: area)
    var facts = SafetyWalkFacts(now: now, zone: try zone(of: group))
    facts.hasArea = true
    facts.day = try known(day, field: "day")
    facts.people = people
    let number = try nextNumber("safetyWalk", in: group)
    try say(
      "plan", to: id.uuid, of: SafetyWalkMachine.definition, in: group.id, facts: facts,
      payload: ["detail": number],
      writing: { _ in
        try walks.add(id, number: number, group: group.id, area: area, day: day, people: people)
      })
    return try safetyWalk(id.description)
  }

  public func holdPreMeeting(of walk: SafetyWalk) throws -> Said {
    try say("holdPreMeeting", toWalk: walk.id)
  }

  /// What was seen on the way.
  public func addPoint(_ text: String, to walk: SafetyWalk) throws {
    try demand([.coordinator], in: walk.group)
    let key = nextKey()
    _ = try locked(walk.id.uuid)
    try walks.addPoint(key, try screened(text, field: "text"), to: walk.id)
  }

  public func walk(_ walk: SafetyWalk) throws -> Said { try say("walk", toWalk: walk.id) }

  /// What comes of a point: an action of the same group, or why nothing can be done.
  public func answer(_ point: Int, of walk: SafetyWalk, _ answer: WalkPoint.Answer) throws {
    try demand([.coordinator], in: walk.group)
    _ = try locked(walk.id.uuid)
    try requirePoint(point, of: walk)
    switch answer {
    case .action(let id):
      guard try action(id.description).group == walk.group else {
        throw StoreError.notFound(.action, name: id.description)
      }
      try walks.answer(point, of: walk.id, answer)
    case .cannotBeDone(let because):
      try walks.answer(
        point, of: walk.id, .cannotBeDone(because: try screened(because, field: "reason")))
    }
  }

  /// Every point has its answer: the walk is reported, and asked about again after a year.
  public func report(_ walk: SafetyWalk) throws -> Said { try say("report", toWalk: walk.id) }

  /// What became of a point within the year.
  public func setOutcome(_ outcome: String, of point: Int, of walk: SafetyWalk) throws {
    try demand([.coordinator], in: walk.group)
    _ = try locked(walk.id.uuid)
    try requirePoint(point, of: walk)
    try walks.setOutcome(try screened(outcome, field: "outcome"), of: point, of: walk.id)
  }

  public func followUp(_ walk: SafetyWalk) throws -> Said { try say("followUp", toWalk: walk.id) }

  public func cancel(_ walk: SafetyWalk, because reason: String) throws -> Said {
    try say("cancel", toWalk: walk.id, because: reason)
  }

  private func requirePoint(_ number: Int, of walk: SafetyWalk) throws {
    guard try safetyWalk(walk.id.description).points.contains(where: { $0.number == number }) else {
      throw StoreError.notFound(.walkPoint, name: String(number))
    }
  }

  /// Says an event to a safety walk.
  @discardableResult
  func say(_ event: Event, toWalk id: SafetyWalkID, because reason: String? = nil) throws -> Said {
    let key = nextKey()
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    // Locked before the facts are read, so that none of them changes until the event is decided.
    _ = try locked(id.uuid)
    let walk = try safetyWalk(id.description)
    var facts = SafetyWalkFacts(now: now, zone: try zone(of: try group(walk.group)))
    facts.day = walk.day
    facts.reason = try screen(reason, field: "reason")
    facts.hasArea = true
    facts.people = walk.people
    facts.points = walk.points.count
    facts.pointsAnswered = walk.points.count { $0.answer != nil }
    facts.pointsFollowedUp = walk.points.count { $0.outcome != nil }
    return try say(
      event, to: id.uuid, of: SafetyWalkMachine.definition, in: walk.group, facts: facts,
      reason: facts.reason, payload: ["detail": walk.number], key: key)
  }
}
