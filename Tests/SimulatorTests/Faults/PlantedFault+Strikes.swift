import EST
import StateMachine

extension PlantedFault {
  func strikeReminder(_ world: MemoryWorld) -> Bool {
    guard let cycle = world.collecting.first.map({ world.cycles[$0] }), world.now < cycle.times.deadline
    else {
      return false
    }
    switch self {
    case .doubleReminder:
      let timers = world.timerFacts.filter {
        $0.timer.event == "remind" && $0.fate == .fired && $0.timer.instance == cycle.instance
      }
      guard let timer = timers.last?.timer else { return false }
      world.arm(timer)
      world.fire(timer)
    case .reminderToTheWrong:
      let missing = world.recipients(of: .reportersMissing, about: cycle.instance)
      guard let other = world.cast.reporters.first(where: { !missing.contains($0) }) else { return false }
      world.notices.append(
        Notice(
          instance: cycle.instance, revision: world.instances[cycle.instance.index].revision,
          kind: .reportsMissing, person: other))
    default:
      // The clock is late, or the guard asleep.
      let now = world.now
      world.now = cycle.times.deadline.advanced(minutes: 5)
      world.append(
        "remind", to: cycle.instance, becoming: "collecting", person: Cast.worker, role: .worker, reason: nil,
        key: nil)
      world.tell(.reportsMissing, .reportersMissing, of: cycle.instance)
      world.now = now
      return !world.recipients(of: .reportersMissing, about: cycle.instance).isEmpty
    }
    return true
  }

  func strikeLog(_ world: MemoryWorld, after step: Step, _ choices: inout Choices) -> Bool {
    switch self {
    case .forgedTransition:
      guard let cycle = world.liveCycles.first else { return false }
      world.append(
        "conclude", to: world.cycles[cycle].instance, becoming: "concluded", person: 2, role: .coordinator,
        reason: nil, key: nil)
      return world.log.last?.from != "meeting"
    case .forgedRole:
      guard let cycle = world.collecting.first else { return false }
      world.append(
        "closeCollection", to: world.cycles[cycle].instance, becoming: "reviewing", person: 7,
        role: .coordinator, reason: nil, key: nil)
    case .rewrittenRow:
      let old = world.log.indices.filter { world.log[$0].reason != nil }
      guard let index = choices.one(of: old) else { return false }
      world.log[index].event = "recompile"
    case .rowAfterTheEnd:
      guard let over = world.cycles.last(where: { world.state($0.instance) == "concluded" }) else {
        return false
      }
      world.append(
        "conclude", to: over.instance, becoming: "concluded", person: 2, role: .coordinator, reason: nil,
        key: nil
      )
    case .lostTransition:
      // It was acknowledged; the server fell, and it was not on the disk.
      guard case .say(_, _, .taken?) = step, let row = world.log.last, row.revision > 1, row.key != nil else {
        return false
      }
      world.log.removeLast()
      world.timerFacts.removeAll { $0.row == world.log.count }
      world.instances[row.instance.index].state = row.from
      world.instances[row.instance.index].revision -= 1
      world.instances[row.instance.index].hash = row.previousHash
    default:
      guard case .say(let command, _, .taken(let state, _)?) = step,
        case .cycle("recompile", _, _) = command.operation
      else { return false }
      world.said[command.key] = nil
      _ = world.carryOut(command)
      return state == "pictured"
    }
    return true
  }

  func strikeReport(_ world: MemoryWorld) -> Bool {
    guard let report = world.reports.last else { return false }
    switch self {
    case .lostReport:
      let index = world.reports.count - 1
      world.reports.removeLast()
      world.unreviewed.removeAll { $0 == index }
      for day in world.reportsByDay.keys { world.reportsByDay[day]!.removeAll { $0 == index } }
      if let cycle = report.cycle { world.reportsByCycle[cycle]?.removeAll { $0 == index } }
    case .doubledReport: world.reports.append(report)
    default:
      // It is there, but counts for no period's coverage.
      guard let cycle = report.cycle, world.state(cycle: cycle) == "collecting", !report.isLate,
        world.cast.units[report.unit].isExpected,
        world.now > world.cycles[cycle].times.deadline.advanced(minutes: -24 * 60),
        world.reportsByCycle[cycle]?.filter({ world.reports[$0].unit == report.unit }).count == 1
      else { return false }
      world.reportsByCycle[cycle]?.removeAll { $0 == world.reports.count - 1 }
    }
    return true
  }

  func strikePicture(_ world: MemoryWorld, after step: Step) -> Bool {
    switch self {
    case .pictureOfLess:
      // Nobody sees the reports of the days of the period in work.
      guard let cycle = world.collecting.first else { return false }
      let span = Timetable(world.cycles[cycle].period, world.settings, zone: world.zone)
      let reports = Set(world.reports(from: span.opens, to: span.ends))
      guard !reports.isEmpty else { return false }
      for day in world.reportsByDay.keys { world.reportsByDay[day]!.removeAll(where: reports.contains) }
    default:
      guard
        let cycle = world.cycles.indices.suffix(10).last(where: {
          world.cycles[$0].adopted != nil
            && world.cycles[$0].pictures.count > (self == .changedPicture ? 0 : 1)
        })
      else { return false }
      if self == .secondAdoptedPicture {
        let other = world.cycles[cycle].pictures.firstIndex { !$0.isAdopted }
        guard let other else { return false }
        world.cycles[cycle].pictures[other].isAdopted = true
      } else {
        let adopted = world.cycles[cycle].adopted! - 1
        guard case .week = step else { return false }
        let old = world.cycles[cycle].pictures[adopted]
        world.cycles[cycle].pictures[adopted] = .init(
          compiledAt: old.compiledAt, reports: old.reports + 1, isAdopted: true)
      }
    }
    return true
  }
}
