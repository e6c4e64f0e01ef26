/// Says which periods of a group should exist now. Level-triggered: whatever was missed, withdrawn or never done comes out
/// of what stands, and a plan that has been carried out leaves nothing to do.
public struct Planner: Sendable {
  /// How many periods ahead a group's meetings stand in the calendar.
  public static let periodsAhead = 8

  public let settings: GroupSettings
  public let zone: ZoneRules
  public let now: Instant

  public init(_ settings: GroupSettings, zone: ZoneRules, now: Instant) {
    self.settings = settings
    self.zone = zone
    self.now = now
  }

  /// - Parameter standing: every period that is planned, the last one before them that is not, and those after it.
  ///   Withdrawn ones are none of them. All of a group's will do as well.
  public func plan(_ standing: [StandingPeriod]) -> Plan {
    let standing = standing.sorted { $0.period < $1.period }
    let begun = standing.filter(hasBegun)
    var days = Days(planned: standing.filter { !hasBegun($0) })
    guard var day = (begun.first ?? days.planned.first)?.period.firstDay else {
      days.fill(from: firstDay, through: lastDay, settings)
      return carriedOut(days)
    }
    for period in begun {
      days.fill(from: day, before: period.period.firstDay, settings)
      days.entries.append(.stands(period))
      day = max(day, period.period.endDay)
    }
    days.fill(from: day, through: lastDay, settings)
    return carriedOut(days)
  }

  /// When time alone gives something to do, where there is nothing now and nothing else changes: as the next period begins.
  public var nextLook: Instant {
    zone.planned(LocalDateTime(settings.period(containing: today).endDay, LocalTime(secondOfDay: 0)))
  }

  /// What the clock has begun is not planned anew, though its worker be late to open it.
  private func hasBegun(_ period: StandingPeriod) -> Bool { !period.isPlanned || period.times.opens <= now }

  private var today: LocalDate { zone.local(now).date }

  /// A new group begins with the period before this one if there still is time to report for it.
  private var firstDay: LocalDate {
    let current = settings.period(containing: today)
    let before = Timetable(current.previous, settings, zone: zone)
    return (before.deadline > now ? current.previous : current).firstDay
  }

  /// The first day of the last period to be planned.
  private var lastDay: LocalDate {
    settings.period(containing: today).shifted(by: Planner.periodsAhead).firstDay
  }

  // MARK: From days to a plan

  private func carriedOut(_ days: Days) -> Plan {
    var plan = Plan()
    var order: [Kept] = []
    for entry in days.entries {
      switch entry {
      case .stands(let period): order.append(.standing(period))
      case .wanted(let period, let old):
        let wanted = birth(period, replacing: old)
        if let old, old.period == period, wanted.times == old.times {
          order.append(.standing(old))
          if old.settings != settings && old.period.kind == settings.period { plan.confirmed.append(old.id) }
        } else {
          if let old { plan.withdrawals.append(.init(id: old.id, rule: rule(old))) }
          order.append(.born(wanted, replaces: old != nil))
        }
      }
    }
    plan.withdrawals += days.planned.map { .init(id: $0.id, rule: rule($0)) }
    for (index, entry) in order.enumerated() {
      let next = index + 1 < order.count ? order[index + 1] : nil
      switch entry {
      case .standing(let period):
        guard case .born(let next, let replaces)? = next else { continue }
        // Where an ordinary period follows at its ordinary time and none has gone, its meeting has been waited for all along.
        let awaited = Timetable(period.period.next, period.settings, zone: zone).meeting
        if replaces || !plan.withdrawals.isEmpty || next.times.meeting != awaited {
          plan.rearmed[period.id] = next.times.meeting
        }
      case .born(var birth, _):
        birth.nextMeeting =
          next?.meeting
          ?? Timetable(birth.timetable.period.next, birth.settings, zone: zone).meeting
        birth.isMissed = birth.times.miss(nextMeeting: birth.nextMeeting) <= now
        plan.births.append(birth)
      }
    }
    return plan
  }

  private enum Kept {
    case standing(StandingPeriod)
    case born(Plan.Birth, replaces: Bool)

