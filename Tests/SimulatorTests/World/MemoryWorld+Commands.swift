import EST

extension MemoryWorld {
  /// Carries out what somebody says: all of it or nothing.
  func carryOut(_ command: Command) -> Reply {
    let (person, key) = (command.person, command.key)
    do throws(NotTaken) {
      switch command.operation {
      case .report(let unit, let from): try report(key, unit: unit, from: from, by: person)
      case .nothing(let unit): try sayNothing(unit: unit, by: person)
      case .withdraw(let report): try withdraw(report, by: person)
      case .acceptAll(let cycle): try acceptAll(through: cycle, by: person)
      case .reject(let report): try reject(report, by: person)
      case .cycle(let event, let cycle, let details):
        return try sayToCycle(event, cycle, by: person, key: key, details)
      case .decision(let cycle): try decide(key, cycle: cycle, by: person)
      case .priorities(let order, let cycle): try prioritise(order, cycle: cycle, by: person)
      case .identify: try identify(key, by: person)
      case .problem(let event, let problem, let details):
        return try sayToProblem(event, problem, by: person, key: key, details)
      case .evidence(let problem): try addEvidence(key, to: problem, by: person)
      case .cause(let problem, let evidence):
        try addCause(key, evidence: evidence, to: problem, by: person)
      case .propose(let kind, let problem, let causes):
        try propose(kind, problem: problem, causes: causes, key: key, by: person)
      case .action(let event, let action, let details):
        return try sayToAction(event, action, by: person, key: key, details)
      case .settings(let changed):
        guard cast.people[person].holds("administrator") else { throw NotTaken("notAllowed") }
        settings = changed
      }
      return .done
    } catch {
      return .refused(error.why)
    }
  }
}
