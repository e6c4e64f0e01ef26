import EST
import Foundation
import Intake

/// The first byte says which parser; the rest is its input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
  let categories = CategoryList.default
  switch start[0] % 6 {
  case 0: read(try? CSVIntake(categories: categories, zone: .stockholm, now: now), bytes)
  case 1: read(try? JSONIntake(categories: categories, zone: .stockholm, now: now), bytes)
  case 2:
    read(
      PoliceIntake(municipality: "Umeå", districts: ["Teg", "Haga/Ön"], categories: categories, now: now),
      bytes)
  case 3: _ = try? GeoJSONIntake.parse(Data(bytes), nameProperty: "namn", populationProperty: "n")
  case 4: _ = try? Mapping(json: bytes)
  default: readTime(String(decoding: bytes, as: UTF8.self))
  }
  return 0
}

private let now = Instant(rfc3339: "2026-11-23T09:00:00+01:00")!

private func read(_ parser: (some IntakeParser)?, _ bytes: UnsafeBufferPointer<UInt8>) {
  guard var parser else { return }
  var rejects = 0
  func take(_ item: IntakeItem) {
    switch item {
    case .report(_, let report, _): precondition(report.firstProblem(now: now) == nil)
    case .reject(let reject):
      rejects += 1
      precondition(
        !reject.field.unicodeScalars.contains(where: \.isInvisible) && reject.field.utf8.count < 1_000)
    default: break
    }
  }
  do {
    try parser.push(UnsafeRawBufferPointer(bytes), take)
    try parser.finish(take)
  } catch {}
}

private func readTime(_ text: String) {
  let zone = ZoneRules.stockholm
  var days = [LocalDate(text), LocalDateTime(text)?.date, ISOWeek(text)?.start, CalendarPeriod(text)?.endDay]
  if let instant = Instant(rfc3339: text) {
    days.append(zone.local(instant).date)
    _ = QuietHours("21:00-06:30")!.end(at: instant, in: zone)
  }
  _ = (
    GroupSettings.WeeklyTime(text), QuietHours(text), LocalTime(text),
    PersonalDataScreen.firstFinding(in: text)
  )
  for day in days.compactMap({ $0 }) {
    for kind in Period.Kind.allCases {
      var settings = GroupSettings.standard
      settings.period = kind
      let period = settings.period(containing: day)
      precondition(period.contains(day) && period.previous.endDay == period.firstDay)
      _ = (period.label, period.lastYear, Timetable(period, settings, zone: zone))
    }
  }
}
