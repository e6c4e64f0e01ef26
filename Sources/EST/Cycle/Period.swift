/// What a group collects at a time: a week, a fortnight or a month of local days.
public struct Period: Hashable, Sendable, Comparable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case weekly, fortnightly, monthly
  }

  public let kind: Kind
  public let firstDay: LocalDate
  /// The day after the last.
  public let endDay: LocalDate

  public static func week(_ week: ISOWeek) -> Period {
    Period(kind: .weekly, firstDay: week.start, endDay: week.start + 7)
  }

  /// The fortnight that holds `date`, counted in steps of fourteen days from the anchor week: after a year of
  /// 53 weeks it falls on the other parity, so that no fortnight is ever one or three weeks long.
  public static func fortnight(containing date: LocalDate, anchor: ISOWeek) -> Period {
    let steps = (date - anchor.start).flooredDivision(by: 14)
    let first = anchor.start + 14 * steps
    return Period(kind: .fortnightly, firstDay: first, endDay: first + 14)
  }

  public static func month(year: Int, month: Int) -> Period? {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    return Period(kind: .monthly, firstDay: first, endDay: first + LocalDate.days(inMonth: month, of: year))
  }

  /// `2026-W47` (a fortnight has its first week's), or `2026-11`.
  public var label: String {
    let (year, month, _) = firstDay.components
    return kind == .monthly
      ? "\(padded(year, 4))-\(padded(month, 2))" : ISOWeek(containing: firstDay).description
  }

  public var days: Int { endDay - firstDay }

  public func contains(_ date: LocalDate) -> Bool { firstDay <= date && date < endDay }

  /// The period before, of the same kind.
  public var previous: Period { shifted(by: -1) }
  public var next: Period { shifted(by: 1) }

  /// The same period a year ago: the month of that name, or the week of that number; a week 53 is compared with
  /// the last week of a year that has no 53rd.
  public var lastYear: Period {
    switch kind {
    case .monthly:
      let (year, month, _) = firstDay.components
      return .month(year: year - 1, month: month)!
    case .weekly, .fortnightly:
      let week = ISOWeek(containing: firstDay)
      let before = ISOWeek(year: week.year - 1, week: min(week.week, ISOWeek.weeks(in: week.year - 1)))!
      return Period(kind: kind, firstDay: before.start, endDay: before.start + days)
    }
  }

  public func shifted(by steps: Int) -> Period {
    switch kind {
    case .weekly, .fortnightly:
      return Period(kind: kind, firstDay: firstDay + days * steps, endDay: endDay + days * steps)
    case .monthly:
      let (year, month, _) = firstDay.components
      let index = year * 12 + month - 1 + steps
      return .month(
        year: index.flooredDivision(by: 12), month: index - index.flooredDivision(by: 12) * 12 + 1)!
    }
  }

  public static func < (a: Period, b: Period) -> Bool { a.firstDay < b.firstDay }

  /// From stored days.
  public init(kind: Kind, firstDay: LocalDate, endDay: LocalDate) {
    self.kind = kind
    self.firstDay = firstDay
    self.endDay = endDay
  }
}
