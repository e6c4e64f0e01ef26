import EST
import Persistence

/// The settings of a group that a call names; what it leaves out stays.
public struct GroupChanges: Sendable {
  public var period: Period.Kind?
  public var anchor: ISOWeek?
  public var monthlyOrdinal: Int?
  public var deadline: GroupSettings.WeeklyTime?
  public var meeting: GroupSettings.WeeklyTime?
  /// Minutes.
  public var pictureLead: Int?
  /// Minutes before the deadline.
  public var reminders: [Int]?
  public var zone: String?
  public var daysOffAdded: Set<LocalDate> = []
  public var daysOffRemoved: Set<LocalDate> = []

  public init() {}

  /// - Throws: `UseCaseError.badField` for what a group cannot have, and the rule `reminderTooEarly`.
  func applied(to settings: GroupSettings) throws -> GroupSettings {
    var settings = settings
    if let period { settings.period = period }
    if let anchor { settings.anchor = anchor }
    if let monthlyOrdinal {
      guard (1...4).contains(monthlyOrdinal) else {
        throw UseCaseError.badField("monthlyOrdinal", .unknownValue(allowed: "1–4"))
      }
      settings.monthlyOrdinal = monthlyOrdinal
    }
    if let deadline { settings.deadline = deadline }
    if let meeting { settings.meeting = meeting }
    if let pictureLead {
      guard pictureLead >= 0 else { throw UseCaseError.badField("pictureLead", .negative) }
      settings.pictureLead = pictureLead
    }
    if let reminders {
      guard reminders.allSatisfy({ $0 > 0 }) else { throw UseCaseError.badField("reminders", .negative) }
      settings.reminders = Set(reminders).sorted(by: >)
    }
    if let zone {
      guard ZoneRules(zone) != nil else {
        throw UseCaseError.badField("zone", .unknownValue(allowed: "Europe/Stockholm"))
      }
      settings.zone = zone
    }
    // One that would come before reporting has begun would never be sent. A group of before keeps what it has until its
    // reminders or its period are changed.
    if reminders != nil || period != nil {
      let days = settings.longestReminder
      guard settings.reminders.allSatisfy({ $0 <= days * 24 * 60 }) else {
        throw UseCaseError.rule(.reminderTooEarly(allowed: days))
      }
    }
    settings.daysOff = settings.daysOff.union(daysOffAdded).subtracting(daysOffRemoved)
    return settings
  }
}

extension Desk {
  /// Adds a group, in which the municipality's administrator and worker have their roles from the beginning.
  /// - Throws: `StoreError.taken` where a group of that name has other settings.
  public func addGroup(_ name: String, _ changes: GroupChanges) throws -> (group: Group, change: Change) {
    try demandAdministrator()
    let name = try Desk.name(name, field: "name")
    let settings = try changes.applied(to: .standard)
    if let known = try municipalities.groups(of: municipality.code).first(where: { $0.name == name }) {
      guard known.settings == settings else { throw StoreError.taken(.group, name: name) }
      return (known, .unchanged)
    }
    let group = Group(id: newID(), name: name, settings: settings)
    try municipalities.save(group, in: municipality.code)
    for (login, role) in [
      (Desk.administratorLogin(municipality.code), GroupRole.administrator),
      (Desk.workerLogin(municipality.code), .worker),
    ] {
      guard let participant = try people.participant(login: login) else { continue }
      try people.grant(role, in: group.id, to: participant.id)
    }
    return (group, .added)
  }

  /// Gives a group new settings. Periods that have begun keep theirs; the next round of planning withdraws those that are
  /// planned and plans them anew.
  /// - Parameter newName: `nil` to keep the name.
  public func setGroup(
    _ group: Group, newName: String?, _ changes: GroupChanges
  ) throws -> (group: Group, change: Change) {
    try demandAdministrator()
    let changed = Group(
      id: group.id, name: try newName.map { try Desk.name($0, field: "name") } ?? group.name,
      settings: try changes.applied(to: group.settings))
    guard changed != group else { return (group, .unchanged) }
    if try municipalities.groups(of: municipality.code).contains(where: {
      $0.name == changed.name && $0.id != group.id
    }) {
      throw StoreError.taken(.group, name: changed.name)
    }
    try municipalities.save(changed, in: municipality.code)
    return (changed, .changed)
  }
}
