import EST

/// What the public is told of at a time: a month, a quarter or a year. Never a week, and no tertial, which would cut
/// across quarters and give their months away.
public struct PublicPeriod: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case month(Int)
    case quarter(Int)
    case year
  }

  public let kind: Kind
  private let calendar: CalendarPeriod

  /// Reads `2026-10`, `2026-Q4` and `2026`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let calendar = CalendarPeriod(text) else { return nil }
    switch calendar.kind {
    case .month(let month): kind = .month(month)
    case .quarter(let quarter): kind = .quarter(quarter)
    case .tertial: return nil
    case .year: kind = .year
    }
    self.calendar = calendar
  }

  public var year: Int { calendar.year }
  /// `2026-10`, `2026-Q4`, `2026`.
  public var label: String { calendar.description }
  /// Numbered through the years: twelve times the year, and the month from 0.
  public var months: Range<Int> { calendar.months }
  public var firstDay: LocalDate { calendar.firstDay }
  /// The day after the last.
  public var endDay: LocalDate { calendar.endDay }
  /// The first day on which it may be made public: reports come late and are corrected, and what is old does less harm.
  public var releaseDay: LocalDate { CalendarPeriod.firstDay(ofMonth: months.upperBound + 1) }
}
