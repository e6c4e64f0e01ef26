/// What comes of an event.
public enum Decision<Effect: Sendable>: Sendable {
  /// The event is taken: the new state, the role that allowed it, and what is to be done.
  case accepted(to: State, as: Role, effects: [Effect])
  case refused(Refusal)
}

extension Decision: Equatable where Effect: Equatable {}

/// Why an event was not taken. It changes nothing.
public enum Refusal: Error, Hashable, Sendable {
  /// The machine knows no such event.
  case unknownEvent(possible: [Event])
  /// Not from this state; `possible` is what the same actor may say instead.
  case notInThisState(State, possible: [Event])
  /// The actor has none of the roles that may say it.
  case notThisRole(allowed: [Role])
  /// A condition is not met.
  case unmet(guardName: String)
}

extension Definition {
  /// Decides one event. Pure: time, randomness and the world come in as `facts`.
  ///
  /// - Parameters:
  ///   - state: where the instance is; `.unborn` for a birth.
  ///   - roles: what the actor is in the instance's group, most important first.
  public func decide(in state: State, _ event: Event, by roles: [Role], facts: Facts) -> Decision<Effect> {
    guard let here = table[state]?[event] else {
      let possible = events(in: state, by: roles)
      return .refused(
        transitions.contains { $0.event == event }
          ? .notInThisState(state, possible: possible) : .unknownEvent(possible: possible))
    }
    var lacking: String?
    for transition in here where transition.roles.contains(where: roles.contains) {
      guard let unmet = transition.guards.first(where: { !$0.holds(facts) }) else {
        let role = roles.first(where: transition.roles.contains)!
        return .accepted(to: transition.to, as: role, effects: transition.effects(facts))
      }
      // What a lesser transition lacks says more than what the demanding one before it lacked.
      lacking = unmet.name
    }
    guard let lacking else { return .refused(.notThisRole(allowed: here.flatMap(\.roles).unique)) }
    return .refused(.unmet(guardName: lacking))
  }

  /// The events that someone with `roles` may say in `state`, guards aside, in the order of the definition.
  public func events(in state: State, by roles: [Role]) -> [Event] {
    transitions.filter { $0.from == state && $0.roles.contains(where: roles.contains) }.map(\.event).unique
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
