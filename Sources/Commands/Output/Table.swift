/// Rows under a header, lined up by what a terminal shows.
struct Table: Sendable {
  enum Alignment: Sendable { case left, right }

  struct Column: Sendable {
    let title: String
    let alignment: Alignment

    init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  let columns: [Column]
  let rows: [[String]]

  /// - Parameter rows: each with as many cells as there are columns.
  init(_ columns: [Column], _ rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// One line a row, two spaces between columns, nothing drawn.
  func lines(isBold: Bool) -> [String] {
    let cells = rows.map { $0.map(TerminalText.safe) }
    let widths = columns.indices.map { column in
      ([columns[column].title] + cells.map { $0[column] }).map(TerminalText.width).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - TerminalText.width(cells[column]))
        return columns[column].alignment == .left ? cells[column] + space : space + cells[column]
      }
      let text = padded.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    let header = line(columns.map(\.title))
    return [isBold ? Console.bold(header) : header] + cells.map(line)
  }
}
