/// A time of day, in whole seconds since midnight, `0..<86_400`.
public struct LocalTime: Hashable, Sendable, Comparable {
  public let secondOfDay: Int

  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    secondOfDay = hour * 3600 + minute * 60 + second
  }
  public init(secondOfDay: Int) {
    precondition((0..<86_400).contains(secondOfDay))
    self.secondOfDay = secondOfDay
  }

  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }

  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.secondOfDay < b.secondOfDay }
}

extension LocalTime: CustomStringConvertible {
  /// `09:00`, or `09:00:30` where there are seconds.
  public var description: String {
    "\(padded(hour, 2)):\(padded(minute, 2))" + (second == 0 ? "" : ":\(padded(second, 2))")
  }

  /// Reads `09:00` or `09:00:30`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = parts.count == 3 ? Int(parts[2]) : 0
    else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }
}

/// A day and a time of day as a clock on the wall shows them.
public struct LocalDateTime: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let date: LocalDate
  public let time: LocalTime

  public init(_ date: LocalDate, _ time: LocalTime) {
    self.date = date
    self.time = time
  }

  /// Seconds since 1970-01-01T00:00:00 on the same wall.
  public var wallSeconds: Int64 { Int64(date.daysSince1970) * 86_400 + Int64(time.secondOfDay) }

  public init(wallSeconds: Int64) {
    let days = wallSeconds.flooredDivision(by: 86_400)
    date = LocalDate(daysSince1970: Int(days))
    time = LocalTime(secondOfDay: Int(wallSeconds - days * 86_400))
  }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { a.wallSeconds < b.wallSeconds }

  /// `2026-11-23T09:00`.
  public var description: String { "\(date)T\(time)" }

  /// Reads `2026-11-23T09:00`, also with a space and with seconds.
  public init?(_ text: some StringProtocol) {
    guard let divider = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      let date = LocalDate(text[..<divider]), let time = LocalTime(text[text.index(after: divider)...])
    else { return nil }
    self.init(date, time)
  }
}
