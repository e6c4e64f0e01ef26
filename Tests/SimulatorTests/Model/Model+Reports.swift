import EST

extension Model {
  func readReports(_ world: MemoryWorld) {
    while reportsRead < world.reports.count {
      if let cycle = world.reports[reportsRead].cycle {
        reportsOfCycle[cycle, default: []].append(reportsRead)
      }
      reportsRead += 1
    }
  }

  /// How many reports of a period were acknowledged.
  func reports(in period: Period) -> Int {
    (0..<period.days).reduce(0) { $0 + (reportsOfDay[period.firstDay + $1] ?? 0) }
  }

  /// The units that have reported, late or not, and not taken it back.
  private func reported(in cycle: Int, late: Bool, _ world: MemoryWorld) -> Set<Int> {
    Set(
      (reportsOfCycle[cycle] ?? []).filter(world.reports.indices.contains).map { world.reports[$0] }
        .filter { $0.review != .withdrawn && (late || !$0.isLate) }.map(\.unit))
  }

  func missingReporters(in cycle: Int, _ world: MemoryWorld) -> Set<Int> {
    let answered = reported(in: cycle, late: true, world).union(world.cycles[cycle].saidNothing)
    return Set(
      cast.reporters.filter { person in
        cast.units(of: person).contains { cast.units[$0].isExpected && !answered.contains($0) }
      })
  }

  func checkCoverage(_ cycle: Cycle, _ world: MemoryWorld) {
    let index = world.instances[cycle.instance.index].subject
    let reported = reported(in: index, late: false, world)
    for unit in cast.units.indices where cast.units[unit].isExpected {
      let expected: Cycle.Coverage =
        reported.contains(unit) ? .reported : cycle.saidNothing.contains(unit) ? .nothing : .missing
      require(
        cycle.coverage[unit] == expected, .noReportLost,
        "\(cast.units[unit].name) is \(String(describing: cycle.coverage[unit])), said \(expected)")
    }
  }

  func auditReports(_ world: MemoryWorld) {
    require(
      world.reports.count == reports.count, .noReportLost,
      "\(reports.count) were acknowledged, \(world.reports.count) are kept")
    for report in world.reports.suffix(200) {
      let book = reports[report.key]
      require(
        book.map { $0.unit == report.unit && $0.from == report.from } ?? false, .noReportLost,
        "\(report) is not what was reported")
    }
  }
}
