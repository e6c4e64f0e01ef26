import EST

extension SituationPicture {
  /// Compiles the picture: pure, so that the same input gives the same picture on any machine.
  ///
  /// Areas and units are ranked by their numbers; those that tie keep the order of the input, which is
  /// alphabetical as the database sorts Swedish.
  public static func compile(_ input: PictureInput) -> SituationPicture {
    let today = input.zone.local(input.compiledAt).date
    let names = CategoryNames(input.categories)
    let areas = Dictionary(input.areas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let tally = Tally(input)
    return SituationPicture(
      format: currentFormat,
      provenance: input.provenance,
      head: Head(input),
      coverage: Coverage(input),
      counts: Counts(tally, names: names, input: input),
      themes: tally.themes(names: names),
      comingEvents: comingEvents(input, names: names, areas: areas) {
        $0.date <= input.ahead.last && ($0.lastDate ?? $0.date) >= input.ahead.first
      },
      yearAhead: comingEvents(input, names: names, areas: areas) { $0.date > input.ahead.last },
      priorities: input.priorities.enumerated().map { index, priority in
        Priority(
          rank: index + 1, title: priority.title, area: priority.area.flatMap { areas[$0] },
          state: priority.state, lacksAnalysis: priority.lacksAnalysis)
      },
      actions: Actions(input, today: today),
      sources: Sources(input, tally: tally),
      findings: Findings(input, names: names),
      map: input.map.isEmpty ? nil : Map(areas: input.map), parameters: .current,
      harm: Harm(tally, input: input))
  }

  private static func comingEvents(
    _ input: PictureInput, names: CategoryNames, areas: [AreaID: String],
    where isWanted: (PictureInput.ComingEvent) -> Bool
  ) -> [ComingEvent] {
    input.comingEvents
      .filter(isWanted)
      .map {
        ComingEvent(
          title: $0.title, category: names.label($0.category), area: $0.area.flatMap { areas[$0] },
          date: $0.date, time: $0.time, lastDate: $0.lastDate)
      }
      .stablySorted { ($0.date, $0.time?.secondOfDay ?? -1) < ($1.date, $1.time?.secondOfDay ?? -1) }
  }
}

extension PictureInput.Priority {
  /// A problem from its prioritisation until it is settled wants an analysis; a focus area does not.
  var lacksAnalysis: Bool {
    switch state {
    case .prioritised, .escalated, .analysing, .analysed, .acting, .evaluating: !hasAnalysis
    case nil, .identified, .resolved, .dismissed: false
    }
  }
}

extension SituationPicture.Head {
  init(_ input: PictureInput) {
    municipality = input.municipality
    municipalityName = input.municipalityName
    group = input.groupName
    period = input.period
    ahead = input.ahead
    previous = input.previous?.period
    lastYear = input.lastYear?.period
    zone = input.zone.identifier
    version = input.version
    supersedes = input.supersedes
    state = input.state
    compiledAt = Moment(input.compiledAt, in: input.zone)
    meetingAt = input.meetingAt.map { Moment($0, in: input.zone) }
  }
}

extension SituationPicture.Coverage {
  init(_ input: PictureInput) {
    var byOrganisation: [(name: String, units: [Unit])] = []
    for row in input.units {
      let unit = Unit(
        name: row.unit, status: row.status, reports: row.status == .reported ? row.reports : nil,
        late: row.late && row.status != .missing)
      if let index = byOrganisation.firstIndex(where: { $0.name == row.organisation }) {
        byOrganisation[index].units.append(unit)
      } else {
        byOrganisation.append((row.organisation, [unit]))
      }
    }
    organisations = byOrganisation.map { name, units in
      func count(_ status: Status) -> Int { units.count { $0.status == status } }
      return Organisation(
        name: name, reported: count(.reported), nothingToReport: count(.nothingToReport),
        missing: count(.missing), units: units)
    }
    expected = input.units.count
    reported = input.units.count { $0.status == .reported }
    nothingToReport = input.units.count { $0.status == .nothingToReport }
    missing = input.units.count { $0.status == .missing }
    late = input.units.count { $0.late && $0.status != .missing }
    reportingUnits = SituationPicture.Spans(
      current: reported + nothingToReport, previous: input.previous?.reportingUnits,
      lastYear: input.lastYear?.reportingUnits)
  }
}

extension SituationPicture.Actions {
  init(_ input: PictureInput, today: LocalDate) {
    let open = input.openActions.map { action in
      Open(
        number: action.number, title: action.title, organisation: action.organisation,
        function: action.function, due: action.due,
        daysOverdue: action.due.flatMap { $0 < today ? today - $0 : nil }, problem: action.problem)
    }
    .stablySorted { ($0.due ?? .distant) < ($1.due ?? .distant) }
    overdue = open.filter { $0.daysOverdue != nil }
    dueAhead = open.filter { $0.daysOverdue == nil && ($0.due ?? .distant) <= input.ahead.last }
    later = open.filter { $0.daysOverdue == nil && ($0.due ?? .distant) > input.ahead.last }
    sinceLastTime = input.sinceLastTime
      .map {
        Done(
          number: $0.number, title: $0.title, organisation: $0.organisation, outcome: $0.outcome,
          date: $0.date, colour: $0.outcome == .evaluated ? $0.colour : nil)
      }
      .stablySorted { ($0.outcome.rank, $0.date) < ($1.outcome.rank, $1.date) }
  }
}

extension SituationPicture.Actions.Outcome {
  /// What has been learnt comes first.
  var rank: Int {
    switch self {
    case .evaluated: 0
    case .finished: 1
    case .started: 2
    case .decided: 3
    case .postponed: 4
    case .cancelled: 5
    }
  }
}

extension SituationPicture.Sources {
  init(_ input: PictureInput, tally: Tally) {
    used = ReportSource.allCases.compactMap { source in
      tally.sources[source].map { Used(source: source, reports: $0) }
    }
    notUsed = input.sourcesNotUsed.map { NotUsed(name: $0.name, reason: $0.reason) }
    let waiting = input.unreviewed.filter { $0.reports > 0 }
    unreviewed = waiting.reduce(0) { $0 + $1.reports }
    unreviewedByOrganisation = waiting.map {
      OrganisationCount(organisation: $0.organisation, reports: $0.reports)
    }
    rejected = input.rejected
    withdrawn = input.withdrawn
    late = input.late
    lateFromEarlierPeriods = input.lateFromEarlierPeriods
    precision = Place.Precision.allCases.compactMap { precision in
      tally.precisions[precision].map { PrecisionShare(precision: precision, reports: $0) }
    }
  }
}

extension LocalDate {
  /// After every date that has a name, so that what has no date comes last.
  static let distant = LocalDate(daysSince1970: .max)
}

extension Sequence {
  /// Sorted so that those that tie keep their order, which the standard library does not promise.
  func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted {
      precedes($0.element, $1.element)
        || (!precedes($1.element, $0.element) && $0.offset < $1.offset)
    }.map(\.element)
  }
}