    var meeting: Instant {
      switch self {
      case .standing(let period): period.times.meeting
      case .born(let birth, _): birth.times.meeting
      }
    }
  }

  /// Without what the period after decides: its next meeting, and whether it is missed.
  private func birth(_ period: Period, replacing old: StandingPeriod?) -> Plan.Birth {
    // One of another kind stands between others only until it has begun: by the settings that it was planned under.
    let settings =
      old.map { $0.period.kind == self.settings.period ? self.settings : $0.settings } ?? settings
    let timetable = Timetable(period, settings, zone: zone)
    var times = CycleTimes(timetable)
    var moves = timetable.moves
    if let old, let movedTo = old.movedTo {
      // What somebody decided stands: at the same time on the wall, whichever of two it was.
      let isSame = zone.local(old.times.meeting) == movedTo
      times = times.meetingMoved(to: isSame ? old.times.meeting : zone.planned(movedTo))
      moves = []
    }
    if let old {
      let from = old.movedTo ?? Timetable(old.period, old.settings, zone: zone).wall
      moves.insert(MeetingMove(rule(old), from: from, to: old.movedTo ?? timetable.expected), at: 0)
    }
    return Plan.Birth(
      timetable: timetable, settings: settings, times: times, movedTo: old?.movedTo,
      nextMeeting: times.meeting, moves: moves, isMissed: false)
  }

  /// Why a planned period is withdrawn: its settings are others, or only the zone or what is known of it is.
  private func rule(_ old: StandingPeriod) -> MoveRule {
    var elsewhere = old.settings
    elsewhere.zone = settings.zone
    return elsewhere == settings ? .zone : .setting
  }
}

/// The days of a group, filled with periods one after the other: no gap and no overlap.
private struct Days {
  enum Entry {
    case stands(StandingPeriod)
    /// Should be planned, and is or is not yet.
    case wanted(Period, StandingPeriod?)
  }

  /// Those that no entry has taken yet.
  var planned: [StandingPeriod]
  var entries: [Entry] = []

  /// Fills the days between two periods that stand: with what is planned there, or else with what there is room for.
  mutating func fill(from first: LocalDate, before end: LocalDate, _ settings: GroupSettings) {
    var day = first
    while day < end {
      if let index = planned.firstIndex(where: { $0.period.firstDay == day && $0.period.endDay <= end }) {
        let old = planned.remove(at: index)
        entries.append(.wanted(old.period, old))
        day = old.period.endDay
      } else {
        let whole = settings.period(containing: day)
        let next = planned.lazy.map(\.period.firstDay).filter { $0 > day }.min() ?? end
        let piece = Period(kind: whole.kind, firstDay: day, endDay: min(whole.endDay, next, end))
        entries.append(.wanted(piece, nil))
        day = piece.endDay
      }
    }
  }

  /// Fills the days to come as the settings have it, through the period that begins on `last`.
  mutating func fill(from first: LocalDate, through last: LocalDate, _ settings: GroupSettings) {
    var period = Days.first(from: first, settings)
    while period.firstDay <= last
      || planned.contains(where: { $0.period == period && $0.settings == settings })
    {
      let index = planned.firstIndex { $0.period == period }
      entries.append(.wanted(period, index.map { planned.remove(at: $0) }))
      period = period.next
    }
    // One of the same name but other days is the same period to those who meet about it.
    for (index, entry) in entries.enumerated() {
      guard case .wanted(let period, nil) = entry else { continue }
      guard
        let old = planned.firstIndex(where: {
          $0.period.kind == period.kind && $0.period.label == period.label
        })
      else { continue }
      entries[index] = .wanted(period, planned.remove(at: old))
    }
  }

  /// The first period from a day on: what is left of an ordinary one, and the one after it too where less than half of it
  /// is left.
  private static func first(from day: LocalDate, _ settings: GroupSettings) -> Period {
    let whole = settings.period(containing: day)
    let rest = whole.endDay - day
    return Period(
      kind: whole.kind, firstDay: day, endDay: 2 * rest < whole.days ? whole.next.endDay : whole.endDay)
  }
}
