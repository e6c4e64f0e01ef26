import EST
import StateMachine

extension Actors {
  /// What somebody does about a problem or an action.
  mutating func work(in world: MemoryWorld) -> Command? {
    let live = world.problems.indices.suffix(12).filter {
      !["resolved", "dismissed"].contains(world.state(problem: $0))
    }
    if live.count < 3 && choices.once(in: 6) {
      return command(anyone(.coordinator, .participant, .council, in: world), .identify)
    }
    if choices.percent(55), let action = openAction(in: world) { return act(action, world) }
    if choices.once(in: 12), let problem = recent(world.problems.count) {
      return command(
        anyone(.coordinator, in: world), .problem("recur", problem, .because("Det är tillbaka")))
    }
    guard let problem = choices.one(of: Array(live)) else { return nil }
    return advance(problem, world)
  }

  private mutating func openAction(in world: MemoryWorld) -> Int? {
    choices.one(
      of: world.actions.indices.suffix(20).filter {
        !["evaluated", "cancelled"].contains(world.state(action: $0))
      })
  }

  private mutating func advance(_ problem: Int, _ world: MemoryWorld) -> Command? {
    let coordinator = anyone(.coordinator, in: world)
    let signatory = anyone(.coordinator, .policeLead, in: world)
    func say(_ event: Event, _ details: Operation.Details = .init()) -> Operation {
      .problem(event, problem, details)
    }
    var answer = Operation.Details.because("Styrgruppens svar")
    answer.isYes = choices.percent(25)
    var followUp = Operation.Details()
    followUp.time = ahead(world, days: 7...60)
    if choices.once(in: 40) { return command(coordinator, say("dismiss", answer)) }
    switch (world.state(problem: problem), choices.below(100)) {
    case ("identified", _):
      return command(anyone(.coordinator, .steering, in: world), say("prioritise"))
    case ("prioritised", 0..<20): return command(coordinator, say("escalate"))
    case ("prioritised", _): return command(signatory, say("beginAnalysis"))
    case ("escalated", _): return command(anyone(.steering, in: world), say("decide", answer))
    case ("analysing", 0..<25): return command(signatory, .evidence(problem: problem))
    case ("analysing", 25..<50):
      return command(signatory, .cause(problem: problem, evidence: choices.one(1, 1, 2, nil)))
    case ("analysing", _): return command(signatory, say("sign"))
    case ("analysed", 0..<40):
      return command(
        anyone(.coordinator, .participant, in: world), .propose(.plan, problem: problem, causes: [1]))
    case ("analysed", 40..<45): return command(coordinator, say("reopenAnalysis"))
    case ("analysed", _): return command(coordinator, say("beginAction", followUp))
    case ("acting", 0..<50): return command(coordinator, say("beginEvaluation"))
    case ("acting", 50..<80): return command(coordinator, say("giveUp", .because()))
    case ("evaluating", 0..<50): return command(coordinator, say("resolve"))
    case ("evaluating", 50..<58): return command(coordinator, say("reanalyse", .because()))
    case ("evaluating", 58..<70): return command(coordinator, say("actAgain", followUp))
    case ("evaluating", 70..<80):
      return command(coordinator, .propose(.plan, problem: problem, causes: [1]))
    default: return command(coordinator, .propose(.quick, problem: problem, causes: []))
    }
  }

  private mutating func act(_ action: Int, _ world: MemoryWorld) -> Command? {
    let coordinator = anyone(.coordinator, in: world)
    let actor = choices.percent(50) ? world.actions[action].owner ?? coordinator : coordinator
    var details = Operation.Details()
    details.time = ahead(world, days: 1...50)
    func say(_ event: Event, _ details: Operation.Details = .init()) -> Operation {
      .action(event, action, details)
    }
    if choices.once(in: 25) { return command(coordinator, say("cancel", .because())) }
    switch (world.state(action: action), choices.below(100)) {
    case ("proposed", _):
      details.owner = choices.one(
        of: world.cast.people.indices.filter { world.cast.people[$0].organisation != nil })
      return command(anyone(.coordinator, .steering, in: world), say("decide", details))
    case ("decided", 0..<15), ("underway", 0..<15):
      details.reason = "Leveransen dröjer"
      return command(actor, say("postpone", details))
    case ("decided", _): return command(actor, say("start", details))
    case ("underway", _): return command(actor, say("finish"))
    case ("done", 0..<12): return command(coordinator, say("redo", .because()))
    default: return command(coordinator, say("evaluate"))
    }
  }
}
