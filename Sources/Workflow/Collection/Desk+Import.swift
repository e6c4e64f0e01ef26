import EST
import Foundation
import Intake
import Persistence

extension Desk {
  /// Imports a file of reports in this one transaction.
  ///
  /// A report that is known by its reference is left as it is, or amended where its source says something else than
  /// last time; what people corrected here is not undone by importing the same file again.
  ///
  /// - Parameters:
  ///   - nextBytes: the file's next bytes, `nil` at its end; called on a thread of the import's own.
  ///   - progress: rows met so far.
  /// - Throws: `FileProblem` for what is no such file, `ImportRefused` for one with bad rows.
  public func importIncidents(
    _ request: ImportRequest, nextBytes: @escaping @Sendable () throws -> [UInt8]?,
    progress: (Int) -> Void = { _ in }
  ) throws -> ImportResult {
    guard let organisation = try people.organisations().first(where: { $0.name == request.organisation })
    else {
      throw StoreError.notFound(.organisation, name: request.organisation)
    }
    var desk = try ImportDesk(self, request, organisation: organisation)
    let feed = RowFeed(try parser(for: request), nextBytes: nextBytes)
    defer { feed.abandon() }
    while let batch = try feed.next() {
      try desk.take(batch)
      progress(desk.result.read)
    }
    if desk.result.rejected > 0, !request.isPartial { throw ImportRefused(result: desk.result) }
    return desk.result
  }

  private func parser(for request: ImportRequest) throws -> @Sendable () throws -> any IntakeParser {
    let list = try categories.current()
    let zone = try zone(of: group())
    let now = now
    switch request.format {
    case .csv:
      return { try CSVIntake(mapping: request.mapping, categories: list, zone: zone, now: now) }
    case .json:
      return { try JSONIntake(mapping: request.mapping, categories: list, zone: zone, now: now) }
    case .policeEvents:
      let name = municipality.name
      let districts = try areas.all().map(\.name)
      return {
        PoliceIntake(municipality: name, districts: districts, categories: list, zone: zone, now: now)
      }
    }
  }
}

/// An import at work: names looked up once, rows stored batch by batch.
private struct ImportDesk {
  let desk: Desk
  let isPartial: Bool
  let origin: IncidentOrigin
  let register: String
  let categories: CategoryList
  let areas: [String: Area]
  let units: [String: ReportingUnit]
  let defaultGroup: Group
  let groups: [GroupID: (group: Group, zone: ZoneRules)]
  var random = SystemRandomNumberGenerator()
  var result = ImportResult()

