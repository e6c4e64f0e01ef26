/// How long something is kept, in months and days of the calendar.
public struct RetentionPeriod: Sendable, Hashable, CustomStringConvertible {
  /// A year is twelve of them.
  public let months: Int
  /// A week is seven of them.
  public let days: Int

  public static let longestMonths = 1_200
  public static let longestDays = 36_500

  /// `nil` where it would be no time at all, or more than anybody plans for.
  public init?(months: Int = 0, days: Int = 0) {
    guard (0...Self.longestMonths).contains(months), (0...Self.longestDays).contains(days), months + days > 0
    else { return nil }
    self.months = months
    self.days = days
  }

  /// Reads a period of ISO 8601 in whole days: `P2Y`, `P18M`, `P1Y6M`, `P90D`, `P6W`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = [UInt8](text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var parts = [0, 0, 0, 0]
    var next = 0
    while !rest.isEmpty {
      let digits = rest.prefix { (48...57).contains($0) }
      guard (1...5).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)),
        let sign = rest.dropFirst(digits.count).first,
        let place = [UInt8]("YMWD".utf8).firstIndex(of: sign), place >= next
      else { return nil }
      parts[place] = number
      next = place + 1
      rest = rest.dropFirst(digits.count + 1)
    }
    self.init(months: parts[0] * 12 + parts[1], days: parts[2] * 7 + parts[3])
  }

  /// The day on which what is counted from `day` is due. The same day of a later month, or that month's last where it
  /// is shorter, and then the days: what came in on 29 February and is kept for a year is due on 28 February.
  public func due(from day: LocalDate) -> LocalDate { day.advanced(months: months) + days }

  /// As ISO 8601 has it: `P2Y`, `P1Y6M`, `P90D`.
  public var description: String {
    "P"
      + [(months / 12, "Y"), (months % 12, "M"), (days, "D")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
      .joined()
  }
}
