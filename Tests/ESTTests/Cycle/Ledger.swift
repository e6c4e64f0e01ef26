import EST

/// A group's periods as a database would keep them: plans are carried out, and what the clock has begun has begun.
struct Ledger {
  var settings = GroupSettings.standard
  var zone = ZoneRules.stockholm
  var standing: [StandingPeriod] = []
  private(set) var withdrawn: [Plan.Withdrawal] = []
  private(set) var births: [Plan.Birth] = []
  private var random = SplitMix64(seed: 1)

  /// One round of the worker.
  @discardableResult
  mutating func round(at now: Instant) -> Plan {
    let plan = Planner(settings, zone: zone, now: now).plan(standing)
    let gone = Set(plan.withdrawals.map(\.id))
    standing.removeAll { gone.contains($0.id) }
    for birth in plan.births {
      standing.append(
        StandingPeriod(
          id: CycleID(at: now, using: &random), period: birth.timetable.period, isPlanned: !birth.isMissed,
          settings: birth.settings, times: birth.times, movedTo: birth.movedTo))
    }
    standing.sort { $0.period < $1.period }
    for index in standing.indices {
      if plan.confirmed.contains(standing[index].id) { standing[index].settings = settings }
      if standing[index].times.opens <= now { standing[index].isPlanned = false }
    }
    withdrawn += plan.withdrawals
    births += plan.births
    return plan
  }

  func period(_ label: String) -> StandingPeriod? { standing.first { $0.period.label == label } }

  /// Says what is wrong with the days: gaps, overlaps, names given twice.
  var faults: [String] {
    var faults = zip(standing, standing.dropFirst()).filter { $0.period.endDay != $1.period.firstDay }.map {
      "\($0.period.label) ends before \($0.period.endDay) and \($1.period.label) begins on \($1.period.firstDay)"
    }
    if Set(standing.map(\.period.label)).count != standing.count { faults.append("a name is given twice") }
    return faults
  }
}
