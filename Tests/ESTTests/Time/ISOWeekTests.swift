import EST
import Testing

@Suite struct ISOWeekTests {
  @Test("Weeks follow each other, through every year with 53")
  func consecutive() throws {
    var week = try #require(ISOWeek(year: 2000, week: 1))
    var long = 0
    while week.year < 2100 {
      let next = week.advanced(by: 1)
      #expect(next.start - week.start == 7)
      #expect(next > week)
      if next.year != week.year {
        #expect(week.week == ISOWeek.weeks(in: week.year))
        #expect(next.week == 1)
        if week.week == 53 { long += 1 }
      }
      week = next
    }
    // 71 of 400 years have 53 weeks; in this century up to 2099 it is 18.
    #expect(long == 18)
  }

  @Test("A day of a week is in that week", arguments: [2015, 2020, 2025, 2026, 2032])
  func daysAreInTheirWeek(year: Int) throws {
    for number in 1...ISOWeek.weeks(in: year) {
      let week = try #require(ISOWeek(year: year, week: number))
      for weekday in Weekday.allCases {
        let day = week.day(weekday)
        #expect(ISOWeek(containing: day) == week)
        #expect(day.weekday == weekday)
      }
      #expect(ISOWeek(week.description) == week)
    }
  }

  @Test(
    "Weeks that do not exist",
    arguments: ["2025-W53", "2026-W54", "2026-W00", "2026-47", "2026-W7", "26-W07", "2026-W-1", "W47", ""])
  func refused(text: String) {
    #expect(ISOWeek(text) == nil)
  }

  @Test func theLastWeekOfALongYear() throws {
    let week = try #require(ISOWeek("2026-w53"))
    #expect(week.start.description == "2026-12-28")
    #expect(week.advanced(by: 1).description == "2027-W01")
    #expect(week.advanced(by: -53).description == "2025-W52")
  }
}
