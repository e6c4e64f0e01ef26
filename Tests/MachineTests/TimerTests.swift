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
      // The next meeting was put off, which arms it at the new time.
      Row(event: "miss", state: "pictured", guardName: "nextMeetingPassed"): [
        .armedElsewhere(by: "cycle: moveMeeting of the next period"), .armed(by: "moveMeeting"),
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
