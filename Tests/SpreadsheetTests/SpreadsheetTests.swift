import EST
import Foundation
import Language
import Picture
import PictureSamples
import Spreadsheet
import TestSupport
import Testing

@testable import Export

@Suite struct SpreadsheetTests {
  private static func workbook(_ input: PictureInput, _ language: Language = .swedish) -> Workbook {
    Export.workbook(SituationPicture.compile(input), language: language)
  }

  /// By number, since a test names what it is given, and that is long.
  private static let samples = [
    PictureSamples.busyWeek(), PictureSamples.longHistory(), PictureSamples.empty(),
    PictureSamples.firstWeek(),
    PictureSamples.huge(),
    PictureSamples.hostile(),
  ]

  @Test("The same picture gives the same bytes, whenever they are made")
  func sameBytes() async throws {
    let workbook = Self.workbook(PictureSamples.busyWeek())
    let first = try Spreadsheet.xlsx(workbook)
    try await Task.sleep(for: .milliseconds(2_100))
    #expect(try Spreadsheet.xlsx(workbook) == first)
    #expect(first.starts(with: Array("PK".utf8)))
  }

  @Test("Another reader finds every cell as it was meant", .enabled(if: OpenPyXL.isFound), arguments: 0..<5)
  func readBack(_ sample: Int) throws {
    for language in Language.allCases {
      let workbook = Self.workbook(Self.samples[sample], language)
      let read = try OpenPyXL.read(try Spreadsheet.xlsx(workbook))
      #expect(read.title == workbook.title)
      #expect(read.created == "2026-11-23T14:00:00")
      #expect(read.sheets.map(\.name) == workbook.sheets.map(\.name))
      for (sheet, found) in zip(workbook.sheets, read.sheets) {
        #expect(found.frozen == "A2")
        #expect((found.filter != nil) == sheet.isTable)
        let expected = [sheet.columns.map { Workbook.Cell.text($0.heading) }] + sheet.rows
        #expect(found.rows.count == expected.count, "\(sheet.name)")
        for (row, cells) in zip(expected, found.rows) {
          #expect(cells.count == row.count)
          for (cell, found) in zip(row, cells) where !cell.isMet(by: found) {
            Issue.record("\(sheet.name): \(cell) was read as \(found)")
          }
        }
      }
    }
  }

  @Test("Text that looks like a formula stays text", .enabled(if: OpenPyXL.isFound))
  func formulas() throws {
    let texts = [
      "=1+1", "+1", "-1", "@x", "\t=1", "=cmd|' /C calc'!A0", "0123", "1E5", "https://x.se", "å\u{301}", "",
    ]
    let workbook = Workbook(
      title: "t & <x>", subject: "s", author: "a", language: "sv", created: PictureSamples.compiledAt,
      sheets: [
        Workbook.Sheet(
          name: "Blad", columns: [.init(heading: "=a", width: 10)], rows: texts.map { [.text($0)] })
      ])
    let read = try OpenPyXL.read(try Spreadsheet.xlsx(workbook))
    #expect(read.title == "t & <x>")
    let values = read.sheets[0].rows.map { $0[0] }
    #expect(values.dropLast() == (["=a"] + texts.dropLast()).map { OpenPyXL.Value(type: "s", text: $0) })
  }

  @Test("What no cell can hold is left out, and the rest kept", .enabled(if: OpenPyXL.isFound))
  func unwritable() throws {
    let workbook = Workbook(
      title: "", subject: "", author: "", language: "sv", created: PictureSamples.compiledAt,
      sheets: [
        Workbook.Sheet(
          name: "Blad", columns: [.init(heading: "a", width: 10)],
          rows: [[.text("a\u{0}b\u{1B}c")], [.text(String(repeating: "😀", count: 20_000))]])
      ])
    let rows = try OpenPyXL.read(try Spreadsheet.xlsx(workbook)).sheets[0].rows
    #expect(rows[1][0].text == "abc")
    #expect(rows[2][0].text == String(repeating: "😀", count: 16_383))
  }
}

extension Workbook.Cell {
  fileprivate func isMet(by value: OpenPyXL.Value) -> Bool {
    switch self {
    case .empty, .text(""): value.text == nil
    case .text(let text):
      value.type == "s"
        && value.text == String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isInvisible }))
    case .whole(let number): value.type == "n" && value.text.flatMap(Double.init) == Double(number)
    case .number(let number, _): value.type == "n" && value.text.flatMap(Double.init) == number
    case .date(let date): value.type == "d" && value.text == "\(date)T00:00:00"
    case .moment(let moment): value.type == "d" && value.text?.hasPrefix("\(moment)".prefix(16)) == true
    case .time(let time): value.type == "d" && value.text?.hasPrefix("\(time)".prefix(5)) == true
    }
  }
}
