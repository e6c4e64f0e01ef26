import EST

extension Moment {
  /// Reads a time as people say it: `21:30` or `21.30` of today, `igår 21:30`, `i förrgår 8:05`; else what `init` reads.
  ///
  /// - Parameter today: the day on the wall where it is said.
  init?(spoken text: String, today: LocalDate) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    let day: LocalDate? =
      switch words.dropLast().joined(separator: " ") {
      case "", "idag", "i dag", "today": today
      case "igår", "i går", "yesterday": today + -1
      case "förrgår", "i förrgår", "iförrgår": today + -2
      default: nil
      }
    if let day, let time = words.last.flatMap(Moment.clock) {
      self = .local(LocalDateTime(day, time))
    } else {
      self.init(text)
    }
  }

  /// `9:30`, `09.30`.
  private static func clock(_ text: String) -> LocalTime? {
    let time = text.replacing(".", with: ":")
    return LocalTime(time.prefix { $0 != ":" }.count == 1 ? "0" + time : time)
  }
}
