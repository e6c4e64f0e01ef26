import EST
import StateMachine

extension Actors {
  /// What the coordinator does about the period in work.
  mutating func coordinate(in world: MemoryWorld) -> Command? {
    let coordinator = anyone(.coordinator, in: world)
    let begun = world.liveCycles.first { world.state(cycle: $0) != "planned" }
    let cycle = choices.once(in: 40) ? choices.one(of: world.liveCycles) : begun
    guard let cycle else { return nil }
    let meeting = world.cycles[cycle].times.meeting
    let draw = choices.below(100)
    switch (world.state(cycle: cycle), draw) {
    case ("planned", 0..<30): return command(coordinator, .cycle("open", cycle))
    case ("planned", 30..<60): return command(coordinator, .cycle("skip", cycle, .because()))
    case ("planned", _), (_, 0..<3): return move(cycle, by: coordinator, world)

    case ("collecting", 3..<8): return command(coordinator, .cycle("closeCollection", cycle))
    case ("collecting", 8..<10): return command(coordinator, .cycle("skip", cycle, .because()))
    case ("collecting", 10..<16):
      return recent(world.reports.count).flatMap { command(coordinator, .reject(report: $0)) }
    case ("collecting", _): return command(coordinator, .acceptAll(cycle: cycle))

    case ("reviewing", 3..<50): return command(coordinator, .acceptAll(cycle: cycle))
    case ("reviewing", 50..<60), ("pictured", 3..<8): return reopen(cycle, by: coordinator, world)
    case ("reviewing", _): return command(coordinator, .cycle("compile", cycle))

    case ("pictured", 8..<16): return command(coordinator, .cycle("recompile", cycle))
    case ("pictured", 16..<20): return command(coordinator, .cycle("skip", cycle, .because()))
    case ("pictured", 20..<26):
      return command(
        coordinator, .cycle("adoptWithoutMeeting", cycle, .because("Mötet hölls per telefon")))
    case ("pictured", _):
      // Seldom before its time, and seldom forgotten.
      guard world.now >= meeting.advanced(minutes: -60) || choices.once(in: 20) else { return nil }
      return command(coordinator, .cycle("startMeeting", cycle))

    case ("meeting", 3..<30): return command(coordinator, .cycle("adopt", cycle))
    case ("meeting", 30..<33):
      return command(coordinator, .cycle("adopt", cycle, .init(version: choices.between(1...3))))
    case ("meeting", 33..<50): return command(coordinator, .decision(cycle: cycle))
    case ("meeting", 50..<60): return prioritise(cycle, by: coordinator, world)
    case ("meeting", 60..<64): return command(coordinator, .cycle("adjourn", cycle, .because()))
    case ("meeting", 64..<80): return command(coordinator, .cycle("conclude", cycle, .because()))
    case ("meeting", _): return command(coordinator, .cycle("conclude", cycle))
    default: return nil
    }
  }

  private mutating func move(_ cycle: Int, by coordinator: Int?, _ world: MemoryWorld) -> Command? {
    var details = Operation.Details.because("Krock i kalendern")
    let minutes = choices.between((-24 * 60)...(4 * 24 * 60))
    details.time = world.cycles[cycle].times.meeting.advanced(minutes: minutes)
    return command(coordinator, .cycle("moveMeeting", cycle, details))
  }

  private mutating func reopen(_ cycle: Int, by coordinator: Int?, _ world: MemoryWorld) -> Command? {
    var details = Operation.Details.because("En enhet saknas")
    details.time = ahead(world, days: 0...3)
    return command(coordinator, .cycle("reopen", cycle, details))
  }

  private mutating func prioritise(_ cycle: Int, by coordinator: Int?, _ world: MemoryWorld) -> Command? {
    var order: [Int] = []
    for _ in 0..<choices.between(1...3) {
      if let problem = recent(world.problems.count, among: 6), !order.contains(problem) {
        order.append(problem)
      }
    }
    return command(coordinator, .priorities(order, cycle: cycle))
  }
}
