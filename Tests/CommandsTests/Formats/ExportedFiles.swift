import Foundation
import TestSupport
import Testing

/// The files of several weeks in one folder, read by other hands than those that wrote them.
struct ExportedFiles {
  let folder: String
  let labels: [String]

  func path(_ label: String, _ ending: String) -> String {
    "\(folder)/lagesbild-2480-centrum-\(label)-v1.\(ending)"
  }

  func bytes(_ label: String, _ ending: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(label, ending))))
  }

  func text(_ label: String, _ ending: String) throws -> String {
    String(decoding: try bytes(label, ending), as: UTF8.self)
  }

  func json(_ label: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(try bytes(label, "json"))) as? [String: Any], "\(label)")
  }

  /// This period, the previous one and last year's, as zero where there was none.
  static func spans(_ counts: Any?) -> [Int] {
    let counts = counts as? [String: Int] ?? [:]
    return ["current", "previous", "lastYear"].map { counts[$0] ?? 0 }
  }

  /// What the page's table of areas says of this period; no table is no total.
  func areaRows(_ label: String) throws -> (areas: [String: Int], total: Int?) {
    let page = try text(label, "html")
    guard let table = page.firstMatch(of: /<table class="areas"[^>]*>(?<rows>[\s\S]*?)<\/table>/) else {
      return ([:], nil)
    }
    var areas: [String: Int] = [:]
    var total: Int?
    for row in table.rows.matches(
      of:
        /<tr role="row" class="(area|total)"><th [^>]*><bdi>(.*?)<\/bdi>[\s\S]*?<td role="cell" class="n now">(\d+)/
    ) {
      let name = [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .reduce(String(row.output.2)) { $0.replacing($1.0, with: $1.1) }
      let number = Int(row.output.3)
      if row.output.1 == "total" { total = number } else { areas[name] = number }
    }
    return (areas, total)
  }

  /// The tables of counts as LibreOffice reads them, without their headings, by label.
  func tables() throws -> [String: [[String]]] {
    // Read with semicolons and in UTF-8, and written with tabs: 59 and 9, character set 76.
    try Tool.run(
      "soffice",
      [
        "-env:UserInstallation=\(URL(filePath: folder).appending(path: "profile").absoluteString)",
        "--headless",
        "--infilter=CSV:59,34,76,1", "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76", "--outdir",
        "\(folder)/read",
      ] + labels.map { path($0, "csv") })
    return Dictionary(
      uniqueKeysWithValues: try labels.map { label in
        let name = URL(filePath: path(label, "csv")).lastPathComponent
        let text = try String(contentsOf: URL(filePath: "\(folder)/read/\(name)"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
          line.components(separatedBy: "\t").map { field in
            // A field with a quotation mark in it is written in quotation marks.
            field.hasPrefix("\"")
              ? String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"") : field
          }
        }
        return (label, rows)
      })
  }
}
