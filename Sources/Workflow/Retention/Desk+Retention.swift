import EST
import Persistence

extension Desk {
  public var retention: RetentionStore { RetentionStore(session, municipality.code) }

  /// What would go on the first day of a new rule.
  /// - Parameter day: tomorrow where none is given.
  public func preview(
    _ kind: InformationKind, _ period: RetentionPeriod?, from day: LocalDate?
  ) throws -> (day: LocalDate, items: Int) {
    try demandAdministrator()
    let day = try first(day)
    guard let period else { return (day, 0) }
    let gone = try retention.retained().filter { row in
      row.kind == kind && !row.isHeld && row.since.map { period.due(from: $0) <= day } ?? false
    }
    return (day, gone.reduce(0) { $0 + $1.items })
  }

  /// Decides how long a kind of information is kept, from a day on; the rules before it stay on record.
  /// - Parameter period: `nil` for ever.
  public func setRetention(
    _ kind: InformationKind, _ period: RetentionPeriod?, from day: LocalDate?, decision: String
  ) throws -> (rule: RetentionRule, change: Change) {
    try demandAdministrator()
    let decision = try Desk.name(decision, field: "decision")
    let known = try retention.rules().last { $0.kind == kind }
    if let known, known.period == period, known.decision == decision, known.from == day ?? known.from {
      return (known, .unchanged)
    }
    let day = try first(day)
    let number = try retention.set(kind, period, from: day, decision: decision, by: actor.id, at: now)
    let rule = RetentionRule(kind: kind, number: number, from: day, period: period, decision: decision)
    return (rule, known == nil ? .added : .changed)
  }

  /// Tomorrow, or a later day: whoever has set a rule has until then to see what it does.
  private func first(_ day: LocalDate?) throws -> LocalDate {
    let tomorrow = try retention.today() + 1
    guard let day else { return tomorrow }
    guard day >= tomorrow else {
      throw UseCaseError.badField("from", .malformed(expected: "\(tomorrow) …"))
    }
    return day
  }

  /// Stops the disposal of what a hold concerns, until it is lifted.
  /// - Returns: the hold's number.
  public func hold(
    _ kind: InformationKind?, area: String?, from: LocalDate?, to: LocalDate?, because reason: String,
    reference: String
  ) throws -> Int {
    try demandKeeper()
    if let from, let to, to < from {
      throw UseCaseError.badField("to", .malformed(expected: "\(from) …"))
    }
    var hold = NewRetentionHold(
      reason: try screened(reason, field: "reason"), reference: try Desk.name(reference, field: "reference"))
    hold.kind = kind
    hold.area = try area.map { try self.area(named: $0) }
    hold.from = from
    hold.to = to
    return try retention.place(hold, by: actor.id, at: now)
  }

  /// Lets disposal go on. The hold stays on record.
  public func release(_ number: Int, because reason: String) throws {
    try demandKeeper()
    let reason = try screened(reason, field: "reason")
    guard try retention.lift(number, because: reason, by: actor.id, at: now) else {
      throw StoreError.notFound(.hold, name: "\(number)")
    }
  }

  /// How each kind of information stands.
  public func retentionAccounts() throws -> [RetentionAccount] {
    try demandKeeper(or: [.auditor])
    let (rules, retained, today) = (try retention.rules(), try retention.retained(), try retention.today())
    return InformationKind.allCases.map { RetentionAccount($0, rules, retained, today: today) }
  }

  /// The holds, with their reasons; `nil` for those who need not know of them.
  public func holds() throws -> [RetentionHold]? {
    isKeeper(or: [.policeLead, .auditor]) ? try retention.holds() : nil
  }

  /// Whoever answers for the municipality's records: its administrator, or a coordinator.
  private func demandKeeper(or others: [GroupRole] = []) throws {
    guard isKeeper(or: others) else {
      throw UseCaseError.notAllowed(needed: [.coordinator, .administrator] + others)
    }
  }

  private func isKeeper(or others: [GroupRole]) -> Bool {
    actor.login == Desk.administratorLogin(municipality.code)
      || roles.values.contains { $0.contains(where: ([.coordinator, .administrator] + others).contains) }
  }
}
