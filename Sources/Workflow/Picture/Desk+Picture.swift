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
    let version = (versions.last?.version ?? 0) + 1
    let supersedes = versions.first { $0.adoptedAt != nil }?.version
    let picture = SituationPicture.compile(
      try pictureInput(of: cycle, version: version, supersedes: supersedes))
    try pictures.add(
      [UInt8](try Export.json(picture).utf8), version: version, of: cycle.id, supersedes: supersedes,
      by: actor.id, at: now)
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
    let reader = PictureReader(session, municipality.code, group: group.id)
    func span(_ period: Period) -> (from: Instant, to: Instant) {
      let timetable = Timetable(period, group.settings, zone: zone)
      return (timetable.opens, timetable.ends)
    }
    var input = PictureInput(
      municipality: municipality.code, municipalityName: municipality.name, groupName: group.name, zone: zone,
      version: version, state: .draft, provenance: municipality.provenance == .sample ? .sample : .real,
      compiledAt: now, period: PicturePeriod(period), ahead: PicturePeriod(period.next))
    input.supersedes = supersedes
    input.meetingAt = cycle.times.meeting

    let current = span(period)
    input.counts = try reader.counts(.current, from: current.from, to: current.to)
    let before = try reader.counts(.previous, from: span(period.previous).from, to: span(period.previous).to)
    let yearAgo = try reader.counts(.lastYear, from: span(period.lastYear).from, to: span(period.lastYear).to)
    input.counts += before + yearAgo
    input.previous = try past(period.previous, of: group, hasReports: !before.isEmpty)
    input.lastYear = try past(period.lastYear, of: group, hasReports: !yearAgo.isEmpty)

    input.history = try history(to: period, reader, zone: zone)

    input.harm = try harmTable()?.weights
    let list = try categories.current()
    input.categories = list.categories
    input.areas = try reader.areas()
    input.map = try reader.outlines()
    input.units = try cycles.statuses(of: cycle).map {
      PictureInput.UnitStatus(
        organisation: $0.organisationName, unit: $0.unit.name,
        status: $0.reports + $0.lateReports > 0
          ? .reported : $0.status == .nothing ? .nothingToReport : .missing,
        reports: $0.sharedReports + $0.sharedLateReports, late: $0.reports == 0 && $0.lateReports > 0)
    }
    input.unreviewed = try reader.unreviewed(from: current.from, to: current.to)
    let margins = try reader.margins(from: current.from, to: current.to)
    input.rejected = margins.rejected
    input.withdrawn = margins.withdrawn
    input.late = margins.late
    if let last = try cycles.previous(to: cycle),
      let adopted = try pictures.versions(of: last.id).first(where: { $0.adoptedAt != nil })
    {
      input.lateFromEarlierPeriods = try reader.lateFromEarlier(
        before: current.from, since: adopted.compiledAt)
    }
    let aYear = LocalDateTime(
      input.ahead.first + SituationPicture.ComingEvent.days, LocalTime(secondOfDay: 0))
    input.comingEvents = try reader.comingEvents(
      from: span(period.next).from, to: zone.planned(aYear), zone: zone)
    try addWork(to: &input, cycle: cycle, zone: zone)
    return input
  }

  /// The weeks up to a period's end, from the group's first report on.
  private func history(to period: Period, _ reader: PictureReader, zone: ZoneRules) throws
    -> PictureInput.History
  {
    guard let first = try reader.firstReport() else { return PictureInput.History() }
    func midnight(_ day: LocalDate) -> Instant { zone.planned(LocalDateTime(day, LocalTime(secondOfDay: 0))) }
    let last = ISOWeek(containing: period.endDay + -1).start
    let oldest = max(
      last + -7 * (PictureInput.History.weeks - 1), ISOWeek(containing: zone.local(first).date).start)
    guard oldest <= last else { return PictureInput.History() }
    let weeks = stride(from: 0, through: last - oldest, by: 7).map { oldest + $0 }
    return try reader.history(of: weeks, midnight: midnight)
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
