import EST
import StateMachine

extension Model {
  func readTimers(_ world: MemoryWorld) {
    while factsRead < world.timerFacts.count {
      let fact = world.timerFacts[factsRead]
      factsRead += 1
      switch fact.fate {
      case .armed:
        require(
          standing.insert(fact.timer).inserted, .everyTimerAccountedFor, "\(fact.timer) was armed twice")
      case .fired, .refused, .disarmed:
        require(
          standing.remove(fact.timer) != nil, .everyTimerAccountedFor, "\(fact.timer) was not standing")
        account(for: fact, world)
      }
    }
  }

  /// Whatever ended a timer is on record.
  private func account(for fact: TimerFact, _ world: MemoryWorld) {
    let timer = fact.timer
    switch fact.fate {
    case .armed: break
    case .fired:
      let row = world.log[fact.row]
      require(
        row.instance == timer.instance && row.event == timer.event && row.person == Cast.worker
          && timer.due <= row.at, .everyTimerAccountedFor, "\(timer) fired without its row: \(row)")
      if timer.event == "remind" {
        require(firedReminders.insert(timer).inserted, .remindersOnce, "\(timer) fired twice")
      }
    case .disarmed:
      // Of another period's row only when that moved the meeting until which this one may be held.
      let row = world.log[fact.row]
      require(
        row.instance == timer.instance
          || timer.event == "miss" && ["plan", "withdraw", "moveMeeting"].contains(row.event),
        .everyTimerAccountedFor, "\(timer) was disarmed by nothing")
    case .refused:
      let record = world.refusals.last { $0.timer == timer }
      require(
        record?.reason.isEmpty == false, .everyTimerAccountedFor,
        "\(timer) was refused without a record that says why")
    }
  }

  func auditTimers(_ world: MemoryWorld) {
    require(
      Set(world.timers) == standing && world.timers.count == standing.count, .everyTimerAccountedFor,
      "standing \(world.timers.count), in the books \(standing.count)")
    for timer in world.timers {
      require(!isOver.contains(timer.instance.index), .overIsOver, "\(timer) outlives its instance")
    }
    for index in world.liveCycles {
      let cycle = world.cycles[index]
      let events = Set(world.timers.filter { $0.instance == cycle.instance }.map(\.event))
      for needed in Self.needed[world.state(cycle.instance)] ?? [] {
        require(
          events.contains(needed), .everyTimerAccountedFor,
          "\(cycle.period.label) is \(world.state(cycle.instance)) and nothing will say \(needed)")
      }
    }
  }

  /// What brings a cycle on by itself, by its state.
  private static let needed: [State: [Event]] = [
    "planned": ["open", "closeCollection", "compile", "miss"],
    "collecting": ["closeCollection", "compile", "miss"], "reviewing": ["compile", "miss"],
    "pictured": ["miss"],
  ]
}
