import EST
import Export
import Foundation
import Language
import Persistence
import Picture

extension Desk {
  /// Everything that the municipality holds of a place, as far as the reader may see it, by who answers for it.
  ///
  /// A coordinator is given every organisation's part, and whoever works for one of them that organisation's. Made for a
  /// file, it is written down that it was, and never of what place: an address can point to a person.
  /// - Parameter formats: empty where no file is made of it.
  public func registerExtract(
    of asked: RegisterExtract.Asked, as formats: [String], _ request: SharingRequest, language: Language
  ) throws -> RegisterExtract {
    let coordinated = roles.filter { $0.value.contains(.coordinator) }.keys
    let works = roles.values.contains { $0.contains(.participant) || $0.contains(.policeLead) }
    guard !coordinated.isEmpty || works && actor.organisation != nil else {
      throw UseCaseError.notAllowed(needed: [.coordinator, .policeLead, .participant])
    }
    let own = try people.organisations().first { $0.id == actor.organisation }
    let subject = try registerSubject(asked)
    let groups = try municipalities.groups(of: municipality.code)
    let zone = try groups.first { roles[$0.id] != nil }.map { try self.zone(of: $0) } ?? .stockholm
    let everything = try parts(of: subject, zone: zone, language: language)
    let isCoordinator = !coordinated.isEmpty
    var extract = RegisterExtract(
      provenance: municipality.provenance == .sample ? .sample : .real, municipality: municipality.code,
      municipalityName: municipality.name, madeAt: Picture.Moment(now, in: zone), asked: asked,
      parts: isCoordinator
        ? everything.filter { !$0.isEmpty } : everything.filter { $0.organisation == own?.name },
      leftOut: [])
    // Said by the reader's rights alone, so that it tells nothing of what there is.
    if try !isAuthority() { extract.leftOut.append(.authorityOnly) }
    if !isCoordinator { extract.leftOut.append(.otherOrganisations) }
    if groups.contains(where: { roles[$0.id] == nil }) { extract.leftOut.append(.otherGroups) }
    guard !formats.isEmpty else { return extract }
    let words = language.sharing
    let sharing = Sharing(
      extract.reportClass,
      recipients: try screen(request.recipients, field: "recipients") ?? words.registered,
      ground: try screen(request.ground, field: "ground") ?? words.rightOfAccess)
    extract.sharing = sharing
    try noteExport(.registerExtract, of: asked.kind.rawValue, in: nil, as: formats, sharing)
    return extract
  }

  private func registerSubject(_ asked: RegisterExtract.Asked) throws -> RegisterSubject {
    if asked.kind == .area {
      guard let area = try areas.all().first(where: { $0.name == asked.text }) else {
        throw StoreError.notFound(.area, name: asked.text)
      }
      return .area(area.id)
    }
    // Few letters would find half the register, and not what was asked for.
    guard let words = PlaceWords(asked.text), words.words.joined().count >= 3 else {
      throw UseCaseError.badField(asked.kind.rawValue, .malformed(expected: "Storgatan 12 B"))
    }
    return .words(words)
  }

  /// One for each organisation that has anything, and one for what the groups have in common.
  private func parts(of subject: RegisterSubject, zone: ZoneRules, language: Language) throws
    -> [RegisterExtract.Part]
  {
    let store = RegisterStore(session, municipality.code)
    let list = try categories.current()
    let names = Dictionary(uniqueKeysWithValues: try areas.all().map { ($0.id, $0.name) })
    func moment(_ instant: Instant) -> Picture.Moment { Picture.Moment(instant, in: zone) }
    func category(_ code: CategoryCode) -> String {
      list.category(code).map { language(sv: $0.swedish, en: $0.english) } ?? code.description
    }
    let reports = try store.reports(of: subject)
    let problems = try store.problems(of: subject, reports: reports.map(\.id))
    let actions = try store.actions(of: subject, problems: problems.map(\.id))
    var parts = Dictionary(
      uniqueKeysWithValues: try people.organisations().map {
        ($0.name, RegisterExtract.Part(organisation: $0.name))
      })
    var common = RegisterExtract.Part(organisation: nil)
    for report in reports {
      let content = report.content
      let earlier = try incidents.versions(of: report.id).map { version in
        RegisterExtract.Earlier(
          version: version.version, until: moment(version.supersededAt), because: version.reason,
          says: try RegisterExtract.Wording(version.content, names: names, zone: zone, category))
      }
      parts[report.organisation]?.reports.append(
        RegisterExtract.Report(
          name: report.number ?? report.reference ?? report.id.description, unit: report.unit,
          source: report.source, reportClass: content.reportClass, receivedAt: moment(report.receivedAt),
          review: report.review.rawValue, reviewReason: report.reviewReason,
          says: RegisterExtract.Wording(
            category: category(content.category), from: moment(content.from), to: content.to.map(moment),
            area: report.areaName, place: content.place.name, assessment: content.assessment,
            reasons: content.reasons, text: content.text), earlier: earlier))
    }
    common.problems = problems.map {
      RegisterExtract.Problem(
        number: $0.number, title: $0.fields.title,
        statement: $0.fields.statement.isEmpty ? nil : $0.fields.statement, area: $0.areaName,
        state: $0.state.description, result: $0.outcome?.result)
    }
    for action in actions {
      let entry = RegisterExtract.Action(
        number: action.number, title: action.title, state: action.state, goal: action.goal,
        result: action.result)
      if let owner = action.owner, parts[owner] != nil {
        parts[owner]?.actions.append(entry)
      } else {
        common.actions.append(entry)
      }
    }
    common.walkPoints = try store.walkPoints(of: subject).map {
      RegisterExtract.WalkPoint(
        number: $0.number, day: $0.day, area: $0.area, text: $0.text, cannotBecause: $0.cannotBecause,
        outcome: $0.outcome)
    }
    return Array(parts.keys).sortedInSwedish().map { parts[$0]! } + [common]
  }
}

extension RegisterExtract.Wording {
  /// - Parameter content: an earlier row, JSON with the columns' names.
  fileprivate init(
    _ content: String, names: [AreaID: String], zone: ZoneRules, _ category: (CategoryCode) -> String
  ) throws {
    struct Row: Decodable {
      let category: String
      let occurredFrom: String
      let occurredTo: String?
      let areaId: String?
      let place: String?
      let assessment: String?
      let reasons: [String]?
      let text: String?
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let row = try decoder.decode(Row.self, from: Data(content.utf8))
    func moment(_ text: String) -> Picture.Moment? {
      Instant(rfc3339: text).map { Picture.Moment($0, in: zone) }
    }
    guard let from = moment(row.occurredFrom) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "an instant in RFC 3339"))
    }
    self.init(
      category: category(CategoryCode(row.category)), from: from, to: row.occurredTo.flatMap(moment),
      area: row.areaId.flatMap { AreaID($0) }.flatMap { names[$0] }, place: row.place,
      assessment: row.assessment, reasons: row.reasons ?? [], text: row.text)
  }
}
