import Testing

@testable import EST

@Suite struct RetentionTests {
  private static func day(_ text: String) -> LocalDate { LocalDate(text)! }

  @Test(arguments: [
    ("P2Y", 24, 0, "P2Y"), ("P18M", 18, 0, "P1Y6M"), ("P6W", 0, 42, "P42D"), ("P90D", 0, 90, "P90D"),
    ("P1Y6M2W3D", 18, 17, "P1Y6M17D"), ("P12M", 12, 0, "P1Y"), ("P0Y1D", 0, 1, "P1D"),
  ])
  func aPeriodIsRead(_ text: String, _ months: Int, _ days: Int, _ written: String) throws {
    let period = try #require(RetentionPeriod(text))
    #expect(period.months == months && period.days == days)
    #expect(period.description == written && RetentionPeriod(written) == period)
  }

  @Test(arguments: [
    "", "P", "2Y", "P2", "PT1H", "P1DT1H", "P1.5Y", "P-1Y", "P0D", "P0Y0M", "P1M1Y", "P1Y1Y", "p2y", "P2Y ",
    "P1000Y",
    "P999999D", "P٢Y",
  ])
  func whatIsNoPeriodIsNone(_ text: String) { #expect(RetentionPeriod(text) == nil) }

  @Test(arguments: [
    ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
    ("2026-08-31", "P6M", "2027-02-28"),
    ("2027-08-31", "P6M", "2028-02-29"), ("2026-01-31", "P1M", "2026-02-28"),
    ("2026-01-31", "P1M1D", "2026-03-01"),
    ("2026-12-31", "P1D", "2027-01-01"), ("2026-03-29", "P2Y", "2028-03-29"),
    ("2026-11-24", "P2W", "2026-12-08"),
  ])
  func theDayIsTheCalendars(_ since: String, _ period: String, _ due: String) {
    #expect(RetentionPeriod(period)!.due(from: Self.day(since)) == Self.day(due))
  }

  private static func rule(_ number: Int, from: String, _ period: String?) -> RetentionRule {
    RetentionRule(
      kind: .reports, number: number, from: day(from), period: period.map { RetentionPeriod($0)! },
      decision: "KS 2026/\(number)")
  }

  @Test func theLatestRuleThatHasBegunIsInForce() {
    let rules = [
      Self.rule(1, from: "2027-01-01", "P2Y"), Self.rule(2, from: "2028-01-01", "P1Y"),
      Self.rule(3, from: "2027-07-01", nil),
    ]
    func number(_ text: String) -> Int? { rules.inForce(.reports, on: Self.day(text))?.number }
    #expect(number("2026-12-31") == nil && number("2027-01-01") == 1 && number("2027-06-30") == 1)
    // What was decided later stands, also against what would have begun after it.
    #expect(number("2027-07-01") == 3 && number("2028-01-01") == 3)
    #expect(rules.inForce(.casework, on: Self.day("2028-01-01")) == nil)
  }

  @Test func theDayOfDisposalHeedsEveryChangeOfTheRule() {
    func day(_ rules: [RetentionRule], _ since: String, today: String = "2026-11-24") -> String? {
      rules.disposalDay(.reports, countedFrom: Self.day(since), today: Self.day(today))?.description
    }
    let two = Self.rule(1, from: "2027-01-01", "P2Y")
    #expect(day([], "2026-01-01") == nil)
    #expect(day([two], "2024-06-01") == "2027-01-01", "due before the rule began")
    #expect(day([two], "2026-06-01") == "2028-06-01")
    #expect(day([two], "2020-06-01", today: "2027-03-03") == "2027-03-03", "overdue")
    let shorter = Self.rule(2, from: "2027-03-01", "P1Y")
    #expect(day([two, shorter], "2025-06-01") == "2027-03-01")
    #expect(day([two, shorter], "2025-02-01") == "2027-02-01", "gone before the change")
    let ever = Self.rule(3, from: "2027-02-01", nil)
    #expect(day([two, ever], "2025-01-15") == "2027-01-15")
    #expect(day([two, ever], "2025-02-01") == nil)
  }
}
