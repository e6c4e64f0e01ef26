import EST
import Persistence
import StateMachine

extension Desk {
  /// The statutory picture of a number or an id.
  public func statutoryPicture(_ name: String) throws -> StatutoryPicture {
    guard let picture = try statutoryPictures.find(named: name) else {
      throw StoreError.notFound(.statutoryPicture, name: name)
    }
    return picture
  }

  /// Gives a group the duty of the municipality's statutory picture, and says when it last had one before EST.
  public func setStatutoryDuty(_ group: Group, lastAdopted day: LocalDate) throws {
    guard roles[group.id]?.contains(.coordinator) == true else { return try demandAdministrator() }
    try statutoryPictures.setDuty(
      StatutoryDuty(group: group.id, lastAdopted: try known(day, field: "lastAdopted")))
  }

  /// Schedules the municipality's next statutory picture where there should be one and is none: two years after the
  /// latest, which its group's duty says before the first. Level-triggered, as everything that the worker sees to.
  ///
  /// - Returns: the one scheduled.
  @discardableResult
  public func scheduleStatutoryPicture(of group: Group) throws -> StatutoryPicture? {
    guard let duty = try statutoryPictures.duty(), duty.group == group.id else { return nil }
    let latest = try statutoryPictures.all().last
    // One that is not adopted yet is the next one.
    if let latest, latest.adoptedOn == nil { return nil }
    let deadline = StatutoryPictureMachine.deadline(after: latest?.adoptedOn ?? duty.lastAdopted)
    let id: StatutoryPictureID = newID()
    let number = try nextNumber("statutoryPicture", in: group)
    try say(
      "schedule", to: id.uuid, of: StatutoryPictureMachine.definition, in: group.id,
      facts: StatutoryPictureFacts(now: now, deadline: deadline, zone: try zone(of: group)),
      payload: ["detail": number],
      writing: { _ in
        try statutoryPictures.add(id, number: number, group: group.id, deadline: deadline)
      })
    return try statutoryPicture(id.description)
  }

  public func begin(_ picture: StatutoryPicture) throws -> Said { try say("begin", toStatutory: picture.id) }

  /// Adopts it, with the action plan that is decided or the reason why none is needed. The worker schedules the next.
  public func adopt(_ picture: StatutoryPicture, _ plan: StatutoryPicture.Plan?) throws -> Said {
    let zone = try zone(of: try group(picture.group))
    var screened = plan
    switch plan {
    case .decided(let name)?: screened = try screen(name, field: "plan").map { .decided($0) }
    case .notNeeded(let because)?:
      screened = try screen(because, field: "reason").map { .notNeeded(because: $0) }
    case nil: break
    }
    return try say(
      "adopt", toStatutory: picture.id, adjust: { $0.hasPlanOrReason = screened != nil },
      writing: { try statutoryPictures.adopt(picture.id, screened!, on: zone.local(now).date) })
  }

  public func followUp(_ picture: StatutoryPicture) throws -> Said {
    try say("followUp", toStatutory: picture.id)
  }

  /// Says an event to a statutory picture.
  @discardableResult
  func say(
    _ event: Event, toStatutory id: StatutoryPictureID,
    adjust: (inout StatutoryPictureFacts) -> Void = { _ in }, writing: () throws -> Void = {}
  ) throws -> Said {
    let key = nextKey()
    if let said = try alreadySaid(event, to: id.uuid, key) { return said }
    // Locked before the facts are read, so that none of them changes until the event is decided.
    _ = try locked(id.uuid)
    let picture = try statutoryPicture(id.description)
    var facts = StatutoryPictureFacts(
      now: now, deadline: picture.deadline, zone: try zone(of: try group(picture.group)))
    facts.hasPlanOrReason = picture.plan != nil
    adjust(&facts)
    return try say(
      event, to: id.uuid, of: StatutoryPictureMachine.definition, in: picture.group, facts: facts,
      payload: ["detail": picture.number], key: key, writing: { _ in try writing() })
  }
}
