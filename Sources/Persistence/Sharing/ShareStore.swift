import EST
import Foundation
import Postgres

/// What is shared.
public enum ShareKind: String, Sendable, StoredAsText {
  /// A version of a picture that a meeting has adopted.
  case picture
  /// A version of what is public.
  case publicPicture = "public"
}

/// Something of one municipality that another one may see, until a day.
public struct Share: Sendable {
  public let id: UUID
  /// The sender's, such as `2026-1`.
  public let number: String
  public let sender: MunicipalityCode
  public let receiver: MunicipalityCode
  public let kind: ShareKind
  public let period: String
  public let version: Int
  public let reportClass: ReportClass
  public let ground: String
  /// The instant at which it ends.
  public let until: Instant
  public let offeredAt: Instant
  public let withdrawnAt: Instant?
  public let withdrawnBecause: String?

  /// As people in both municipalities name it: `2480/2026-1`.
  public var name: String { "\(sender)/\(number)" }
}

/// What one municipality shares, and what is shared with it.
public struct ShareStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// The database copies what is shared, and refuses what is neither adopted nor released.
  public func offer(
    _ id: UUID, number: String, _ kind: ShareKind, cycle: CycleID?, period: String, version: Int,
    of group: GroupID, to receiver: MunicipalityCode, ground: String, until: Instant, by actor: ParticipantID,
    at now: Instant
  ) throws {
    try session.execute(
      """
      insert into est.share (municipality, id, number, group_id, kind, cycle_id, period, version, to_municipality,
        content, ground, until, offered_at, offered_by)
      values (\(municipality), \(id), \(number), \(group), \(kind), \(cycle), \(period), \(version), \(receiver),
        '', \(ground), \(until), \(now), \(actor))
      """)
  }

  /// The sender's own, and those that have been given to the municipality and last at `now`; newest first.
  public func all(at now: Instant) throws -> [Share] {
    try session.rows(
      """
      select s.id, s.number, s.municipality, s.to_municipality, s.kind, s.period, s.version, s.class, s.ground, s.until,
        s.offered_at, s.withdrawn_at, s.withdrawn_because
      from est.share s
      where s.municipality = \(municipality)
        or s.to_municipality = \(municipality) and s.withdrawn_at is null and s.until > \(now)
      order by s.offered_at desc, s.id
      """
    ) {
      Share(
        id: try $0.get("id"), number: try $0.get("number"), sender: try $0.get("municipality"),
        receiver: try $0.get("to_municipality"), kind: try $0.get("kind"), period: try $0.get("period"),
        version: Int(try $0.get("version", as: Int32.self)), reportClass: try $0.get("class"),
        ground: try $0.get("ground"), until: try $0.get("until"), offeredAt: try $0.get("offered_at"),
        withdrawnAt: try $0.get("withdrawn_at"), withdrawnBecause: try $0.get("withdrawn_because"))
    }
  }

  /// What was shared, byte for byte as it was adopted or released.
  public func content(of share: Share) throws -> [UInt8]? {
    try session.first(
      "select content from est.share where municipality = \(share.sender) and id = \(share.id)"
    ) { try $0.get("content") }
  }

  public func withdraw(_ share: Share, because reason: String?, by actor: ParticipantID, at now: Instant)
    throws
  {
    try session.change(
      """
      update est.share set withdrawn_at = \(now), withdrawn_by = \(actor), withdrawn_because = \(reason)
      where municipality = \(municipality) and id = \(share.id)
      """)
  }
}
