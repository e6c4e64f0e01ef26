import StateMachine

/// Why a period went without a meeting, as far as that is known: the reason that the log gives.
public enum MissCause: String, Sendable, Hashable, CaseIterable {
  /// No worker was at work when there was something to do for the period.
  case workerAway = "worker-away"
  /// Nobody compiled the picture.
  case notCompiled = "not-compiled"
  /// There was a picture in time, and no meeting.
  case notHeld = "not-held"

  public init(in state: State, _ facts: CycleFacts) {
    switch state {
    // Opening and closing are the worker's own: where they are left undone, there was none.
    case "planned", "collecting": self = .workerAway
    case "reviewing": self = .notCompiled
    // One that is compiled after its meeting is a worker's that comes back.
    default: self = facts.pictured.map { $0 > facts.timetable.meeting } == true ? .workerAway : .notHeld
    }
  }
}
