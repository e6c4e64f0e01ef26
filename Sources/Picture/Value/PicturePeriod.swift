import EST

/// The days that a picture is about, with the label that people and files call them by.
public struct PicturePeriod: Codable, Hashable, Sendable {
  /// `2026-W47`, `2026-W47-W48` or, over a new year, `2026-W53-2027-W01`; `2026-11` for a month.
  public let label: String
  /// The first and the last day, both part of the period.
  public let first: LocalDate
  public let last: LocalDate

  public init(label: String, first: LocalDate, last: LocalDate) {
    self.label = label
    self.first = first
    self.last = last
  }

  public init(week: ISOWeek) {
    self.init(label: "\(week)", first: week.start, last: week.day(.sunday))
  }

  /// Two weeks in a row.
  public init(fortnightFrom week: ISOWeek) {
    let second = week.advanced(by: 1)
    let end = second.year == week.year ? "\(second)".split(separator: "-")[1] : "\(second)"[...]
    self.init(label: "\(week)-\(end)", first: week.start, last: second.day(.sunday))
  }

  /// `nil` where there is no such month.
  public init?(year: Int, month: Int) {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    self.init(
      label: String("\(first)".dropLast(3)), first: first,
      last: first + (LocalDate.days(inMonth: month, of: year) - 1))
  }

  /// How many days it spans; months are of different length, and a comparison takes that into account.
  public var days: Int { last - first + 1 }

  public func contains(_ date: LocalDate) -> Bool { (first...last).contains(date) }
}
