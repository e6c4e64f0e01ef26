import EST
import StateMachine

/// What must never happen, made to happen in the world in memory: it shows that the promises can be broken, and that the
/// model notices.
enum PlantedFault: String, CaseIterable, Sendable {
  case lostTimer, timerThatOutlives, timerThatNeverFires
  case doubleReminder, reminderToTheWrong, staleReminder
  case forgedTransition, forgedRole, rewrittenRow, rowAfterTheEnd
  case droppedMail, mailNeverAskedFor, mailThatNeverLeft
  case lostReport, doubledReport, reportOfNoCycle
  case secondAdoptedPicture, changedPicture, pictureOfLess
  case doubleCycle, missingCycle
  case forgottenKey, lostTransition

  /// Which promise has to be the one that notices; others may as well.
  var breaks: Promise {
    switch self {
    case .lostTimer, .timerThatNeverFires: .everyTimerAccountedFor
    case .timerThatOutlives, .rowAfterTheEnd: .overIsOver
    case .doubleReminder, .reminderToTheWrong: .remindersOnce
    case .staleReminder: .nothingStale
    case .forgedTransition, .forgedRole: .onlyListedTransitions
    case .rewrittenRow: .chainIntact
    case .droppedMail, .mailNeverAskedFor, .mailThatNeverLeft: .everyMailAccountedFor
    case .lostReport, .doubledReport, .reportOfNoCycle, .pictureOfLess: .noReportLost
    case .secondAdoptedPicture, .changedPicture: .oneAdoptedPicture
    case .doubleCycle, .missingCycle: .oneCycleForEachPeriod
    case .forgottenKey, .lostTransition: .onceForEachKey
    }
  }

  /// Whether nothing may come of it: a period that is skipped asks neither for its coverage nor for its picture.
  var mayComeToNothing: Bool { self == .reportOfNoCycle || self == .pictureOfLess }

  /// - Returns: whether there was something to spoil.
  func strike(_ world: MemoryWorld, after step: Step, _ choices: inout Choices) -> Bool {
    switch self {
    case .lostTimer:
      guard !world.timers.isEmpty else { return false }
      world.timers.remove(at: choices.below(world.timers.count))
    case .timerThatOutlives:
      guard let over = world.cycles.last(where: { world.state($0.instance) == "concluded" }) else {
        return false
      }
      world.arm(
        Timer(due: world.now.advanced(minutes: 60 * 24 * 900), instance: over.instance, event: "miss"))
    case .timerThatNeverFires:
      guard let index = soonest(world) else { return false }
      let timer = world.timers[index]
      world.timers[index] = Timer(
        due: timer.due.advanced(minutes: 60 * 24 * 3650), instance: timer.instance, event: timer.event)
    case .doubleReminder, .reminderToTheWrong, .staleReminder: return strikeReminder(world)
    case .forgedTransition, .forgedRole, .rewrittenRow, .rowAfterTheEnd, .lostTransition, .forgottenKey:
      return strikeLog(world, after: step, &choices)
    case .droppedMail:
      guard let index = world.waiting.last else { return false }
      world.waiting.removeLast()
      world.outbox.remove(at: index)
    case .mailNeverAskedFor:
      guard let item = world.outbox.last else { return false }
      world.outbox.append(item)
    case .mailThatNeverLeft:
      guard let index = world.waiting.last, world.outbox[index].left == 0 else { return false }
      world.waiting.removeLast()
      world.outbox[index].state = .delivered
    case .lostReport, .doubledReport, .reportOfNoCycle: return strikeReport(world)
    case .secondAdoptedPicture, .changedPicture, .pictureOfLess: return strikePicture(world, after: step)
    case .doubleCycle:
      guard let cycle = world.liveCycles.last.map({ world.cycles[$0] }) else { return false }
      carryOut(cycle, in: world)
    case .missingCycle:
      guard let last = world.liveCycles.last, world.state(cycle: last) == "planned" else { return false }
      world.disarm(world.cycles[last].instance) { _ in true }
      world.liveCycles.removeLast()
      world.standing.removeAll { $0 == last }
      world.cycles[last].times.opens = world.now.advanced(minutes: 60 * 24 * 3650)
    }
    return true
  }

  private func soonest(_ world: MemoryWorld) -> Int? {
    world.timers.indices.min { world.timers[$0] < world.timers[$1] }
  }

  /// The same period once more.
  private func carryOut(_ cycle: Cycle, in world: MemoryWorld) {
    let facts = CycleFacts(now: world.now, timetable: cycle.times, nextMeeting: cycle.times.meeting)
    let id = InstanceID(index: world.instances.count)
    _ = try? world.say(
      "plan", to: id, of: CycleMachine.definition, born: (.cycle, world.cycles.count), facts: facts,
      by: Cast.worker)
    world.liveCycles.append(world.cycles.count)
    world.cycles.append(
      Cycle(
        instance: id, period: cycle.period, times: cycle.times, settings: cycle.settings, birth: 99))
  }
}
