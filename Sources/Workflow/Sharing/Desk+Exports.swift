import EST
import Foundation
import Language
import Persistence
import Picture

/// What a caller says of a file that is to leave the house; what is not said is as usual for the class.
public struct SharingRequest: Sendable {
  public var recipients: String?
  public var ground: String?

  public init(recipients: String? = nil, ground: String? = nil) {
    self.recipients = recipients
    self.ground = ground
  }
}

extension Desk {
  var exports: ExportStore { ExportStore(session, municipality.code) }

  /// Who may have a file, and on what ground: as was said, else as the municipality has set, else as is usual.
  func sharing(
    _ reportClass: ReportClass, in group: Group?, _ request: SharingRequest, language: Language
  ) throws -> Sharing {
    let words = language.sharing
    return Sharing(
      reportClass,
      recipients: try screen(request.recipients, field: "recipients")
        ?? words.usualRecipients(reportClass.rawValue, group: group?.name),
      ground: try screen(request.ground, field: "ground")
        ?? municipalities.setting(Setting.ground(of: reportClass).rawValue, of: municipality.code)
        ?? words.usualGround(reportClass.rawValue))
  }

  /// Writes down that a file is made, before it is: a file that nobody knows of is worse than one that was not written.
  public func noteExport(
    _ kind: ExportKind, of subject: String, in group: Group?, as formats: [String], _ sharing: Sharing,
    id: UUID? = nil
  ) throws {
    try exports.add(
      id ?? nextKey(), kind, of: subject, in: group?.id, as: formats, sharing, by: actor.id)
  }

  /// Newest first: all of the municipality for who answers for it, else one's own.
  public func exportsMade(limit: Int) throws -> [ExportMade] { try exports.list(limit: limit) }

  /// A picture as it leaves the house: with who may have it, and written down.
  public func exported(
    _ picture: SituationPicture, of cycle: Cycle, as formats: [String], _ request: SharingRequest,
    language: Language, kind: ExportKind = .picture, id: UUID? = nil
  ) throws -> SituationPicture {
    let group = try group(cycle.group)
    var picture = picture
    let sharing = try sharing(.shared, in: group, request, language: language)
    picture.sharing = sharing
    try noteExport(
      kind, of: "\(group.name) \(cycle.period.label) v\(picture.head.version)", in: group, as: formats,
      sharing, id: id)
    return picture
  }

  public func exported(
    _ annex: PictureAnnex, of cycle: Cycle, as formats: [String], _ request: SharingRequest,
    language: Language
  ) throws -> PictureAnnex {
    let group = try group(cycle.group)
    var annex = annex
    let sharing = try sharing(.authorityOnly, in: group, request, language: language)
    annex.sharing = sharing
    try noteExport(
      .annex, of: "\(group.name) \(cycle.period.label) v\(annex.head.version)", in: group, as: formats,
      sharing)
    return annex
  }

  /// The document stays as it was published; the file says who may have it beside that.
  public func exported(
    _ release: PublicRelease, as formats: [String], _ request: SharingRequest, language: Language
  ) throws -> PublicRelease {
    let sharing = try sharing(.open, in: nil, request, language: language)
    try noteExport(
      .publicPicture, of: "\(release.row.period) v\(release.row.version)", in: nil, as: formats, sharing)
    return release.with(sharing)
  }

  public func exported(
    _ overview: Overview, in group: Group, as formats: [String], _ request: SharingRequest, language: Language
  ) throws -> Overview {
    var overview = overview
    let sharing = try sharing(.shared, in: group, request, language: language)
    overview.picture.sharing = sharing
    try noteExport(
      .overview, of: "\(group.name) \(overview.picture.head.period.label)", in: group, as: formats, sharing)
    return overview
  }
}
