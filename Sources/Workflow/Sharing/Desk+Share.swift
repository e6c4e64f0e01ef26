import EST
import Export
import Foundation
import Language
import Persistence
import Picture

/// What is to be shared with another municipality.
public enum SharedThing: Sendable {
  /// A version of a period's picture; the adopted one where none is named.
  case picture(of: Cycle, version: Int?)
  /// What was released of a period; the newest version where none is named.
  case publicPicture(PublicPeriod, version: Int?)
}

/// What was shared, as it was adopted or released.
public enum SharedContent: Sendable {
  case picture(SituationPicture)
  case publicPicture(PublicPicture, content: [UInt8])
}

extension Desk {
  var shares: ShareStore { ShareStore(session, municipality.code) }

  /// Lets another municipality see one thing, through a day. What it sees is a copy: nothing later comes with it.
  public func offer(
    _ thing: SharedThing, of group: Group, to receiver: MunicipalityCode, through day: LocalDate,
    ground: String
  ) throws -> Share {
    try demand([.coordinator], in: group.id)
    let id = nextKey()
    if let said = try shares.all(at: now).first(where: { $0.id == id }) { return said }
    let ground = try screened(ground, field: "ground")
    let zone = try zone(of: group)
    let end = zone.planned(
      LocalDateTime(try known(day, field: "until") + 1, LocalTime(secondOfDay: 0)))
    guard end > now else { throw UseCaseError.rule(.inThePast) }
    let number = try nextNumber("share", in: group)
    func add(_ kind: ShareKind, _ cycle: CycleID?, _ period: String, _ version: Int) throws {
      try shares.offer(
        id, number: number, kind, cycle: cycle, period: period, version: version, of: group.id, to: receiver,
        ground: ground, until: end, by: actor.id, at: now)
    }
    switch thing {
    case .picture(let cycle, let version):
      let version = try picture(of: cycle, version: version).0
      try add(.picture, cycle.id, cycle.period.label, version.version)
    case .publicPicture(let period, let version):
      let release = try publicRelease(of: period, version: version)
      try add(.publicPicture, nil, release.row.period, release.row.version)
    }
    return try share(named: number)
  }

  /// What the municipality shares, and what is shared with it; for who may know of either.
  public func allShares() throws -> [Share] { try shares.all(at: now) }

  /// One of them, by the sender's number with or without its municipality: `2026-1`, `2480/2026-1`.
  public func share(named name: String) throws -> Share {
    let all = try shares.all(at: now)
    guard
      let found = all.first(where: { $0.name == name })
        ?? all.first(where: { $0.sender == municipality.code && $0.number == name })
    else { throw StoreError.notFound(.share, name: name) }
    return found
  }

  /// Nobody sees it any more from here on.
  /// - Returns: whether it was there to be seen.
  public func withdrawShare(_ name: String, because reason: String?) throws -> (Share, Change) {
    let share = try share(named: name)
    guard share.sender == municipality.code else {
      throw UseCaseError.rule(.shareOfAnother(sender: share.sender.description))
    }
    let reason = try screen(reason, field: "reason")
    guard share.withdrawnAt == nil else { return (share, .unchanged) }
    // Which group's it is, the database knows.
    guard roles.values.contains(where: { $0.contains(.coordinator) }) else {
      throw UseCaseError.notAllowed(needed: [.coordinator])
    }
    try shares.withdraw(share, because: reason, by: actor.id, at: now)
    return (try self.share(named: share.name), .changed)
  }

  /// What was shared, with who may have it.
  public func content(of share: Share, language: Language) throws -> SharedContent {
    guard let content = try shares.content(of: share) else {
      throw StoreError.notFound(.share, name: share.name)
    }
    let words = language.sharing
    let last = ZoneRules.stockholm.local(share.until).date + -1
    let sharing = Sharing(
      share.reportClass, recipients: words.municipality(share.receiver.description),
      ground: words.sharedUntil(share.ground, "\(last)"))
    switch share.kind {
    case .picture:
      var picture = try JSONDecoder().decode(SituationPicture.self, from: Data(content))
      picture.head.state = .adopted
      picture.sharing = sharing
      return .picture(picture)
    case .publicPicture:
      var picture = try JSONDecoder().decode(PublicPicture.self, from: Data(content))
      picture.sharing = sharing
      return .publicPicture(picture, content: content)
    }
  }

  /// The same as files, written down as every export is.
  public func exported(_ share: Share, as formats: [String], language: Language) throws -> SharedContent {
    let content = try content(of: share, language: language)
    let sharing =
      switch content {
      case .picture(let picture): picture.sharing
      case .publicPicture(let picture, _): picture.sharing
      }
    try noteExport(.share, of: share.name, in: nil, as: formats, sharing!)
    return content
  }
}
