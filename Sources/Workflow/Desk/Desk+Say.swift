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
  ///   - key: the key of this event; the call's next one where none is given.
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
    let key = key ?? nextKey()
    if let said = try alreadySaid(event, to: id, key) { return said }
    let instance = try instances.locked(id)
    let from = instance?.state ?? .unborn
    let roles = roles(in: group) + (isOwner ? [.owner] : [])
    switch definition.decide(in: from, event, by: roles, facts: facts) {
    case .refused(let refusal):
      throw UseCaseError.refused(machine: definition.name, event, refusal)
    case .accepted(let to, let role, let effects):
      let revision = (instance?.revision ?? 0) + 1
      try writing(revision)
      try instances.append(
        LoggedTransition(
          instance: id, revision: revision, machine: definition.name,
          machineVersion: instance?.machineVersion ?? definition.version, group: group, from: from,
          event: event, to: to, actor: actor.id, role: role, at: now, reason: reason,
          payload: try Desk.json(payload), key: key))
      for effect in effects {
        switch effect {
        case .arm(let event, let due): try instances.arm(id, event, at: due)
        case .disarm(let event): try instances.disarm(id, event)
        case .disarmAll: try instances.disarm(id, nil)
        case .tell(let notice, let audience):
          try tell(
            notice, audience, instance: id, group: group, revision: revision, detail: payload["detail"])
        case .fixCoverage, .compilePicture, .exportPicture, .freezePicture: try carryOut(effect)
        }
      }
      return Said(state: to, revision: revision, isRepeated: false)
    }
  }

  /// What became of an event that was said before under the same key; `nil` for a new one.
  /// - Throws: `keyUsed` where the key has said something else: nothing is taken for done that was not.
  func alreadySaid(_ event: Event, to id: UUID, _ key: UUID) throws -> Said? {
    guard let known = try instances.alreadySaid(key) else { return nil }
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

  /// Writes a notice, and a mail for each recipient whose function has an address, where mail is set up.
  func tell(
    _ notice: NoticeKind, _ audience: Audience, instance: UUID, group: GroupID, revision: Int, detail: String?
  ) throws {
    let recipients = try notices.recipients(audience, group: group, instance: instance)
    try notices.write(
      notice, to: recipients, instance: instance, revision: revision, at: now, detail: detail ?? "")
    guard try municipalities.setting(Setting.mail.rawValue, of: municipality.code) != nil else { return }
    try outbox.request(
      try recipients.compactMap { recipient in
        guard let address = recipient.address else { return nil }
        return try OutboxRequest.mail(
          notice, of: municipality.code, id: newIDForOutbox(), instance: instance, revision: revision,
          detail: detail ?? "", to: recipient.participant, address: address, at: now)
      })
  }

  func newIDForOutbox() -> UUID { (newID() as Identifier<Subject.Incident>).uuid }

  static func json(_ value: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