  init(_ desk: Desk, _ request: ImportRequest, organisation: Organisation) throws {
    self.desk = desk
    isPartial = request.isPartial
    categories = try desk.categories.current()
    areas = Dictionary(try desk.areas.all().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    units = Dictionary(
      try desk.people.units().filter { $0.organisation == organisation.id }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    defaultGroup = try desk.group()
    try desk.demand([.reporter, .coordinator, .administrator], in: defaultGroup.id)
    groups = Dictionary(
      uniqueKeysWithValues: try desk.municipalities.groups(of: desk.municipality.code).map {
        ($0.id, ($0, try desk.zone(of: $0)))
      })
    register = request.register ?? "\(request.format.rawValue).\(organisation.id)"
    origin = IncidentOrigin(
      source: request.source, organisation: organisation.id, reporter: desk.actor.id, register: register,
      categoryVersion: categories.version, receivedAt: desk.now)
  }

  mutating func take(_ batch: [IntakeItem]) throws {
    var fresh: [(line: Int, report: IncomingReport)] = []
    var skipped: [(reference: String?, reason: SkipReason)] = []
    for item in batch {
      switch item {
      case .report(let line, let report, let notes):
        for note in notes { result.note(line, note) }
        fresh.append((line, report))
      case .reject(let reject): result.reject(reject)
      case .skipped(let reason, _, let reference): skipped.append((reference, reason))
      case .note(let line, let note): result.note(line, note)
      case .revisions(let line, let history):
        // An event with versions follows what stands before it in the file.
        try store(fresh)
        fresh = []
        try take(history, line: line)
      }
    }
    try store(fresh)
    try skip(skipped)
  }

  /// Whether anything can still be stored: a file with a bad row is read to its end only to name all of them.
  private var isStoring: Bool { isPartial || result.rejected == 0 }

  private mutating func store(_ rows: [(line: Int, report: IncomingReport)]) throws {
    let placed = try place(rows)
    guard isStoring, !placed.isEmpty else { return }
    var incidents: [NewIncident] = []
    incidents.reserveCapacity(placed.count)
    for (report, place) in placed { incidents.append(try newIncident(report, place)) }
    let added = try desk.incidents.insert(incidents, from: origin)
    result.added += added.count
    if added.count == incidents.count {
      result.placed += incidents.count { $0.content.place.area != nil }
      return
    }
    try compare(zip(placed, incidents).filter { !added.contains($0.1.id) }.map { $0.0 })
    result.placed += incidents.count { $0.content.place.area != nil && added.contains($0.id) }
  }

  private mutating func newIncident(_ report: IncomingReport, _ place: Place) throws -> NewIncident {
    let unit = report.unit.flatMap { units[$0] }
    let area = report.area.flatMap { areas[$0] }
    let group = unit?.group ?? area?.group ?? defaultGroup.id
    var incident = NewIncident(
      id: IncidentID(at: desk.now, using: &random), group: group,
      content: IncidentContent(report, place: place))
    incident.unit = unit?.id
    incident.reference = report.reference ?? report.derivedReference
    incident.sourcePrint = report.print
    if unit != nil, let (group, zone) = groups[group] {
      let count = try desk.coverage(of: report.from, group: group, zone: zone)
      incident.cycle = count.cycle?.id
      incident.isLate = count.isLate
    }
    return incident
  }

  /// Looks up areas, units and points; what is unknown is rejected by line.
  private mutating func place(
    _ rows: [(line: Int, report: IncomingReport)]
  ) throws -> [(report: IncomingReport, place: Place)] {
    let points = try locate(rows.map(\.report.point))
    var placed: [(IncomingReport, Place)] = []
    placed.reserveCapacity(rows.count)
    for (row, point) in zip(rows, points) {
      let report = row.report
      if let unit = report.unit, units[unit] == nil {
        result.reject(Reject(line: row.line, field: "unit", problem: .unknownUnit))
        continue
      }
      var area = report.area.flatMap { areas[$0]?.id }
      if report.area != nil, area == nil {
        result.reject(Reject(line: row.line, field: "area", problem: .unknownArea))
        continue
      }
      if let point {
        switch try desk.area(of: point.point, in: point.area, named: area) {
        case .decided(let holding): area = holding
        case .beside: result.note(row.line, .pointBesideArea)
        case .nowhere:
          result.reject(Reject(line: row.line, field: "point", problem: .outsideEveryArea))
          continue
        }
      }
      placed.append(
        (report, Place(area: area, name: report.place, type: report.placeType, point: point?.point)))
    }
    return placed
  }

  /// Each point in SWEREF 99 TM with the area that holds it.
  private func locate(_ given: [IncomingPoint?]) throws -> [(point: SwerefPoint, area: AreaID?)?] {
    var degrees: [(latitude: Double, longitude: Double)] = []
    for case .wgs84(let latitude, let longitude)? in given { degrees.append((latitude, longitude)) }
    var turned =
      degrees.isEmpty
      ? [][...]
      : try desk.areas.sweref(longitudes: degrees.map(\.longitude), latitudes: degrees.map(\.latitude))[...]
    let points: [SwerefPoint?] = given.map {
      switch $0 {
      case nil: nil
      case .sweref(let point): point
      case .wgs84: turned.removeFirst()
      }
    }
    let known = points.compactMap { $0 }
    guard !known.isEmpty else { return points.map { _ in nil } }
    var holding = try desk.areas.areas(xs: known.map(\.easting), ys: known.map(\.northing))[...]
    return points.map { point in point.map { ($0, holding.removeFirst()) } }
  }

  /// Rows whose reference was known: left alone where the source says what it said, amended where it does not.
  private mutating func compare(_ rows: [(report: IncomingReport, place: Place)]) throws {
    let known = try desk.incidents.known(
      rows.map { $0.report.reference ?? $0.report.derivedReference }, in: register)
    for (report, place) in rows {
      guard let reference = report.reference, let before = known[reference],
        before.sourcePrint != report.print
      else {
        result.duplicates += 1
        continue
      }
      try amend(before.id, to: report, place: place, seenAt: nil, movedTo: nil)
    }
  }

  private mutating func amend(
    _ id: IncidentID, to report: IncomingReport, place: Place, seenAt: Instant?, movedTo municipality: String?
  ) throws {
    let reason = municipality.map { "källan anger nu \($0)" } ?? "ändrat i källan"
    try desk.incidents.speak(as: desk.actor.id, because: reason)
    try desk.incidents.amend(
      id, to: IncidentContent(report, place: place), categoryVersion: categories.version,
      sourcePrint: report.print, seenAt: seenAt, withdrawal: municipality == nil ? nil : reason)
    result.amended += 1
  }

  /// Rows of other municipalities. One that is known here has moved away, or was known to have.
  private mutating func skip(_ rows: [(reference: String?, reason: SkipReason)]) throws {
    let known =
      rows.isEmpty ? [:] : try desk.incidents.known(rows.compactMap(\.reference), in: register)
    for (reference, reason) in rows {
      guard let reference, let before = known[reference] else {
        switch reason {
        case .otherMunicipality: result.otherMunicipality += 1
        case .summary: result.summaries += 1
        }
        continue
      }
      guard before.review != .withdrawn, isStoring else {
        result.duplicates += 1
        continue
      }
      let why = "källan anger nu en annan kommun"
      try desk.incidents.speak(as: desk.actor.id, because: why)
      try desk.incidents.review(
        [before.id], as: .withdrawn, because: why, by: desk.actor.id, at: desk.now)
      result.amended += 1
      result.moved.append((reference, nil))
    }
  }

  /// An event with the versions that its source has shown: the first that is ours is added, each later one amends.
  private mutating func take(_ history: SourceHistory, line: Int) throws {
    let own = desk.municipality.name
    let known = try desk.incidents.known([history.reference], in: register)[history.reference]
    guard
      var rest = history.versions.firstIndex(where: { $0.municipality == own && !$0.isSummary }).map({
        history.versions[$0...]
      })
    else {
      if history.versions.contains(where: { $0.municipality == own }) {
        result.summaries += 1
      } else {
        result.otherMunicipality += 1
      }
      return
    }
    for version in rest { for note in version.notes { result.note(line, note) } }
    guard isStoring else { return }
    let id: IncidentID
    if let known {
      id = known.id
      // What the source had said when it was last read, and all before it, is known.
      let last = history.versions.last!
      if known.seenAt == last.seenAt || (known.seenAt == nil && known.sourcePrint == last.report.print) {
        result.duplicates += 1
        return
      }
      if let seen = known.seenAt {
        rest = rest.filter { $0.seenAt > seen }[...]
      } else {
        rest = rest.suffix(1)
      }
    } else {
      let first = rest.removeFirst()
      guard let (report, place) = try place([(line, first.report)]).first else { return }
      var incident = try newIncident(report, place)
      incident.reference = history.reference
      incident.seenAt = first.seenAt
      id = incident.id
      guard try desk.incidents.insert([incident], from: origin).count == 1 else {
        result.duplicates += 1
        return
      }
      result.added += 1
      if place.area != nil { result.placed += 1 }
    }
    for version in rest {
      guard let (report, place) = try place([(line, version.report)]).first else { continue }
      let moved = version.municipality == own ? nil : version.municipality
      try amend(id, to: report, place: place, seenAt: version.seenAt, movedTo: moved)
      if let moved { result.moved.append((history.reference, moved)) }
    }
  }
}
