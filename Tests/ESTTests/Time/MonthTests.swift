import EST
import Testing

@Suite struct MonthTests {
  @Test(arguments: [
    ("2026-08-31", -6, "2026-02-28"), ("2024-08-31", -6, "2024-02-29"), ("2026-01-31", 1, "2026-02-28"),
    ("2026-12-31", 2, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-11-23", 0, "2026-11-23"), ("2026-01-15", -13, "2024-12-15"), ("2026-03-31", -1, "2026-02-28"),
  ])
  func monthsAreTheCalendars(day: String, months: Int, then: String) {
    #expect(LocalDate(day)!.advanced(months: months) == LocalDate(then))
  }

  @Test func goingAMonthAtATimeNeverSkipsOne() {
    let start = LocalDate("2025-12-31")!
    for count in 0..<60 {
      let (year, month, day) = start.advanced(months: count).components
      #expect(year * 12 + month == 2025 * 12 + 12 + count)
      #expect(day == LocalDate.days(inMonth: month, of: year))
    }
  }

  @Test(arguments: [("2026-07-01", "2026-07-01T06:00:00Z"), ("2026-12-01", "2026-12-01T07:00:00Z")])
  func theMorningIsEightOnTheWall(day: String, instant: String) {
    #expect(ZoneRules.stockholm.morning(of: LocalDate(day)!) == Instant(rfc3339: instant))
  }
}
