import Testing

@testable import EST

@Suite struct PeriodTests {
  private static func settings(_ kind: Period.Kind) -> GroupSettings {
    var settings = GroupSettings.standard
    settings.period = kind
    return settings
  }

  @Test(
    arguments: [
      (.weekly, "2026-11-18", "2026-W47", "2026-11-16", 7),
      (.weekly, "2027-01-03", "2026-W53", "2026-12-28", 7),
      (.weekly, "2027-01-04", "2027-W01", "2027-01-04", 7),
      (.fortnightly, "2026-01-11", "2026-W01", "2025-12-29", 14),
      // After the 53rd week of 2026 fortnights begin in even weeks and not in odd ones.
      (.fortnightly, "2026-12-20", "2026-W51", "2026-12-14", 14),
      (.fortnightly, "2027-01-06", "2026-W53", "2026-12-28", 14),
      (.fortnightly, "2027-01-11", "2027-W02", "2027-01-11", 14),
      (.fortnightly, "2025-12-28", "2025-W51", "2025-12-15", 14),
      (.monthly, "2028-02-29", "2028-02", "2028-02-01", 29),
      (.monthly, "2026-12-31", "2026-12", "2026-12-01", 31),
    ] as [(Period.Kind, String, String, String, Int)])
  func aDayFallsInItsPeriod(kind: Period.Kind, day: String, label: String, first: String, days: Int) {
    let settings = Self.settings(kind)
    let period = settings.period(containing: LocalDate(day)!)
    #expect(period.label == label && period.days == days)
    #expect(period.firstDay == LocalDate(first)!)
    #expect(period.contains(LocalDate(day)!) && !period.contains(period.endDay))
    #expect(settings.period(labelled: label) == period)
  }

  @Test(
    arguments: [
      (.weekly, "2027-W53"), (.weekly, "2026-11"), (.weekly, "2026-W00"), (.weekly, "vecka 47"),
      (.fortnightly, "2026-W52"), (.fortnightly, "2027-W01"), (.monthly, "2026-13"), (.monthly, "2026-W47"),
      (.monthly, ""),
    ] as [(Period.Kind, String)])
  func aLabelOfNoPeriodIsNone(kind: Period.Kind, label: String) {
    #expect(Self.settings(kind).period(labelled: label) == nil)
  }

  /// Over thirty years every day is in one period, and each period follows upon the one before.
  @Test(arguments: Period.Kind.allCases)
  func periodsCoverTimeWithoutGapOrOverlap(kind: Period.Kind) {
    let settings = Self.settings(kind)
    let first = LocalDate("2024-01-01")!
    var period = settings.period(containing: first)
    var labels: Set<String> = []
    for day in first.daysSince1970..<LocalDate("2054-01-01")!.daysSince1970 {
      let date = LocalDate(daysSince1970: day)
      if date == period.endDay {
        #expect(period.next.previous == period && period < period.next)
        period = period.next
      }
      #expect(settings.period(containing: date) == period)
      labels.insert(period.label)
    }
    #expect(labels.count == (kind == .weekly ? 1566 : kind == .fortnightly ? 783 : 360))
  }

  @Test(
    arguments: [
      (.weekly, "2026-W47", "2025-W47"), (.weekly, "2026-W53", "2025-W52"), (.weekly, "2027-W01", "2026-W01"),
      (.monthly, "2028-02", "2027-02"),
    ] as [(Period.Kind, String, String)])
  func lastYearHasThePeriodOfTheSameName(kind: Period.Kind, label: String, before: String) throws {
    let period = try #require(Self.settings(kind).period(labelled: label))
    #expect(period.lastYear.label == before)
    #expect(period.lastYear.kind == kind)
  }

  @Test func shiftingIsAddition() {
    let month = Period.month(year: 2026, month: 11)!
    #expect(month.shifted(by: 2).label == "2027-01" && month.shifted(by: -11).label == "2025-12")
    let week = Period.week(ISOWeek("2026-W47")!)
    #expect(week.shifted(by: 7).label == "2027-W01" && week.shifted(by: 0) == week)
  }
}
