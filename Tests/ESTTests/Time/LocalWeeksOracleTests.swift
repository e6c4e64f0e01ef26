import EST
import Foundation
import TestSupport
import Testing

/// Against Python's zoneinfo and isocalendar.
@Suite(.enabled(if: SharedData.oraclesArePresent)) struct LocalWeeksOracleTests {
  struct Oracle: Decodable {
    let cases: [Case]
    let weeks_in_iso_year: [String: Int]

    struct Case: Decodable {
      let utc: String
      let local: String
      let iso_year: Int
      let iso_week: Int
      let iso_weekday: Int
      let week_start: String
    }
  }

  let oracle: Oracle

  init() throws {
    let file = SharedData.oracles.appending(path: "local_weeks.json")
    oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: file))
  }

  @Test func instantsFallInTheirLocalWeek() throws {
    #expect(oracle.cases.count == 11)
    for expected in oracle.cases {
      let instant = try #require(Instant(rfc3339: expected.utc))
      let date = ZoneRules.stockholm.local(instant).date
      let week = ISOWeek(containing: date)
      #expect(instant.rfc3339(in: .stockholm) == expected.local)
      #expect(Instant(rfc3339: expected.local) == instant)
      #expect(week == ISOWeek(year: expected.iso_year, week: expected.iso_week))
      #expect(date.weekday.rawValue == expected.iso_weekday)
      #expect(week.start.description == expected.week_start)
    }
  }

  @Test func yearsHaveTheirWeeks() {
    #expect(oracle.weeks_in_iso_year.count == 19)
    for (year, weeks) in oracle.weeks_in_iso_year { #expect(ISOWeek.weeks(in: Int(year)!) == weeks) }
  }
}
