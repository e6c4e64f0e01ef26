import EST
import StateMachine

extension Model {
  /// What one row of a cycle says about its pictures and its coverage.
  func read(_ row: LogRow, ofCycle index: Int, _ world: MemoryWorld) {
    guard index < world.cycles.count else {
      return blame(.oneCycleForEachPeriod, "\(row) of a cycle that is not there")
    }
    let cycle = world.cycles[index]
    switch row.event {
    case "closeCollection": checkCoverage(cycle, world)
    case "compile", "recompile":
      require(
        cycle.pictures.last?.reports == reports(in: cycle.period), .noReportLost,
        "the picture of \(cycle.period.label) counts \(cycle.pictures.last?.reports ?? 0) reports,"
          + " \(reports(in: cycle.period)) were acknowledged")
    case "adopt" where adopted[index] == nil, "adoptWithoutMeeting" where adopted[index] == nil:
      adopted[index] = cycle.pictures.first(where: \.isAdopted)
    default: break
    }
    if row.to == "concluded" {
      let versions = cycle.pictures.filter(\.isAdopted)
      require(
        versions.count == 1, .oneAdoptedPicture, "\(cycle.period.label) has \(versions.count) of them")
    }
  }

  func auditCycles(_ world: MemoryWorld) {
    for index in world.cycles.indices.suffix(24) { auditPictures(of: world.cycles[index], index) }
  }

  /// What is so when workers have just finished a round: all that was due has been done.
  func auditRound(_ world: MemoryWorld) {
    for timer in world.timers {
      require(timer.due > world.now, .everyTimerAccountedFor, "\(timer) is still due after a round")
    }
    for index in world.liveCycles {
      let cycle = world.cycles[index]
      let state = world.state(cycle.instance)
      if Model.beforeMeeting.contains(state) { auditTime(of: cycle, index, state, world) }
    }
    if calendarAudited != world.cycles.count { auditCalendar(world) }
    calendarAudited = world.cycles.count
  }

  /// The periods that stand follow one another day by day, for more than seven whole ones ahead.
  private func auditCalendar(_ world: MemoryWorld) {
    let today = world.zone.local(world.now).date
    let standing = world.cycles.filter {
      $0.period.endDay > today + -60 && world.state($0.instance) != "withdrawn"
    }
    .sorted { $0.period.firstDay < $1.period.firstDay }
    for (period, next) in zip(standing, standing.dropFirst()) {
      require(
        period.period.endDay == next.period.firstDay, .oneCycleForEachPeriod,
        "\(period.period.label) ends before \(period.period.endDay), and \(next.period.label) begins on"
          + " \(next.period.firstDay)")
    }
    let ahead = [Period.Kind.weekly: 7 * 7, .fortnightly: 7 * 14, .monthly: 7 * 30][world.settings.period]!
    let last = standing.last.map { $0.period.endDay - today } ?? 0
    require(last > ahead, .oneCycleForEachPeriod, "planned no more than \(last) days ahead")
  }

  /// Each period comes on its time, and one whose meeting never took place ends as missed.
  private func auditTime(of cycle: Cycle, _ index: Int, _ state: State, _ world: MemoryWorld) {
    let times = cycle.times
    func late(_ what: String) -> String { "\(cycle.period.label) is \(state) \(what)" }
    require(
      state != "planned" || world.now < times.opens, .oneCycleForEachPeriod, late("after it begins"))
    require(
      state != "collecting" || world.now < times.deadline, .oneCycleForEachPeriod, late("after its deadline"))
    require(
      state != "reviewing" || world.now < times.picture, .oneCycleForEachPeriod,
      late("after its picture is due"))
    let patience = max(times.meeting, times.deadline).advanced(minutes: 8 * 24 * 60)
    guard world.now >= patience, let next = meeting(after: cycle, world) else { return }
    require(
      world.now < next.advanced(minutes: 8 * 24 * 60), .oneCycleForEachPeriod,
      late("long after the next one's meeting"))
  }

  /// The meeting of the period that begins when this one ends.
  func meeting(after cycle: Cycle, _ world: MemoryWorld) -> Instant? {
    world.cycles.suffix(120).filter {
      $0.period.firstDay == cycle.period.endDay && world.state($0.instance) != "withdrawn"
    }.last?.times.meeting
  }

  private func auditPictures(of cycle: Cycle, _ index: Int) {
    let chosen = cycle.pictures.filter(\.isAdopted)
    require(
      chosen.count <= 1, .oneAdoptedPicture, "\(cycle.period.label) has \(chosen.count) of them")
    if let before = adopted[index] {
      require(chosen.first == before, .oneAdoptedPicture, "that of \(cycle.period.label) changed")
    }
    adopted[index] = chosen.first
  }
}

extension Model {
  /// The states of a cycle that has not met.
  fileprivate static let beforeMeeting: [State] = ["planned", "collecting", "reviewing", "pictured"]
}
