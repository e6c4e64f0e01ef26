import EST
import Foundation
import Picture
import PictureSamples
import Testing

@Suite struct CompileTests {
  @Test("Every way of adding up gives the same total")
  func sums() {
    for input in [PictureSamples.busyWeek(), PictureSamples.huge(), PictureSamples.firstWeek()] {
      let counts = SituationPicture.compile(input).counts
      for span in [\SituationPicture.Spans.current, \.previousOrZero, \.lastYearOrZero] {
        func sum(_ rows: [SituationPicture.Spans]) -> Int { rows.reduce(0) { $0 + $1[keyPath: span] } }
        let total = counts.total.counts[keyPath: span]
        #expect(sum(counts.cells.map(\.counts)) == total)
        #expect(sum(counts.categories.map(\.row.counts)) == total)
        #expect(sum((counts.areas + [counts.withoutArea].compactMap { $0 }).map(\.row.counts)) == total)
        #expect(sum([counts.reported, counts.imported]) == total)
        for category in counts.categories where !category.subtypes.isEmpty {
          #expect(sum(category.subtypes.map(\.row.counts)) == category.row.counts[keyPath: span])
        }
        for area in counts.areas {
          #expect(sum(area.categories.map(\.counts)) == area.row.counts[keyPath: span])
        }
      }
    }
  }

  @Test("The numbers are those of the rows")
  func knownNumbers() throws {
    let picture = SituationPicture.compile(PictureSamples.busyWeek())
    #expect(picture.counts.total.counts == .init(current: 59, previous: 37, lastYear: 28))
    let first = try #require(picture.counts.categories.first)
    #expect(first.category.code == CategoryCode("disorder"))
    #expect(first.row.counts == .init(current: 35, previous: 13, lastYear: 19))
    #expect(first.row.versusPrevious?.difference == 22)
    #expect(first.row.versusPrevious?.verdict == .more)
    #expect(first.row.versusLastYear?.verdict == .withinChance)
    #expect(first.imported.current == 4)
    #expect(picture.counts.areas.first?.name == "Centrala stan")
    #expect(picture.counts.withoutArea?.row.counts.current == 5)
    #expect(picture.counts.silentAreas == 7)
  }

  @Test("A unit that is missing has no number, and is never counted as an answer")
  func missingIsNotZero() throws {
    let coverage = SituationPicture.compile(PictureSamples.busyWeek()).coverage
    #expect(coverage.expected == 14 && coverage.reported == 9)
    #expect(coverage.nothingToReport == 2 && coverage.missing == 3 && coverage.late == 1)
    #expect(coverage.reportingUnits == .init(current: 11, previous: 12, lastYear: 8))
    let missing = coverage.organisations.flatMap(\.units).filter { $0.status == .missing }
    #expect(missing.count == 3 && missing.allSatisfy { $0.reports == nil })
    let json = String(decoding: try JSONEncoder().encode(missing), as: UTF8.self)
    #expect(!json.contains("reports"))
  }

  @Test("Without an earlier period there is nothing to compare with, not a zero")
  func firstWeekEver() {
    let picture = SituationPicture.compile(PictureSamples.firstWeek())
    #expect(picture.counts.total.counts == .init(current: 1, previous: nil, lastYear: nil))
    #expect(picture.counts.total.versusPrevious == nil && picture.counts.total.versusLastYear == nil)
    #expect(picture.coverage.reportingUnits.previous == nil)
  }

