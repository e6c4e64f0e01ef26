import EST
import StateMachine

/// A thing that lives by a machine, by the order of its birth in the whole world.
struct InstanceID: Hashable, Comparable, Sendable {
  let index: Int
  static func < (a: InstanceID, b: InstanceID) -> Bool { a.index < b.index }
}

/// The product's machines, as far as the simulator plays them.
enum Machine: String, Sendable {
  case cycle, problem, action

  var shape: MachineShape { Self.shapes[self]! }
  private static let shapes: [Machine: MachineShape] = [
    .cycle: CycleMachine.definition.shape, .problem: ProblemMachine.definition.shape,
    .action: ActionMachine.definition.shape,
  ]
}

struct Instance {
  let machine: Machine
  /// Which cycle, problem or action it is.
  let subject: Int
  var state: State
  var revision: Int
  /// The hash of its last row.
  var hash: UInt64
}

/// One row of the append-only log.
struct LogRow: Hashable {
  let instance: InstanceID
  let revision: Int
  var from: State
  var event: Event
  var to: State
  let person: Int
  let role: Role
  let at: Instant
  let reason: String?
  let key: Key?
  let previousHash: UInt64
  var hash: UInt64

  /// What the row's hash is made over.
  func chained() -> UInt64 {
    var chain = Fingerprint(previousHash)
    chain.add(instance.index)
    chain.add(revision)
    for word in [from.description, event.description, to.description, role.description, reason ?? ""] {
      chain.add(word)
    }
    chain.add(person)
    chain.add(Int(at.microseconds))
    return chain.value
  }
}

struct Timer: Hashable, Comparable {
  let due: Instant
  let instance: InstanceID
  let event: Event

  static func < (a: Timer, b: Timer) -> Bool {
    (a.due, a.instance, a.event) < (b.due, b.instance, b.event)
  }
}

/// What became of a timer, and by which row of the log.
struct TimerFact {
  enum Fate { case armed, fired, refused, disarmed }
  let timer: Timer
  let fate: Fate
  /// The index of the transition's row; the last one so far for a refusal, which has none.
  let row: Int
}

struct Refused: Hashable {
  let timer: Timer
  let at: Instant
  let reason: String
}

/// That one person was told something by one transition.
struct Notice: Hashable {
  let instance: InstanceID
  let revision: Int
  let kind: NoticeKind
  let person: Int
}

struct OutboxItem {
  enum State: String {
    case created, sending, delivered
    case waiting = "temporary-failure"
    case dead = "permanent-failure"
  }
  let notice: Notice
  var state: State
  var attempts: Int
  var next: Instant
  /// How often it left for the recipient.
  var left: Int
}

struct Report {
  enum Review: String { case received, accepted, rejected, withdrawn }
  let key: Key
  let unit: Int
  let person: Int
  let from: Instant
  let receivedAt: Instant
  /// The cycle for whose coverage it counts.
  let cycle: Int?
  let isLate: Bool
  var review: Review
}

/// FNV-1a over 64 bits: the same in every process, which Swift's own hashing is not.
struct Fingerprint {
  private(set) var value: UInt64

  init(_ start: UInt64 = 0) { value = start ^ 0xcbf2_9ce4_8422_2325 }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xff as UInt8)
  }
  mutating func add(_ number: Int) {
    value = (value ^ UInt64(bitPattern: Int64(number))) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 29
  }
  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
