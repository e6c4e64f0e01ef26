import EST
import Foundation
import Persistence

/// What a report became.
public struct AddedIncident: Sendable {
  public let id: IncidentID
  public let number: String?
  /// The period for whose coverage it counts; `nil` where none collects.
  public let period: Period?
  public let isLate: Bool
  public let area: String?
  /// It had been said before under the same key.
  public let isRepeated: Bool
}

extension Desk {
  /// One event, reported by a person.
  ///
  /// - Parameter report: checked here by the same rules as an imported one.
  public func addIncident(_ report: IncomingReport) throws -> AddedIncident {
    let id = IncidentID(nextKey())
    if let repeated = try alreadyAdded(id) { return repeated }
    if let (field, problem) = report.firstProblem(now: now) { throw UseCaseError.badField(field, problem) }
    let list = try categories.current()
    guard list.category(report.category) != nil else {
      throw UseCaseError.badField("category", .unknownCategory(allowed: Desk.allowed(list)))
    }
    let unit = try reportingUnit(report.unit)
    let group = try group(unit.group)
    try demand([.reporter, .coordinator, .administrator], in: group.id)
    let place = try place(of: report)

    let zone = try zone(of: group)
    let count = try coverage(of: report.from, group: group, zone: zone)
    var incident = NewIncident(id: id, group: group.id, content: IncidentContent(report, place: place))
    incident.unit = unit.id
    incident.cycle = count.cycle?.id
    incident.isLate = count.isLate
    incident.reference = report.reference
    incident.number = try incidentNumber(report.reportClass, year: zone.local(now).date.year)
    let origin = IncidentOrigin(
      source: .reporter, organisation: unit.organisation, reporter: actor.id,
      register: report.reference == nil ? nil : "reporter.\(unit.organisation)",
      categoryVersion: list.version, receivedAt: now)
    guard try incidents.insert([incident], from: origin).count == 1 else {
      // Said at the same time under the same key by another, who was first: it is saved.
      if let repeated = try alreadyAdded(id) { return repeated }
      throw StoreError.taken(.incident, name: report.reference ?? id.description)
    }
    return AddedIncident(
      id: id, number: incident.number, period: count.cycle?.period, isLate: count.isLate,
      area: try areas.all().first { $0.id == place.area }?.name, isRepeated: false)
  }

  /// Reports of which not everyone may know have a series of their own, such as `2026-M3`: a gap in the others' would
  /// tell of them. (myndighet)
  private func incidentNumber(_ reportClass: ReportClass, year: Int) throws -> String {
    guard reportClass == .authorityOnly else { return try incidents.nextNumber("incident", year: year) }
    let number = try incidents.nextNumber("authority-incident", year: year)
    return number.replacing("-", with: "-M")
  }

  /// What became of a report that was saved before under the same key.
  private func alreadyAdded(_ id: IncidentID) throws -> AddedIncident? {
    try incidents.find(id.description).map {
      AddedIncident(
        id: id, number: $0.number, period: nil, isLate: $0.isLate, area: $0.areaName, isRepeated: true)
    }
  }

  /// The unit that a call names, or the only one of the actor's organisation.
  public func reportingUnit(_ name: String?) throws -> ReportingUnit {
    let all = try people.units()
    let administers = roles.values.contains { $0.contains(.administrator) }
    let mine = administers ? all : all.filter { $0.organisation == actor.organisation }
    if let name {
      guard let unit = all.first(where: { $0.name == name }) else {
        throw UseCaseError.badField("unit", .unknownUnit)
      }
      guard mine.contains(unit) else { throw UseCaseError.rule(.unitOfAnotherOrganisation) }
      return unit
    }
    guard let only = mine.first, mine.count == 1 else {
      throw UseCaseError.ambiguous(.unit, candidates: mine.map(\.name))
    }
    return only
  }

  /// Where a report's place is: its area by name, or by the area that holds its point.
  func place(of report: IncomingReport) throws -> Place {
    var area: AreaID?
    if let name = report.area {
      guard let found = try areas.all().first(where: { $0.name == name }) else {
        throw UseCaseError.badField("area", .unknownArea)
      }
      area = found.id
    }
    var point: SwerefPoint?
    if let given = report.point {
      switch given {
      case .sweref(let sweref): point = sweref
      case .wgs84(let latitude, let longitude):
        point = try areas.sweref(longitudes: [longitude], latitudes: [latitude])[0]
      }
      let holding = try areas.areas(xs: [point!.easting], ys: [point!.northing])[0]
      switch try self.area(of: point!, in: holding, named: area) {
      case .decided(let holding): area = holding
      case .beside: break
      case .nowhere: throw UseCaseError.badField("point", .outsideEveryArea)
      }
    }
    return Place(area: area, name: report.place, type: report.placeType, point: point)
  }

  /// Which area a point with a name belongs to.
  enum AreaOfPoint {
    /// The one that holds the point, which says more than a name.
    case decided(AreaID)
    /// None holds it, but the named one is near: a map and a phone may differ by so much.
    case beside
    case nowhere
  }

  /// How far outside its named area a point may lie, in metres.
  static let besideArea = 500.0

  func area(of point: SwerefPoint, in holding: AreaID?, named: AreaID?) throws -> AreaOfPoint {
    if let holding { return .decided(holding) }
    guard let named, try areas.isBeside(named, point, within: Desk.besideArea) else { return .nowhere }
    return .beside
  }

  /// For which period's coverage a report that arrives now counts, and whether it is late for its own.
  func coverage(of event: Instant, group: Group, zone: ZoneRules) throws -> (cycle: Cycle?, isLate: Bool) {
    let open = try cycles.collecting(group.id)
    let day = zone.local(event).date
    if let cycle = open.first(where: { $0.period.contains(day) }) { return (cycle, false) }
    let cycle = try cycles.find(containing: day, of: group.id)
    let closed = cycle.map { $0.state != "planned" && $0.state != "collecting" } ?? false
    // A late report is its own period's; an older or coming event is news of the period that collects.
    return closed ? (cycle, true) : (open.first, false)
  }

  static func allowed(_ list: CategoryList) -> String {
    list.categories.filter { $0.code.subtype == nil }.map(\.code.main).joined(separator: ", ")
  }
}
