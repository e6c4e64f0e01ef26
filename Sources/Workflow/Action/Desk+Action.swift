import EST
import Persistence
import StateMachine

extension Desk {
  /// The action of a number or an id.
  public func action(_ name: String) throws -> Action {
    guard let action = try actions.find(named: name) else { throw StoreError.notFound(.action, name: name) }
    return action
  }

  /// What has become of an action, oldest first.
  public func history(of action: Action) throws -> [LogEntry] {
    try demand(GroupRole.allCases, in: action.group)
    return try log.entries(of: action.id.uuid)
  }

  /// Says an event to an action.
  ///
  /// - Parameters:
  ///   - change: what the event changes of the action itself; not called for a repeated event.
  ///   - adjust: what the caller adds to the facts.
  @discardableResult
  public func say(
    _ event: Event, toAction id: ActionID, because reason: String? = nil, payload: [String: String] = [:],
    change: (inout ActionFields) throws -> Void = { _ in },
    adjust: (inout ActionFacts) throws -> Void = { _ in }
  ) throws -> Said {
    let key = nextKey()
    // Locked before the key is looked up: of two who say the same at the same time the second finds what the first said.
    let action = try lockedAction(id)
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    var fields = action.fields
    try change(&fields)
    if fields != action.fields { try screen(&fields) }
    var facts = ActionFacts(action.kind, fields, causes: action.causes, now: now)
    facts.reason = try screen(reason, field: "reason")
    try adjust(&facts)
    let said = try say(
      event, to: id.uuid, of: ActionMachine.definition, in: action.group, facts: facts,
      isOwner: isOwner(of: action.fields),
      reason: facts.reason, payload: payload.merging(["detail": action.number]) { $1 }, key: key,
      writing: { _ in if fields != action.fields { try actions.update(id, fields) } })
    if let problem = action.problem, ["finish", "cancel", "evaluate"].contains(event) {
      try armEvaluationIfCured(problem)
    }
    return said
  }

  /// The action, locked together with its problem.
  func lockedAction(_ id: ActionID) throws -> LockedAction {
    guard let locked = try takeForeseen(id) ?? actions.locked(id) else {
      throw StoreError.notFound(.action, name: id.description)
    }
    for instance in locked.held { hold(instance) }
    return locked
  }

  /// The owner is a relation: whoever has the function of the organisation that the action names.
  func isOwner(of action: ActionFields) -> Bool {
    action.ownerFunction == actor.function && actor.organisation != nil
      && action.ownerOrganisation == actor.organisation
  }

  /// A follow-up date that passed while something was open was refused; whoever ends the last of it arms it again.
  private func armEvaluationIfCured(_ problem: ProblemID) throws {
    guard let instance = try instances.find(problem.uuid), instance.state == "acting" else { return }
    let facts = try problems.facts(of: problem, by: actor.id, at: now)
    guard let followUp = facts.followUp, followUp <= now,
      try !instances.timers(of: problem.uuid).contains(where: { $0.event == "beginEvaluation" }),
      case .accepted = ProblemMachine.definition.decide(
        in: instance.state, "beginEvaluation", by: [.worker], facts: facts)
    else { return }
    var writer = TransitionWriter(municipality.code, at: now)
    writer.arm(problem.uuid, "beginEvaluation", at: now)
    try writer.write(session)
  }

  /// Every free text of an action, in one place.
  func screen(_ fields: inout ActionFields) throws {
    let name = IncomingReport.longestName
    fields.title = try screened(fields.title, field: "title", limit: name)
    fields.ownerFunction = try screen(fields.ownerFunction, field: "function", limit: name)
    fields.goal = try screen(fields.goal, field: "goal")
    fields.baseline = try screen(fields.baseline, field: "baseline")
    fields.noBaselineBecause = try screen(fields.noBaselineBecause, field: "no-baseline")
    fields.expectedEffect = try screen(fields.expectedEffect, field: "expected-effect")
    fields.production = try screen(fields.production, field: "production")
    fields.process = try screen(fields.process, field: "process")
    fields.result = try screen(fields.result, field: "result")
    fields.lesson = try screen(fields.lesson, field: "lesson")
    fields.effect = try screen(fields.effect, field: "effect")
    for (field, cost) in [("cost-hours", fields.costHours), ("cost-kronor", fields.costKronor)] {
      if let cost, cost < 0 { throw UseCaseError.badField(field, .negative) }
    }
  }
}

extension ActionFacts {
  init(_ kind: ActionKind, _ fields: ActionFields, causes: Int, now: Instant) {
    self.init(now: now)
    isQuick = kind == .quick
    self.causes = causes
    hasOwner = fields.ownerOrganisation != nil && fields.ownerFunction != nil
    hasGoal = fields.goal != nil
    due = fields.due
    hasBaseline = fields.baseline != nil || fields.noBaselineBecause != nil
    hasExpectedEffect = fields.expectedEffect != nil
    followUp = fields.followUp
    hasColour = fields.colour != nil
    hasResult = fields.result != nil
    hasLesson = fields.lesson != nil
  }
}
