import EST
import Foundation
import Persistence
import StateMachine

/// What became of an event that was taken.
public struct Said: Sendable, Equatable {
  public let state: State
  public let revision: Int
  /// The event had been said before under the same key: nothing was done again.
  public let isRepeated: Bool
}

extension Desk {
  /// Says an event to an instance: decides, writes the log, timers and notices, and has the rest carried out, all
  /// in this transaction.
  ///
  /// - Parameters:
  ///   - id: the instance; not yet there for a birth.
  ///   - isOwner: whether the actor is the owner that the instance names.
  ///   - key: the key of this event, which the caller has looked up; the call's next one where none is given.
  ///   - writing: writes what the event is about, given the revision that it makes, once it is decided and before
  ///     anything comes of it. Not called for an event that is refused or repeated.
  ///   - carryOut: does what the engine knows nothing of, such as compiling a picture.
  /// - Throws: `UseCaseError.refused`, and `StoreError.conflict` where someone was before.
  @discardableResult
  func say<Facts: Sendable>(
    _ event: Event, to id: UUID, of definition: Definition<Facts, Effect>, in group: GroupID, facts: Facts,
    isOwner: Bool = false, reason: String? = nil, payload: [String: String] = [:], key: UUID? = nil,
    writing: (_ revision: Int) throws -> Void = { _ in }, carryOut: (Effect) throws -> Void = { _ in }
  ) throws -> Said {
    let new = key ?? nextKey()
    if key == nil, let said = try alreadySaid(event, to: id, new) { return said }
    let instance = try locked(id)
    let from = instance?.state ?? .unborn
    switch definition.decide(in: from, event, by: roles(in: group) + (isOwner ? [.owner] : []), facts: facts)
    {
    case .refused(let refusal):
      throw UseCaseError.refused(machine: definition.name, event, refusal)
    case .accepted(let to, let role, let effects):
      let moved = Instance(
        id: id, machine: definition.name, machineVersion: instance?.machineVersion ?? definition.version,
        group: group, state: to, revision: (instance?.revision ?? 0) + 1)
      try writing(moved.revision)
      // First what the database's own guards ask for before it takes the transition.
      for effect in effects where effect.isCarriedOut { try carryOut(effect) }
      var writer = TransitionWriter(municipality.code, at: now)
      writer.append(
        LoggedTransition(
          moved, from: from, event: event, actor: actor.id, role: role, at: now, reason: reason,
          payload: try Desk.json(payload), key: new))
      writer.carryOut(effects, of: moved, detail: payload["detail"])
      try writer.write(session)
      hold(moved)
      return Said(state: to, revision: moved.revision, isRepeated: false)
    }
  }

  /// What became of an event that was said before under the same key; `nil` for a new one.
  /// - Throws: `keyUsed` where the key has said something else: nothing is taken for done that was not.
  func alreadySaid(_ event: Event, to id: UUID, _ key: UUID) throws -> Said? {
    // A worker's keys are made for the occasion.
    guard !isWorker, let known = try instances.alreadySaid(key) else { return nil }
    guard known == (event, id), let instance = try instances.find(id) else {
      throw UseCaseError.rule(.keyUsed)
    }
    return Said(state: instance.state, revision: instance.revision, isRepeated: true)
  }

  /// The actor's roles in a group, the one that decides most first.
  func roles(in group: GroupID) -> [Role] {
    let held = roles[group] ?? []
    return [
      .coordinator, .policeLead, .steering, .participant, .council, .reporter, .worker, .administrator,
    ].filter(held.contains).map { Role($0.rawValue) }
  }

  func newIDForOutbox() -> UUID { (newID() as Identifier<Subject.Incident>).uuid }

  /// Without personal data: the log keeps it for ever.
  static func json(_ value: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Effect {
  /// Whether it is work of its own beyond rows for timers and notices.
  var isCarriedOut: Bool {
    switch self {
    case .arm, .disarm, .disarmAll, .tell: false
    case .fixCoverage, .compilePicture, .exportPicture, .freezePicture: true
    }
  }
}

extension TransitionWriter {
  /// Gathers the timers and notices that a transition asks for.
  mutating func carryOut(_ effects: [Effect], of instance: Instance, detail: String?) {
    for effect in effects {
      switch effect {
      case .arm(let event, let due): arm(instance.id, event, at: due)
      case .disarm(let event): disarm(instance.id, event)
      case .disarmAll: disarm(instance.id, nil)
      case .tell(let notice, let audience):
        tell(Telling(notice, of: instance, detail: detail), audience)
      case .fixCoverage, .compilePicture, .exportPicture, .freezePicture: break
      }
    }
  }
}

extension Telling {
  init(_ kind: NoticeKind, of instance: Instance, detail: String?) {
    self.init(
      kind: kind, instance: instance.id, group: instance.group, revision: instance.revision,
      detail: detail ?? "")
  }
}

extension LoggedTransition {
  /// The transition that has brought an instance where it is now.
  init(
    _ moved: Instance, from: State, event: Event, actor: ParticipantID, role: Role, at now: Instant,
    reason: String?, payload: String, key: UUID
  ) {
    self.init(
      instance: moved.id, revision: moved.revision, machine: moved.machine,
      machineVersion: moved.machineVersion, group: moved.group, from: from, event: event, to: moved.state,
      actor: actor, role: role, at: now, reason: reason, payload: payload, key: key)
  }
}
