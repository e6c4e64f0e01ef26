import EST
import Foundation
import Persistence
import Postgres
import StateMachine

extension Desk {
  /// Says what many timers of different instances say, and commits them together: a hundred to a commit are many times
  /// as quick as a hundred commits.
  ///
  /// Taken are the first of `due`, as far as no instance comes twice and none has work of its own to carry out, such as
  /// compiling a picture. One that is refused is refused alone.
  ///
  /// - Returns: `nil` where the first must be fired alone.
  func fireTogether(_ due: [(timer: DueTimer, instance: Instance)]) throws -> Fired? {
    var fired = Fired()
    var seen: Set<UUID> = []
    let prefix = due.prefix { seen.insert($0.instance.id).inserted }
    let decisions = try decisions(on: Array(prefix))
    var writer = TransitionWriter(municipality.code, at: now)
    for (timer, instance) in prefix {
      guard let decision = decisions[instance.id] else { break }
      switch decision.outcome {
      case .refused(let refusal):
        writer.refuse(timer, refusal, of: instance)
        fired.refused += 1
      case .accepted(let to, let role, let effects):
        if effects.contains(where: \.isCarriedOut) {
          return fired.isEmpty ? nil : try fired.written(writer, session)
        }
        let moved = Instance(
          id: instance.id, machine: instance.machine, machineVersion: instance.machineVersion,
          group: instance.group, state: to, revision: instance.revision + 1)
        writer.append(
          LoggedTransition(
            moved, from: instance.state, event: timer.event, actor: actor.id, role: role, at: now,
            reason: decision.reason, payload: try Desk.json(["detail": decision.detail]), key: nextKey()))
        writer.remove(timer)
        writer.carryOut(effects, of: moved, detail: decision.detail)
        fired.taken += 1
      }
    }
    return fired.isEmpty ? nil : try fired.written(writer, session)
  }

  private struct Decided {
    let outcome: Decision<Effect>
    /// Which period or action it is about.
    let detail: String
    /// What the worker itself knows of why.
    var reason: String?
  }

  /// What the machines whose facts can be read for many at a time make of their timers; the others fire alone.
  private func decisions(on due: [(timer: DueTimer, instance: Instance)]) throws -> [UUID: Decided] {
    var decided: [UUID: Decided] = [:]
    let byMachine = Dictionary(grouping: due, by: \.instance.machine)
    if let due = byMachine[ActionMachine.definition.name] {
      let actions = try self.actions.list(due.map { ActionID($0.instance.id) })
      for (timer, instance) in due {
        guard let action = actions[ActionID(instance.id)] else { continue }
        let facts = ActionFacts(action.kind, action.fields, causes: action.causes.count, now: now)
        decided[instance.id] = Decided(
          outcome: ActionMachine.definition.decide(
            in: instance.state, timer.event, by: [.worker], facts: facts),
          detail: action.number)
      }
    }
    if let due = byMachine[CycleMachine.definition.name] {
      let cycles = try self.cycles.standing(due.map { CycleID($0.instance.id) })
      for (timer, instance) in due {
        guard let standing = cycles[CycleID(instance.id)] else { continue }
        let facts = try facts(of: standing)
        decided[instance.id] = Decided(
          outcome: CycleMachine.definition.decide(
            in: instance.state, timer.event, by: [.worker], facts: facts),
          detail: standing.cycle.period.label,
          reason: Desk.reason(for: timer.event, in: instance.state, facts))
      }
    }
    return decided
  }
}

/// How many timers were fired, and what became of their events.
public struct Fired: Sendable, Equatable {
  public var taken = 0
  public var refused = 0
  var isEmpty: Bool { taken + refused == 0 }

  public init(taken: Int = 0, refused: Int = 0) {
    self.taken = taken
    self.refused = refused
  }

  fileprivate func written(_ writer: TransitionWriter, _ session: Session) throws -> Fired {
    try writer.write(session)
    return self
  }
}
