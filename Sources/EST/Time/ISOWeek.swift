/// A week of ISO 8601: Monday to Sunday, named after the year that holds its Thursday.
public struct ISOWeek: Hashable, Sendable, Comparable {
  public let year: Int
  /// 1–52, or 53 in a long year.
  public let week: Int

  /// `nil` where the year has no such week.
  public init?(year: Int, week: Int) {
    guard (1...9999).contains(year), (1...ISOWeek.weeks(in: year)).contains(week) else { return nil }
    self.year = year
    self.week = week
  }

  /// The week that holds `date`.
  public init(containing date: LocalDate) {
    let thursday = date + (4 - date.weekday.rawValue)
    year = thursday.year
    week = (thursday - LocalDate(year: thursday.year, month: 1, day: 1)!) / 7 + 1
  }

  /// The Monday.
  public var start: LocalDate {
    let fourth = LocalDate(year: year, month: 1, day: 4)!
    return fourth + (1 - fourth.weekday.rawValue + 7 * (week - 1))
  }

  public func day(_ weekday: Weekday) -> LocalDate { start + (weekday.rawValue - 1) }

  public func advanced(by weeks: Int) -> ISOWeek { ISOWeek(containing: start + 7 * weeks) }

  /// 53 where 1 January or 31 December is a Thursday, else 52.
  public static func weeks(in year: Int) -> Int {
    let first = LocalDate(year: year, month: 1, day: 1)!.weekday
    let last = LocalDate(year: year, month: 12, day: 31)!.weekday
    return first == .thursday || last == .thursday ? 53 : 52
  }

  public static func < (a: ISOWeek, b: ISOWeek) -> Bool { (a.year, a.week) < (b.year, b.week) }
}

extension ISOWeek: CustomStringConvertible {
  /// `2026-W47`.
  public var description: String { "\(padded(year, 4))-W\(padded(week, 2))" }

  /// Reads `2026-W47`; `nil` for another form or a week that the year does not have.
  public init?(_ text: some StringProtocol) {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].first == "W", parts[1].utf8.count == 3,
      (parts[0] + parts[1].dropFirst()).utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(parts[0]), let week = Int(parts[1].dropFirst()), LocalDate.years.contains(year)
    else { return nil }
    self.init(year: year, week: week)
  }
}
