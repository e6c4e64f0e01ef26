import EST
import Foundation
import Picture
import Postgres

/// What a file was made of.
public enum ExportKind: String, Sendable, CaseIterable, StoredAsText {
  case picture, annex, overview, agenda, share
  case publicPicture = "public"
  case registerExtract = "register-extract"
}

/// That a file was made of what the database holds, and for whom.
public struct ExportMade: Sendable {
  public let at: Instant
  public let login: String
  public let kind: ExportKind
  /// Such as `Centrum 2026-W47 v1`.
  public let subject: String
  public let formats: [String]
  public let sharing: Sharing
}

/// The exports of one municipality. The database dates them, and nobody alters them.
public struct ExportStore {
  let session: Session
  let municipality: MunicipalityCode

  public init(_ session: Session, _ municipality: MunicipalityCode) {
    self.session = session
    self.municipality = municipality
  }

  /// Said again under the same id it is one.
  public func add(
    _ id: UUID, _ kind: ExportKind, of subject: String, in group: GroupID?, as formats: [String],
    _ sharing: Sharing, by participant: ParticipantID
  ) throws {
    try session.execute(
      """
      insert into est.export_made (municipality, id, group_id, made_by, kind, subject, formats, class, recipients,
        ground)
      values (\(municipality), \(id), \(group), \(participant), \(kind), \(subject), \(formats)::text[],
        \(sharing.reportClass), \(sharing.recipients), \(sharing.ground))
      on conflict do nothing
      """)
  }

  /// Newest first, as far as the reader may know of them.
  public func list(limit: Int) throws -> [ExportMade] {
    try session.rows(
      """
      select e.at, p.login, e.kind, e.subject, e.formats, e.class, e.recipients, e.ground
      from est.export_made e join est.participant p on (p.municipality, p.id) = (e.municipality, e.made_by)
      where e.municipality = \(municipality) order by e.at desc, e.id limit \(limit)
      """
    ) {
      ExportMade(
        at: try $0.get("at"), login: try $0.get("login"), kind: try $0.get("kind"),
        subject: try $0.get("subject"), formats: try $0.get("formats"),
        sharing: Sharing(
          try $0.get("class"), recipients: try $0.get("recipients"), ground: try $0.get("ground")))
    }
  }
}
