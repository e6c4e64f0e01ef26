import EST
import Foundation
import Picture
import Testing

@Suite struct PeriodTests {
  @Test("A period's label and days")
  func labels() throws {
    let week = PicturePeriod(week: try #require(ISOWeek(year: 2026, week: 47)))
    #expect(
      week.label == "2026-W47" && "\(week.first) \(week.last)" == "2026-11-16 2026-11-22" && week.days == 7)
    let month = try #require(PicturePeriod(year: 2028, month: 2))
    #expect(month.label == "2028-02" && month.days == 29)
    #expect(PicturePeriod(year: 2026, month: 13) == nil)
    let fortnight = PicturePeriod(fortnightFrom: try #require(ISOWeek(year: 2026, week: 47)))
    #expect(fortnight.label == "2026-W47-W48" && fortnight.days == 14)
    let newYear = PicturePeriod(fortnightFrom: try #require(ISOWeek(year: 2026, week: 53)))
    #expect(newYear.label == "2026-W53-2027-W01" && "\(newYear.last)" == "2027-01-10")
  }

  @Test("A moment keeps both the instant and the clock on the wall, also in the hour that comes twice")
  func moments() throws {
    for text in ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-11-23T09:00:00+01:00"] {
      let moment = Moment(try #require(Instant(rfc3339: text)), in: .stockholm)
      #expect(moment.rfc3339 == text)
      #expect(try JSONDecoder().decode([Moment].self, from: JSONEncoder().encode([moment])) == [moment])
    }
  }

  @Test("What is not a date, a time or a category is refused", arguments: ["2026-02-30", "", "24:00"])
  func malformed(text: String) throws {
    let json = try JSONEncoder().encode([text])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([LocalDate].self, from: json) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([LocalTime].self, from: json) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Moment].self, from: json) }
  }
}
