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
    case "plan":
      // The period before ends on the day on which this one begins.
      guard index > 0 else { break }
      require(
        world.cycles[index - 1].period.endDay == cycle.period.firstDay, .oneCycleForEachPeriod,
        "\(cycle.period.label) is planned after \(world.cycles[index - 1].period.label)")
    case "closeCollection": checkCoverage(cycle, world)
    case "compile", "recompile":
      require(
        cycle.pictures.last?.reports == reports(in: cycle.period), .noReportLost,
        "the picture of \(cycle.period.label) counts \(cycle.pictures.last?.reports ?? 0) reports,"
          + " \(reports(in: cycle.period)) were acknowledged")
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
    // Eight periods stand in the calendar.
    guard let last = world.cycles.last else { return }
    let today = world.zone.local(world.now).date
    require(
      last.period.firstDay - today > 7 * (last.period.days - 3), .oneCycleForEachPeriod,
      "the last one planned is \(last.period.label)")
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
    guard index + 1 < world.cycles.count else { return }
    let next = world.cycles[index + 1].times.meeting
    let patience = max(times.meeting, times.deadline, next).advanced(minutes: 8 * 24 * 60)
    require(
      world.now < patience, .oneCycleForEachPeriod, late("long after the next one's meeting"))
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
