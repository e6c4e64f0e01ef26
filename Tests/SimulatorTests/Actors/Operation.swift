import EST
import StateMachine

/// What a participant can do. It names things by the order in which they were born, which is the same in every world.
///
/// A new use case is a new case here, a way to choose it in `Actors`, and a line in each world's `carryOut`.
enum Operation: Sendable {
  case report(unit: Int, from: Instant)
  case nothing(unit: Int)
  case withdraw(report: Int)
  case acceptAll(cycle: Int)
  case reject(report: Int)

  case cycle(Event, Int, Details = Details())
  case decision(cycle: Int)
  case priorities([Int], cycle: Int)

  case identify
  case problem(Event, Int, Details = Details())
  case evidence(problem: Int)
  /// - evidence: a number from 1.
  case cause(problem: Int, evidence: Int?)

  case propose(ActionKind, problem: Int?, causes: [Int])
  case action(Event, Int, Details = Details())

  case settings(GroupSettings)

  /// What an event is said with.
  struct Details: Sendable {
    var reason: String?
    /// A deadline, a meeting, a due date or a follow-up.
    var time: Instant?
    /// The version to adopt.
    var version: Int?
    /// A dismissal that cancels its actions, or the answer that dismisses.
    var isYes = false
    /// What the event asks for: goal, baseline, criteria, colour, result and lesson.
    var isComplete = true
    /// The person who answers for an action.
    var owner: Int?

    static func because(_ reason: String = "Beslutat i gruppen") -> Details { Details(reason: reason) }
  }
}

/// An operation on its way: said by whom, under which key.
struct Command: Sendable {
  let person: Int
  let key: Key
  let operation: Operation
}

/// What the sender hears.
enum Reply: Hashable, Sendable {
  case taken(State, revision: Int)
  /// It had been said before under the same key.
  case repeated(State, revision: Int)
  case done
  case refused(String)
}
