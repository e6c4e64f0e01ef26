import EST
import Foundation
import TestSupport
import Testing

/// Against Python's zoneinfo and isocalendar.
@Suite(.enabled(if: SharedData.oraclesArePresent)) struct LocalWeeksOracleTests {
  struct Oracle: Decodable {
    let cases: [Case]
    let weeksInIsoYear: [String: Int]

    struct Case: Decodable {
      let utc: String
      let local: String
      let isoYear: Int
      let isoWeek: Int
      let isoWeekday: Int
      let weekStart: String
    }
  }

  let oracle: Oracle

  init() throws {
    let file = SharedData.oracles.appending(path: "local_weeks.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    oracle = try decoder.decode(Oracle.self, from: Data(contentsOf: file))
  }

  @Test func instantsFallInTheirLocalWeek() throws {
    #expect(oracle.cases.count == 11)
    for expected in oracle.cases {
      let instant = try #require(Instant(rfc3339: expected.utc))
      let date = ZoneRules.stockholm.local(instant).date
      let week = ISOWeek(containing: date)
      #expect(instant.rfc3339(in: .stockholm) == expected.local)
      #expect(Instant(rfc3339: expected.local) == instant)
      #expect(week == ISOWeek(year: expected.isoYear, week: expected.isoWeek))
      #expect(date.weekday.rawValue == expected.isoWeekday)
      #expect(week.start.description == expected.weekStart)
    }
  }

  @Test func yearsHaveTheirWeeks() {
    #expect(oracle.weeksInIsoYear.count == 19)
    for (year, weeks) in oracle.weeksInIsoYear { #expect(ISOWeek.weeks(in: Int(year)!) == weeks) }
  }
}
