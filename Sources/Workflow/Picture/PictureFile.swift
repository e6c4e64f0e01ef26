import Export
import Foundation
import Language
import Picture
import Spreadsheet

/// A picture as a file of one format.
public struct PictureFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  /// - Throws: `Printer.Problem` where there is no PDF to be had.
  public init(
    _ picture: SituationPicture, format: Export.Format, language: Language, printer: Printer
  ) async throws {
    name = Export.fileName(of: picture, format: format, language: language)
    bytes =
      switch format {
      case .html: [UInt8](Export.html(picture, language: language).utf8)
      case .pdf: try await printer.pdf(Export.html(picture, language: language))
      case .xlsx: try Spreadsheet.xlsx(Export.workbook(picture, language: language))
      case .csv: [UInt8](Export.csv(picture, language: language).utf8)
      case .geojson: [UInt8](try Export.geoJSON(picture, language: language).utf8)
      case .json: [UInt8](try Export.json(picture).utf8)
      }
  }

  /// - Returns: `nil` for a format that annexes are not written in.
  /// - Throws: `Printer.Problem` where there is no PDF to be had.
  public init?(
    _ annex: PictureAnnex, format: Export.Format, language: Language, printer: Printer
  ) async throws {
    name = Export.fileName(of: annex, format: format, language: language)
    switch format {
    case .html: bytes = [UInt8](Export.html(annex, language: language).utf8)
    case .pdf: bytes = try await printer.pdf(Export.html(annex, language: language))
    case .csv: bytes = [UInt8](Export.csv(annex.picture, language: language).utf8)
    case .json: bytes = try Desk.content(annex)
    case .xlsx, .geojson: return nil
    }
  }
}
