import EST
import StateMachine

extension MemoryWorld {
  /// The cycle of a period, if it is planned.
  func cycle(of period: Period) -> Int? {
    cycles.lastIndex { $0.period.firstDay == period.firstDay && $0.period.kind == period.kind }
  }

  func facts(ofCycle index: Int) -> CycleFacts {
    let cycle = cycles[index]
    let next = cycle.period.next
    let nextMeeting =
      self.cycle(of: next).map { cycles[$0].times.meeting } ?? Timetable(next, settings, zone: zone).meeting
    var facts = CycleFacts(now: now, timetable: cycle.times, nextMeeting: nextMeeting)
    facts.pictureVersions = cycle.pictures.count
    facts.adoptedVersion = cycle.adopted
    facts.priorities = cycle.priorities.count
    facts.decisions = cycle.decisions.count
    return facts
  }

  @discardableResult
  func sayToCycle(
    _ event: Event, _ index: Int, by person: Int, key: Key?, _ details: Operation.Details = .init()
  ) throws(NotTaken) -> Reply {
    var facts = facts(ofCycle: index)
    facts.reason = details.reason
    facts.newTime = details.time
    if event == "adopt" || event == "adoptWithoutMeeting" { try choose(details.version, &facts) }
    let times = cycles[index].times
    let reply = try say(
      event, to: cycles[index].instance, of: CycleMachine.definition, facts: facts, by: person,
      reason: details.reason, key: key,
      carryOut: { effect in
        switch effect {
        case .fixCoverage: fixCoverage(index)
        case .compilePicture: compile(index)
        case .freezePicture:
          let adopted = facts.adoptedVersion! - 1
          if cycles[index].adopted == nil { cycles[index].pictures[adopted].isAdopted = true }
        default: break
        }
      })
    if case .taken(let state, _) = reply {
      if event == "reopen" { cycles[index].times = times.reopened(until: details.time!) }
      if event == "moveMeeting" { cycles[index].times = times.meetingMoved(to: details.time!) }
      if Machine.cycle.shape.isTerminal(state) { liveCycles.removeAll { $0 == index } }
    }
    return reply
  }

  private func choose(_ version: Int?, _ facts: inout CycleFacts) throws(NotTaken) {
    guard let adopted = facts.adoptedVersion else {
      facts.adoptedVersion = version ?? (facts.pictureVersions > 0 ? facts.pictureVersions : nil)
      return
    }
    guard version == nil || version == adopted else { throw NotTaken("alreadyAdopted") }
  }

  /// A decision or an order of priorities is noted while the meeting goes on, by who leads it.
  func requireMeeting(_ cycle: Int, _ person: Int) throws(NotTaken) {
    guard cast.people[person].holds(.coordinator) else { throw NotTaken("notAllowed") }
    guard state(cycle: cycle) == "meeting" else { throw NotTaken("meetingNotOpen") }
  }

  func decide(_ key: Key, cycle: Int, by person: Int) throws(NotTaken) {
    guard !cycles[cycle].decisions.contains(key) else { return }
    try requireMeeting(cycle, person)
    cycles[cycle].decisions.append(key)
  }

  func prioritise(_ order: [Int], cycle: Int, by person: Int) throws(NotTaken) {
    for problem in order where ["resolved", "dismissed"].contains(state(problem: problem)) {
      throw NotTaken("problemOver")
    }
    guard cycles[cycle].priorities != order else { return }
    try requireMeeting(cycle, person)
    cycles[cycle].priorities = order
  }

  private func fixCoverage(_ index: Int) {
    cycles[index].coverage = [:]
    for unit in cast.units.indices where cast.units[unit].isExpected {
      cycles[index].coverage[unit] =
        hasReported(unit, in: index)
        ? .reported : cycles[index].saidNothing.contains(unit) ? .nothing : .missing
    }
  }

  private func compile(_ index: Int) {
    let span = Timetable(cycles[index].period, settings, zone: zone)
    cycles[index].pictures.append(
      .init(
        compiledAt: now, reports: reports(from: span.opens, to: span.ends).count, isAdopted: false))
  }

  /// Plans every period that should exist now and does not.
  func planAhead() {
    let current = settings.period(containing: zone.local(now).date)
    var period: Period
    if let last = cycles.last {
      period = settings.period(containing: last.period.endDay)
    } else {
      let previous = Timetable(current.previous, settings, zone: zone)
      period = previous.deadline > now ? current.previous : current
    }
    let last = current.shifted(by: 8)
    while period <= last {
      plan(period)
      period = period.next
    }
  }

  func plan(_ period: Period) {
    let times = CycleTimes(Timetable(period, settings, zone: zone))
    let next = Timetable(period.next, settings, zone: zone)
    let births = cycles.count { $0.period.label == period.label }
    let id = InstanceID(index: instances.count)
    let facts = CycleFacts(now: now, timetable: times, nextMeeting: next.meeting)
    // The worker may always plan.
    _ = try! say(
      "plan", to: id, of: CycleMachine.definition, born: (.cycle, cycles.count), facts: facts, by: Cast.worker)
    liveCycles.append(cycles.count)
    cycles.append(Cycle(instance: id, period: period, times: times, birth: births + 1))
  }
}
