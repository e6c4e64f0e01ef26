import EST

/// The two times of a police event: of its publication, and of the event as its name tells it.
enum PoliceTime {
  /// Reads `2023-03-25 8:39:19 +01:00`, and RFC 3339 as well.
  static func published(_ text: String) -> Instant? {
    let parts = text.split(separator: " ")
    guard parts.count == 3 else { return Instant(rfc3339: text) }
    let time = parts[1].prefix { $0 != ":" }.utf8.count == 1 ? "0" + parts[1] : String(parts[1])
    return Instant(rfc3339: "\(parts[0])T\(time)\(parts[2])")
  }

  /// The time that a name such as `24 mars 18.46, Stöld, Umeå` begins with.
  ///
  /// The year is the one that makes it the latest such day not more than a day after publication, so that an event
  /// of New Year's Eve told of in January falls in the old year.
  static func occurred(_ name: String, published: LocalDate) -> LocalDateTime? {
    let words = name.prefix { $0 != "," }.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count == 3, let day = Int(words[0]), let month = months.firstIndex(of: String(words[1]))
    else {
      return nil
    }
    let clock = words[2].split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard clock.count == 2, clock.allSatisfy({ (1...2).contains($0.utf8.count) }), let hour = Int(clock[0]),
      let minute = Int(clock[1]), let time = LocalTime(hour: hour, minute: minute)
    else { return nil }
    for year in [published.year + 1, published.year, published.year - 1] {
      if let date = LocalDate(year: year, month: month + 1, day: day), date <= published + 1 {
        return LocalDateTime(date, time)
      }
    }
    return nil
  }

  private static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november",
    "december",
  ]
}
