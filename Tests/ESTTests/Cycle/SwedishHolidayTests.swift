import Testing

@testable import EST

/// Dates from the Swedish almanac.
@Suite struct SwedishHolidayTests {
  /// The days that move: Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday, Midsummer Day and All
  /// Saints' Day.
  private static let moving = [
    "2024-03-29 2024-03-31 2024-04-01 2024-05-09 2024-05-19 2024-06-22 2024-11-02",
    "2025-04-18 2025-04-20 2025-04-21 2025-05-29 2025-06-08 2025-06-21 2025-11-01",
    "2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-06-20 2026-10-31",
    "2027-03-26 2027-03-28 2027-03-29 2027-05-06 2027-05-16 2027-06-26 2027-11-06",
    "2028-04-14 2028-04-16 2028-04-17 2028-05-25 2028-06-04 2028-06-24 2028-11-04",
    "2029-03-30 2029-04-01 2029-04-02 2029-05-10 2029-05-20 2029-06-23 2029-11-03",
    "2030-04-19 2030-04-21 2030-04-22 2030-05-30 2030-06-09 2030-06-22 2030-11-02",
    "2031-04-11 2031-04-13 2031-04-14 2031-05-22 2031-06-01 2031-06-21 2031-11-01",
    "2032-03-26 2032-03-28 2032-03-29 2032-05-06 2032-05-16 2032-06-26 2032-11-06",
    "2038-04-23 2038-04-25 2038-04-26 2038-06-03 2038-06-13 2038-06-26 2038-11-06",
  ]

  @Test(arguments: moving)
  func aYearsHolidaysAreThoseOfTheAlmanac(line: String) throws {
    let moving = try line.split(separator: " ").map { try #require(LocalDate($0)) }
    let year = moving[0].year
    let fixed = ["01-01", "01-06", "05-01", "06-06", "12-25", "12-26"].map { LocalDate("\(year)-\($0)")! }
    #expect(SwedishHolidays.holidays(in: year) == Set(moving + fixed))
  }

  /// The earliest and latest Easters of the product's years, and those of years in which simpler rules go wrong.
  @Test(arguments: [
    "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2049-04-18",
    "2076-04-19", "2160-03-23",
  ])
  func easterFallsOnItsDay(day: String) throws {
    let easter = try #require(LocalDate(day))
    #expect(SwedishHolidays.easterSunday(easter.year) == easter)
  }

  @Test func easterIsASundayInSpring() {
    for year in 1900...2200 {
      let easter = SwedishHolidays.easterSunday(year)
      #expect(easter.weekday == .sunday)
      #expect(
        (LocalDate(year: year, month: 3, day: 22)!...LocalDate(year: year, month: 4, day: 25)!).contains(
          easter))
    }
  }

  @Test func whitMondayGaveWayToTheNationalDay() {
    #expect(SwedishHolidays.isHoliday(LocalDate("2004-05-31")!))
    #expect(!SwedishHolidays.isHoliday(LocalDate("2004-06-06")!))
    #expect(!SwedishHolidays.isHoliday(LocalDate("2005-05-16")!))
    #expect(SwedishHolidays.isHoliday(LocalDate("2005-06-06")!))
  }

  /// The eves are days off by agreement and not by law: a municipality that keeps them says so in its settings.
  @Test(arguments: ["2026-06-19", "2026-12-24", "2026-12-31", "2026-11-24"])
  func ordinaryDaysAreNone(day: String) throws {
    #expect(!SwedishHolidays.isHoliday(try #require(LocalDate(day))))
  }
}
