import EST
import StateMachine
import Testing

/// A condition of one event, and how the world must be for it to fail.
struct Unmet<Facts: Sendable>: Sendable, CustomTestStringConvertible {
  let event: Event
  let name: String
  /// Makes it fail in a world in which everything is at hand.
  let spoil: @Sendable (inout Facts) -> Void

  init(_ event: Event, _ name: String, _ spoil: @escaping @Sendable (inout Facts) -> Void) {
    self.event = event
    self.name = name
    self.spoil = spoil
  }

  var testDescription: String { "\(event) without \(name)" }
}

/// Each cell of state × event × role moves as the table has it, or is refused for the reason that the table gives.
///
/// - Parameter world: for each event, a world in which its every condition is met.
func expectEveryCell<Facts: Sendable>(
  of machine: Definition<Facts, Effect>, toMoveAs table: MoveTable, in world: (Event) -> Facts,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let events = Set(Machines.all.flatMap(\.events)).union(table.events)
  for state in table.states.union([.unborn]) {
    for event in events {
      for role in everyRole {
        let decision = machine.decide(in: state, event, by: [role], facts: world(event))
        let cell: Comment = "\(role) says \(event) in \(state): \(decision)"
        let possible = table.events(in: state, by: role)
        switch decision {
        case .accepted(let to, let accepted, _):
          let row = table.row(state, event)
          #expect(row?.targets.first == to, cell, sourceLocation: sourceLocation)
          #expect(row?.roles.contains(role) == true && accepted == role, cell, sourceLocation: sourceLocation)
        case .refused(.unknownEvent(let offered)):
          #expect(!table.events.contains(event), cell, sourceLocation: sourceLocation)
          #expect(Set(offered) == possible, cell, sourceLocation: sourceLocation)
        case .refused(.notInThisState(let named, let offered)):
          #expect(named == state && table.row(state, event) == nil, cell, sourceLocation: sourceLocation)
          #expect(table.events.contains(event), cell, sourceLocation: sourceLocation)
          #expect(Set(offered) == possible, cell, sourceLocation: sourceLocation)
        case .refused(.notThisRole(let allowed)):
          let row = table.row(state, event)
          #expect(row.map { Set($0.roles) } == Set(allowed), cell, sourceLocation: sourceLocation)
          #expect(!allowed.contains(role), cell, sourceLocation: sourceLocation)
        case .refused(.unmet):
          Issue.record(cell, sourceLocation: sourceLocation)
        }
      }
    }
  }
}

/// The shape holds the table's moves and no other.
func expect(_ shape: MachineShape, isWhat table: MoveTable, sourceLocation: SourceLocation = #_sourceLocation)
{
  #expect(shape.faults.isEmpty, sourceLocation: sourceLocation)
  #expect(Set(shape.states).union([.unborn]) == table.states.union([.unborn]), sourceLocation: sourceLocation)
  for row in table.rows {
    let moves = shape.moves.filter { $0.from == row.from && $0.event == row.event }
    #expect(
      Set(moves.map(\.to)) == Set(row.targets), "\(row.event) in \(row.from)", sourceLocation: sourceLocation)
    for move in moves {
      #expect(
        Set(move.roles) == Set(row.roles), "\(row.event) in \(row.from)", sourceLocation: sourceLocation)
    }
  }
  for move in shape.moves {
    #expect(
      table.row(move.from, move.event) != nil, "\(move.event) in \(move.from)", sourceLocation: sourceLocation
    )
  }
}

/// What a timer says is taken or refused by name in every state, and never for want of a role or of the event.
func expectTimersAnswered<Facts: Sendable>(
  by machine: Definition<Facts, Effect>, where facts: Facts, sourceLocation: SourceLocation = #_sourceLocation
) {
  for event in machine.timerEvents {
    for state in machine.shape.states {
      switch machine.decide(in: state, event, by: [.worker], facts: facts) {
      case .accepted, .refused(.notInThisState), .refused(.unmet): break
      case .refused(let refusal):
        Issue.record("\(event) in \(state): \(refusal)", sourceLocation: sourceLocation)
      }
    }
  }
}

/// Each condition refuses by its name where it alone is unmet, and lets through where it is met.
func expect<Facts: Sendable>(
  _ machine: Definition<Facts, Effect>, refusesFor unmet: Unmet<Facts>, where facts: Facts,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var spoilt = facts
  unmet.spoil(&spoilt)
  let guarded = machine.transitions.filter { transition in
    transition.event == unmet.event && transition.guards.contains { $0.name == unmet.name }
  }
  #expect(!guarded.isEmpty, "no \(unmet.event) asks for \(unmet.name)", sourceLocation: sourceLocation)
  for transition in guarded {
    for role in transition.roles {
      let met = machine.decide(in: transition.from, transition.event, by: [role], facts: facts)
      guard case .accepted = met else {
        Issue.record("\(unmet.event) in \(transition.from): \(met)", sourceLocation: sourceLocation)
        continue
      }
      #expect(
        machine.decide(in: transition.from, transition.event, by: [role], facts: spoilt)
          == .refused(.unmet(guardName: unmet.name)), sourceLocation: sourceLocation)
    }
  }
}

/// That the tests of conditions leave none out.
/// - Parameter choices: those that choose between two targets and so refuse nothing.
func expect<Facts: Sendable>(
  _ unmet: [Unmet<Facts>], nameEveryConditionOf machine: Definition<Facts, Effect>,
  but choices: Set<String> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tested = Set(unmet.map { "\($0.event): \($0.name)" })
  let present = Set(
    machine.transitions.flatMap { move in move.guards.map { "\(move.event): \($0.name)" } })
  #expect(tested.union(choices) == present, sourceLocation: sourceLocation)
}

/// The state of one instance and the events that its timers will say.
struct Armed: Hashable {
  var state: State
  var timers: Set<Event>
}

/// Every state that an instance can come to, with the timers that stand there, whatever is said by anyone in
/// whatever order; a timer that has spoken is gone, taken or refused.
///
/// - Parameter worlds: the facts under which things are said, several where they decide what comes of an event.
func everythingThatCanHappen<Facts: Sendable>(
  to machine: Definition<Facts, Effect>, in worlds: [Facts]
) -> Set<Armed> {
  let roles = Set(machine.shape.moves.flatMap(\.roles))
  var seen: Set<Armed> = []
  var frontier = [Armed(state: .unborn, timers: [])]
  while let here = frontier.popLast() {
    var reached: [Armed] = []
    for facts in worlds {
      for event in machine.shape.events {
        for role in roles { reached.append(after(event, role, here, machine, facts)) }
        if here.timers.contains(event) {
          let spent = Armed(state: here.state, timers: here.timers.subtracting([event]))
          reached.append(after(event, .worker, spent, machine, facts))
        }
      }
    }
    frontier += reached.filter { seen.insert($0).inserted }
  }
  return seen
}

private func after<Facts: Sendable>(
  _ event: Event, _ role: Role, _ here: Armed, _ machine: Definition<Facts, Effect>, _ facts: Facts
) -> Armed {
  guard
    case .accepted(let to, _, let effects) = machine.decide(in: here.state, event, by: [role], facts: facts)
  else { return here }
  var next = Armed(state: to, timers: here.timers)
  for effect in effects {
    switch effect {
    case .arm(let event, _): next.timers.insert(event)
    case .disarm(let event): next.timers.remove(event)
    case .disarmAll: next.timers = []
    default: break
    }
  }
  return next
}
