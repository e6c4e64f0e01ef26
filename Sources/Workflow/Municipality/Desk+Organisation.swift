import EST
import Foundation
import Persistence

extension Desk {
  /// A name as it is stored: one line, composed (NFC), so that å typed on any keyboard is the same å.
  /// - Throws: `UseCaseError.badField`.
  static func name(_ text: String, field: String) throws -> String {
    let composed = text.precomposedStringWithCanonicalMapping
    // What was no UTF-8 has become this sign on its way here.
    guard !composed.contains("\u{FFFD}") else { throw UseCaseError.badField(field, .invalidEncoding) }
    guard let name = try screen(composed, field: field, isRequired: true, limit: IncomingReport.longestName)
    else { throw UseCaseError.badField(field, .missing) }
    return name
  }

  public func organisation(named name: String) throws -> Organisation {
    let wanted = name.precomposedStringWithCanonicalMapping
    guard let found = try people.organisations().first(where: { $0.name == wanted }) else {
      throw StoreError.notFound(.organisation, name: name)
    }
    return found
  }

  /// - Throws: `StoreError.taken` where an organisation of that name is of another kind.
  public func addOrganisation(
    _ name: String, kind: OrganisationKind
  ) throws -> (organisation: Organisation, change: Change) {
    try demandAdministrator()
    let organisation = Organisation(id: newID(), name: try Desk.name(name, field: "name"), kind: kind)
    if let known = try people.organisations().first(where: { $0.name == organisation.name }) {
      guard known.kind == kind else { throw StoreError.taken(.organisation, name: known.name) }
      return (known, .unchanged)
    }
    try people.add(organisation)
    return (organisation, .added)
  }

  /// Adds a unit of an organisation, which reports to a group.
  /// - Throws: `StoreError.taken` where a unit of that name belongs elsewhere, or is expected otherwise.
  public func addUnit(
    _ name: String, of organisation: Organisation, in group: Group, isExpected: Bool
  ) throws -> (unit: ReportingUnit, change: Change) {
    try demandAdministrator()
    let unit = ReportingUnit(
      id: newID(), organisation: organisation.id, group: group.id, name: try Desk.name(name, field: "name"),
      isExpected: isExpected)
    if let known = try people.units().first(where: { $0.name == unit.name }) {
      guard known.organisation == unit.organisation, known.group == unit.group, known.isExpected == isExpected
      else {
        throw StoreError.taken(.unit, name: known.name)
      }
      return (known, .unchanged)
    }
    try people.add(unit)
    return (unit, .added)
  }
}
