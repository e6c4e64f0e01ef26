import EST
import Testing

@Suite struct LocalDateTests {
  @Test("Every day of 800 years is itself again, and the next day follows")
  func roundTrip() throws {
    var expected = try #require(LocalDate(year: 1600, month: 1, day: 1))
    for year in 1600..<2400 {
      for month in 1...12 {
        for day in 1...LocalDate.days(inMonth: month, of: year) {
          let date = try #require(LocalDate(year: year, month: month, day: day))
          let found = date.components
          guard date == expected, found == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) became \(found)")
            return
          }
          expected = expected + 1
        }
      }
    }
    #expect(expected.description == "2400-01-01")
  }

  @Test(
    "Days that do not exist",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01",
      "20260101",
      "0000-01-01", "2026-01-01 ", "+026-01-01", "", "2026-01-٠١",
    ])
  func refused(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(
    "Weekdays, also before 1970",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("1969-12-28", .sunday), ("2000-02-29", .tuesday),
      ("2026-11-23", .monday),
      ("1900-01-01", .monday),
    ])
  func weekday(text: String, expected: Weekday) throws {
    let date = try #require(LocalDate(text))
    #expect(date.weekday == expected)
    #expect(date.description == text)
  }

  @Test func weekdaysHaveCodes() {
    #expect(Weekday.allCases.map(\.code).compactMap(Weekday.init(code:)) == Weekday.allCases)
    #expect(Weekday(code: "måndag") == nil)
  }
}
