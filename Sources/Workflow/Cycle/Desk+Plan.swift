import EST
import Persistence
import StateMachine

extension Desk {
  /// How many periods ahead a group's meetings stand in the calendar.
  static let periodsAhead = 8

  /// Plans every period of a group that should exist now and does not: level-triggered, so that whatever was missed
  /// is made up by the next round.
  ///
  /// - Returns: the periods planned, oldest first.
  @discardableResult
  public func planAhead(_ group: Group) throws -> [Period] {
    let zone = try zone(of: group)
    let current = group.settings.period(containing: zone.local(now).date)
    let lastDay = try cycles.lastDay(of: group.id)
    var period: Period
    if let lastDay {
      period = group.settings.period(containing: lastDay)
    } else {
      // A new group begins with the period before this one if there still is time to report for it.
      let previous = Timetable(current.previous, group.settings, zone: zone)
      period = previous.deadline > now ? current.previous : current
    }
    let last = current.shifted(by: Desk.periodsAhead)
    var planned: [Period] = []
    while period <= last {
      let timetable = Timetable(period, group.settings, zone: zone)
      let next = Timetable(period.next, group.settings, zone: zone)
      let id: CycleID = newID()
      try cycles.add(id, group: group.id, timetable)
      try say(
        "plan", to: id.uuid, of: CycleMachine.definition, in: group.id,
        facts: CycleFacts(now: now, timetable: CycleTimes(timetable), nextMeeting: next.meeting),
        payload: ["detail": period.label])
      planned.append(period)
      period = period.next
    }
    return planned
  }

  /// Periods whose meeting time has come though nobody has planned them, oldest first: no worker has been at work. A
  /// group of which nothing is planned yet has not begun.
  public func unplanned(of group: Group) throws -> [Timetable] {
    let zone = try zone(of: group)
    guard let lastDay = try cycles.lastDay(of: group.id) else { return [] }
    func timetable(_ period: Period) -> Timetable { Timetable(period, group.settings, zone: zone) }
    return sequence(
      first: timetable(group.settings.period(containing: lastDay)), next: { timetable($0.period.next) }
    ).prefix { $0.meeting <= now }.map { $0 }
  }
}
