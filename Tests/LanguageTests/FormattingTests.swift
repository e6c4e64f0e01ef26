import Language
import Testing

private let space = "\u{A0}"

@Suite struct FormattingTests {
  @Test(
    "Whole numbers in groups of three",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_000, "1\(space)000", "1,000"), (-1, "−1", "−1"),
      (1_234_567, "1\(space)234\(space)567", "1,234,567"),
      (
        Int.min, "−9\(space)223\(space)372\(space)036\(space)854\(space)775\(space)808",
        "−9,223,372,036,854,775,808"
      ),
    ])
  func numbers(value: Int, swedish: String, english: String) {
    #expect(Language.swedish.number(value) == swedish)
    #expect(Language.english.number(value) == english)
  }

  @Test(
    "Decimals",
    arguments: [
      (0.05, 1, "0,1"), (1234.5, 1, "1\(space)234,5"), (-0.25, 2, "−0,25"), (2.0, 3, "2,000"),
      (0.006, 2, "0,01"),
      (-0.001, 2, "0,00"), (1.5, 0, "2"), (.nan, 1, "–"), (.infinity, 1, "–"),
    ])
  func decimals(value: Double, decimals: Int, expected: String) {
    #expect(Language.swedish.number(value, decimals: decimals) == expected)
  }

  @Test func differences() {
    #expect([3, 0, -2].map(Language.swedish.difference) == ["+3", "±0", "−2"])
  }

  @Test func lists() {
    #expect(Language.swedish.list([]) == "")
    #expect(Language.swedish.list(["a"]) == "a")
    #expect(Language.swedish.list(["a", "b"]) == "a och b")
    #expect(Language.swedish.list(["a", "b", "c"]) == "a, b och c")
    #expect(Language.english.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("Dates as they are written, with no break between the day and the month")
  func dates() {
    let monday = CalendarDay(year: 2026, month: 11, day: 23, weekday: 1)
    let nine = ClockTime(hour: 9, minute: 0)
    #expect(
      Language.swedish.dateAndTime(monday, nine) == "måndag 23\(space)november 2026 kl.\(space)09.00")
    #expect(Language.english.dateAndTime(monday, nine) == "Monday 23\(space)November 2026 at 09:00")
    #expect(
      Language.english.dateAndTimes(monday, nine, ClockTime(hour: 9, minute: 50))
        == "Monday 23\(space)November 2026 at 09:00–09:50")
    #expect(Language.swedish.dayAndMonth(monday) == "måndag 23\(space)november")
  }

  @Test("From a day to a day, saying the month and the year once")
  func ranges() {
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
      CalendarDay(year: year, month: month, day: day, weekday: 1)
    }
    func range(_ first: CalendarDay, _ last: CalendarDay) -> String {
      Language.swedish.dates(first, last).replacing(space, with: " ")
    }
    #expect(range(day(2026, 11, 16), day(2026, 11, 22)) == "16–22 november 2026")
    #expect(range(day(2026, 11, 30), day(2026, 12, 6)) == "30 november–6 december 2026")
    #expect(range(day(2026, 12, 28), day(2027, 1, 3)) == "28 december 2026–3 januari 2027")
    #expect(range(day(2026, 5, 1), day(2026, 5, 1)) == "1 maj 2026")
  }

  @Test(
    "Lengths of time in their largest units",
    arguments: [
      (0, "0 s"), (45, "45 s"), (60, "1 min"), (5_400, "1 tim 30 min"), (7_200, "2 tim"), (86_400, "1 dag"),
      (183_600, "2 dagar 3 tim"), (-60, "1 min"),
    ])
  func durations(seconds: Int, expected: String) {
    #expect(Language.swedish.duration(seconds: seconds).replacing(space, with: " ") == expected)
  }

  @Test(
    "Periods by their labels",
    arguments: [
      ("2026-W47", "vecka 47, 2026", "week 47, 2026", "v. 47 2026"),
      ("2026-W47-W48", "vecka 47–48, 2026", "weeks 47–48, 2026", "v. 47–48 2026"),
      (
        "2026-W53-2027-W01", "vecka 53, 2026–vecka 1, 2027", "week 53, 2026–week 1, 2027", "v. 53–1 2026"
      ), ("2026-11", "november 2026", "November 2026", "nov 2026"),
      ("2026-W54", "2026-W54", "2026-W54", "2026-W54"), ("2026-13", "2026-13", "2026-13", "2026-13"),
      ("vår", "vår", "vår", "vår"),
    ])
  func periods(label: String, swedish: String, english: String, short: String) {
    let name = PeriodName(label: label)
    #expect(Language.swedish.period(name) == swedish)
    #expect(Language.english.period(name) == english)
    #expect(Language.swedish.shortPeriod(name).replacing(space, with: " ") == short)
  }

  @Test("A language is known by its tag")
  func tags() {
    #expect(Language(tag: "sv_SE.UTF-8") == .swedish)
    #expect(Language(tag: "EN-gb") == .english)
    #expect(Language(tag: "fi") == nil)
  }
}
