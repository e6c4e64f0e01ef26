import EST
import Persistence
import Picture

extension Desk {
  private func scores(of group: Group) -> AreaScoreStore {
    AreaScoreStore(session, municipality.code, group: group.id)
  }

  /// Says how much an area needs a period's work, and how far it can be influenced. A later score takes its place.
  public func score(
    _ area: String, need: Int, influence: Int, because reason: String?, for period: CalendarPeriod,
    in group: Group
  ) throws {
    try demand([.coordinator, .policeLead, .steering], in: group.id)
    let range = Criterion.scores
    for (field, score) in [("need", need), ("influence", influence)] where !range.contains(score) {
      throw UseCaseError.badField(field, .unknownValue(allowed: "\(range.lowerBound)–\(range.upperBound)"))
    }
    try scores(of: group).add(
      AreaScore(
        area: try self.area(named: area), need: need, influence: influence,
        reason: try screen(reason, field: "because")), period: period, by: actor.id, at: now)
  }

  /// A quarter, a tertial or a year as it stands now.
  public func overview(of period: CalendarPeriod, in group: Group) throws -> Overview {
    try demand(GroupRole.allCases, in: group.id)
    let zone = try zone(of: group)
    let reader = PictureReader(session, municipality.code, group: group.id)
    var input = OverviewInput(picture: try numbers(of: period, in: group, reader, zone: zone))
    for score in try scores(of: group).current(period) {
      input.scores[score.area] = .init(need: score.need, influence: score.influence, reason: score.reason)
    }
    let problems = try problems.list(of: group.id)
    for problem in problems where !["resolved", "dismissed"].contains(problem.state) {
      if let area = problem.fields.area { input.openProblems[area, default: 0] += 1 }
    }
    let areaOfProblem = Dictionary(uniqueKeysWithValues: problems.map { ($0.id, $0.areaName) })
    let begins = zone.planned(LocalDateTime(period.firstDay, LocalTime(secondOfDay: 0)))
    input.actions = try actions.touched(since: begins, in: group.id).map { action in
      var line = Overview.Action(
        number: action.number, title: action.fields.title, state: action.state.description)
      line.area = action.problem.flatMap { areaOfProblem[$0] } ?? nil
      line.colour = action.fields.colour?.rawValue
      line.effect = action.fields.effect
      line.lesson = action.fields.lesson
      return line
    }
    if let priorities = try municipalities.setting(Setting.priorityAreas.rawValue, of: municipality.code) {
      input.priorities = Int(priorities) ?? input.priorities
    }
    try addWheel(to: &input, reader, zone: zone)
    return .compile(input)
  }

  private func numbers(of period: CalendarPeriod, in group: Group, _ reader: PictureReader, zone: ZoneRules)
    throws
    -> PictureInput
  {
    func midnight(_ day: LocalDate) -> Instant { zone.planned(LocalDateTime(day, LocalTime(secondOfDay: 0))) }
    func counts(_ period: CalendarPeriod, _ span: PictureInput.Span) throws -> [PictureInput.Count] {
      try reader.counts(span, from: midnight(period.firstDay), to: midnight(period.endDay))
    }
    // What is not over is compared by the days that have been.
    let whole = PicturePeriod(period)
    let today = zone.local(now).date
    let known = PicturePeriod(
      label: whole.label, first: whole.first, last: max(whole.first, min(whole.last, today)))
    var input = PictureInput(
      municipality: municipality.code, municipalityName: municipality.name, groupName: group.name, zone: zone,
      version: 1, state: .draft, provenance: municipality.provenance == .sample ? .sample : .real,
      compiledAt: now, period: known, ahead: PicturePeriod(CalendarPeriod("\(period.year + 1)")!))
    let before = period.previous == period.lastYear ? [] : try counts(period.previous, .previous)
    let yearAgo = try counts(period.lastYear, .lastYear)
    input.counts = try counts(period, .current) + before + yearAgo
    if !before.isEmpty { input.previous = .init(period: PicturePeriod(period.previous), reportingUnits: nil) }
    if !yearAgo.isEmpty {
      input.lastYear = .init(period: PicturePeriod(period.lastYear), reportingUnits: nil)
    }
    input.categories = try categories.current().categories
    input.areas = try reader.areas()
    input.harm = try harmTable()?.weights
    return input
  }

  /// At most five whole years before today.
  private func addWheel(to input: inout OverviewInput, _ reader: PictureReader, zone: ZoneRules) throws {
    guard let first = try reader.firstReport() else { return }
    let thisYear = zone.local(now).date.year
    let begun = zone.local(first).date
    let oldest = begun == LocalDate(year: begun.year, month: 1, day: 1) ? begun.year : begun.year + 1
    input.firstYear = max(oldest, thisYear - 5)
    input.wholeYears = max(0, thisYear - input.firstYear)
    guard input.wholeYears > 0 else { return }
    let months = input.firstYear * 12...thisYear * 12
    input.months = try reader.monthly(
      months.map {
        zone.planned(LocalDateTime(CalendarPeriod.firstDay(ofMonth: $0), LocalTime(secondOfDay: 0)))
      })
  }
}

extension PicturePeriod {
  init(_ period: CalendarPeriod) {
    self.init(label: period.description, first: period.firstDay, last: period.endDay + -1)
  }
}
