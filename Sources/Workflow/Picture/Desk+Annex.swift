import EST
import Export
import Foundation
import Persistence
import Picture

extension Desk {
  /// Compiles what only police and municipality may know, beside a version of the picture.
  /// - Parameter picture: what that version was compiled from.
  func compileAnnex(of cycle: Cycle, _ picture: PictureInput) throws {
    var input = picture
    try readReports(into: &input, reader(of: cycle.group, for: .authorities))
    try pictures.addAnnex(
      try Desk.content(PictureAnnex.compile(input)), version: input.version, of: cycle.id,
      from: try NewInputs(input))
  }

  static func content(_ annex: PictureAnnex) throws -> [UInt8] { [UInt8](try Export.json(annex).utf8) }

  /// The annex of a version, for police and municipality; of the adopted one, else the newest, where none is named.
  public func annex(of cycle: Cycle, version: Int? = nil) throws -> PictureAnnex {
    try demand(GroupRole.allCases, in: cycle.group)
    guard try isAuthority() else { throw UseCaseError.rule(.annexForAuthorities) }
    let known = try picture(of: cycle, version: version).0
    guard let content = try pictures.annex(of: cycle.id, version: known.version, for: actor.id) else {
      throw UseCaseError.rule(.annexMissing(version: known.version))
    }
    var annex = try JSONDecoder().decode(PictureAnnex.self, from: Data(content))
    if known.adoptedAt != nil { annex.head.state = .adopted }
    return annex
  }

  func reader(
    of group: GroupID, for audience: PictureReader.Audience = .everyone, knownAt: Instant? = nil
  ) -> PictureReader {
    PictureReader(session, municipality.code, group: group, for: audience, knownAt: knownAt)
  }
}
