import EST

extension MemoryWorld {
  func hasReported(_ unit: Int, in cycle: Int) -> Bool {
    reportsOfCycle(cycle).contains { !$0.isLate && $0.unit == unit && $0.review != .withdrawn }
  }

  /// Reported, late or not, or said that there is nothing.
  func hasAnswered(_ unit: Int, in cycle: Int) -> Bool {
    cycles[cycle].saidNothing.contains(unit)
      || reportsOfCycle(cycle).contains { $0.unit == unit && $0.review != .withdrawn }
  }

  private func reportsOfCycle(_ cycle: Int) -> [Report] {
    (reportsByCycle[cycle] ?? []).map { reports[$0] }
  }

  /// Those that say that it happened in a span of time.
  func reports(from start: Instant, to end: Instant) -> [Int] {
    let days = Self.day(start)...Self.day(end)
    return days.flatMap { reportsByDay[$0] ?? [] }.filter {
      reports[$0].from >= start && reports[$0].from < end
    }
  }

  private static func day(_ instant: Instant) -> Int { Int(instant.seconds / 86_400) }

  func report(_ key: Key, unit: Int, from: Instant, by person: Int) throws(NotTaken) {
    guard reportByKey[key] == nil else { return }
    guard from <= now else { throw NotTaken("occurred_from") }
    try requireOwn(unit, person)
    let (cycle, isLate) = coverage(of: from)
    reportByKey[key] = reports.count
    reportsByDay[Self.day(from), default: []].append(reports.count)
    if let cycle { reportsByCycle[cycle, default: []].append(reports.count) }
    unreviewed.append(reports.count)
    reports.append(
      Report(
        key: key, unit: unit, person: person, from: from, receivedAt: now, cycle: cycle, isLate: isLate,
        review: .received))
  }

  /// A reporter speaks for the units of the own organisation; the administrator may for all.
  private func requireOwn(_ unit: Int, _ person: Int) throws(NotTaken) {
    let who = cast.people[person]
    let administers = who.holds("administrator")
    guard administers || who.organisation == cast.units[unit].organisation else {
      throw NotTaken("unitOfAnotherOrganisation")
    }
    guard administers || who.holds(Cast.reporter) || who.holds(.coordinator) else {
      throw NotTaken("notAllowed")
    }
  }

  /// For which cycle's coverage a report that arrives now counts, and whether it is late for its own.
  private func coverage(of event: Instant) -> (cycle: Int?, isLate: Bool) {
    let open = collecting
    let day = zone.local(event).date
    if let cycle = open.first(where: { cycles[$0].period.contains(day) }) { return (cycle, false) }
    if let cycle = standing.last(where: { cycles[$0].period.contains(day) }),
      !["planned", "collecting"].contains(state(cycle: cycle))
    {
      return (cycle, true)
    }
    return (open.first, false)
  }

  /// Cycles open for reports, the one with the nearest deadline first.
  var collecting: [Int] {
    liveCycles.filter { state(cycle: $0) == "collecting" }
      .sorted { cycles[$0].times.deadline < cycles[$1].times.deadline }
  }

  func sayNothing(unit: Int, by person: Int) throws(NotTaken) {
    try requireOwn(unit, person)
    guard let cycle = collecting.first else { throw NotTaken("noOpenPeriod") }
    cycles[cycle].saidNothing.insert(unit)
  }

  func withdraw(_ report: Int, by person: Int) throws(NotTaken) {
    let who = cast.people[person]
    guard
      who.holds(.coordinator) || who.organisation == cast.units[reports[report].unit].organisation
    else { throw NotTaken("notAllowed") }
    reports[report].review = .withdrawn
    unreviewed.removeAll { $0 == report }
  }

  func reject(_ report: Int, by person: Int) throws(NotTaken) {
    guard cast.people[person].holds(.coordinator) else { throw NotTaken("notAllowed") }
    guard reports[report].review != .withdrawn else { throw NotTaken("alreadyReviewed") }
    reports[report].review = .rejected
    unreviewed.removeAll { $0 == report }
  }

  func acceptAll(through cycle: Int, by person: Int) throws(NotTaken) {
    guard cast.people[person].holds(.coordinator) else { throw NotTaken("notAllowed") }
    let end = Timetable(cycles[cycle].period, settings, zone: zone).ends
    unreviewed.removeAll { report in
      guard reports[report].from < end else { return false }
      reports[report].review = .accepted
      return true
    }
  }
}
