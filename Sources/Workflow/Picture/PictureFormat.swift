import EST
import Export
import Foundation
import Language
import Picture

/// In which forms a picture is exported.
public enum PictureFormat: String, Sendable, CaseIterable {
  case html, csv, json

  /// The picture in this form, and the file's name.
  public func render(_ picture: SituationPicture, in language: Language) throws -> (name: String, bytes: [UInt8]) {
    let name = PictureExport.fileName(picture, language: language, fileExtension: rawValue)
    switch self {
    case .html: return (name, [UInt8](try PictureExport.html(picture, language: language).utf8))
    case .csv: return (name, [UInt8](PictureExport.csv(picture, language: language)))
    case .json: return (name, [UInt8](try PictureExport.json(picture)))
    }
  }
}
