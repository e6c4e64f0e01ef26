import EST

/// What the public is told of at a time: a month, a quarter or a year. Never a week.
public struct PublicPeriod: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case month(Int)
    case quarter(Int)
    case year
  }

  public let year: Int
  public let kind: Kind

  /// Reads `2026-10`, `2026-Q4` and `2026`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func number(_ text: Substring, digits: Int) -> Int? {
      text.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
    guard parts.count <= 2, let first = parts.first, let year = number(Substring(first), digits: 4),
      (1900...9998).contains(year)
    else { return nil }
    self.year = year
    guard parts.count == 2 else {
      kind = .year
      return
    }
    let rest = Substring(parts[1])
    if let month = number(rest, digits: 2), (1...12).contains(month) {
      kind = .month(month)
    } else if rest.first == "Q" || rest.first == "q", let quarter = number(rest.dropFirst(), digits: 1),
      (1...4).contains(quarter)
    {
      kind = .quarter(quarter)
    } else {
      return nil
    }
  }

  /// `2026-10`, `2026-Q4`, `2026`.
  public var label: String {
    switch kind {
    case .month(let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .year: "\(year)"
    }
  }

  /// Numbered through the years: twelve times the year, and the month from 0.
  public var months: Range<Int> {
    switch kind {
    case .month(let month): (year * 12 + month - 1)..<(year * 12 + month)
    case .quarter(let quarter): (year * 12 + 3 * (quarter - 1))..<(year * 12 + 3 * quarter)
    case .year: (year * 12)..<(year * 12 + 12)
    }
  }

  public var firstDay: LocalDate { Self.firstDay(of: months.lowerBound) }
  /// The day after the last.
  public var endDay: LocalDate { Self.firstDay(of: months.upperBound) }
  /// The first day on which it may be made public: reports come late and are corrected, and what is old does less harm.
  public var releaseDay: LocalDate { Self.firstDay(of: months.upperBound + 1) }

  public static func firstDay(of month: Int) -> LocalDate {
    LocalDate(year: month / 12, month: month % 12 + 1, day: 1)!
  }
}
