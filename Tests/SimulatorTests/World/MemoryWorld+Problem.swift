import EST
import StateMachine

extension MemoryWorld {
  func identify(_ key: Key, by person: Int) throws(NotTaken) {
    guard !problems.contains(where: { $0.key == key }) else { return }
    let id = InstanceID(index: instances.count)
    try say(
      "identify", to: id, of: ProblemMachine.definition, born: (.problem, problems.count),
      facts: ProblemFacts(now: now), by: person)
    problems.append(Problem(instance: id, key: key))
  }

  func facts(ofProblem index: Int, by person: Int) -> ProblemFacts {
    let problem = problems[index]
    let isAnalysed = state(problem: index) == "analysed"
    var facts = ProblemFacts(now: now)
    facts.followUp = problem.followUp
    facts.criteriaScored = problem.criteria
    if let analysis = problem.analysis {
      facts.directCausesWithEvidence = analysis.causes.count { $0.evidence != nil }
      facts.otherHasSigned = analysis.signatures.contains { $0.person != person }
    }
    for action in problem.actions {
      switch state(action: action) {
      case "proposed": facts.openActions += 1
      case "decided", "underway":
        facts.openActions += 1
        if actions[action].causes > 0 { facts.decidedActionsWithCause += 1 }
      case "done":
        facts.doneActions += 1
        if isAnalysed && actions[action].causes > 0 { facts.decidedActionsWithCause += 1 }
      case "evaluated": facts.evaluatedActions += 1
      default: break
      }
    }
    return facts
  }

  @discardableResult
  func sayToProblem(
    _ event: Event, _ index: Int, by person: Int, key: Key?, _ details: Operation.Details = .init()
  ) throws(NotTaken) -> Reply {
    let id = problems[index].instance
    if let key, let reply = try alreadySaid(event, to: id, key) { return reply }
    var changed = problems[index]
    switch event {
    case "prioritise": if details.isComplete { changed.criteria = 2 }
    case "beginAction", "actAgain":
      guard let time = details.time, time > now else { throw NotTaken("inThePast") }
      changed.followUp = time
    case "recur": changed.followUp = nil
    default: break
    }
    var facts = facts(ofProblem: index, by: person)
    facts.reason = details.reason
    facts.criteriaScored = changed.criteria
    facts.followUp = changed.followUp
    if event == "decide" { facts.escalationDismissed = details.isYes }
    if event == "resolve" { facts.resultAndLesson = details.isComplete }
    let reply = try say(
      event, to: id, of: ProblemMachine.definition, facts: facts, by: person, reason: details.reason,
      key: key,
      writing: { () throws(NotTaken) in
        problems[index].criteria = changed.criteria
        problems[index].followUp = changed.followUp
        switch event {
        case "beginAnalysis", "reopenAnalysis", "giveUp", "reanalyse": beginVersion(index)
        case "sign": try sign(index, by: person)
        default: break
        }
      })
    if event == "dismiss", details.isYes {
      for action in problems[index].actions.reversed()
      where ["proposed", "decided", "underway"].contains(state(action: action)) {
        try sayToAction("cancel", action, by: person, key: nil, details)
      }
    }
    return reply
  }

  /// The first version is empty, a later one a copy of the one before, without its signatures.
  private func beginVersion(_ index: Int) {
    guard problems[index].analysis != nil else {
      problems[index].analysis = Problem.Analysis()
      return
    }
    problems[index].analysis!.version += 1
    problems[index].analysis!.signatures = []
  }

  private func sign(_ index: Int, by person: Int) throws(NotTaken) {
    let signed = problems[index].analysis!.signatures
    let free = [Role.coordinator, .policeLead].first { role in
      cast.people[person].holds(role) && !signed.contains { $0.role == role }
    }
    guard let free, !signed.contains(where: { $0.person == person }) else { throw NotTaken("alreadySigned") }
    problems[index].analysis!.signatures.append((person, free))
  }

  func addEvidence(_ key: Key, to index: Int, by person: Int) throws(NotTaken) {
    try edit(index, by: person) { analysis throws(NotTaken) in
      guard !analysis.evidence.contains(key) else { return false }
      analysis.evidence.append(key)
      return true
    }
  }

  func addCause(_ key: Key, evidence: Int?, to index: Int, by person: Int) throws(NotTaken) {
    try edit(index, by: person) { analysis throws(NotTaken) in
      guard !analysis.causes.contains(where: { $0.key == key }) else { return false }
      if let evidence, evidence > analysis.evidence.count { throw NotTaken("evidence") }
      analysis.causes.append((key, evidence))
      return true
    }
  }

  /// Changes the analysis in work: a copy of it where it is signed.
  private func edit(
    _ index: Int, by person: Int, _ change: (inout Problem.Analysis) throws(NotTaken) -> Bool
  ) throws(NotTaken) {
    guard cast.people[person].holds(.coordinator) || cast.people[person].holds(.policeLead) else {
      throw NotTaken("notAllowed")
    }
    guard state(problem: index) == "analysing", var analysis = problems[index].analysis else {
      throw NotTaken("analysisNotOpen")
    }
    guard try change(&analysis) else { return }
    if !analysis.signatures.isEmpty {
      analysis.version += 1
      analysis.signatures = []
    }
    problems[index].analysis = analysis
  }
}
