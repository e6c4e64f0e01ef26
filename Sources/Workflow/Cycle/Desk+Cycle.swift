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
      guard let cycle = try cycles.find(try period(labelled: label, of: group), of: group.id) else {
        throw StoreError.notFound(.cycle, name: label)
      }
      return cycle
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
    facts.adoptedVersion = standing.adoptedVersion
    facts.priorities = standing.priorities
    facts.decisions = standing.decisions
    return facts
  }

  /// When the period after would meet, by the group's settings.
  private func unplannedMeeting(after cycle: Cycle) throws -> Instant {
    let group = try group(cycle.group)
    return Timetable(cycle.period.next, group.settings, zone: try zone(of: group)).meeting
  }

  /// Says an event to a cycle.
  /// - Parameter adjust: what the caller adds to the facts: a reason, a new time, the version to adopt.
  @discardableResult
  public func say(
    _ event: Event, to cycle: Cycle, because reason: String? = nil,
    adjust: (inout CycleFacts) throws -> Void = { _ in }
  ) throws -> Said {
    // The log keeps the reason for ever.
    let reason = try screen(reason, field: "reason")
    // Locked before the facts are read, so that none of them changes until the event is decided.
    _ = try locked(cycle.id.uuid)
    var facts = try facts(of: cycle)
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

  /// Opens collection again, with a new deadline.
  public func reopen(_ cycle: Cycle, until deadline: Instant, because reason: String) throws -> Said {
    let said = try say("reopen", to: cycle, because: reason) { $0.newTime = deadline }
    if !said.isRepeated { try cycles.setTimes(cycle.times.reopened(until: deadline), of: cycle.id) }
    return said
  }

  /// Moves the meeting; the picture keeps its distance to it.
  public func moveMeeting(_ cycle: Cycle, to meeting: Instant, because reason: String) throws -> Said {
    let said = try say("moveMeeting", to: cycle, because: reason) { $0.newTime = meeting }
    if !said.isRepeated { try cycles.setTimes(cycle.times.meetingMoved(to: meeting), of: cycle.id) }
    return said
  }
}
