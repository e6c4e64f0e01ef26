import EST
import StateMachine

extension MemoryWorld {
  func propose(
    _ kind: ActionKind, problem: Int?, causes: [Int], key: Key, by person: Int
  ) throws(NotTaken) {
    guard !actions.contains(where: { $0.key == key }) else { return }
    if let problem, ["resolved", "dismissed"].contains(state(problem: problem)) {
      throw NotTaken("problemOver")
    }
    if kind == .plan && problem == nil { throw NotTaken("problem") }
    let known = problem.flatMap { problems[$0].analysis }?.causes.count ?? 0
    if causes.contains(where: { $0 > known }) { throw NotTaken("cause") }
    var facts = ActionFacts(now: now)
    facts.isQuick = kind == .quick
    facts.causes = causes.count
    let id = InstanceID(index: instances.count)
    try say(
      "propose", to: id, of: ActionMachine.definition, born: (.action, actions.count), facts: facts,
      by: person)
    if let problem { problems[problem].actions.append(actions.count) }
    actions.append(
      Action(
        instance: id, key: key, kind: kind, problem: problem,
        causes: causes.count, facts: facts))
  }

  @discardableResult
  func sayToAction(
    _ event: Event, _ index: Int, by person: Int, key: Key?, _ details: Operation.Details = .init()
  ) throws(NotTaken) -> Reply {
    let id = actions[index].instance
    if let key, let reply = try alreadySaid(event, to: id, key) { return reply }
    var facts = actions[index].facts
    var owner = actions[index].owner
    let isOwner = owner.map { isSame($0, person) } ?? false
    facts.now = now
    facts.reason = details.reason
    switch event {
    case "decide":
      guard let due = details.time, due > now else { throw NotTaken("inThePast") }
      owner = details.owner
      facts.hasOwner = true
      facts.due = due
      if details.isComplete { facts.hasGoal = true }
    case "start":
      if let followUp = details.time {
        guard followUp > now else { throw NotTaken("inThePast") }
        facts.followUp = followUp
      }
      if details.isComplete {
        facts.hasBaseline = true
        facts.hasExpectedEffect = true
      }
    case "postpone":
      facts.due = details.time
      facts.newDue = details.time
    case "evaluate":
      facts.hasColour = true
      facts.hasResult = true
      facts.hasLesson = details.isComplete
    default: break
    }
    let reply = try say(
      event, to: id, of: ActionMachine.definition, facts: facts, by: person, isOwner: isOwner,
      reason: details.reason, key: key,
      writing: { () throws(NotTaken) in
        actions[index].owner = owner
        actions[index].facts = facts
        actions[index].facts.newDue = nil
      })
    if let problem = actions[index].problem, ["finish", "cancel", "evaluate"].contains(event) {
      armEvaluationIfCured(problem, by: person)
    }
    return reply
  }

  /// A follow-up date that passed while something was open was refused: whoever ends the last of it arms it again.
  private func armEvaluationIfCured(_ problem: Int, by person: Int) {
    let id = problems[problem].instance
    let facts = facts(ofProblem: problem, by: person)
    guard state(problem: problem) == "acting", let followUp = facts.followUp, followUp <= now,
      !timers.contains(where: { $0.instance == id && $0.event == "beginEvaluation" }),
      case .accepted = ProblemMachine.definition.decide(
        in: "acting", "beginEvaluation", by: [.worker], facts: facts)
    else { return }
    arm(Timer(due: now, instance: id, event: "beginEvaluation"))
  }
}
