import EST
import Persistence
import StateMachine

extension Desk {
  /// Proposes a quick measure, or an action of the plan.
  ///
  /// - Parameters:
  ///   - causes: numbers of the current version of the problem's analysis; an action of the plan names at least one.
  ///   - breaks: the number of the step of its chain of events that it breaks.
  ///   - describe: approach, term, cost and what else is known already.
  public func propose(
    _ title: String, kind: ActionKind, problem: Problem? = nil, causes: [Int] = [], breaks: Int? = nil,
    in group: Group, describe: (inout ActionFields) -> Void = { _ in }
  ) throws -> Action {
    let id = ActionID(nextKey())
    if let known = try actions.find(id) { return known }
    var fields = ActionFields(title: title)
    describe(&fields)
    try screen(&fields)
    let group = try problem.map { try self.group($0.group) } ?? group
    let analysis = try problem.flatMap { problem in
      _ = try locked(problem.id.uuid)
      let problem = try self.problem(problem.id.description)
      guard !isOver(problem) else { throw UseCaseError.rule(.problemOver(number: problem.number)) }
      return try analyses.find(problem.id)
    }
    if kind == .plan, problem == nil { throw UseCaseError.badField("problem", .missing) }
    for cause in causes { try require(cause, among: analysis?.causes.map(\.number) ?? [], field: "cause") }
    try require(breaks, among: analysis?.chain.map(\.number) ?? [], field: "breaks")
    if let analysis, let breaks {
      fields.breaks = ChainStepReference(version: analysis.version, step: breaks)
    }
    let number = try incidents.nextNumber("action", year: try zone(of: group).local(now).date.year)
    try say(
      "propose", to: id.uuid, of: ActionMachine.definition, in: group.id,
      facts: ActionFacts(kind, fields, causes: causes.count, now: now), payload: ["detail": number],
      writing: { _ in
        try actions.add(id, number: number, group: group.id, kind: kind, problem: problem?.id, fields)
        if let analysis {
          try actions.setCauses(
            Array(Set(causes)), ofVersion: analysis.version, problem: analysis.problem, of: id)
        }
      })
    return try action(id.description)
  }

  /// Decides who answers for it and until when. In a meeting, the decision is the meeting's.
  /// - Parameter goal: the operative goal; what was proposed where none is given.
  public func decide(
    _ action: Action, owner organisation: String, function: String, due: Instant, goal: String?
  ) throws -> Said {
    let organisation = try self.organisation(named: organisation)
    return try say(
      "decide", toAction: action.id,
      change: {
        try requireAhead(due)
        $0.ownerOrganisation = organisation.id
        $0.ownerFunction = function
        $0.due = due
        $0.goal = goal ?? $0.goal
        $0.cycle = try meetings.current(of: action.group)
      })
  }

  /// - Parameters:
  ///   - baseline: what is so before it starts; else `noBaselineBecause` says why nobody can tell. An action of the
  ///     plan needs one of them, an expected effect and a follow-up date; a quick measure does not.
  ///   - expectedEffect: when an effect can be expected.
  public func start(
    _ action: Action, baseline: String? = nil, noBaselineBecause: String? = nil,
    expectedEffect: String? = nil,
    followUp: Instant? = nil
  ) throws -> Said {
    try say(
      "start", toAction: action.id,
      change: {
        if let followUp { try requireAhead(followUp) }
        $0.baseline = baseline ?? $0.baseline
        $0.noBaselineBecause = noBaselineBecause ?? $0.noBaselineBecause
        $0.expectedEffect = expectedEffect ?? $0.expectedEffect
        $0.followUp = followUp ?? $0.followUp
      })
  }

  /// A new due date; the old one stays in the log.
  public func postpone(_ action: Action, to due: Instant, because reason: String) throws -> Said {
    let zone = try zone(of: try group(action.group))
    return try say(
      "postpone", toAction: action.id, because: reason,
      payload: ["from": action.fields.due?.rfc3339(in: zone) ?? "", "to": due.rfc3339(in: zone)],
      change: { $0.due = due }, adjust: { $0.newDue = due })
  }

  /// - Parameters:
  ///   - production: what was done, and how much of it.
  ///   - process: how it went, and what it took.
  public func finish(_ action: Action, production: String, process: String? = nil) throws -> Said {
    let production = try screened(production, field: "production")
    return try say(
      "finish", toAction: action.id,
      change: {
        $0.production = production
        $0.process = process ?? $0.process
      })
  }

  public func redo(_ action: Action, because reason: String) throws -> Said {
    try say("redo", toAction: action.id, because: reason)
  }

  public func cancel(_ action: Action, because reason: String) throws -> Said {
    try say("cancel", toAction: action.id, because: reason)
  }

  /// Judges it, for good.
  /// - Parameter effect: whether the problem changed; where nothing is said and a plan for it was made, what the counts say.
  public func evaluate(
    _ action: Action, colour: ActionColour, result: String, lesson: String, effect: String? = nil
  ) throws -> Said {
    try say(
      "evaluate", toAction: action.id,
      change: {
        $0.colour = colour
        $0.result = result
        $0.lesson = lesson
        $0.effect = try effect ?? verdict(on: action) ?? $0.effect
      })
  }

  /// What has been tried here, and did it work? Searches the actor's own groups, or those of them that are asked for.
  public func search(_ filter: ActionFilter) throws -> [Action] {
    var own = filter
    own.groups = roles.keys.filter { filter.groups?.contains($0) ?? true }
    return try actions.list(own)
  }

  private func requireAhead(_ instant: Instant) throws {
    guard instant > now else { throw UseCaseError.rule(.inThePast) }
  }
}
