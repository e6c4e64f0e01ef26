/// Sweden's public holidays (lag 1989:253 om allmänna helgdagar), Sundays aside, for any year.
public enum SwedishHolidays {
  public static func holidays(in year: Int) -> Set<LocalDate> {
    let easter = easterSunday(year)
    var days: Set<LocalDate> = [
      LocalDate(year: year, month: 1, day: 1)!,
      LocalDate(year: year, month: 1, day: 6)!,
      easter + -2,
      easter,
      easter + 1,
      LocalDate(year: year, month: 5, day: 1)!,
      easter + 39,
      easter + 49,
      first(.saturday, from: LocalDate(year: year, month: 6, day: 20)!),
      first(.saturday, from: LocalDate(year: year, month: 10, day: 31)!),
      LocalDate(year: year, month: 12, day: 25)!,
      LocalDate(year: year, month: 12, day: 26)!,
    ]
    // Whit Monday gave way to the National Day in 2005.
    days.insert(year >= 2005 ? LocalDate(year: year, month: 6, day: 6)! : easter + 50)
    return days
  }

  public static func isHoliday(_ date: LocalDate) -> Bool { holidays(in: date.year).contains(date) }

  /// The Gregorian computus, after Meeus, Astronomical Algorithms, chapter 8.
  static func easterSunday(_ year: Int) -> LocalDate {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return LocalDate(year: year, month: n / 31, day: n % 31 + 1)!
  }

  private static func first(_ weekday: Weekday, from date: LocalDate) -> LocalDate {
    date + (weekday.rawValue - date.weekday.rawValue + 7) % 7
  }
}
