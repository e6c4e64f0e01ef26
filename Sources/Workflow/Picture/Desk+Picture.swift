import EST
import Export
import Foundation
import Language
import Persistence
import Picture

extension Desk {
  public var pictures: PictureStore { PictureStore(session, municipality.code) }

  /// Compiles the next version of a cycle's picture and stores it.
  func compilePicture(of cycle: Cycle) throws {
    let versions = try pictures.versions(of: cycle.id)
    let supersedes = versions.first { $0.adoptedAt != nil }
    let input = try pictureInput(
      of: cycle, version: (versions.last?.version ?? 0) + 1, supersedes: supersedes?.version)
    // What people have seen is the adopted version, else the newest.
    let earlier = try (supersedes ?? versions.last).map { try picture($0, of: cycle.id) }
    try pictures.add(
      try Desk.content(input, earlier: earlier), version: input.version, of: cycle.id,
      supersedes: input.supersedes,
      from: try NewInputs(input), by: actor.id, at: now)
    try compileAnnex(of: cycle, input)
  }

  /// The bytes of a picture: the same for the same input and rules.
  /// - Parameter earlier: the version that it takes the place of.
  static func content(_ input: PictureInput, earlier: SituationPicture?) throws -> [UInt8] {
    var picture = SituationPicture.compile(input)
    picture.differences = earlier.map { SituationPicture.Differences(from: $0, to: picture) }
    return [UInt8](try Export.json(picture).utf8)
  }

  /// Corrects an adopted picture: a new version that names what it supersedes. The adopted one stays as it is.
  public func correctPicture(of cycle: Cycle) throws -> Int {
    try demand([.coordinator], in: cycle.group)
    guard try pictures.versions(of: cycle.id).contains(where: { $0.adoptedAt != nil }) else {
      throw UseCaseError.rule(.pictureUnknown(versions: try pictures.versions(of: cycle.id).count))
    }
    try compilePicture(of: cycle)
    return try pictures.versions(of: cycle.id).last!.version
  }

  /// A stored version; the adopted one, else the newest, where none is named.
  public func picture(of cycle: Cycle, version: Int? = nil) throws -> (PictureVersion, SituationPicture) {
    let versions = try pictures.versions(of: cycle.id)
    let wanted =
      version.map { number in versions.first { $0.version == number } }
      ?? (versions.first { $0.adoptedAt != nil } ?? versions.last)
    guard let wanted else { throw UseCaseError.rule(.pictureUnknown(versions: versions.count)) }
    return (wanted, try picture(wanted, of: cycle.id))
  }

  /// The picture of a stored version.
  func picture(_ version: PictureVersion, of cycle: CycleID) throws -> SituationPicture {
    guard let content = try pictures.content(of: cycle, version: version.version) else {
      throw StoreError.notFound(.cycle, name: cycle.description)
    }
    var picture = try JSONDecoder().decode(SituationPicture.self, from: Data(content))
    // What was compiled never changes; whether it has been adopted is told beside it.
    if version.adoptedAt != nil { picture.head.state = .adopted }
    picture.logHead = version.logHead
    return picture
  }

  /// Everything that the picture of a cycle is compiled from, as it stands in this transaction.
  public func pictureInput(of cycle: Cycle, version: Int, supersedes: Int?) throws -> PictureInput {
    let group = try group(cycle.group)
    let zone = try zone(of: group)
    let period = cycle.period
    func window(_ period: Period) -> PictureInput.Window {
      let timetable = Timetable(period, group.settings, zone: zone)
      return PictureInput.Window(from: timetable.opens, to: timetable.ends)
    }
    var input = PictureInput(
      municipality: municipality.code, municipalityName: municipality.name, groupName: group.name, zone: zone,
      version: version, state: .draft, provenance: municipality.provenance == .sample ? .sample : .real,
      compiledAt: now, period: PicturePeriod(period), ahead: PicturePeriod(period.next))
    input.supersedes = supersedes
    input.meetingAt = cycle.times.meeting
    var lateSince: Instant?
    if let last = try cycles.previous(to: cycle) {
      lateSince = try pictures.versions(of: last.id).first { $0.adoptedAt != nil }?.compiledAt
    }
    let aYear = LocalDateTime(
      input.ahead.first + SituationPicture.ComingEvent.days, LocalTime(secondOfDay: 0))
    input.windows = PictureInput.Windows(
      current: window(period), previous: window(period.previous), lastYear: window(period.lastYear),
      ahead: .init(from: window(period.next).from, to: zone.planned(aYear)), lateSince: lateSince)

    input.harm = try harmTable()?.weights
    let list = try categories.current()
    input.categories = list.categories
    let reader = reader(of: group.id)
    input.areas = try reader.areas()
    input.map = try reader.outlines()
    input.units = try cycles.statuses(of: cycle).map {
      PictureInput.UnitStatus(
        organisation: $0.organisationName, unit: $0.unit.name,
        status: $0.reports + $0.lateReports > 0
          ? .reported : $0.status == .nothing ? .nothingToReport : .missing,
        reports: $0.reports + $0.lateReports, late: $0.reports == 0 && $0.lateReports > 0)
    }
    try addWork(to: &input, cycle: cycle, zone: zone)
    try readReports(into: &input, reader)
    func hasReports(_ span: PictureInput.Span) -> Bool { input.counts.contains { $0.span == span } }
    input.previous = try past(period.previous, of: group, hasReports: hasReports(.previous))
    input.lastYear = try past(period.lastYear, of: group, hasReports: hasReports(.lastYear))
    return input
  }

  /// `nil` where the group has nothing at all of that period, so that it never reads as zero.
  private func past(_ period: Period, of group: Group, hasReports: Bool) throws -> PictureInput.PastPeriod? {
    let units = try cycles.answeredUnits(period, of: group.id)
    guard hasReports || units != nil else { return nil }
    return PictureInput.PastPeriod(period: PicturePeriod(period), reportingUnits: units)
  }
}

extension PicturePeriod {
  init(_ period: Period) {
    guard period.length == .ordinary else {
      self.init(label: period.label, first: period.firstDay, last: period.endDay + -1)
      return
    }
    switch period.kind {
    case .weekly: self.init(week: ISOWeek(containing: period.firstDay))
    case .fortnightly: self.init(fortnightFrom: ISOWeek(containing: period.firstDay))
    case .monthly:
      let (year, month, _) = period.firstDay.components
      self.init(year: year, month: month)!
    }
  }
}
