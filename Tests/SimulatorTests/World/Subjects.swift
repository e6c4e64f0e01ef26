import EST
import StateMachine

/// One period of the group.
struct Cycle {
  struct Picture: Hashable {
    let compiledAt: Instant
    /// How many reports of the period it was made from, those left out among them.
    let reports: Int
    var isAdopted: Bool
  }

  enum Coverage: String { case reported, nothing, missing }

  let instance: InstanceID
  let period: Period
  var times: CycleTimes
  /// The group's settings that gave it its times.
  var settings: GroupSettings
  /// The time on the wall that somebody moved its meeting to.
  var movedTo: LocalDateTime?
  var pictures: [Picture] = []
  var saidNothing: Set<Int> = []
  /// By unit, when collection was last closed.
  var coverage: [Int: Coverage] = [:]
  var priorities: [Int] = []
  var decisions: [Key] = []
  /// Which birth of this label it is, from 1.
  let birth: Int

  var adopted: Int? { pictures.firstIndex(where: \.isAdopted).map { $0 + 1 } }
}

struct Problem {
  struct Analysis {
    var version = 1
    var evidence: [Key] = []
    var causes: [(key: Key, evidence: Int?)] = []
    var signatures: [(person: Int, role: Role)] = []
  }

  let instance: InstanceID
  let key: Key
  var criteria = 0
  var followUp: Instant?
  var analysis: Analysis?
  var actions: [Int] = []
}

struct Action {
  let instance: InstanceID
  let key: Key
  let kind: ActionKind
  let problem: Int?
  let causes: Int
  /// What the guards ask about; reason and new date are each event's own.
  var facts: ActionFacts
  var owner: Int?
}
