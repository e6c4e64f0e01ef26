import EST
import StateMachine
import Testing

/// What a timer says in each state: taken, or refused by name and then cured as the table has it.
@Suite struct TimerTests {
  /// What makes up for a timer whose event was refused.
  enum Cure: Sendable, Hashable {
    /// An event of the same instance arms it again.
    case armed(by: Event)
    /// It is not needed any more: the event ends the instance.
    case ended(by: Event)
    /// An event of another machine's instance arms it again.
    case armedElsewhere(by: String)
  }

  private struct Row: Hashable {
    let event: Event
    let state: State
    /// The guard; `nil` where the state itself does not take it.
    let guardName: String?
  }

  /// The design's table of what can be refused. What it does not name is taken in every state in which it can stand.
  private static let table: [String: [Row: [Cure]]] = [
    "cycle": [
      // Too late to remind of this deadline; a later one brings its own reminders.
      Row(event: "remind", state: "collecting", guardName: "beforeDeadline"): [.armed(by: "reopen")],
      // A meeting that goes on is not missed; one that was begun by mistake may be.
      Row(event: "miss", state: "meeting", guardName: nil): [.armed(by: "adjourn")],
      // The next meeting was put off.
      Row(event: "miss", state: "planned", guardName: "nextMeetingPassed"): [.armed(by: "moveMeeting")],
      Row(event: "miss", state: "collecting", guardName: "nextMeetingPassed"): [.armed(by: "moveMeeting")],
      Row(event: "miss", state: "reviewing", guardName: "nextMeetingPassed"): [
        .armed(by: "moveMeeting"), .armed(by: "reopen"),
      ],
      Row(event: "miss", state: "pictured", guardName: "nextMeetingPassed"): [
        .armed(by: "moveMeeting"), .armed(by: "reopen"),
      ],
    ],
    "problem": [
      Row(event: "beginEvaluation", state: "acting", guardName: "actionsEnded"): [
        .armedElsewhere(by: "action: finish, cancel, evaluate"), .armed(by: "actAgain"),
      ],
      Row(event: "beginEvaluation", state: "acting", guardName: "actionDone"): [
        .armedElsewhere(by: "action: finish"), .armed(by: "beginAction"),
      ],
    ],
    "action": [
      // There is nothing to judge before it is done.
      Row(event: "followUp", state: "underway", guardName: nil): [.armed(by: "finish")]
    ],
    "agreement": [
      Row(event: "endDate", state: "inForce", guardName: "noSuccessorInForce"): [.ended(by: "replace")]
    ],
    "promiseSet": [:], "safetyWalk": [:], "statutoryPicture": [:],
  ]

  @Test(arguments: MachineUnderTest.all)
  func whatItSaysIsTakenOrRefusedByNameAndCured(machine: MachineUnderTest) throws {
    let table = try #require(Self.table[machine.shape.name])
    let life = Life(machine)
    #expect(
      Set(life.refused.map { Row(event: $0.event, state: $0.state, guardName: $0.guardName) })
        == Set(table.keys))
    for (row, cures) in table {
      for cure in cures {
        switch cure {
        case .armed(let event):
          #expect(life.effects(of: event).contains { $0.arms(row.event) }, "\(event) cures \(row)")
        case .ended(let event):
          let targets = machine.shape.moves.filter { $0.event == event && $0.from == row.state }.map(\.to)
          #expect(!targets.isEmpty && targets.allSatisfy(machine.shape.isEnd), "\(event) cures \(row)")
        case .armedElsewhere: break
        }
      }
    }
    let states = machine.shape.states.count * machine.shape.timerEvents.count
    print(
      "\(machine.shape.name): \(states) pairs of timer and state, \(life.taken.count) taken, \(table.count) refused "
        + "and cured, none stands in the others")
  }

  /// Said by hand where no timer would stand, it is refused for the state or by a guard, and for nothing else.
  @Test(arguments: MachineUnderTest.all) func itIsNeverUnknown(machine: MachineUnderTest) {
    for event in machine.shape.timerEvents {
      for state in machine.shape.states {
        for decision in machine.decide((state, event, .worker))
          + machine.decideLacking((state, event, .worker))
        {
          switch decision {
          case .accepted, .refused(.notInThisState), .refused(.unmet): break
          case .refused(let refusal): Issue.record("\(event) in \(state): \(refusal)")
          }
        }
      }
    }
  }

  @Test(arguments: MachineUnderTest.all) func noneOutlivesItsInstance(machine: MachineUnderTest) {
    let life = Life(machine)
    #expect(Set(life.seen.map(\.state)) == Set(machine.shape.states))
    for standing in life.seen where machine.shape.isEnd(standing.state) {
      #expect(standing.timers.isEmpty, "\(standing)")
    }
  }

  @Test(arguments: MachineUnderTest.all) func everyInstanceCanEnd(machine: MachineUnderTest) {
    #expect(machine.shape.faults.isEmpty)
    for state in machine.shape.states {
      #expect(machine.shape.reachable(from: .unborn).contains(state))
      #expect(machine.shape.reachable(from: state).contains(where: machine.shape.isEnd))
    }
  }
}

extension Effect {
  func arms(_ event: Event) -> Bool {
    if case .arm(event, _) = self { true } else { false }
  }
}

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
  }

  struct Refused: Hashable {
    let event: Event
    let state: State
    let guardName: String?
  }

  private let machine: MachineUnderTest
  private(set) var seen: Set<Standing> = []
  private(set) var taken: Set<[String]> = []
  private(set) var refused: Set<Refused> = []

  init(_ machine: MachineUnderTest) {
    self.machine = machine
    var frontier = [Standing(state: .unborn, timers: [])]
    while let here = frontier.popLast() {
      frontier += (said(in: here) + fired(in: here)).filter { seen.insert($0).inserted }
    }
  }

  /// What anyone does, whatever timers stand; what only timers say is theirs.
  private func said(in here: Standing) -> [Standing] {
    machine.shape.moves.filter { $0.from == here.state }.flatMap { move in
      move.roles.filter { !(machine.shape.timerEvents.contains(move.event) && $0 == .worker) }.flatMap {
        role in
        machine.decide((here.state, move.event, role)).compactMap { after($0, here) }
      }
    }
  }

  private mutating func fired(in here: Standing) -> [Standing] {
    guard let next = here.timers.min(by: { ($0.due, $0.event) < ($1.due, $1.event) }) else { return [] }
    var spent = here
    spent.timers.remove(next)
    var reached: [Standing] = []
    let cell = (here.state, next.event, Role.worker)
    for decision in machine.decide(cell) {
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
    for case .refused(.unmet(let name)) in machine.decideLacking(cell) {
      refused.insert(Refused(event: next.event, state: here.state, guardName: name))
      reached.append(spent)
    }
    return reached
  }

  private func after(_ decision: Decision<Effect>, _ here: Standing) -> Standing? {
    guard case .accepted(let to, _, let effects) = decision else { return nil }
    var next = Standing(state: to, timers: here.timers)
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
