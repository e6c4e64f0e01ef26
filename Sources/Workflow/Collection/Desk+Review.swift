import EST
import Foundation
import Persistence

extension Desk {
  /// The report of a number, an id or a reference. One that the actor may not know of does not exist.
  public func incident(_ name: String) throws -> Incident {
    guard let incident = try incidents.find(name), roles[incident.group] != nil else {
      throw StoreError.notFound(.incident, name: name)
    }
    return incident
  }

  /// The reports that are asked for, of one group, as far as the actor may know of them.
  public func incidents(of group: Group, _ filter: IncidentFilter) throws -> [Incident] {
    try demand(GroupRole.allCases, in: group.id)
    var filter = filter
    filter.group = group.id
    return try incidents.list(filter)
  }

  /// A stored report as it would come in, to be changed and given to `amend`.
  public func report(_ name: String) throws -> IncomingReport { IncomingReport(try incident(name)) }

  /// Lets a report into the picture, or keeps it out with a reason.
  /// - Returns: how many reports changed.
  @discardableResult
  public func review(_ names: [String], accept: Bool, because reason: String? = nil) throws -> Int {
    let found = try names.map(incident)
    for incident in found {
      try demand([.coordinator], in: incident.group)
      guard incident.review != .withdrawn else { throw UseCaseError.rule(.alreadyReviewed) }
    }
    if !accept { try screen(reason, field: "reason", isRequired: true) }
    let wanted: Review = accept ? .accepted : .rejected
    let changing = found.filter { $0.review != wanted }
    guard !changing.isEmpty else { return 0 }
    try incidents.speak(as: actor.id, because: reason)
    let ids = Set(changing.map(\.id))
    try incidents.review(Array(ids), as: wanted, because: reason, by: actor.id, at: now)
    return ids.count
  }

  /// Accepts all reports of what happened up to the end of a period.
  /// - Returns: how many.
  public func acceptAll(of group: Group, through period: Period, source: ReportSource? = nil) throws -> Int {
    try demand([.coordinator], in: group.id)
    try incidents.speak(as: actor.id, because: nil)
    let end = Timetable(period, group.settings, zone: try zone(of: group)).ends
    return try incidents.acceptAll(of: group.id, before: end, source: source, by: actor.id, at: now)
  }

  /// Takes back a report that was a mistake; it stays on record with the reason.
  public func withdraw(_ name: String, because reason: String) throws {
    let incident = try incident(name)
    try demandAuthor(of: incident)
    try screen(reason, field: "reason", isRequired: true)
    guard incident.review != .withdrawn else { return }
    try incidents.speak(as: actor.id, because: reason)
    try incidents.review([incident.id], as: .withdrawn, because: reason, by: actor.id, at: now)
  }

  /// Takes what may not be stored out of a report: its free texts in every version, for good. Who did it and why stays.
  /// - Returns: out of how many versions.
  public func redact(_ name: String, because reason: String) throws -> Int {
    let incident = try incident(name)
    try demand([.coordinator], in: incident.group)
    return try incidents.redact(
      incident.id, because: try screened(reason, field: "reason"), by: actor.id, at: now)
  }

  /// Corrects what a report says; what it said before is kept.
  /// - Parameter change: alters the report; the place is looked up anew where it was changed.
  /// - Returns: the number of the version that it has got. Said again under the same key, it is the first one's.
  public func amend(
    _ name: String, because reason: String?, _ change: (inout IncomingReport) -> Void
  ) throws -> Int {
    let incident = try incident(name)
    try demandAuthor(of: incident)
    let key = nextKey()
    if let known = try incidents.amended(under: key) {
      guard known.id == incident.id else { throw UseCaseError.rule(.keyUsed) }
      return known.version
    }
    let said = try screen(reason, field: "reason")
    var report = IncomingReport(incident)
    let before = report
    change(&report)
    if let (field, problem) = report.firstProblem(now: now) { throw UseCaseError.badField(field, problem) }
    guard report != before else { throw UseCaseError.rule(.amendNothing) }
    guard said != nil || report.reportClass >= before.reportClass else {
      throw UseCaseError.rule(.lowerClassWithoutReason)
    }
    let list = try categories.current()
    guard list.category(report.category) != nil else {
      throw UseCaseError.badField("category", .unknownCategory(allowed: Desk.allowed(list)))
    }
    try incidents.speak(as: actor.id, because: reason, key: key)
    try incidents.amend(
      incident.id, to: IncidentContent(report, place: try place(of: report)), categoryVersion: list.version)
    return try self.incident(name).version
  }

  /// That a unit has nothing to report in a period: the one that its deadline is nearest in, where none is named.
  /// - Returns: the period.
  public func reportNothing(unit name: String?, period label: String? = nil) throws -> Period {
    let unit = try reportingUnit(name)
    let group = try group(unit.group)
    try demand([.reporter, .coordinator, .administrator], in: group.id)
    let cycle: Cycle?
    if let label {
      cycle = try self.cycle(labelled: label, of: group)
    } else {
      cycle = try cycles.collecting(group.id).first
    }
    guard let cycle, cycle.state == "collecting" else { throw UseCaseError.rule(.noOpenPeriod) }
    try cycles.sayNothing(unit.id, in: cycle.id, by: actor.id, at: now)
    return cycle.period
  }

  /// The organisation that a report came from may change it, and the coordinator.
  private func demandAuthor(of incident: Incident) throws {
    if roles[incident.group]?.contains(.coordinator) == true { return }
    let own = try people.organisations().first { $0.id == actor.organisation }?.name
    guard incident.organisation == own else { throw UseCaseError.notAllowed(needed: [.coordinator]) }
  }
}

extension IncomingReport {
  /// A stored report as one that comes in, to be changed and checked again.
  public init(_ incident: Incident) {
    let content = incident.content
    self.init(category: content.category, from: content.from)
    reference = incident.reference
    reasons = content.reasons
    area = incident.areaName
    unit = incident.unit
    place = content.place.name
    placeType = content.place.type
    point = content.place.point.map(IncomingPoint.sweref)
    to = content.to
    certainty = content.certainty
    assessment = content.assessment
    reportClass = content.reportClass
    text = content.text
  }
}
