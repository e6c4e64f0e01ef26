extension Language {
  /// Lower case in Swedish. Monday is 1.
  public func weekday(_ number: Int) -> String {
    let names = [
      ("måndag", "Monday"), ("tisdag", "Tuesday"), ("onsdag", "Wednesday"), ("torsdag", "Thursday"),
      ("fredag", "Friday"), ("lördag", "Saturday"), ("söndag", "Sunday"),
    ]
    let name = names[number - 1]
    return self(sv: name.0, en: name.1)
  }

  /// Lower case in Swedish. January is 1.
  public func month(_ number: Int) -> String {
    let names = [
      ("januari", "January"), ("februari", "February"), ("mars", "March"), ("april", "April"),
      ("maj", "May"), ("juni", "June"), ("juli", "July"), ("augusti", "August"),
      ("september", "September"), ("oktober", "October"), ("november", "November"),
      ("december", "December"),
    ]
    let name = names[number - 1]
    return self(sv: name.0, en: name.1)
  }

  /// `23 november 2026`.
  public func date(_ day: CalendarDay) -> String {
    "\(day.day)\(String.noBreakSpace)\(month(day.month)) \(year(day))"
  }

  /// `måndag 23 november 2026`, `Monday 23 November 2026`.
  public func fullDate(_ day: CalendarDay) -> String { "\(weekday(day.weekday)) \(date(day))" }

  /// `måndag 23 november`: where the year goes without saying.
  public func dayAndMonth(_ day: CalendarDay) -> String {
    "\(weekday(day.weekday)) \(day.day)\(String.noBreakSpace)\(month(day.month))"
  }

  /// `kl. 09.00`, `09:00`.
  public func time(_ time: ClockTime) -> String {
    self(sv: "kl.\(String.noBreakSpace)", en: "") + clock(time)
  }

  /// `kl. 09.00–09.50`, `09:00–09:50`.
  public func times(_ start: ClockTime, _ end: ClockTime) -> String { "\(time(start))–\(clock(end))" }

  /// `måndag 23 november 2026 kl. 09.00`, `Monday 23 November 2026 at 09:00`.
  public func dateAndTime(_ day: CalendarDay, _ time: ClockTime) -> String {
    self(sv: "\(fullDate(day)) \(self.time(time))", en: "\(fullDate(day)) at \(self.time(time))")
  }

  /// A day that is written out already, with a time: `måndag 23 november kl. 09.00`, `Monday 23 November at 09:00`.
  public func at(_ date: String, _ time: ClockTime) -> String {
    self(sv: "\(date) \(self.time(time))", en: "\(date) at \(self.time(time))")
  }

  /// `måndag 23 november 2026 kl. 09.00–09.50`.
  public func dateAndTimes(_ day: CalendarDay, _ start: ClockTime, _ end: ClockTime) -> String {
    fullDate(day) + self(sv: " ", en: " at ") + times(start, end)
  }

  /// From one day to another, saying the month and the year once where they are the same: `16–22 november 2026`,
  /// `30 november–6 december 2026`, `28 december 2026–3 januari 2027`.
  public func dates(_ first: CalendarDay, _ last: CalendarDay) -> String {
    let from = "\(first.day)\(String.noBreakSpace)\(month(first.month))"
    if first == last { return date(first) }
    if first.year != last.year { return "\(date(first))–\(date(last))" }
    return first.month == last.month ? "\(first.day)–\(date(last))" : "\(from)–\(date(last))"
  }

  private func clock(_ time: ClockTime) -> String {
    twoDigits(time.hour) + self(sv: ".", en: ":") + twoDigits(time.minute)
  }

  private func year(_ day: CalendarDay) -> String { String(day.year) }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
