/// A condition of a transition. It is named, so that a refusal can say in words what is missing.
public struct Guard<Facts: Sendable>: Sendable {
  public let name: String
  public let holds: @Sendable (Facts) -> Bool

  public init(_ name: String, _ holds: @escaping @Sendable (Facts) -> Bool) {
    self.name = name
    self.holds = holds
  }
}

/// One permitted move.
public struct Transition<Facts: Sendable, Effect: Sendable>: Sendable {
  public let from: State
  public let event: Event
  public let to: State
  public let roles: [Role]
  public let guards: [Guard<Facts>]
  /// What the move asks for: written in its transaction, carried out afterwards.
  public let effects: @Sendable (Facts) -> [Effect]

  public init(
    from: State, event: Event, to: State, roles: [Role], guards: [Guard<Facts>] = [],
    effects: @escaping @Sendable (Facts) -> [Effect] = { _ in [] }
  ) {
    self.from = from
    self.event = event
    self.to = to
    self.roles = roles
    self.guards = guards
    self.effects = effects
  }
}

/// A machine as data: its states are those that its transitions name.
///
/// Where several transitions share a state and an event, the first whose guards hold is taken, so the more
/// demanding one stands first.
public struct Definition<Facts: Sendable, Effect: Sendable>: Sendable {
  public let name: String
  /// Raised with every change of the transitions; an instance keeps the version it was born under.
  public let version: Int
  public let transitions: [Transition<Facts, Effect>]
  /// The events that a timer says.
  public let timerEvents: Set<Event>
  /// Where an instance may stay for good though something still leads on: a problem that is resolved may recur.
  public let restingStates: Set<State>
  /// The same transitions by where they lead from and what is said, to be found at once.
  let table: [State: [Event: [Transition<Facts, Effect>]]]

  public init(
    name: String, version: Int, timerEvents: Set<Event> = [], restingStates: Set<State> = [],
    transitions: [[Transition<Facts, Effect>]]
  ) {
    self.name = name
    self.version = version
    self.timerEvents = timerEvents
    self.restingStates = restingStates
    self.transitions = transitions.flatMap { $0 }
    table = Dictionary(grouping: self.transitions, by: \.from).mapValues {
      Dictionary(grouping: $0, by: \.event)
    }
  }

  /// The same move out of several states, for `planned … pictured` in a table of states.
  public static func moves(
    from states: [State], _ event: Event, to target: State? = nil, by roles: [Role],
    if guards: [Guard<Facts>] = [], effects: @escaping @Sendable (Facts) -> [Effect] = { _ in [] }
  ) -> [Transition<Facts, Effect>] {
    states.map {
      Transition(from: $0, event: event, to: target ?? $0, roles: roles, guards: guards, effects: effects)
    }
  }
}
