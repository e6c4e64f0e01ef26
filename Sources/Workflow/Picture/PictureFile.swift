import Export
import Foundation
import Language
import Picture

/// A picture as a file of one format.
public struct PictureFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(_ picture: SituationPicture, format: Export.Format, language: Language) throws {
    name = Export.fileName(of: picture, format: format, language: language)
    switch format {
    case .html: bytes = [UInt8](Export.html(picture, language: language).utf8)
    case .csv: bytes = [UInt8](Export.csv(picture, language: language).utf8)
    case .json: bytes = [UInt8](try Export.json(picture).utf8)
    }
  }
}
