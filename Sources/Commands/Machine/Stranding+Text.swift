import Language
import StateMachine

extension Stranding {
  /// One line: which instances, and why they could not go on.
  func text(_ m: CLIMessages) -> String {
    let why =
      switch cause {
      case .machineGone: m.machineGone
      case .olderThanTheirs: m.olderThanTheirs(newVersion ?? 0)
      case .stateGone: m.stateGone(newVersion ?? 0)
      case .noEnd: m.noEnd(newVersion ?? 0)
      case .timerUnknown(let event): m.timerUnknown(event.description, newVersion ?? 0)
      }
    return "\(machine) \(version) \(state) (\(count)): \(why)"
  }

  /// `{"machine", "version", "newVersion", "state", "cause", "event", "count"}`.
  var json: JSON {
    let (word, event): (String, Event?) =
      switch cause {
      case .machineGone: ("machineGone", nil)
      case .olderThanTheirs: ("olderThanTheirs", nil)
      case .stateGone: ("stateGone", nil)
      case .noEnd: ("noEnd", nil)
      case .timerUnknown(let event): ("timerUnknown", event)
      }
    return [
      "machine": .string(machine), "version": .int(version),
      "newVersion": newVersion.map { .int($0) } ?? .null, "state": .string(state.description),
      "cause": .string(word), "event": .optional(event?.description), "count": .int(count),
    ]
  }
}
