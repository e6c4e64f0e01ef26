/// A month, quarter, tertial (four months) or year of the calendar.
public struct CalendarPeriod: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case month(Int)
    case quarter(Int)
    case tertial(Int)
    case year
  }

  public let year: Int
  public let kind: Kind

  /// Reads `2026-10`, `2026-Q4`, `2026-T3` and `2026`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func number(_ text: Substring, digits: Int, _ range: ClosedRange<Int>) -> Int? {
      guard text.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text)
      else {
        return nil
      }
      return range.contains(value) ? value : nil
    }
    guard parts.count <= 2, let year = number(Substring(parts[0]), digits: 4, LocalDate.years) else {
      return nil
    }
    self.year = year
    guard parts.count == 2 else {
      kind = .year
      return
    }
    let rest = Substring(parts[1])
    let part = rest.dropFirst()
    switch rest.first {
    case "Q", "q":
      guard let quarter = number(part, digits: 1, 1...4) else { return nil }
      kind = .quarter(quarter)
    case "T", "t":
      guard let tertial = number(part, digits: 1, 1...3) else { return nil }
      kind = .tertial(tertial)
    default:
      guard let month = number(rest, digits: 2, 1...12) else { return nil }
      kind = .month(month)
    }
  }

  private init(kind: Kind, year: Int) {
    self.kind = kind
    self.year = year
  }

  public var description: String {
    switch kind {
    case .month(let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .tertial(let tertial): "\(year)-T\(tertial)"
    case .year: "\(year)"
    }
  }

  /// Numbered through the years: twelve times the year, and the month from 0.
  public var months: Range<Int> {
    let january = year * 12
    return switch kind {
    case .month(let month): (january + month - 1)..<(january + month)
    case .quarter(let quarter): (january + 3 * (quarter - 1))..<(january + 3 * quarter)
    case .tertial(let tertial): (january + 4 * (tertial - 1))..<(january + 4 * tertial)
    case .year: january..<(january + 12)
    }
  }

  public var firstDay: LocalDate { Self.firstDay(ofMonth: months.lowerBound) }
  /// The day after the last.
  public var endDay: LocalDate { Self.firstDay(ofMonth: months.upperBound) }

  /// The first day of a month, numbered as in `months`.
  public static func firstDay(ofMonth month: Int) -> LocalDate {
    LocalDate(year: month / 12, month: month % 12 + 1, day: 1)!
  }

  public var previous: CalendarPeriod {
    switch kind {
    case .month(let month):
      month > 1 ? .init(kind: .month(month - 1), year: year) : .init(kind: .month(12), year: year - 1)
    case .quarter(let part):
      part > 1 ? .init(kind: .quarter(part - 1), year: year) : .init(kind: .quarter(4), year: year - 1)
    case .tertial(let part):
      part > 1 ? .init(kind: .tertial(part - 1), year: year) : .init(kind: .tertial(3), year: year - 1)
    case .year: lastYear
    }
  }

  public var lastYear: CalendarPeriod { .init(kind: kind, year: year - 1) }
}
