import EST
import Foundation
import Persistence
import StateMachine

extension Desk {
  /// The fixed points that a group's settings give the period of a label, whether it is planned or not.
  public func timetable(labelled label: String, of group: Group) throws -> Timetable {
    Timetable(try period(labelled: label, of: group), group.settings, zone: try zone(of: group))
  }

  private func period(labelled label: String, of group: Group) throws -> Period {
    guard let period = group.settings.period(labelled: label) else {
      throw UseCaseError.rule(.periodUnknown(allowed: example(of: group.settings.period)))
    }
    return period
  }

  /// The cycle of a period's label, or without one the cycle that is in work: the oldest that has begun and is not over.
  public func cycle(labelled label: String? = nil, of group: Group) throws -> Cycle {
    if let label {
      if let cycle = try cycles.find(labelled: label, of: group.id) { return cycle }
      _ = try period(labelled: label, of: group)
      throw StoreError.notFound(.cycle, name: label)
    }
    let all = try cycles.all(of: group.id)
    let inWork = all.first { !isOver($0.state) && $0.state != "planned" }
    guard let cycle = inWork ?? all.last(where: { isOver($0.state) }) ?? all.first else {
      throw StoreError.notFound(.cycle, name: "")
    }
    return cycle
  }

  private func isOver(_ state: State) -> Bool { CycleMachine.definition.shape.isTerminal(state) }

  private func example(of kind: Period.Kind) -> String { kind == .monthly ? "2026-11" : "2026-W47" }

  /// What the machine needs to know of a cycle, as it stands in this transaction.
  func facts(of cycle: Cycle) throws -> CycleFacts {
    guard let standing = try cycles.standing([cycle.id])[cycle.id] else {
      throw StoreError.notFound(.cycle, name: cycle.id.description)
    }
    return try facts(of: standing)
  }

  func facts(of standing: StandingCycle) throws -> CycleFacts {
    let cycle = standing.cycle
    var facts = CycleFacts(
      now: now, timetable: cycle.times,
      nextMeeting: try standing.nextMeeting ?? unplannedMeeting(after: cycle))
    facts.pictureVersions = standing.pictureVersions
    facts.pictured = standing.firstPictured
    facts.adoptedVersion = standing.adoptedVersion
    facts.priorities = standing.priorities
    facts.decisions = standing.decisions
    return facts
  }

  /// When the next period's meeting is, or would be.
  func nextMeeting(after cycle: Cycle) throws -> Instant {
    try cycles.nextMeeting(after: cycle) ?? unplannedMeeting(after: cycle)
  }

  /// When the period after would meet, by the settings that the cycle was planned under.
  private func unplannedMeeting(after cycle: Cycle) throws -> Instant {
    guard let zone = ZoneRules.named(cycle.settings.zone) else {
      throw UseCaseError.badField("zone", .unknownValue(allowed: "Europe/Stockholm"))
    }
    return Timetable(cycle.period.next, cycle.settings, zone: zone).meeting
  }

  /// Says an event to a cycle.
  /// - Parameter adjust: what the caller adds to the facts: a reason, a new time, the version to adopt.
  @discardableResult
  public func say(
    _ event: Event, to cycle: Cycle, because reason: String? = nil,
    adjust: (inout CycleFacts) throws -> Void = { _ in }
  ) throws -> Said {
    // The log keeps the reason for ever.
    var reason = try screen(reason, field: "reason")
    // Locked before the facts are read, so that none of them changes until the event is decided.
    let instance = try locked(cycle.id.uuid)
    var facts = try facts(of: cycle)
    if let instance { reason = reason ?? Desk.reason(for: event, in: instance.state, facts) }
    facts.reason = reason
    try adjust(&facts)
    let said = try say(
      event, to: cycle.id.uuid, of: CycleMachine.definition, in: cycle.group, facts: facts, reason: reason,
      payload: ["detail": cycle.period.label],
      carryOut: { effect in
        switch effect {
        case .fixCoverage:
          try cycles.fixCoverage(try cycles.statuses(of: cycle), of: cycle.id, at: now)
        case .compilePicture: try compilePicture(of: cycle)
        case .exportPicture: try requestExport(of: cycle)
        case .freezePicture: try pictures.adopt(facts.adoptedVersion!, of: cycle.id, by: actor.id, at: now)
        default: break
        }
      })
    return said
  }

  /// Why the product itself says an event to a cycle, as far as that is known.
  static func reason(for event: Event, in state: State, _ facts: CycleFacts) -> String? {
    event == "miss" ? MissCause(in: state, facts).rawValue : nil
  }

  /// Opens collection again, with a new deadline.
  public func reopen(_ cycle: Cycle, until deadline: Instant, because reason: String) throws -> Said {
    let said = try say("reopen", to: cycle, because: reason) { $0.newTime = deadline }
    if !said.isRepeated { try cycles.setTimes(cycle.times.reopened(until: deadline), of: cycle.id) }
    return said
  }

  /// Moves the meeting; the picture keeps its distance to it, and the period before may be held until it.
  public func moveMeeting(_ cycle: Cycle, to meeting: Instant, because reason: String) throws -> Said {
    let said = try say("moveMeeting", to: cycle, because: reason) { $0.newTime = meeting }
    guard !said.isRepeated else { return said }
    let zone = try zone(of: try group(cycle.group))
    let wall = zone.local(meeting)
    try cycles.setTimes(cycle.times.meetingMoved(to: meeting), of: cycle.id)
    try occurrences.setMoved(cycle.id, to: wall)
    try occurrences.add(
      MeetingMove(.coordinator, from: zone.local(cycle.times.meeting), to: wall), of: cycle.period,
      in: cycle.group, by: cycle.id, said.revision)
    if let before = try cycles.previous(to: cycle) { try rearmMiss(of: before.id, nextMeeting: meeting) }
    return said
  }
}
