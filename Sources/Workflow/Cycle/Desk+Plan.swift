import EST
import Persistence
import StateMachine

extension Desk {
  /// Makes a group's coming periods what they should be: plans what is missing, withdraws and plans anew what its settings
  /// or its zone have changed, and puts on record what nobody was there for.
  ///
  /// Level-triggered, so that whatever was missed is made up by the next round; safe to be done by several at a time.
  /// - Returns: the periods planned, oldest first.
  @discardableResult
  public func planAhead(_ group: Group) throws -> [Period] {
    // Most of the time there is nothing to do, and then nobody waits for anybody.
    guard try !plan(of: group).isEmpty else { return [] }
    try cycles.lockPlan(of: group.id)
    let group = try self.group(group.id)
    let plan = try plan(of: group)
    for withdrawal in plan.withdrawals {
      try say("withdraw", to: try cycles.find(withdrawal.id)!, because: withdrawal.rule.rawValue)
    }
    for birth in plan.births { try carryOut(birth, in: group) }
    if !plan.confirmed.isEmpty { try cycles.confirm(plan.confirmed, under: group.settings) }
    for (id, meeting) in plan.rearmed { try rearmMiss(of: id, nextMeeting: meeting) }
    return plan.births.map(\.timetable.period)
  }

  private func plan(of group: Group) throws -> Plan {
    Planner(group.settings, zone: try zone(of: group), now: now).plan(try cycles.standing(of: group.id))
  }

  private func carryOut(_ birth: Plan.Birth, in group: Group) throws {
    let id: CycleID = newID()
    let period = birth.timetable.period
    try cycles.add(id, group: group.id, birth)
    func say(_ event: Event, because reason: String? = nil) throws -> Said {
      var facts = CycleFacts(now: now, timetable: birth.times, nextMeeting: birth.nextMeeting)
      facts.reason = reason
      return try self.say(
        event, to: id.uuid, of: CycleMachine.definition, in: group.id, facts: facts, reason: reason,
        payload: ["detail": period.label])
    }
    let planned = try say("plan")
    for move in birth.moves {
      try occurrences.add(move, of: period, in: group.id, by: id, planned.revision)
    }
    // Only a worker says so; what a person plans so late is said by its timers when a worker comes.
    if birth.isMissed && roles(in: group.id).contains(.worker) {
      _ = try say("miss", because: MissCause.workerAway.rawValue)
    }
  }

  /// A period may be held until the next one's meeting, whenever that is now.
  func rearmMiss(of id: CycleID, nextMeeting: Instant) throws {
    guard let instance = try locked(id.uuid),
      CycleMachine.definition.events(in: instance.state, by: [.worker]).contains("miss"),
      let cycle = try cycles.find(id)
    else { return }
    var writer = TransitionWriter(municipality.code, at: now)
    writer.disarm(id.uuid, "miss")
    writer.arm(id.uuid, "miss", at: cycle.times.miss(nextMeeting: nextMeeting))
    try writer.write(session)
  }

  /// The account of a group: every meeting that is expected, with those that nobody has planned yet though their time has
  /// come. A group of which nothing is planned has not begun.
  public func account(of group: Group) throws -> [Occurrence] {
    let known = try occurrences.all(of: group.id)
    guard !known.isEmpty else { return [] }
    let unplanned = try plan(of: group).births.filter { $0.times.meeting <= now }
    return known
      + unplanned.filter { birth in
        !known.contains {
          $0.period.kind == birth.timetable.period.kind && $0.period.label == birth.timetable.period.label
        }
      }.map { birth in
        Occurrence(
          period: birth.timetable.period, expected: birth.timetable.expected, zone: birth.settings.zone,
          cycle: nil,
          state: nil, actual: nil, outcome: birth.isMissed ? .missed : .open,
          reason: MissCause.workerAway.rawValue)
      }
  }
}
