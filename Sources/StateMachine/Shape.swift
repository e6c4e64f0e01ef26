/// A definition without its functions: what is printed, stored in the database and reasoned about.
public struct MachineShape: Sendable, Equatable {
  public struct Move: Sendable, Hashable {
    public let from: State
    public let event: Event
    public let to: State
    public let roles: [Role]
    public let guards: [String]
  }

  public let name: String
  public let version: Int
  public let moves: [Move]
  public let timerEvents: Set<Event>
  /// Where an instance may stay for good though something still leads on.
  public let restingStates: Set<State>

  /// In the order in which the moves name them; `-` is not among them.
  public var states: [State] {
    moves.flatMap { [$0.from, $0.to] }.unique.filter { $0 != .unborn }
  }
  public var events: [Event] { moves.map(\.event).unique }
  /// Nothing leaves it.
  public func isTerminal(_ state: State) -> Bool { !moves.contains { $0.from == state } }
  /// Where an instance may stay for good: nothing has to be done about it any more.
  public func isEnd(_ state: State) -> Bool { isTerminal(state) || restingStates.contains(state) }

  /// The states that can be reached from `state`, itself included.
  public func reachable(from state: State) -> Set<State> {
    var found: Set<State> = [state]
    var frontier = [state]
    while let next = frontier.popLast() {
      for move in moves where move.from == next && found.insert(move.to).inserted { frontier.append(move.to) }
    }
    return found
  }

  /// What is wrong with the definition, in words for its author; empty where it is sound.
  public var faults: [String] {
    var faults: [String] = []
    let born = reachable(from: .unborn)
    for state in states where !born.contains(state) { faults.append("\(state) is never reached") }
    let ends = states.filter(isEnd)
    for state in states where reachable(from: state).isDisjoint(with: ends) {
      faults.append("\(state) never ends")
    }
    for state in restingStates.sorted() where !states.contains(state) {
      faults.append("no move has the resting state \(state)")
    }
    for move in moves where move.roles.isEmpty {
      faults.append("nobody may say \(move.event) in \(move.from)")
    }
    for (index, move) in moves.enumerated() {
      let isShadowed = moves[..<index].contains {
        $0.from == move.from && $0.event == move.event && $0.guards.isEmpty
          && Set($0.roles).isSuperset(of: move.roles)
      }
      if isShadowed { faults.append("\(move.event) never leads from \(move.from) to \(move.to)") }
    }
    for event in timerEvents.sorted() where !events.contains(event) {
      faults.append("no move has the timer \(event)")
    }
    for move in moves where move.to == .unborn { faults.append("\(move.event) leads back before birth") }
    return faults
  }
}

extension Definition {
  public var shape: MachineShape {
    MachineShape(
      name: name, version: version,
      moves: transitions.map {
        .init(
          from: $0.from, event: $0.event, to: $0.to, roles: $0.roles, guards: $0.guards.map(\.name))
      },
      timerEvents: timerEvents, restingStates: restingStates)
  }
}
