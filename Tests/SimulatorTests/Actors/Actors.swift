import EST
import StateMachine

/// Chooses what somebody does next: mostly what a sensible participant would, sometimes what nobody should.
struct Actors {
  var choices: Choices

  /// `nil` where the one who was asked has nothing to do.
  mutating func next(in world: MemoryWorld) -> Command? {
    switch choices.below(100) {
    case 0..<38: report(in: world)
    case 38..<76: coordinate(in: world)
    case 76..<94: work(in: world)
    case 94..<99: meddle(in: world)
    default: administer(in: world)
    }
  }

  mutating func command(_ person: Int?, _ operation: Operation) -> Command? {
    person.map { Command(person: $0, key: choices.key(), operation: operation) }
  }

  mutating func anyone(_ roles: Role..., in world: MemoryWorld) -> Int? {
    choices.one(
      of: world.cast.people.indices.filter { world.cast.people[$0].roles.contains(where: roles.contains) })
  }

  /// Some time from now.
  mutating func ahead(_ world: MemoryWorld, days: ClosedRange<Int>) -> Instant {
    let minutes = choices.between((days.lowerBound * 24 * 60)...(days.upperBound * 24 * 60))
    return world.now.advanced(minutes: minutes)
  }

  private mutating func report(in world: MemoryWorld) -> Command? {
    guard let person = choices.one(of: world.cast.reporters),
      let unit = choices.one(of: world.cast.units(of: person))
    else { return nil }
    switch choices.below(20) {
    case 0..<3: return command(person, .nothing(unit: unit))
    case 3:
      guard let report = recent(world.reports.count) else { return nil }
      return command(person, .withdraw(report: report))
    default:
      // Mostly of the last days, now and then of weeks ago.
      let hours = choices.once(in: 6) ? choices.between(72...700) : choices.between(0...72)
      return command(person, .report(unit: unit, from: world.now.advanced(minutes: -60 * hours)))
    }
  }

  /// One of the last few of so many.
  mutating func recent(_ count: Int, among last: Int = 12) -> Int? {
    count == 0 ? nil : count - 1 - choices.below(min(count, last))
  }

  /// The administrator changes how the group works.
  private mutating func administer(in world: MemoryWorld) -> Command? {
    guard choices.once(in: 4) else { return nil }
    var settings = world.settings
    settings.vary(&choices)
    return command(Cast.administrator, .settings(settings))
  }

  /// Anybody but the worker, who has no mind of its own, says anything to anything.
  private mutating func meddle(in world: MemoryWorld) -> Command? {
    let person = choices.between(1...world.cast.people.count - 1)
    var details = Operation.Details(reason: choices.one(nil, "Utan skäl"))
    details.time = choices.one(nil, ahead(world, days: 0...20), world.now.advanced(minutes: -30))
    details.version = choices.one(nil, nil, 1, 7)
    details.isYes = choices.percent(50)
    details.isComplete = choices.percent(50)
    switch choices.below(3) {
    case 0:
      guard let cycle = recent(world.cycles.count, among: 14) else { return nil }
      var event = choices.one(of: Event.ofCycles)!
      if ["reopen", "moveMeeting"].contains(event) && details.time == nil { event = "skip" }
      if ["startMeeting", "adopt"].contains(event) { details.reason = nil }
      return command(person, .cycle(event, cycle, details))
    case 1:
      guard let problem = recent(world.problems.count) else { return nil }
      var event = choices.one(of: Event.ofProblems)!
      if ["beginAction", "actAgain"].contains(event) && details.time == nil { event = "giveUp" }
      if !Event.withReason.contains(event) { details.reason = nil }
      return command(person, .problem(event, problem, details))
    default:
      guard let action = recent(world.actions.count) else { return nil }
      var event = choices.one(of: Event.ofActions)!
      details.owner = 6
      if ["decide", "postpone"].contains(event) && details.time == nil { event = "redo" }
      if !Event.withReason.contains(event) || event == "decide" { details.reason = nil }
      return command(person, .action(event, action, details))
    }
  }
}

extension Event {
  /// What a participant has words for, of each machine.
  static let ofCycles: [Event] = [
    "open", "closeCollection", "compile", "recompile", "reopen", "startMeeting", "adopt", "adjourn",
    "conclude",
    "adoptWithoutMeeting", "skip", "moveMeeting", "remind", "overdue", "miss",
  ]
  static let ofProblems: [Event] = [
    "prioritise", "dismiss", "escalate", "decide", "beginAnalysis", "sign", "reopenAnalysis", "beginAction",
    "beginEvaluation", "giveUp", "resolve", "reanalyse", "actAgain", "recur",
  ]
  /// Those of problems and actions that are said with one.
  static let withReason: Set<Event> = [
    "dismiss", "decide", "reopenAnalysis", "giveUp", "reanalyse", "recur", "postpone", "redo", "cancel",
  ]
  static let ofActions: [Event] = [
    "decide", "start", "finish", "redo", "postpone", "cancel", "evaluate", "due", "overdue", "followUp",
  ]
}
