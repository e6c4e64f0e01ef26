/// What a group collects at a time: a week, a fortnight or a month of local days. One with which a group began to work
/// in another way may be shorter or longer than that.
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

  /// `2026-W47` (a fortnight has its first week's), or `2026-11`. A longer one is called after the period with which it
  /// ends, a shorter one after what there is of it.
  public var label: String {
    guard let week = lastWeek else {
      let (year, month, _) = (endDay + -1).components
      return "\(padded(year, 4))-\(padded(month, 2))"
    }
    return week.description
  }

  /// The week that it is called after; a month is called after none.
  private var lastWeek: ISOWeek? {
    Period.length(kind).map { ISOWeek(containing: max(firstDay, endDay + -$0)) }
  }

  /// In days; a month has no length of its own.
  private static func length(_ kind: Kind) -> Int? {
    switch kind {
    case .weekly: 7
    case .fortnightly: 14
    case .monthly: nil
    }
  }

  /// How it compares with an ordinary one of its kind.
  public enum Length: String, Sendable { case short, ordinary, long }
  public var length: Length {
    let usual = Period.length(kind) ?? (endDay - (endDay + -1).firstOfMonth)
    return days < usual ? .short : days > usual ? .long : .ordinary
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
      let (year, month, _) = (endDay + -1).components
      return .month(year: year - 1, month: month)!
    case .weekly, .fortnightly:
      let week = lastWeek!
      let before = ISOWeek(year: week.year - 1, week: min(week.week, ISOWeek.weeks(in: week.year - 1)))!
      return Period(kind: kind, firstDay: before.start, endDay: before.start + days)
    }
  }

  /// Whole periods from this one; the neighbours of a short or long one are ordinary.
  public func shifted(by steps: Int) -> Period {
    guard steps != 0 else { return self }
    guard let length = Period.length(kind) else {
      let (year, month, _) = (endDay + -1).components
      let index = year * 12 + month - 1 + steps
      return .month(
        year: index.flooredDivision(by: 12), month: index - index.flooredDivision(by: 12) * 12 + 1)!
    }
    let end = endDay + length * steps
    return Period(kind: kind, firstDay: end + -length, endDay: end)
  }

  public static func < (a: Period, b: Period) -> Bool { a.firstDay < b.firstDay }

  /// From stored days.
  public init(kind: Kind, firstDay: LocalDate, endDay: LocalDate) {
    self.kind = kind
    self.firstDay = firstDay
    self.endDay = endDay
  }
}

extension LocalDate {
  fileprivate var firstOfMonth: LocalDate { self + (1 - components.day) }
}
