import Export
import Foundation
import Language
import Picture

extension PictureFile {
  /// What is for the public as a file; of another type than the internal picture's, so that one can't stand for the other.
  ///
  /// - Throws: `Printer.Problem` where there is no PDF to be had; `nil` for a format that the public has not.
  public init?(_ release: PublicRelease, format: Export.Format, language: Language, printer: Printer)
    async throws
  {
    try await self.init(
      release.picture, content: release.content, format: format, language: language, printer: printer)
  }

  /// - Parameter content: the document as it was published, byte for byte.
  public init?(
    _ picture: PublicPicture, content: [UInt8], format: Export.Format, language: Language, printer: Printer
  ) async throws {
    name = Export.fileName(of: picture, format: format, language: language)
    switch format {
    case .html: bytes = [UInt8](Export.html(picture, language: language).utf8)
    case .pdf: bytes = try await printer.pdf(Export.html(picture, language: language))
    case .csv: bytes = [UInt8](Export.csv(picture, language: language).utf8)
    case .json: bytes = content
    case .xlsx, .geojson: return nil
    }
  }
}
