import EST
import Foundation
import Language
import Picture
import TestSupport
import Testing

@testable import Commands
@testable import Intake

/// Times, days, weeks, periods and lengths of time as people and files write them, and what is counted from them.
@Suite struct TimeFuzzTests {
  private static let samples = Nasty.times.map { Array($0.utf8) }
  private static let words = [
    "-", ":", "T", "W", "Z", "+01:00", ".", "Q", " ", "9999", "0001", "måndag", "w", "d", "h", "m",
  ]
  .map { Array($0.utf8) }

  private static func text(_ random: inout SeededGenerator) -> String {
    random.once(in: 5)
      ? random.pick(Nasty.times)
      : String(decoding: Mutation.of(samples, words: words, &random), as: UTF8.self)
  }

  /// What is read is written as it reads again.
  private static func again<T: Equatable & CustomStringConvertible>(_ value: T?, _ read: (String) -> T?)
    throws -> Bool
  {
    guard let value else { return false }
    guard read(value.description) == value else {
      throw Flaw("\(value) is read as \(read(value.description).map(\.description) ?? "nothing")")
    }
    return true
  }

  @Test func timesOfPeople() {
    Fuzz("times", sample: 4_000, full: 150_000).run { random in
      let text = Self.text(&random)
      var isTaken = false
      if try Self.again(LocalDate(text), { LocalDate($0) }) {
        isTaken = true
        try Self.count(from: LocalDate(text)!)
      }
      if try Self.again(ISOWeek(text), { ISOWeek($0) }) {
        isTaken = true
        try Self.count(from: ISOWeek(text)!)
      }
      if try Self.again(CalendarPeriod(text), { CalendarPeriod($0) }) {
        isTaken = true
        let period = CalendarPeriod(text)!
        guard period.firstDay < period.endDay, period.previous.endDay == period.firstDay,
          period.lastYear.firstDay < period.firstDay
        else { throw Flaw("\(period)") }
      }
      if let period = PublicPeriod(text) {
        guard period.releaseDay > period.endDay else { throw Flaw("\(period)") }
      }
      for isRead in [
        try Self.again(LocalTime(text), { LocalTime($0) }),
        try Self.again(LocalDateTime(text), { LocalDateTime($0) }),
        try Self.again(GroupSettings.WeeklyTime(text), { GroupSettings.WeeklyTime($0) }),
        try Self.again(QuietHours(text), { QuietHours($0) }),
      ] where isRead { isTaken = true }
      if let instant = Instant(rfc3339: text) {
        isTaken = true
        for zone in [ZoneRules.stockholm, ZoneRules("UTC")!] {
          let written = instant.rfc3339(in: zone)
          // On the last evening it is a year in one zone that it is not in another.
          guard
            Instant(rfc3339: written) == instant || !LocalDate.years.contains(zone.local(instant).date.year)
          else {
            throw Flaw("\(instant) is written \(written)")
          }
        }
        try Self.count(from: ZoneRules.stockholm.local(instant).date)
      }
      for moment in [Moment(text), Moment(spoken: text, today: LocalDate("2026-11-23")!)] {
        guard let moment, let instant = try? moment.instant(in: .stockholm) else { continue }
        isTaken = true
        _ = QuietHours("21:00-06:30")!.end(at: instant, in: .stockholm)
        _ = instant.rfc3339(in: .stockholm)
        try Self.count(from: ZoneRules.stockholm.local(instant).date)
      }
      return isTaken ? .taken : .refused
    }
  }

  @Test func lengthsOfTime() {
    Fuzz("spans", sample: 1_500, full: 40_000).run { random in
      let pieces = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        "\(random.pick(["0", "1", "7", "30", "999999", "1000000", "٣"]))\(random.pick(["w", "d", "h", "m", "W", "s", ""]))"
      }
      let text = random.once(in: 4) ? Self.text(&random) : pieces.joined()
      let longer = random.once(in: 10) ? String(repeating: text, count: 2_000) : text
      guard let span = TimeSpan(longer) else { return .refused }
      guard span.totalMinutes >= 0 else { throw Flaw("\(span)") }
      let later = span.after(now, in: .stockholm)
      guard later >= now else { throw Flaw("\(span) goes back") }
      try Self.count(from: ZoneRules.stockholm.local(later).date)
      return .taken
    }
  }

  @Test func timesOfFiles() {
    let patterns = ["yyyy-MM-dd HH:mm", "dd/MM/yyyy'T'HHmm", "yyyyMMddHHmmss", "HH:mm dd.MM.yyyy"].map {
      TimePattern($0)!
    }
    Fuzz("cells", sample: 4_000, full: 150_000).run { random in
      let bytes =
        random.once(in: 6) ? Nasty.bytes(&random) : Mutation.of(Self.samples, words: Self.words, &random)
      var isTaken = false
      try bytes.withUnsafeBufferPointer { cell in
        func tried<T>(_ read: () throws -> T) throws -> T? {
          do { return try read() } catch {
            try Promise.isSayable((error as? IntakeProblem)?.text(Language.swedish.cli) ?? "")
            guard error is IntakeProblem else { throw Flaw("\(error)") }
            return nil
          }
        }
        if let time = try tried({ try TimeText(cell) }) {
          isTaken = true
          switch time {
          case .instant(let instant): try Self.count(from: ZoneRules.stockholm.local(instant).date)
          case .local(let local):
            _ = ZoneRules.stockholm.meaning(of: local)
            try Self.count(from: local.date)
          }
        }
        for pattern in patterns {
          guard let local = try tried({ try pattern.read(cell) }) else { continue }
          isTaken = true
          try Self.count(from: local.date)
        }
        if let number = try tried({ try NumberText.decimal(cell) }) {
          isTaken = true
          guard number.isFinite else { throw Flaw("\(number)") }
        }
        if (try tried { try NumberText.checkCount(cell) }) != nil { isTaken = true }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let instant = PoliceTime.published(text) {
        try Self.count(from: ZoneRules.stockholm.local(instant).date)
      }
      if PoliceTime.occurred(text, published: LocalDate("2026-11-20")!) != nil { isTaken = true }
      _ = TimePattern(text)
      return isTaken ? .taken : .refused
    }
  }

  /// What the product counts from a day that somebody gave.
  private static func count(from date: LocalDate) throws {
    _ = date.weekday
    guard (1...12).contains(date.components.month) else { throw Flaw("\(date)") }
    try count(from: ISOWeek(containing: date))
    var settings = GroupSettings.standard
    for kind in Period.Kind.allCases {
      settings.period = kind
      let period = settings.period(containing: date)
      guard period.contains(date), period.previous.endDay == period.firstDay,
        period.next.firstDay == period.endDay,
        period.lastYear.firstDay < period.firstDay
      else { throw Flaw("\(period) of \(date)") }
      let isReadable = LocalDate.years.contains(Int(period.label.prefix(4))!)
      guard settings.period(labelled: period.label) == period || !isReadable else {
        throw Flaw("\(period.label) of \(date)")
      }
    }
    for months in [-12, -6, -1, 1, 6, 12] { _ = date.advanced(months: months) }
    _ = ZoneRules.stockholm.morning(of: date).advanced(minutes: 60)
    _ = SwedishHolidays.holiday(on: date)
  }

  private static func count(from week: ISOWeek) throws {
    guard week.advanced(by: 1).advanced(by: -1) == week, ISOWeek(containing: week.day(.sunday)) == week else {
      throw Flaw("\(week)")
    }
  }
}
