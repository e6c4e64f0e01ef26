import EST
import Foundation
import Persistence
import StateMachine

extension Desk {
  /// The problem of a number or an id.
  public func problem(_ name: String) throws -> Problem {
    guard let problem = try problems.find(named: name) else {
      throw StoreError.notFound(.problem, name: name)
    }
    return problem
  }

  /// The problems of a group that the actor belongs to, newest first.
  /// - Parameter states: empty for all.
  public func problems(of group: Group, in states: [State] = []) throws -> [Problem] {
    try demand(GroupRole.allCases, in: group.id)
    return try problems.list(of: group.id, in: states)
  }

  func isOver(_ problem: Problem) -> Bool { ["resolved", "dismissed"].contains(problem.state) }

  /// Says an event to a problem.
  ///
  /// - Parameters:
  ///   - change: what the event changes of the problem itself; not called for a repeated event.
  ///   - adjust: what the caller adds to the facts.
  ///   - writing: writes what else the event is about, given the revision that it makes.
  @discardableResult
  public func say(
    _ event: Event, toProblem id: ProblemID, because reason: String? = nil,
    change: (inout ProblemFields) throws -> Void = { _ in },
    adjust: (inout ProblemFacts) throws -> Void = { _ in },
    writing: (_ revision: Int) throws -> Void = { _ in }
  ) throws -> Said {
    let key = nextKey()
    // Locked before the facts are read, so that none of them changes until the event is decided; and before the key is
    // looked up, so that of two who say the same at the same time the second finds what the first has said.
    _ = try locked(id.uuid)
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    guard let problem = try problems.find(id) else {
      throw StoreError.notFound(.problem, name: id.description)
    }
    var fields = problem.fields
    try change(&fields)
    var facts = try problems.facts(of: id, by: actor.id, at: now)
    facts.reason = try screen(reason, field: "reason")
    facts.criteriaScored = fields.criteria.count
    facts.followUp = fields.followUp
    try adjust(&facts)
    return try say(
      event, to: id.uuid, of: ProblemMachine.definition, in: problem.group, facts: facts,
      reason: facts.reason,
      payload: ["detail": problem.number], key: key,
      writing: { revision in
        if fields != problem.fields { try problems.update(id, fields) }
        try writing(revision)
      })
  }

  /// A problem seen in a picture, by a signal, on a walk …
  public func identify(_ new: NewProblem, in group: Group) throws -> Problem {
    let id = ProblemID(nextKey())
    if let known = try problems.find(id) { return known }
    var fields = ProblemFields(title: new.title, statement: new.statement ?? "")
    fields.category = try new.category.map(category(named:))
    fields.area = try new.area.map(area(named:))
    try screen(&fields)
    let reports = try new.reports.map { try report($0, of: group.id) }
    let number = try incidents.nextNumber("problem", year: try zone(of: group).local(now).date.year)
    try say(
      "identify", to: id.uuid, of: ProblemMachine.definition, in: group.id, facts: ProblemFacts(now: now),
      payload: ["detail": number],
      writing: { _ in
        try problems.add(
          id, number: number, group: group.id, fields, origin: new.origin, cycle: new.cycle?.id)
        try problems.link(reports, to: id)
      })
    return try problem(id.description)
  }

  /// Changes what a problem says of itself, for as long as it is not over.
  public func revise(
    _ problem: Problem, title: String? = nil, statement: String? = nil, category: String? = nil,
    area: String? = nil
  ) throws -> Problem {
    try requireOpen(problem)
    var fields = try self.problem(problem.id.description).fields
    fields.title = title ?? fields.title
    fields.statement = statement ?? fields.statement
    fields.category = try category.map(self.category(named:)) ?? fields.category
    fields.area = try area.map(self.area(named:)) ?? fields.area
    try screen(&fields)
    try problems.update(problem.id, fields)
    return try self.problem(problem.id.description)
  }

  /// Puts reports of the problem's group behind it.
  public func link(_ reports: [String], to problem: Problem) throws {
    try requireOpen(problem)
    try problems.link(try reports.map { try report($0, of: problem.group) }, to: problem.id)
  }

  public func unlink(_ reports: [String], from problem: Problem) throws {
    try requireOpen(problem)
    try problems.unlink(try reports.map { try report($0, of: problem.group) }, from: problem.id)
  }

  private func requireOpen(_ problem: Problem) throws {
    try demand([.coordinator], in: problem.group)
    guard let state = try locked(problem.id.uuid)?.state,
      !["resolved", "dismissed"].contains(state)
    else { throw UseCaseError.rule(.problemOver(number: problem.number)) }
  }

  private func screen(_ fields: inout ProblemFields) throws {
    fields.title = try screened(fields.title, field: "title", limit: IncomingReport.longestName)
    fields.statement = try screen(fields.statement, field: "statement") ?? ""
  }

  /// The category of a code or a name.
  public func category(named name: String) throws -> CategoryCode {
    let list = try categories.current()
    guard let code = list.code(named: name) else {
      throw UseCaseError.badField("category", .unknownCategory(allowed: Desk.allowed(list)))
    }
    return code
  }

  public func area(named name: String) throws -> AreaID {
    guard let area = try areas.all().first(where: { $0.name == name }) else {
      throw UseCaseError.badField("area", .unknownArea)
    }
    return area.id
  }

  /// A report of the group. What only authorities may know is unknown to everyone else.
  private func report(_ name: String, of group: GroupID) throws -> IncidentID {
    let found = try incident(name)
    guard found.group == group, try found.content.reportClass != .authorityOnly || isAuthority() else {
      throw StoreError.notFound(.incident, name: name)
    }
    return found.id
  }

  /// Whether the actor is of police or municipality, who may know what is authority-only.
  func isAuthority() throws -> Bool {
    let kind = try people.organisations().first { $0.id == actor.organisation }?.kind
    return kind == .police || kind == .municipal
  }
}
