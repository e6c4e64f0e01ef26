import CXlsxwriter
import EST
import Export
import Foundation

/// A workbook as a file of Office Open XML (ISO/IEC 29500), which Excel, LibreOffice and others open.
public enum Spreadsheet {
  public enum Failure: Error, Sendable, Equatable {
    /// The library's own words.
    case refused(String)
  }

  /// The same workbook gives the same bytes.
  public static func xlsx(_ workbook: Workbook) throws -> [UInt8] {
    let files = FileManager.default
    // The library writes only to files; the folder is ours alone, and gone when this is done.
    let folder = files.temporaryDirectory.appending(path: "est-xlsx-\(UUID().uuidString)")
    try files.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: folder) }
    let path = folder.appending(path: "workbook.xlsx").path
    try write(workbook, to: path, folder: folder.path)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private static func write(_ workbook: Workbook, to path: String, folder: String) throws {
    let tmpdir = strdup(folder)
    defer { free(tmpdir) }
    var options = lxw_workbook_options()
    options.tmpdir = tmpdir
    guard let book = workbook_new_opt(path, &options) else { throw Failure.refused("workbook_new") }
    do {
      try fill(book, with: workbook)
    } catch {
      workbook_close(book)
      throw error
    }
    // Closing writes it and frees it, whatever comes of it.
    try check(workbook_close(book))
  }

  private static func fill(_ book: UnsafeMutablePointer<lxw_workbook>, with workbook: Workbook) throws {
    try setProperties(of: book, workbook)
    let formats = Formats(book)
    for sheet in workbook.sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        throw Failure.refused("worksheet \(sheet.name)")
      }
      try SheetWriter(page: page, formats: formats).write(sheet, pageHead: workbook.pageHead)
    }
  }

  private static func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook) throws
  {
    let texts = [workbook.title, workbook.subject, workbook.author].map { strdup($0.writable(255)) }
    defer { for text in texts { free(text) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.author = texts[2]
    properties.created = time_t(workbook.created.microseconds / 1_000_000)
    try check(workbook_set_properties(book, &properties))
    try check(workbook_set_custom_property_string(book, "Language", workbook.language))
  }

  static func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else { throw Failure.refused(String(cString: lxw_strerror(error))) }
  }
}

extension String {
  /// Without what XML cannot hold, C would end at or nobody can see, and no longer than a spreadsheet can bear.
  func writable(_ limit: Int) -> String {
    var text = String.UnicodeScalarView()
    // Excel counts code units of UTF-16.
    var units = 0
    for scalar in unicodeScalars {
      switch scalar {
      case "\t", "\n": break
      case "\u{FFFE}", "\u{FFFF}": continue
      case _ where scalar.isInvisible: continue
      default: break
      }
      units += UTF16.width(scalar)
      if units > limit { break }
      text.append(scalar)
    }
    return String(text)
  }
}
