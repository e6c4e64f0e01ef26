import EST
import StateMachine

/// The product in memory: its pure core and the rows around it, without SQL, clock or chance.
///
/// Everything here is plain to read and to spoil: the planted faults reach in from outside.
final class MemoryWorld {
  let cast: Cast
  var zone: ZoneRules
  var now: Instant
  var settings: GroupSettings

  var instances: [Instance] = []
  var cycles: [Cycle] = []
  var problems: [Problem] = []
  var actions: [Action] = []
  var reports: [Report] = []

  var log: [LogRow] = []
  var timers: [Timer] = []
  var timerFacts: [TimerFact] = []
  var refusals: [Refused] = []
  var notices: [Notice] = []
  var outbox: [OutboxItem] = []

  /// What each key has said, so that it is said once.
  var said: [Key: (event: Event, instance: InstanceID)] = [:]
  var told: Set<Notice> = []
  var reportByKey: [Key: Int] = [:]
  /// Reports by the day, in UTC, on which they say that it happened.
  var reportsByDay: [Int: [Int]] = [:]
  var reportsByCycle: [Int: [Int]] = [:]
  /// Reports that nobody has looked at.
  var unreviewed: [Int] = []
  /// Items that are neither delivered nor given up.
  var waiting: [Int] = []
  /// Cycles that are not over, by their birth.
  var liveCycles: [Int] = []
  /// Cycles that are not withdrawn, by their days.
  var standing: [Int] = []
  /// How often each label was planned.
  var births: [String: Int] = [:]
  /// What there was nothing to plan for, the last time that somebody looked.
  var planned: PlanKey?
  var planChanges = 0

  init(_ cast: Cast) {
    self.cast = cast
    zone = .stockholm
    now = cast.begins
    settings = cast.settings
  }

  func state(_ id: InstanceID) -> State { instances[id.index].state }
  func state(cycle: Int) -> State { state(cycles[cycle].instance) }
  func state(problem: Int) -> State { state(problems[problem].instance) }
  func state(action: Int) -> State { state(actions[action].instance) }
}

/// Why a command was not carried out; nothing is half done.
struct NotTaken: Error {
  let why: String
  init(_ why: String) { self.why = why }
  init(_ refusal: Refusal) {
    why =
      switch refusal {
      case .unmet(let name): name
      case .notThisRole: "role"
      case .notInThisState: "state"
      case .unknownEvent: "event"
      }
  }
}
