import EST
import Foundation
import Language
import Picture
import PictureSamples
import Spreadsheet
import TestSupport
import Testing

@testable import Export

/// Whole documents of a week whose every name means mischief, read by readers of other hands.
@Suite struct DocumentsOutFuzzTests {
  private static func picture(_ random: inout SeededGenerator) -> SituationPicture {
    var input = PictureSamples.busyWeek()
    func name() -> String { Nasty.text(&random) }
    input.groupName = name()
    for index in input.areas.indices where random.once(in: 2) { input.areas[index].name = name() }
    for index in input.units.indices {
      input.units[index].organisation = name()
      input.units[index].unit = name()
    }
    for index in input.openActions.indices { input.openActions[index].title = name() }
    for index in input.priorities.indices { input.priorities[index].title = name() }
    return SituationPicture.compile(input)
  }

  @Test func tables() {
    Fuzz("documents-csv", sample: 10, full: 1_000).run { random in
      let text = Export.csv(Self.picture(&random), language: random.pick(Language.allCases))
      guard text.unicodeScalars.first == "\u{FEFF}" else { throw Flaw("no mark") }
      let rows = try ReadBack.table(String(text.unicodeScalars.dropFirst()))
      guard rows.count > 10, rows.allSatisfy({ $0.count == 13 }) else { throw Flaw("\(rows.map(\.count))") }
      for cell in rows.joined() { try ReadBack.isPlain(cell) }
      return .taken
    }
  }

  @Test func maps() {
    Fuzz("documents-json", sample: 6, full: 400).run { random in
      let picture = Self.picture(&random)
      for text in [try Export.geoJSON(picture, language: .swedish), try Export.json(picture)] {
        guard (try JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any] else {
          throw Flaw("no object")
        }
      }
      let again = try JSONDecoder().decode(SituationPicture.self, from: Data(try Export.json(picture).utf8))
      guard again == picture else { throw Flaw("another picture") }
      return .taken
    }
  }

  private static let python = Tool.python(with: "html.parser")

  @Test(.enabled(if: python != nil)) func pages() {
    Fuzz("documents-html", sample: 3, full: 150).run { random in
      let page = Export.html(Self.picture(&random), language: .swedish)
      try Promise.isTerminalSafe(page.replacing("\t", with: ""))
      let path = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID()).html").path
      try Data(page.utf8).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let found = try Tool.run(Self.python!, ["-c", Self.reader, path])
      guard found.trimmingCharacters(in: .whitespacesAndNewlines) == "[]" else { throw Flaw(found) }
      return .taken
    }
  }

  /// Prints whatever acts in a page that should only be read.
  private static let reader = """
    import sys, html.parser
    found = []
    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            if tag in ("script", "iframe", "object", "embed", "base", "form", "img", "link"): found.append(tag)
            for name, value in attributes:
                if name.startswith("on") or "javascript:" in (value or "").replace(" ", "").lower(): found.append(name)
    Reader().feed(open(sys.argv[1], encoding="utf-8").read())
    print(found)
    """

  @Test(.enabled(if: OpenPyXL.isFound)) func workbooks() {
    Fuzz("documents-xlsx", sample: 2, full: 100).run { random in
      let workbook = Export.workbook(Self.picture(&random), language: .swedish)
      let read = try OpenPyXL.read(try Spreadsheet.xlsx(workbook))
      guard read.sheets.map(\.name) == workbook.sheets.map(\.name) else {
        throw Flaw("\(read.sheets.map(\.name))")
      }
      for cell in read.sheets.flatMap(\.rows).joined() {
        guard cell.type != "f", cell.type != "e" else { throw Flaw("a formula: \(cell)") }
        if cell.type == "s" { try Promise.isTerminalSafe((cell.text ?? "").replacing("\t", with: "")) }
      }
      return .taken
    }
  }
}
