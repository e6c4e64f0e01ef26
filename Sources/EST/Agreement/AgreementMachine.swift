import StateMachine

/// What the guards and effects of an agreement need to know.
public struct AgreementFacts: Sendable {
  public var now: Instant
  public var term: Term
  public var zone: ZoneRules
  public var reason: String?
  public var hasParties: Bool
  public var hasGoals: Bool
  public var hasFocusAreas: Bool
  /// Who has signed, each with a date.
  public var signatories: Set<Signatory>
  /// Whether an agreement that names this one as the one it follows is in force, or prolonged.
  public var successorInForce: Bool

  public init(now: Instant, term: Term, zone: ZoneRules) {
    self.now = now
    self.term = term
    self.zone = zone
    hasParties = false
    hasGoals = false
    hasFocusAreas = false
    signatories = []
    successorInForce = false
  }
}

/// The agreement between police and municipality (samverkansöverenskommelse): in force from day to day, prolonged
/// until further notice where nothing follows it.
public enum AgreementMachine {
  public typealias Machine = Definition<AgreementFacts, Effect>

  static let reasonGiven = Guard<AgreementFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let hasParties = Guard<AgreementFacts>("hasParties") { $0.hasParties }
  static let hasDays = Guard<AgreementFacts>("termHasDays") { $0.term.hasDays }
  static let hasGoals = Guard<AgreementFacts>("hasGoals") { $0.hasGoals }
  static let hasFocusAreas = Guard<AgreementFacts>("hasFocusAreas") { $0.hasFocusAreas }
  static let bothSignatories = Guard<AgreementFacts>("bothSignatories") {
    $0.signatories.isSuperset(of: Signatory.allCases)
  }
  static let noSuccessor = Guard<AgreementFacts>("noSuccessorInForce") { !$0.successorInForce }
  static let successorInForce = Guard<AgreementFacts>("successorInForce") { $0.successorInForce }

  public static let definition = Machine(
    name: "agreement", version: 1, timerEvents: ["takeEffect", "warn", "endDate", "yearlyFollowUp"],
    transitions: [
      Machine.moves(
        from: [.unborn], "draft", to: "draft", by: [.coordinator],
        if: [hasParties, hasDays, hasGoals, hasFocusAreas]),
      Machine.moves(
        from: ["draft"], "sign", to: "signed", by: [.coordinator], if: [bothSignatories],
        effects: { facts in [.arm("takeEffect", at: facts.term.begins(in: facts.zone))] }),
      Machine.moves(
        from: ["signed"], "takeEffect", to: "inForce", by: [.worker],
        effects: { facts in
          [
            .arm("warn", at: facts.term.warns(in: facts.zone)),
            .arm("endDate", at: facts.term.ends(in: facts.zone)), nextFollowUp(facts),
          ]
        }),
      Machine.moves(
        from: ["inForce", "prolonged"], "warn", by: [.worker],
        effects: { facts in
          // What has ended is not warned of: a worker that was away says nothing stale.
          facts.now < facts.term.ends(in: facts.zone) ? tellBoth(.agreementEnding) : []
        }),
      Machine.moves(
        from: ["inForce", "prolonged"], "yearlyFollowUp", by: [.worker],
        effects: { facts in [nextFollowUp(facts)] + tellBoth(.agreementFollowUp) }),
      Machine.moves(
        from: ["inForce"], "endDate", to: "prolonged", by: [.worker], if: [noSuccessor],
        effects: { _ in tellBoth(.agreementProlonged) }),
      Machine.moves(
        from: ["inForce", "prolonged"], "replace", to: "replaced", by: [.worker], if: [successorInForce],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["inForce", "prolonged"], "terminate", to: "terminated", by: [.steering], if: [reasonGiven],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["draft", "signed"], "withdraw", to: "withdrawn", by: [.coordinator], if: [reasonGiven],
        effects: { _ in [.disarmAll] }),
    ])

  private static func nextFollowUp(_ facts: AgreementFacts) -> Effect {
    .arm("yearlyFollowUp", at: facts.term.next(everyMonths: 12, after: facts.now, in: facts.zone))
  }
  private static func tellBoth(_ notice: NoticeKind) -> [Effect] {
    [.tell(notice, .coordinators), .tell(notice, .steering)]
  }
}
