import EST
import StateMachine

extension MemoryWorld {
  func facts(ofCycle index: Int) -> CycleFacts {
    let cycle = cycles[index]
    var facts = CycleFacts(now: now, timetable: cycle.times, nextMeeting: nextMeeting(after: cycle))
    facts.pictureVersions = cycle.pictures.count
    facts.pictured = cycle.pictures.map(\.compiledAt).min()
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
    var details = details
    if event == "miss" {
      details.reason = details.reason ?? MissCause(in: state(cycle: index), facts).rawValue
    }
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
      if event == "moveMeeting" { move(index, from: times, to: details.time!) }
      if Machine.cycle.shape.isTerminal(state) { liveCycles.removeAll { $0 == index } }
      if state == "withdrawn" { standing.removeAll { $0 == index } }
    }
    return reply
  }

  /// The period before may be held until the moved meeting.
  private func move(_ index: Int, from times: CycleTimes, to meeting: Instant) {
    cycles[index].times = times.meetingMoved(to: meeting)
    cycles[index].movedTo = zone.local(meeting)
    if let before = standing.last(where: { cycles[$0].period.firstDay < cycles[index].period.firstDay }) {
      rearmMiss(of: before, nextMeeting: meeting)
    }
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

}
