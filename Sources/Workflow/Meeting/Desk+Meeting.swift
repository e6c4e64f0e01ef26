import EST
import Persistence
import StateMachine

extension Desk {
  public func startMeeting(_ cycle: Cycle) throws -> Said { try say("startMeeting", to: cycle) }

  /// That a function of an organisation takes part, never a person.
  public func attend(_ cycle: Cycle, organisation name: String, function: String) throws {
    let function = try screened(function, field: "function", limit: IncomingReport.longestName)
    let organisation = try organisation(named: name)
    if try meetings.hasAttended(cycle.id, organisation: organisation.id, function: function) { return }
    try requireMeeting(cycle)
    try meetings.attend(cycle.id, organisation: organisation.id, function: function, at: now)
  }

  /// Notes a decision. What is decided about one problem or action is said to that problem or action as well.
  public func decide(_ text: String, in cycle: Cycle) throws -> MeetingDecision {
    let key = nextKey()
    if let known = try meetings.decision(key) { return known }
    let text = try screened(text, field: "decision")
    try requireMeeting(cycle)
    // Now that the meeting is locked: of two who say the same at the same time the second finds it said.
    if let known = try meetings.decision(key) { return known }
    try meetings.decide(key, text, in: cycle.id, at: now)
    return try meetings.decision(key)!
  }

  /// Puts known problems in order, the most important first. The list replaces the one before.
  /// - Parameter names: numbers or ids.
  public func setPriorities(_ names: [String], of cycle: Cycle) throws -> [Priority] {
    var order: [ProblemID] = []
    for name in names {
      let problem = try problem(name)
      guard problem.group == cycle.group else { throw StoreError.notFound(.problem, name: name) }
      guard !isOver(problem) else { throw UseCaseError.rule(.problemOver(number: problem.number)) }
      if !order.contains(problem.id) { order.append(problem.id) }
    }
    if try meetings.priorities(of: cycle.id).map(\.problem) != order {
      try requireMeeting(cycle)
      try meetings.setPriorities(order, of: cycle.id)
    }
    return try meetings.priorities(of: cycle.id)
  }

  /// Adopts a version of the picture, which never changes again.
  /// - Parameter version: the adopted one, else the newest, where none is named.
  public func adopt(_ version: Int? = nil, in cycle: Cycle) throws -> Said {
    try say("adopt", to: cycle) { try choose(version, of: cycle, &$0) }
  }

  /// Ends a meeting without a conclusion; it can be started again.
  public func adjourn(_ cycle: Cycle, because reason: String) throws -> Said {
    try say("adjourn", to: cycle, because: try screen(reason, field: "reason"))
  }

  /// - Parameter reason: needed where the meeting neither decided anything nor set an order.
  public func conclude(_ cycle: Cycle, because reason: String? = nil) throws -> Said {
    try say("conclude", to: cycle, because: try screen(reason, field: "reason"))
  }

  public func adoptWithoutMeeting(
    _ version: Int? = nil, in cycle: Cycle, because reason: String
  ) throws -> Said {
    try say("adoptWithoutMeeting", to: cycle, because: try screen(reason, field: "reason")) {
      try choose(version, of: cycle, &$0)
    }
  }

  private func choose(_ version: Int?, of cycle: Cycle, _ facts: inout CycleFacts) throws {
    if let adopted = facts.adoptedVersion {
      guard version == nil || version == adopted else {
        throw UseCaseError.rule(.alreadyAdopted(version: adopted))
      }
    } else {
      facts.adoptedVersion = version ?? (facts.pictureVersions > 0 ? facts.pictureVersions : nil)
    }
  }

  /// Refuses unless the cycle's meeting is going on and the actor leads it.
  private func requireMeeting(_ cycle: Cycle) throws {
    try demand([.coordinator], in: cycle.group)
    guard try locked(cycle.id.uuid)?.state == "meeting" else {
      throw UseCaseError.rule(.meetingNotOpen)
    }
  }
}
