import EST
import Persistence
import StateMachine
import Workflow

/// The desk's words for an event, where it has any.
extension Desk {
  func say(_ event: Event, to cycle: Persistence.Cycle, _ details: Operation.Details) throws -> Reply {
    let reason = details.reason ?? ""
    let said =
      switch event {
      case "reopen": try reopen(cycle, until: details.time!, because: reason)
      case "moveMeeting": try moveMeeting(cycle, to: details.time!, because: reason)
      case "startMeeting": try startMeeting(cycle)
      case "adopt": try adopt(details.version, in: cycle)
      case "adjourn": try adjourn(cycle, because: reason)
      case "conclude": try conclude(cycle, because: details.reason)
      case "adoptWithoutMeeting": try adoptWithoutMeeting(details.version, in: cycle, because: reason)
      default: try say(event, to: cycle, because: details.reason)
      }
    return Reply(said)
  }

  func say(_ event: Event, about problem: Persistence.Problem, _ details: Operation.Details) throws -> Reply {
    let reason = details.reason ?? ""
    let said =
      switch event {
      case "prioritise": try prioritise(problem, details.isComplete ? [.common: 2, .harm: 1] : [:])
      case "dismiss": try dismiss(problem, because: reason, cancelActions: details.isYes)
      case "escalate": try escalate(problem)
      case "decide": try decide(problem, dismiss: details.isYes, because: reason)
      case "beginAnalysis": try beginAnalysis(of: problem)
      case "sign": try sign(problem)
      case "reopenAnalysis": try reopenAnalysis(of: problem, because: details.reason)
      case "beginAction": try beginAction(on: problem, followUp: details.time!)
      case "beginEvaluation": try beginEvaluation(of: problem)
      case "giveUp": try giveUp(problem, because: reason)
      case "resolve":
        try resolve(problem, result: "Lugnare", lesson: details.isComplete ? "Ljus hjälper" : "")
      case "reanalyse": try reanalyse(problem, because: reason)
      case "actAgain": try actAgain(on: problem, followUp: details.time!)
      case "recur": try recur(problem, because: reason)
      default: try say(event, toProblem: problem.id, because: details.reason)
      }
    return Reply(said)
  }

  func say(_ event: Event, about action: Persistence.Action, _ details: Operation.Details) throws -> Reply {
    let reason = details.reason ?? ""
    let said =
      switch event {
      case "start":
        try start(
          action, baseline: details.isComplete ? "Elva rapporter" : nil,
          expectedEffect: details.isComplete ? "Inom åtta veckor" : nil, followUp: details.time)
      case "postpone": try postpone(action, to: details.time!, because: reason)
      case "finish": try finish(action, production: "Tio lampor")
      case "redo": try redo(action, because: reason)
      case "cancel": try cancel(action, because: reason)
      case "evaluate":
        try evaluate(
          action, colour: .green, result: "Lugnare", lesson: details.isComplete ? "Ljus hjälper" : "")
      default: try say(event, toAction: action.id, because: details.reason)
      }
    return Reply(said)
  }
}
