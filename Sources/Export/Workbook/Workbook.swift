import EST
import Picture

/// A document for a spreadsheet program, as a value: sheets of typed cells. How it becomes a file is not said here.
public struct Workbook: Equatable, Sendable {
  public var title: String
  public var subject: String
  public var author: String
  public var language: String
  /// The only time in the file, so that the same picture gives the same bytes.
  public var created: Instant
  /// At the head of each printed page; `nil` for none.
  public var pageHead: String?
  public var sheets: [Sheet]

  /// One sheet: a row of headings, and rows below it.
  public struct Sheet: Equatable, Sendable {
    /// At most 31 characters, and unique.
    public var name: String
    public var columns: [Column]
    public var rows: [[Cell]]
    /// Whether each row is one of a kind, so that it can be filtered and sorted by its columns.
    public var isTable = true
  }

  public struct Column: Equatable, Sendable {
    public var heading: String
    /// How wide, in digits.
    public var width: Double
  }

  public enum Cell: Equatable, Sendable {
    /// Never a formula, however it begins.
    case text(String)
    case whole(Int)
    case number(Double, decimals: Int)
    case date(LocalDate)
    case moment(LocalDateTime)
    case time(LocalTime)
    /// Nothing is known; never zero.
    case empty

    static func text(ifAny text: String?) -> Cell { text.map(Cell.text) ?? .empty }
    static func whole(ifAny number: Int?) -> Cell { number.map(Cell.whole) ?? .empty }
    static func time(ifAny time: LocalTime?) -> Cell { time.map(Cell.time) ?? .empty }
    static func date(ifAny date: LocalDate?) -> Cell { date.map(Cell.date) ?? .empty }
  }
}

extension Workbook.Sheet {
  private static let narrowest = 9
  private static let widest = 60

  /// Columns as wide as what they hold, within reason.
  init(_ name: String, _ headings: [String], _ rows: [[Workbook.Cell]], isTable: Bool = true) {
    self.name = name
    self.rows = rows
    self.isTable = isTable
    columns = headings.enumerated().map { index, heading in
      // The mark of the filter takes the room of two digits.
      let longest = rows.map { $0[index].length }.max() ?? 0
      let width = max(longest, heading.count + 2) + 1
      return Workbook.Column(
        heading: heading, width: Double(min(max(width, Self.narrowest), Self.widest)))
    }
  }
}

extension Workbook.Cell {
  fileprivate var length: Int {
    switch self {
    case .text(let text): text.count
    case .whole(let number): "\(number)".count + 2
    case .number(let number, let decimals): "\(Int(number.rounded()))".count + decimals + 2
    case .date: 10
    case .moment: 16
    case .time: 5
    case .empty: 0
    }
  }
}
