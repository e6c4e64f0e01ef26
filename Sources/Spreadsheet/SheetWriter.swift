import CXlsxwriter
import EST
import Export

/// Writes one sheet.
struct SheetWriter {
  let page: UnsafeMutablePointer<lxw_worksheet>
  let formats: Formats

  /// As much as one cell can hold.
  private static let longestText = 32_767
  /// In points.
  private static let lineHeight = 15.0
  private static let highestRow = 409.0
  /// A4, by the library's number.
  private static let a4: UInt8 = 9

  func write(_ sheet: Workbook.Sheet, pageHead: String?) throws {
    for (index, column) in sheet.columns.enumerated() {
      let at = lxw_col_t(index)
      try Spreadsheet.check(worksheet_set_column(page, at, at, column.width, nil))
      try Spreadsheet.check(
        worksheet_write_string(page, 0, at, column.heading.writable(Self.longestText), formats.heading))
    }
    try makeRoom(for: sheet.columns.map { .text($0.heading) }, of: sheet, row: 0)
    for (row, cells) in sheet.rows.enumerated() {
      try makeRoom(for: cells, of: sheet, row: lxw_row_t(row + 1))
      for (column, cell) in cells.enumerated() {
        try write(cell, row: lxw_row_t(row + 1), column: lxw_col_t(column))
      }
    }
    worksheet_freeze_panes(page, 1, 0)
    if sheet.isTable, !sheet.columns.isEmpty {
      try Spreadsheet.check(
        worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1)))
    }
    try setPaper(pageHead: pageHead)
  }

  /// As high as its longest text is when it is wrapped: not every program sees to that by itself.
  private func makeRoom(for cells: [Workbook.Cell], of sheet: Workbook.Sheet, row: lxw_row_t) throws {
    let lines = zip(cells, sheet.columns).map { cell, column in
      guard case .text(let text) = cell else { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + 1 + $1.count / Int(column.width) }
    }
    guard let most = lines.max(), most > 1 else { return }
    try Spreadsheet.check(
      worksheet_set_row(page, row, min(Double(most) * Self.lineHeight, Self.highestRow), nil))
  }

  private func write(_ cell: Workbook.Cell, row: lxw_row_t, column: lxw_col_t) throws {
    let error =
      switch cell {
      case .empty: LXW_NO_ERROR
      // Written as a string: what looks like a formula, a number or an address is none.
      case .text(let text):
        worksheet_write_string(page, row, column, text.writable(Self.longestText), formats.text)
      case .whole(let number): worksheet_write_number(page, row, column, Double(number), formats.whole)
      case .number(let number, let decimals):
        worksheet_write_number(page, row, column, number, formats.number(decimals: decimals))
      case .date(let date): write(date, LocalTime(secondOfDay: 0), row, column, formats.date)
      case .moment(let moment): write(moment.date, moment.time, row, column, formats.moment)
      case .time(let time):
        worksheet_write_number(page, row, column, Double(time.secondOfDay) / 86_400, formats.time)
      }
    try Spreadsheet.check(error)
  }

  private func write(
    _ date: LocalDate, _ time: LocalTime, _ row: lxw_row_t, _ column: lxw_col_t, _ format: Formats.Format
  ) -> lxw_error {
    let (year, month, day) = date.components
    var moment = lxw_datetime()
    moment.year = Int32(year)
    moment.month = Int32(month)
    moment.day = Int32(day)
    moment.hour = Int32(time.hour)
    moment.min = Int32(time.minute)
    return worksheet_write_datetime(page, row, column, &moment, format)
  }

  /// Printed on as many pages as it takes in length, and one across.
  private func setPaper(pageHead: String?) throws {
    worksheet_set_landscape(page)
    worksheet_set_paper(page, Self.a4)
    worksheet_fit_to_pages(page, 1, 0)
    try Spreadsheet.check(worksheet_repeat_rows(page, 0, 0))
    // In a head or a foot an ampersand begins a command.
    if let pageHead {
      try Spreadsheet.check(worksheet_set_header(page, "&L&B" + pageHead.replacing("&", with: "&&")))
    }
    try Spreadsheet.check(worksheet_set_footer(page, "&L&A&R&P / &N"))
  }
}
