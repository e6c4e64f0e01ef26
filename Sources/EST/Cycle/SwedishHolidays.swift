/// A public holiday of Sweden (lag 1989:253 om allmänna helgdagar); Sundays that are nothing else are not among them.
public enum SwedishHoliday: String, Sendable, Hashable, CaseIterable {
  case newYearsDay = "new-years-day"
  case epiphany
  case goodFriday = "good-friday"
  case easterDay = "easter-day"
  case easterMonday = "easter-monday"
  case firstOfMay = "first-of-may"
  case ascensionDay = "ascension-day"
  case whitSunday = "whit-sunday"
  /// Until 2004.
  case whitMonday = "whit-monday"
  /// From 2005.
  case nationalDay = "national-day"
  case midsummerDay = "midsummer-day"
  case allSaintsDay = "all-saints-day"
  case christmasDay = "christmas-day"
  case boxingDay = "boxing-day"
}

/// Sweden's public holidays, Sundays aside, for any year. The eves are days off by agreement and not by law: a
/// municipality that keeps them says so in its own days off.
public enum SwedishHolidays {
  /// What the day is; one that is two things is called by its fixed date.
  public static func holiday(on date: LocalDate) -> SwedishHoliday? {
    let (year, month, day) = date.components
    switch (month, day) {
    case (1, 1): return .newYearsDay
    case (1, 6): return .epiphany
    case (5, 1): return .firstOfMay
    // Whit Monday gave way to the National Day in 2005.
    case (6, 6) where year >= 2005: return .nationalDay
    case (12, 25): return .christmasDay
    case (12, 26): return .boxingDay
    case (6, 20...26) where date.weekday == .saturday: return .midsummerDay
    case (10, 31), (11, 1...6): if date.weekday == .saturday { return .allSaintsDay }
    // Easter is between 22 March and 25 April, and what is counted from it ends with Whit Monday.
    case (3...6, _): break
    default: return nil
    }
    switch date - easterSunday(year) {
    case -2: return .goodFriday
    case 0: return .easterDay
    case 1: return .easterMonday
    case 39: return .ascensionDay
    case 49: return .whitSunday
    case 50 where year < 2005: return .whitMonday
    default: return nil
    }
  }

  public static func isHoliday(_ date: LocalDate) -> Bool { holiday(on: date) != nil }

  public static func holidays(in year: Int) -> Set<LocalDate> {
    let first = LocalDate(year: year, month: 1, day: 1)!
    return Set((0..<366).map { first + $0 }.filter { $0.year == year && isHoliday($0) })
  }

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
}
