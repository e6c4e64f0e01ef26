import EST
import Foundation
import Language
import Postgres
import TestSupport
import Testing

@testable import Commands
@testable import Export
@testable import Intake
@testable import Workflow

/// What random inputs once found wrong.
@Suite struct FoundTests {
  @Test func theLeastNumberIsNoChoice() async throws {
    try await CommandFuzzTests.withWeek { environment, _ in
      let told = await Told.run(
        ["incident", "add"], environment: environment,
        input: ["-9223372036854775808", "0", "9223372036854775807"])
      #expect(told.status == ExitStatus.usage.rawValue && told.err.contains("EST107"))
    }
  }

  @Test(arguments: ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2200-01-01T00:00:00Z"])
  func timesBeyondTheProductsYearsAreNone(_ text: String) {
    #expect(Instant(rfc3339: text) == nil && Moment(text) == nil)
    #expect(LocalDate(text.prefix(10)) == nil && ISOWeek("\(text.prefix(4))-W01") == nil)
    #expect(CalendarPeriod(text.prefix(4)) == nil)
  }

  @Test func aLengthOfTimeIsAtMostACentury() {
    #expect(TimeSpan(String(repeating: "999999w", count: 2_000)) == nil && TimeSpan("5300w") == nil)
    #expect(TimeSpan("5200w") != nil)
  }

  @Test func theFirstAndLastPeriodsHaveNeighbours() {
    for text in ["1900-01-01", "2199-12-31"] {
      for kind in Period.Kind.allCases {
        var settings = GroupSettings.standard
        settings.period = kind
        let period = settings.period(containing: LocalDate(text)!)
        #expect(period.lastYear.firstDay < period.firstDay && period.next.firstDay == period.endDay)
      }
    }
  }

  @Test(arguments: [#""\u001b[31m""#, #""a\u0000""#, "\"\(String(repeating: "9", count: 201))\"", "\"\""])
  func aReferenceOfThePoliceIsAName(_ id: String) throws {
    let event =
      #"[{"id":\#(id),"datetime":"2026-11-20 8:39:19 +01:00","name":"x","type":"Stöld","location":{"name":"Y"}}]"#
    let parser = PoliceIntake(municipality: "Umeå", districts: [], categories: .default, now: now)
    guard case .items(let items) = try FileReading(parser, Array(event.utf8)),
      case .reject(let reject)? = items.first
    else {
      Issue.record("taken: \(event)")
      return
    }
    #expect(reject.field == "id")
  }

  @Test func aLongNameIsCountedAsTheDatabaseDoes() {
    let name = "a" + String(repeating: "\u{301}", count: 5_000)
    #expect(name.count == 1 && name.isLonger(than: IncomingReport.longestName))
    #expect(throws: UseCaseError.self) { try Desk.name(name, field: "name") }
    var report = IncomingReport(category: CategoryCode("vandalism"), from: now)
    report.place = name
    #expect(report.firstProblem(now: now)?.field == "place")
    report.place = "Torget\nTeg"
    #expect(report.firstProblem(now: now)?.problem == .controlCharacter)
  }

  @Test func aHeaderIsToldOfShortlyAndWithoutPersonsOrControls() throws {
    let long = String(repeating: "å", count: 10_000)
    for header in ["place\u{1B}[31m", "19811228-9874", long] {
      #expect(header.told.utf8.count < 1_000 && !header.told.contains("9874"))
      #expect(header.told.visible == header.told)
    }
    for problem: any Error in [
      FileProblem.duplicateColumn(long, "\u{9B}31m"),
      MappingProblem.unknownPart("\u{1B}[31m\n", allowed: ["columns"]),
      MappingProblem.unreadableFormat(long, field: .occurredFrom),
      GeoJSONProblem.unknownReferenceSystem("\r\n\u{2066}"),
      GeoJSONProblem.missingNameProperty(long, existing: (0..<5_000).map { "\($0)\u{FEFF}" }),
      StoreErrorSample.notFound(long), CommandProblem.noSuchFile(path: long),
    ] {
      try Promise.isKept(by: problem)
    }
  }

  private enum StoreErrorSample {
    static func notFound(_ name: String) -> any Error { UseCaseError.notParticipant(login: name) }
  }

  @Test func anUnknownOptionIsRepeatedInPart() async {
    let told = await Told.run(["status", "--" + String(repeating: "x", count: 20_000)], environment: [:])
    #expect(told.status == 64 && told.err.utf8.count < 3_000)
    let two = await Told.run(["status", "--lang", "Usage: x"], environment: [:])
    #expect(two.err.contains("\nAnvändning: est "))
  }

  @Test func theRejectsOfAnImportHoldNoFormula() {
    #expect(CSV.line(["=1+1", "\"\u{301};=1+1"]) == "'=1+1;\"\"\"\u{301};=1+1\"\r\n")
  }

  @Test func aConnectionStringEndsWhereItEnds() {
    #expect(throws: PostgresError.self) { try ConnectionInfo("host=a\0 password=b") }
  }

  @Test func aLineOfManySpacesIsReadOnce() {
    let line = String(repeating: " ", count: 400_000) + "x: 550 5.1.1 no"
    #expect(MailReply.last(in: line)?.code == "550 5.1.1")
  }
}
