import EST
import Foundation
import Persistence
import Postgres
import StateMachine

extension Desk {
  /// Says what timers of different instances say, in their order. What has no work of its own to carry out, such as
  /// compiling a picture, is written together: a hundred to a statement are many times as quick as a hundred statements.
  /// One that is refused is refused alone.
  ///
  /// - Parameters:
  ///   - due: the next due timer of each instance.
  ///   - works: how many that have work of their own are fired at most; the next one and what comes after it are left.
  func fire(_ due: [(timer: DueTimer, instance: Instance)], works: Int) throws -> Fired {
    var fired = Fired()
    let decisions = try decisions(on: due)
    var writer = TransitionWriter(municipality.code, at: now)
    for (timer, instance) in due {
      guard let decision = decisions[instance.id] else {
        if fired.works == works { break }
        try writer.write(session)
        writer = TransitionWriter(municipality.code, at: now)
        fired.count(isTaken: try fire(timer))
        fired.works += 1
        continue
      }
      switch decision.outcome {
      case .refused(let refusal):
        writer.refuse(timer, refusal, of: instance)
        fired.count(isTaken: false)
      case .accepted(let to, let role, let effects):
        let moved = Instance(
          id: instance.id, machine: instance.machine, machineVersion: instance.machineVersion,
          group: instance.group, state: to, revision: instance.revision + 1)
        writer.append(
          LoggedTransition(
            moved, from: instance.state, event: timer.event, actor: actor.id, role: role, at: now,
            reason: decision.reason, payload: try Desk.json(["detail": decision.detail]), key: nextKey()))
        writer.remove(timer)
        writer.carryOut(effects, of: moved, detail: decision.detail)
        hold(moved)
        fired.count(isTaken: true)
      }
    }
    try writer.write(session)
    return fired
  }

  private struct Decided {
    let outcome: Decision<Effect>
    /// Which period or action it is about.
    let detail: String
    /// What the worker itself knows of why.
    var reason: String?

    var hasWork: Bool {
      if case .accepted(_, _, let effects) = outcome {
        effects.contains(where: \.isCarriedOut)
      } else {
        false
      }
    }
  }

  /// What the machines whose facts can be read for many at a time make of their timers; what is not among it, and what
  /// has work of its own, is fired alone.
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
    return decided.filter { !$0.value.hasWork }
  }
}

/// How many timers were fired, and what became of their events.
public struct Fired: Sendable, Equatable {
  public var taken = 0
  public var refused = 0
  /// How many of them had work of their own.
  var works = 0
  var total: Int { taken + refused }
  /// Whether one transaction took all it may, so that more may be due.
  var isFull: Bool { total >= Engine.timersTogether || works >= Engine.worksTogether }

  public init(taken: Int = 0, refused: Int = 0) {
    self.taken = taken
    self.refused = refused
  }

  mutating func count(isTaken: Bool) {
    if isTaken { taken += 1 } else { refused += 1 }
  }

  static func += (sum: inout Fired, other: Fired) {
    sum.taken += other.taken
    sum.refused += other.refused
    sum.works += other.works
  }
}
