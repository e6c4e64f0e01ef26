import Foundation
import Picture

extension Export {
  /// The picture as JSON, the same bytes every time: keys sorted and in camelCase, instants in RFC 3339 with their
  /// offset, days as `2026-11-23`. A period that there was not is left out; it is never 0.
  public static func json(_ picture: SituationPicture) throws -> String { try json(encoding: picture) }

  /// The annex in the same way.
  public static func json(_ annex: PictureAnnex) throws -> String { try json(encoding: annex) }

  private static func json(encoding value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
