import EST
import Foundation

/// Reads the police's public events: an array as their interface gives it, JSON Lines of the same objects, or JSON
/// Lines of `{"id", "versions": [{"seen_at", "event"}]}`.
///
/// Only a municipality is known of an event, with its midpoint: no report gets a point of it. The area is one of
/// the districts, where the summary names just one.
public struct PoliceIntake: IntakeParser {
  private let municipality: String
  private let districts: DistrictMatcher
  private let categories: CategoryList
  private let zone: ZoneRules
  private let now: Instant
  private var elements = JSONElements()
  private let decoder = JSONDecoder()

  /// - Parameters:
  ///   - municipality: its name, such as `Umeå`, as the police write it.
  ///   - districts: the names of its areas.
  ///   - zone: in which the police tell the times of events.
  ///   - now: no event lies after it.
  public init(
    municipality: String, districts: [String], categories: CategoryList, zone: ZoneRules = .stockholm,
    now: Instant
  ) {
    self.municipality = municipality
    self.districts = DistrictMatcher(districts, municipality: municipality)
    self.categories = categories
    self.zone = zone
    self.now = now
  }

  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ take: (IntakeItem) throws -> Void) throws {
    var rest = bytes[...]
    while try elements.next(from: &rest) { try take(item()) }
  }

  public mutating func finish(_ take: (IntakeItem) throws -> Void) throws {
    if try elements.last() { try take(item()) }
  }

  private func item() -> IntakeItem {
    let line = elements.line
    do throws(ElementProblem) {
      if let fault = elements.fault { throw ElementProblem("", fault) }
      switch try decode(PoliceLine.self, from: elements.bytes, using: decoder) {
      case .event(let event): return try item(event, line)
      case .history(let id, let versions): return try item(id, versions, line)
      }
    } catch {
      return .reject(Reject(line: line, field: error.field, problem: error.problem))
    }
  }

  private func item(_ event: PoliceEvent, _ line: Int) throws(ElementProblem) -> IntakeItem {
    guard event.location.name == municipality else {
      return .skipped(.otherMunicipality, line: line, reference: event.id.text)
    }
    guard !PoliceTypes.isSummary(event.type) else {
      return .skipped(.summary, line: line, reference: event.id.text)
    }
    let (report, notes) = try report(event)
    return .report(line: line, report, notes: notes)
  }

  private func item(_ id: String, _ versions: [PoliceLine.Version], _ line: Int) throws(ElementProblem)
    -> IntakeItem
  {
    guard !versions.isEmpty else { throw ElementProblem("versions", .missing) }
    let ours = versions.filter { $0.event.location.name == municipality }
    guard !ours.isEmpty else { return .skipped(.otherMunicipality, line: line, reference: id) }
    guard !ours.allSatisfy({ PoliceTypes.isSummary($0.event.type) }) else {
      return .skipped(.summary, line: line, reference: id)
    }
    var history: [SourceHistory.Version] = []
    for version in versions {
      guard let seenAt = Instant(rfc3339: version.seenAt) else { throw ElementProblem("seen_at", .notATime) }
      guard history.last.map({ $0.seenAt <= seenAt }) ?? true else {
        throw ElementProblem("seen_at", .endsBeforeItBegins)
      }
      guard version.event.id.text == id else {
        throw ElementProblem("id", .malformed(expected: "versions.0.event.id"))
      }
      let (report, notes) = try report(version.event)
      history.append(
        SourceHistory.Version(
          seenAt: seenAt, report: report, municipality: version.event.location.name,
          isSummary: PoliceTypes.isSummary(version.event.type), notes: notes))
    }
    return .revisions(line: line, SourceHistory(reference: id, versions: history))
  }

  private func report(_ event: PoliceEvent) throws(ElementProblem) -> (IncomingReport, [IntakeNote]) {
    var notes: [IntakeNote] = []
    let from = try time(event, &notes)
    let type = PoliceTypes.category(event.type)
    if type == nil, !PoliceTypes.isSummary(event.type) { notes.append(.unknownType) }
    guard let category = categories.code(common: type ?? CategoryCode(main: "other")) else {
      throw ElementProblem("type", .unknownCategory(allowed: categories.mainCodes))
    }
    var report = IncomingReport(category: category, from: from)
    report.reference = event.id.text
    report.certainty = .told
    report.reportClass = .open
    let isOurs = event.location.name == municipality
    let summary = (event.summary ?? "").trimmed
    if isOurs { report.area = districts.district(in: summary) }
    report.text = text(summary, &notes)
    return (report, notes)
  }

  /// The summary, unless it must not be kept: an official text that is public already does not block its event.
  private func text(_ summary: String, _ notes: inout [IntakeNote]) -> String? {
    guard !summary.isEmpty else { return nil }
    if let finding = PersonalDataScreen.firstFinding(in: summary) {
      notes.append(.textLeftOut(finding.kind, position: finding.position))
      return nil
    }
    let scalars = summary.unicodeScalars.map { $0.isInvisible ? " " : $0 }
    let text = String(String.UnicodeScalarView(scalars))
    return text.isLonger(than: IntakeLimits.text) ? text.excerpt(IntakeLimits.text - 1) : text
  }

  private func time(_ event: PoliceEvent, _ notes: inout [IntakeNote]) throws(ElementProblem) -> Instant {
    guard let published = PoliceTime.published(event.datetime) else {
      throw ElementProblem("datetime", .notATime)
    }
    guard published <= now else { throw ElementProblem("datetime", .inTheFuture) }
    guard let local = PoliceTime.occurred(event.name, published: zone.local(published).date) else {
      notes.append(.publicationTime)
      return published
    }
    switch zone.meaning(of: local) {
    case .once(let instant) where instant <= now: return instant
    case .twice(let first, _) where first <= now:
      notes.append(.doubledHour(field: "name"))
      return first
    default:
      notes.append(.publicationTime)
      return published
    }
  }
}

extension CategoryList {
  /// The list's own code for a common one: the same, or a local one that stands for it, or its main category.
  func code(common code: CategoryCode) -> CategoryCode? {
    if category(code) != nil { return code }
    if let local = categories.first(where: { $0.common == code }) { return local.code }
    if code.subtype != nil { return self.code(common: CategoryCode(main: code.main)) }
    return code.main == "other" ? nil : self.code(common: CategoryCode(main: "other"))
  }
}
