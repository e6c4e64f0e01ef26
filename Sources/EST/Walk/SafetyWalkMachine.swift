import StateMachine

/// What the guards and effects of a safety walk need to know.
public struct SafetyWalkFacts: Sendable {
  public var now: Instant
  public var zone: ZoneRules
  /// The day of the walk.
  public var day: LocalDate?
  public var reason: String?
  public var hasArea: Bool
  /// How many are invited.
  public var people: Int
  public var points: Int
  /// Points that have become an action, or say why nothing can be done.
  public var pointsAnswered: Int
  /// Points of which it is written what became of them.
  public var pointsFollowedUp: Int

  public init(now: Instant, zone: ZoneRules) {
    self.now = now
    self.zone = zone
    hasArea = false
    people = 0
    points = 0
    pointsAnswered = 0
    pointsFollowedUp = 0
  }
}

/// A walk through an area with those who live and work there (trygghetsvandring), and what became of what they saw.
public enum SafetyWalkMachine {
  public typealias Machine = Definition<SafetyWalkFacts, Effect>

  /// More do not hear each other.
  public static let mostPeople = 20

  static let reasonGiven = Guard<SafetyWalkFacts>("reasonGiven") { $0.reason?.isEmpty == false }
  static let hasArea = Guard<SafetyWalkFacts>("hasArea") { $0.hasArea }
  static let hasDay = Guard<SafetyWalkFacts>("hasDay") { $0.day != nil }
  static let fewEnough = Guard<SafetyWalkFacts>("atMostTwentyPeople") { (1...mostPeople).contains($0.people) }
  static let hasPoints = Guard<SafetyWalkFacts>("hasPoints") { $0.points > 0 }
  static let everyAnswered = Guard<SafetyWalkFacts>("everyPointAnswered") { $0.pointsAnswered == $0.points }
  static let everyFollowedUp = Guard<SafetyWalkFacts>("everyPointFollowedUp") {
    $0.pointsFollowedUp == $0.points
  }

  public static let definition = Machine(
    name: "safetyWalk", version: 1, timerEvents: ["oneYear"],
    transitions: [
      Machine.moves(
        from: [.unborn], "plan", to: "planned", by: [.coordinator, .council],
        if: [hasArea, hasDay, fewEnough]),
      Machine.moves(from: ["planned"], "holdPreMeeting", to: "preMeeting", by: [.coordinator]),
      Machine.moves(
        from: ["planned", "preMeeting"], "walk", to: "walked", by: [.coordinator], if: [hasPoints]),
      Machine.moves(
        from: ["walked"], "report", to: "reported", by: [.coordinator], if: [everyAnswered],
        effects: { facts in
          facts.day.map { [.arm("oneYear", at: facts.zone.morning(of: $0.advanced(months: 12)))] } ?? []
        }),
      Machine.moves(
        from: ["reported"], "oneYear", by: [.worker], effects: { _ in [.tell(.walkFollowUp, .coordinators)] }),
      Machine.moves(
        from: ["reported"], "followUp", to: "followedUp", by: [.coordinator], if: [everyFollowedUp],
        effects: { _ in [.disarmAll] }),
      Machine.moves(
        from: ["planned", "preMeeting"], "cancel", to: "cancelled", by: [.coordinator], if: [reasonGiven],
        effects: { _ in [.disarmAll] }),
    ])
}
