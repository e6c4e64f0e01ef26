import EST
import StateMachine

/// Everything that can happen to an instance: people say anything at any time, and timers speak in the order in which
/// they are due, as a worker fires them.
struct Life {
  struct Standing: Hashable {
    struct Timer: Hashable {
      let due: Instant
      let event: Event
    }

    var state: State
    var timers: Set<Timer>
    var moment: MachineUnderTest.Moment
  }

  struct Refused: Hashable {
    let event: Event
    let state: State
    let guardName: String?
  }

  private let machine: MachineUnderTest
  /// What is asked for year after year goes on for ever; five years show it.
  private var horizon: Instant { machine.start.advanced(minutes: 5 * 366 * 24 * 60) }
  private(set) var seen: Set<Standing> = []
  private(set) var taken: Set<[String]> = []
  private(set) var refused: Set<Refused> = []

  init(_ machine: MachineUnderTest) {
    self.machine = machine
    var frontier = [Standing(state: .unborn, timers: [], moment: .init(now: machine.start))]
    while let here = frontier.popLast() {
      frontier += (said(in: here) + fired(in: here)).filter { seen.insert($0).inserted }
    }
  }

  /// What anyone does, whatever timers stand; what only timers say is theirs.
  private func said(in here: Standing) -> [Standing] {
    machine.shape.moves.filter { $0.from == here.state }.flatMap { move in
      move.roles.filter { !(machine.shape.timerEvents.contains(move.event) && $0 == .worker) }.flatMap {
        role in
        machine.decide((here.state, move.event, role), at: here.moment).compactMap { decision in
          var next = after(decision, here)
          if machine.remembered.contains(move.event) {
            // More than a few say nothing new.
            guard here.moment.said.count < 2 else { return nil }
            next?.moment.said.append(.init(event: move.event, at: here.moment.now))
          }
          return next
        }
      }
    }
  }

  private mutating func fired(in here: Standing) -> [Standing] {
    guard let next = here.timers.min(by: { ($0.due, $0.event) < ($1.due, $1.event) }) else { return [] }
    var spent = here
    spent.timers.remove(next)
    spent.moment.now = max(next.due, here.moment.now)
    guard spent.moment.now < horizon else { return [] }
    var reached: [Standing] = []
    let cell = (here.state, next.event, Role.worker)
    for decision in machine.decide(cell, at: spent.moment) {
      switch decision {
      case .accepted:
        taken.insert([next.event.description, here.state.description])
        reached.append(after(decision, spent)!)
      case .refused(.unmet(let name)):
        refused.insert(Refused(event: next.event, state: here.state, guardName: name))
        reached.append(spent)
      case .refused:
        refused.insert(Refused(event: next.event, state: here.state, guardName: nil))
        reached.append(spent)
      }
    }
    for case .refused(.unmet(let name)) in machine.decideLacking(cell, at: spent.moment) {
      refused.insert(Refused(event: next.event, state: here.state, guardName: name))
      reached.append(spent)
    }
    return reached
  }

  private func after(_ decision: Decision<Effect>, _ here: Standing) -> Standing? {
    guard case .accepted(let to, _, let effects) = decision else { return nil }
    var next = Standing(state: to, timers: here.timers, moment: here.moment)
    for effect in effects {
      switch effect {
      case .arm(let event, let due): next.timers.insert(.init(due: due, event: event))
      case .disarm(let event): next.timers = next.timers.filter { $0.event != event }
      case .disarmAll: next.timers = []
      default: break
      }
    }
    return next
  }

  /// What the event asks for, in every state and world that takes it.
  func effects(of event: Event) -> [Effect] {
    machine.shape.moves.filter { $0.event == event }.flatMap { move in
      move.roles.flatMap { role in
        machine.decide((move.from, event, role)).flatMap { decision -> [Effect] in
          if case .accepted(_, _, let effects) = decision { effects } else { [] }
        }
      }
    }
  }
}