  @Test("Counts of a period that the group did not have are left out")
  func countsWithoutPeriod() {
    var input = PictureSamples.firstWeek()
    input.counts += PictureSamples.rows("vandalism/klotter", "Teg", 0, 5, 5)
    #expect(
      SituationPicture.compile(input).counts.total.counts == .init(current: 1, previous: nil, lastYear: nil))
  }

  @Test("A report from an area that is not the group's still counts")
  func foreignArea() {
    var input = PictureSamples.empty()
    input.counts = PictureSamples.rows("other", "Teg", 2, 0, 0)
    input.areas.removeAll { $0.name == "Teg" }
    let counts = SituationPicture.compile(input).counts
    #expect(counts.total.counts.current == 2)
    #expect(counts.withoutArea?.row.counts.current == 2)
  }

  @Test("A theme reaches across categories, and from a main category to its sub-types")
  func themes() {
    let themes = SituationPicture.compile(PictureSamples.busyWeek()).themes
    #expect(themes.map(\.theme) == [.narcotics, .alcohol, .youth])
    #expect(themes.map(\.counts.current) == [9, 2, 9])
  }

  @Test("Coming events are those of the days ahead, in order of time")
  func comingEvents() {
    let events = SituationPicture.compile(PictureSamples.busyWeek()).comingEvents
    #expect(events.map(\.title) == ["Julmarknad", nil, "Hockeyderby"])
    #expect(SituationPicture.compile(PictureSamples.busyWeek()).yearAhead?.map(\.title) == ["Lucia"])
    var input = PictureSamples.empty()
    input.comingEvents = [
      .init(
        title: "Cirkus", category: CategoryCode("event"), area: nil, date: LocalDate("2026-11-20")!,
        lastDate: LocalDate("2026-11-23")!),
      .init(title: "Igår", category: CategoryCode("event"), area: nil, date: LocalDate("2026-11-22")!),
    ]
    let picture = SituationPicture.compile(input)
    #expect(picture.comingEvents.map(\.title) == ["Cirkus"] && picture.yearAhead == [])
  }

  @Test("An action is overdue from the day after it was due, by the group's own calendar")
  func overdue() {
    let actions = SituationPicture.compile(PictureSamples.busyWeek()).actions
    #expect(actions.overdue.map(\.daysOverdue) == [7, 3])
    #expect(actions.dueAhead.map(\.number) == ["2026-36"] && actions.later.map(\.number) == ["2026-29"])
    #expect(actions.sinceLastTime.map(\.outcome) == [.evaluated, .evaluated, .started, .decided])

    var input = PictureSamples.empty()
    input.openActions = [
      .init(number: "1", title: "", organisation: "", function: "", due: LocalDate("2026-11-22")),
      .init(number: "2", title: "", organisation: "", function: "", due: nil),
    ]
    // 23.30 UTC on the 21st is the 22nd in Stockholm, the day that it is due; an hour into the 23rd it is late.
    input.compiledAt = Instant(rfc3339: "2026-11-21T23:30:00Z")!
    #expect(SituationPicture.compile(input).actions.overdue.isEmpty)
    input.compiledAt = Instant(rfc3339: "2026-11-22T23:30:00Z")!
    #expect(SituationPicture.compile(input).actions.overdue.map(\.daysOverdue) == [1])
    #expect(SituationPicture.compile(input).actions.later.map(\.number) == ["2"])
  }

  @Test("A prioritised problem without an analysis is a gap; a focus area is not")
  func gaps() {
    let priorities = SituationPicture.compile(PictureSamples.busyWeek()).priorities
    #expect(priorities.map(\.rank) == [1, 2, 3])
    #expect(priorities.map(\.lacksAnalysis) == [false, true, false])
  }

  @Test("Months of different length are compared by the day")
  func months() {
    var input = PictureSamples.empty()
    input.period = PicturePeriod(year: 2026, month: 3)!
    input.previous = .init(period: PicturePeriod(year: 2026, month: 2)!, reportingUnits: 1)
    input.counts = PictureSamples.rows("other", "Teg", 31, 28, 0)
    #expect(SituationPicture.compile(input).counts.total.versusPrevious?.pValue == 1)
  }

  @Test("The order of the rows makes no difference")
  func orderOfRows() {
    let input = PictureSamples.busyWeek()
    var turned = input
    turned.counts.reverse()
    #expect(SituationPicture.compile(input) == SituationPicture.compile(turned))
  }

  @Test("A stored picture is read back as it was")
  func codable() throws {
    for input in [PictureSamples.busyWeek(), PictureSamples.empty(), PictureSamples.firstWeek()] {
      let picture = SituationPicture.compile(input)
      let data = try JSONEncoder().encode(picture)
      #expect(try JSONDecoder().decode(SituationPicture.self, from: data) == picture)
    }
  }
}

extension SituationPicture.Spans {
  fileprivate var previousOrZero: Int { previous ?? 0 }
  fileprivate var lastYearOrZero: Int { lastYear ?? 0 }
}
