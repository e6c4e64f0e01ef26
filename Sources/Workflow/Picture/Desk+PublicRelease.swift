import Disclosure
import EST
import Export
import Foundation
import Persistence
import Picture
import Postgres

/// What is kept of a release beside what is published. Never public: it holds the true counts.
struct PublicAudit: Codable {
  let division: PublicDivision
  let release: Release.Kept
}

/// What has been made public of a period.
public struct PublicRelease: Sendable {
  public let row: PublicReleaseRow
  public let picture: PublicPicture
  /// The picture as JSON in UTF-8, byte for byte as it was published.
  public let content: [UInt8]
  /// Whether it was made public just now.
  public let isNew: Bool

  func with(_ sharing: Sharing) -> PublicRelease {
    var picture = picture
    picture.sharing = sharing
    return PublicRelease(row: row, picture: picture, content: content, isNew: isNew)
  }

  /// How many counts it tells of, and how many of them are suppressed.
  public var counts: (all: Int, suppressed: Int) {
    let counts = picture.areas.flatMap(\.counts).compactMap { $0 }
    return (counts.count, counts.filter { $0 == .suppressed }.count)
  }
}

extension Desk {
  var publicReleases: PublicReleaseStore { PublicReleaseStore(session, municipality.code) }

  /// Everything that the municipality has made public, in the order of release. Whoever takes part may see it.
  public func allPublicReleases() throws -> [PublicReleaseRow] { try publicReleases.all() }

  /// What was released of a period; the newest version where none is named.
  /// - Throws: `UseCaseError.rule` where nothing was; `StoreError.notFound` for a version that there is not.
  public func publicRelease(of period: PublicPeriod, version: Int? = nil) throws -> PublicRelease {
    let versions = try publicReleases.versions(of: period.label)
    guard let newest = versions.last else {
      throw UseCaseError.rule(.notPublic(period: period.label))
    }
    guard let row = version.map({ number in versions.first { $0.version == number } }) ?? newest else {
      throw StoreError.notFound(.picture, name: "\(period.label) v\(version ?? 0)")
    }
    return try release(row, isNew: false)
  }

  private func release(_ row: PublicReleaseRow, isNew: Bool) throws -> PublicRelease {
    guard let content = try publicReleases.content(row.number) else {
      throw StoreError.notFound(.picture, name: row.period)
    }
    return PublicRelease(
      row: row, picture: try JSONDecoder().decode(PublicPicture.self, from: Data(content)), content: content,
      isNew: isNew)
  }

  /// Makes a period public, for good: what is shown is proved against all that was released before, and stored. A period
  /// that is public already stays as it is, unless it is corrected.
  ///
  /// It is about the whole municipality, whichever of its groups the coordinator has: two groups that each released
  /// their own could be subtracted from a whole.
  /// - Throws: `UseCaseError.rule` where it is too early, has no reports, can't be protected, or where a correction would
  ///   say the same again.
  public func releasePublicly(_ period: PublicPeriod, correcting: Bool = false) throws -> PublicRelease {
    guard roles.values.contains(where: { $0.contains(.coordinator) }) else {
      throw UseCaseError.notAllowed(needed: [.coordinator])
    }
    let key = nextKey()
    try publicReleases.lock()
    if let said = try publicReleases.said(under: key) {
      guard said.period == period.label else { throw UseCaseError.rule(.keyUsed) }
      return try release(said, isNew: false)
    }
    let last = try publicReleases.versions(of: period.label).last
    if let last, !correcting { return try release(last, isNew: false) }
    guard last != nil || !correcting else { throw UseCaseError.rule(.notPublic(period: period.label)) }
    let zone = ZoneRules.stockholm
    let today = zone.local(now).date
    guard today >= period.releaseDay else {
      throw UseCaseError.rule(.publicTooEarly(period: period.label, from: period.releaseDay.description))
    }
    let audits = try publicReleases.audits().map {
      try JSONDecoder().decode(PublicAudit.self, from: Data($0.text.utf8))
    }
    let (division, table, names) = try publicTable(of: period, after: audits, zone: zone)
    guard table.hasReports else {
      throw UseCaseError.rule(.publicWithoutReports(period: period.label))
    }
    let earlier = Release.entangled(
      with: period.months, among: try audits.map { try Release($0.release) })
    let proved: Release
    do {
      proved = try Release(
        table, periods: [period.stretch],
        rule: Release.Rule(threshold: 5, width: 5, rounding: 5, sensitive: names.sensitive), after: earlier)
    } catch {
      throw UseCaseError.rule(.publicNotProvable(period: period.label))
    }
    if let last, audits[last.number - 1].division == division,
      audits[last.number - 1].release.says(proved.kept)
    {
      throw UseCaseError.rule(.publicUnchanged(period: period.label, version: last.version))
    }
    var picture = PublicPicture(
      proved, of: period, version: (last?.version ?? 0) + 1, municipality: municipality,
      released: today, names: names, auditedWith: earlier.count)
    // Whoever has the document alone reads it there.
    picture.sharing = try sharing(.open, in: nil, SharingRequest(), language: try language())
    let audit = String(
      decoding: try JSONEncoder().encode(PublicAudit(division: division, release: proved.kept)),
      as: UTF8.self)
    try publicReleases.add(
      [UInt8](try Export.json(picture).utf8), audit: JSONText(audit), number: audits.count + 1,
      period: period.label, version: picture.version, key: key, by: actor.id, at: now)
    return try release(try publicReleases.versions(of: period.label).last!, isNew: true)
  }

  /// The true counts of a period in the division that the public knows, with what its rows and columns are called.
  private func publicTable(of period: PublicPeriod, after audits: [PublicAudit], zone: ZoneRules) throws
    -> (PublicDivision, CountTable, PublicNames)
  {
    let reader = PublicReader(session, municipality.code)
    let areas = try reader.areas()
    let division = publicDivision(of: period, areas: areas, after: audits)
    let months = period.months
    let starts = (months.lowerBound...months.upperBound).map {
      zone.planned(LocalDateTime(CalendarPeriod.firstDay(ofMonth: $0), LocalTime(secondOfDay: 0)))
    }
    let counts = try reader.counts(starts)
    let names = PublicNames(
      division: division, areas: areas, known: try reader.categories(), counted: Set(counts.map(\.category)),
      current: try categories.current(), sensitive: try sensitiveCategories())
    return (division, try names.table(counts, months: months), names)
  }

  /// The division by which months are told of is not changed once they have been: two divisions of the same counts can
  /// be subtracted from one another. The whole municipality goes with any of them.
  private func publicDivision(
    of period: PublicPeriod, areas: [PublicDivision.Area], after audits: [PublicAudit]
  ) -> PublicDivision {
    let earlier = audits.filter { audit in
      audit.division != .whole
        && audit.release.stretches.contains { $0.overlaps(period.months) }
    }.map(\.division)
    guard let first = earlier.first else { return PublicDivision(areas) }
    return earlier.allSatisfy { $0 == first } && first.isLargeEnough(areas) ? first : .whole
  }

  private func sensitiveCategories() throws -> SensitiveCategories {
    guard
      let value = try municipalities.setting(Setting.sensitiveCategories.rawValue, of: municipality.code)
    else { return .standard }
    return value == "none"
      ? SensitiveCategories([])
      : SensitiveCategories(Set(value.split(separator: ",").map { CategoryCode($0) }))
  }
}

extension PublicPeriod {
  var stretch: Disclosure.Period {
    switch kind {
    case .month(let month): .month(month, of: year)
    case .quarter(let quarter): .quarter(quarter, of: year)
    case .year: .year(year)
    }
  }
}
