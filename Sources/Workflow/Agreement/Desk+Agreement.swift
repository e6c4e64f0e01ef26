import EST
import Persistence
import StateMachine

/// An agreement as it is drafted, with the names that people use.
public struct NewAgreement: Sendable {
  public var title: String
  public var firstDay: LocalDate
  public var lastDay: LocalDate
  public var parties: [String] = []
  public var goals = ""
  public var focusAreas: [String] = []
  /// The number of the agreement that it is to replace when it takes effect.
  public var follows: String?

  public init(title: String, from firstDay: LocalDate, through lastDay: LocalDate) {
    self.title = title
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}

extension Desk {
  /// The agreement of a number or an id.
  public func agreement(_ name: String) throws -> Agreement {
    guard let agreement = try agreements.find(named: name) else {
      throw StoreError.notFound(.agreement, name: name)
    }
    return agreement
  }

  public func draftAgreement(_ new: NewAgreement, in group: Group) throws -> Agreement {
    let id = AgreementID(nextKey())
    if let known = try agreements.find(id) { return known }
    var fields = AgreementFields(
      title: try screened(new.title, field: "title", limit: IncomingReport.longestName),
      term: try term(from: new.firstDay, through: new.lastDay))
    fields.goals = try screen(new.goals, field: "goals") ?? ""
    fields.focusAreas = try new.focusAreas.map {
      try screened($0, field: "focusAreas", limit: IncomingReport.longestName)
    }
    fields.parties = Set(try new.parties.map { try organisation(named: $0).id })
    if let name = new.follows {
      let earlier = try agreement(name)
      guard earlier.group == group.id, earlier.fields.term.firstDay < new.firstDay else {
        throw UseCaseError.badField("follows", .unknownValue(allowed: "< \(new.firstDay)"))
      }
      fields.follows = earlier.id
    }
    let number = try nextNumber("agreement", in: group)
    try say(
      "draft", to: id.uuid, of: AgreementMachine.definition, in: group.id,
      facts: try facts(of: fields, in: group), payload: ["detail": number],
      writing: { _ in try agreements.add(id, number: number, group: group.id, fields) })
    return try agreement(id.description)
  }

  /// That both have signed, each on a day. It takes effect by itself on its first day.
  public func sign(_ agreement: Agreement, _ signatures: [Signatory: LocalDate]) throws -> Said {
    for day in signatures.values { _ = try known(day, field: "signed") }
    return try say(
      "sign", toAgreement: agreement.id, adjust: { $0.signatories.formUnion(signatures.keys) },
      writing: {
        for (function, day) in signatures { try agreements.sign(agreement.id, as: function, on: day) }
      })
  }

  public func terminate(_ agreement: Agreement, because reason: String) throws -> Said {
    try say("terminate", toAgreement: agreement.id, because: reason)
  }

  public func withdraw(_ agreement: Agreement, because reason: String) throws -> Said {
    try say("withdraw", toAgreement: agreement.id, because: reason)
  }

  /// Says an event to an agreement. One that takes effect replaces the one that it follows, in the same transaction.
  @discardableResult
  func say(
    _ event: Event, toAgreement id: AgreementID, because reason: String? = nil,
    adjust: (inout AgreementFacts) -> Void = { _ in }, writing: () throws -> Void = {}
  ) throws -> Said {
    let key = nextKey()
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    // Locked before the facts are read, so that none of them changes until the event is decided.
    _ = try locked(id.uuid)
    let agreement = try agreement(id.description)
    var facts = try facts(of: agreement.fields, in: try group(agreement.group))
    facts.reason = try screen(reason, field: "reason")
    facts.signatories = Set(agreement.signatories.keys)
    facts.successorInForce = try agreements.hasSuccessorInForce(id)
    adjust(&facts)
    let said = try say(
      event, to: id.uuid, of: AgreementMachine.definition, in: agreement.group, facts: facts,
      reason: facts.reason, payload: ["detail": agreement.number], key: key, writing: { _ in try writing() })
    if event == "takeEffect", let earlier = agreement.fields.follows { try replaceIfInForce(earlier) }
    return said
  }

  private func replaceIfInForce(_ id: AgreementID) throws {
    guard let state = try locked(id.uuid)?.state, ["inForce", "prolonged"].contains(state) else {
      return
    }
    try say("replace", toAgreement: id)
  }

  private func facts(of fields: AgreementFields, in group: Group) throws -> AgreementFacts {
    var facts = AgreementFacts(now: now, term: fields.term, zone: try zone(of: group))
    facts.hasParties = !fields.parties.isEmpty
    facts.hasGoals = !fields.goals.isEmpty
    facts.hasFocusAreas = !fields.focusAreas.isEmpty
    return facts
  }
}
