import EST
import Persistence
import StateMachine

extension Desk {
  /// - Parameter criteria: scores in `Criterion.scores`; those of before stay where none are given.
  public func prioritise(_ problem: Problem, _ criteria: [Criterion: Int]) throws -> Said {
    let range = Criterion.scores
    guard criteria.values.allSatisfy(range.contains) else {
      throw UseCaseError.badField(
        "criteria", .unknownValue(allowed: "\(range.lowerBound)–\(range.upperBound)"))
    }
    return try say(
      "prioritise", toProblem: problem.id, change: { if !criteria.isEmpty { $0.criteria = criteria } })
  }

  /// - Parameter cancelActions: whether what is proposed, decided or under way is cancelled with it, or stands alone.
  public func dismiss(_ problem: Problem, because reason: String, cancelActions: Bool) throws -> Said {
    let said = try say("dismiss", toProblem: problem.id, because: reason)
    guard cancelActions, !said.isRepeated else { return said }
    var open = ActionFilter(limit: .max)
    open.problem = problem.id
    open.states = ["proposed", "decided", "underway"]
    for action in try actions.list(open) { try say("cancel", toAction: action.id, because: reason) }
    return said
  }

  /// Asks the steering group.
  public func escalate(_ problem: Problem) throws -> Said { try say("escalate", toProblem: problem.id) }

  /// The steering group's answer: it stays prioritised, or is dismissed.
  public func decide(_ problem: Problem, dismiss: Bool, because reason: String) throws -> Said {
    try say("decide", toProblem: problem.id, because: reason, adjust: { $0.escalationDismissed = dismiss })
  }

  public func beginAnalysis(of problem: Problem) throws -> Said {
    try say(
      "beginAnalysis", toProblem: problem.id, writing: { _ in try newVersion(of: problem) })
  }

  /// Signs the current version of the analysis, which locks it; two different people sign, one for each role.
  public func sign(_ problem: Problem) throws -> Said {
    try say(
      "sign", toProblem: problem.id,
      writing: { _ in
        guard let version = try analyses.currentVersion(of: problem.id) else {
          throw StoreError.notFound(.analysis, name: problem.number)
        }
        let signed = try analyses.signatures(of: problem.id, version)
        let free = [GroupRole.coordinator, .policeLead].first { role in
          roles[problem.group]?.contains(role) == true && !signed.contains { $0.role == role }
        }
        guard let free, !signed.contains(where: { $0.participant == actor.id }) else {
          throw UseCaseError.rule(.alreadySigned)
        }
        try analyses.sign(problem.id, version, as: free, by: actor.id, at: now)
      })
  }

  /// A new version, on which the signatures fall.
  public func reopenAnalysis(of problem: Problem, because reason: String? = nil) throws -> Said {
    try say(
      "reopenAnalysis", toProblem: problem.id, because: reason, writing: { _ in try newVersion(of: problem) })
  }

  /// - Parameter followUp: when the effect is to be judged.
  public func beginAction(on problem: Problem, followUp: Instant) throws -> Said {
    try say("beginAction", toProblem: problem.id, change: { try setFollowUp(followUp, &$0) })
  }

  public func beginEvaluation(of problem: Problem) throws -> Said {
    try say("beginEvaluation", toProblem: problem.id)
  }

  /// Every action was cancelled: back to the causes.
  public func giveUp(_ problem: Problem, because reason: String) throws -> Said {
    try say("giveUp", toProblem: problem.id, because: reason, writing: { _ in try newVersion(of: problem) })
  }

  public func resolve(_ problem: Problem, result: String, lesson: String) throws -> Said {
    let result = try screen(result, field: "result")
    let lesson = try screen(lesson, field: "lesson")
    return try say(
      "resolve", toProblem: problem.id, adjust: { $0.resultAndLesson = result != nil && lesson != nil },
      writing: { revision in
        try problems.addOutcome(
          ProblemOutcome(result: result!, lesson: lesson!), of: problem.id, revision: revision)
      })
  }

  /// The effect failed: the causes were wrong or incomplete.
  public func reanalyse(_ problem: Problem, because reason: String) throws -> Said {
    try say(
      "reanalyse", toProblem: problem.id, because: reason, writing: { _ in try newVersion(of: problem) })
  }

  /// Something more is to be done about the same causes.
  public func actAgain(on problem: Problem, followUp: Instant) throws -> Said {
    try say("actAgain", toProblem: problem.id, change: { try setFollowUp(followUp, &$0) })
  }

  /// It is back. Everything that was learnt about it stays.
  public func recur(_ problem: Problem, because reason: String) throws -> Said {
    try say("recur", toProblem: problem.id, because: reason, change: { $0.followUp = nil })
  }

  /// What both have signed is locked, so whoever goes back to the causes works on a copy.
  private func newVersion(of problem: Problem) throws {
    try analyses.begin(problem.id, by: actor.id, at: now)
  }

  private func setFollowUp(_ followUp: Instant, _ fields: inout ProblemFields) throws {
    guard followUp > now else { throw UseCaseError.rule(.inThePast) }
    fields.followUp = followUp
  }
}
