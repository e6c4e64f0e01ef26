import StateMachine

/// What the guards and effects of a set of citizen promises need to know.
public struct PromiseSetFacts: Sendable {
  public var now: Instant
  public var term: Term
  public var zone: ZoneRules
  public var reason: String?
  public var promises: Int
  public var promisesWithPromisor: Int
  /// Promises that are judged against their target.
  public var promisesJudged: Int
  public var signatories: Set<Signatory>
  /// Whether the set that this one prolongs is active.
  public var prolongsActiveSet: Bool
  /// Whether a set that prolongs this one has been born.
  public var hasProlongation: Bool

  public init(now: Instant, term: Term, zone: ZoneRules) {
    self.now = now
    self.term = term
    self.zone = zone
    promises = 0
    promisesWithPromisor = 0
    promisesJudged = 0
    signatories = []
    prolongsActiveSet = false
    hasProlongation = false
  }
}

/// What police and municipality promise the citizens for a time (medborgarlöften), and what came of it.
public enum PromiseSetMachine {
  public typealias Machine = Definition<PromiseSetFacts, Effect>

  static let reasonGiven = Guard<PromiseSetFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let hasDays = Guard<PromiseSetFacts>("termHasDays") { $0.term.hasDays }
  static let prolongsActive = Guard<PromiseSetFacts>("prolongsActiveSet") { $0.prolongsActiveSet }
  static let hasPromises = Guard<PromiseSetFacts>("hasPromises") { $0.promises > 0 }
  static let everyPromisor = Guard<PromiseSetFacts>("everyPromiseHasPromisor") {
    $0.promisesWithPromisor == $0.promises
  }
  static let bothSignatories = Guard<PromiseSetFacts>("bothSignatories") {
    $0.signatories.isSuperset(of: Signatory.allCases)
  }
  static let hasProlongation = Guard<PromiseSetFacts>("newSetBesideIt") { $0.hasProlongation }
  static let everyJudged = Guard<PromiseSetFacts>("everyPromiseJudged") { $0.promisesJudged == $0.promises }

  public static let definition = Machine(
    name: "promiseSet", version: 1, timerEvents: ["takeEffect", "quarter", "year", "end"],
    transitions: [
      Machine.moves(from: [.unborn], "draft", to: "draft", by: [.coordinator], if: [hasDays]),
      // A prolonged set stays as it was made; what was added, and what goes on, is a set of its own beside it.
      Machine.moves(
        from: [.unborn], "renew", to: "draft", by: [.steering], if: [hasDays, prolongsActive]),
      Machine.moves(from: ["draft"], "beginDialogue", to: "dialogue", by: [.coordinator]),
      Machine.moves(
        from: ["draft", "dialogue"], "adopt", to: "adopted", by: [.steering],
        if: [hasPromises, everyPromisor, bothSignatories],
        effects: { facts in [.arm("takeEffect", at: facts.term.begins(in: facts.zone))] }),
      Machine.moves(
        from: ["adopted"], "takeEffect", to: "active", by: [.worker],
        effects: { facts in
          nextQuarter(facts) + nextYear(facts) + [.arm("end", at: facts.term.ends(in: facts.zone))]
        }),
      Machine.moves(
        from: ["active"], "quarter", by: [.worker], effects: { facts in nextQuarter(facts) + ask(facts) }),
      Machine.moves(
        from: ["active"], "year", by: [.worker], effects: { facts in nextYear(facts) + ask(facts) }),
      Machine.moves(
        from: ["active"], "prolong", to: "prolonged", by: [.steering], if: [hasProlongation],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["active"], "end", to: "ended", by: [.worker],
        effects: { _ in [.disarmAll, .tell(.promiseLastFollowUp, .promisors)] }),
      Machine.moves(
        from: ["ended", "prolonged"], "followUp", to: "followedUp", by: [.coordinator], if: [everyJudged],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["draft", "dialogue", "adopted"], "withdraw", to: "withdrawn", by: [.coordinator],
        if: [reasonGiven], effects: { _ in [.disarmAll] }),
    ])

  /// Every fourth quarter is the year's, so that nobody is asked for both on one day.
  private static func nextQuarter(_ facts: PromiseSetFacts) -> [Effect] {
    within(facts, "quarter", facts.term.next(everyMonths: 3, skipping: 4, after: facts.now, in: facts.zone))
  }
  private static func nextYear(_ facts: PromiseSetFacts) -> [Effect] {
    within(facts, "year", facts.term.next(everyMonths: 12, after: facts.now, in: facts.zone))
  }
  /// The end asks for the last follow-up itself.
  private static func within(_ facts: PromiseSetFacts, _ event: Event, _ at: Instant) -> [Effect] {
    facts.zone.local(at).date <= facts.term.lastDay ? [.arm(event, at: at)] : []
  }
  /// What is over is not asked for twice: a worker that was away asks for the last follow-up only.
  private static func ask(_ facts: PromiseSetFacts) -> [Effect] {
    facts.now < facts.term.ends(in: facts.zone) ? [.tell(.promiseFollowUp, .promisors)] : []
  }
}
