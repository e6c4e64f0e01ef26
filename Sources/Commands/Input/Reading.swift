import ArgumentParser
import EST
import Foundation
import Language
import Picture

/// Why a value on the command line cannot be: what is allowed instead, in the language in use.
struct InvalidArgument: Error, CustomStringConvertible {
  let description: String

  init(allowed swedish: String, english: String) {
    description = Console.current.language(sv: swedish, en: english)
  }
}

/// How values on the command line are read. Each throws `InvalidArgument` with what is allowed.
enum Reading {
  @Sendable static func municipality(_ text: String) throws -> MunicipalityCode {
    guard let code = MunicipalityCode(text) else {
      throw InvalidArgument(allowed: "fyra siffror, så som 2480", english: "four digits, such as 2480")
    }
    return code
  }

  @Sendable static func key(_ text: String) throws -> UUID {
    guard let key = UUID(uuidString: text) else {
      throw InvalidArgument(
        allowed: "ett UUID, så som 01930f5e-7c1a-7000-8000-000000000001",
        english: "a UUID, such as 01930f5e-7c1a-7000-8000-000000000001")
    }
    return key
  }

  @Sendable static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text) else {
      throw InvalidArgument(allowed: "sv eller en", english: "sv or en")
    }
    return language
  }

  @Sendable static func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
      throw InvalidArgument(
        allowed: "2026-11-23T07:30, eller med förskjutning 2026-11-23T07:30:00+01:00",
        english: "2026-11-23T07:30, or with an offset 2026-11-23T07:30:00+01:00")
    }
    return moment
  }

  @Sendable static func date(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(text) else {
      throw InvalidArgument(allowed: "ett datum, så som 2026-11-23", english: "a date, such as 2026-11-23")
    }
    return date
  }

  @Sendable static func retentionPeriod(_ text: String) throws -> RetentionPeriod {
    guard let period = RetentionPeriod(text) else {
      throw InvalidArgument(
        allowed: "hela år, månader, veckor eller dagar, så som P2Y, P18M, P6W eller P90D",
        english: "whole years, months, weeks or days, such as P2Y, P18M, P6W or P90D")
    }
    return period
  }

  @Sendable static func time(_ text: String) throws -> LocalTime {
    guard let time = LocalTime(text) else {
      throw InvalidArgument(allowed: "ett klockslag, så som 09:00", english: "a time of day, such as 09:00")
    }
    return time
  }

  @Sendable static func week(_ text: String) throws -> ISOWeek {
    guard let week = ISOWeek(text) else {
      let year = text.prefix(4)
      let weeks = Int(year).flatMap { LocalDate.years.contains($0) ? ISOWeek.weeks(in: $0) : nil }
      let swedish = weeks.map { "\(year) har vecka 01 till \($0); skriv till exempel \(year)-W47" }
      let english = weeks.map { "\(year) has weeks 01 to \($0); write for instance \(year)-W47" }
      throw InvalidArgument(
        allowed: swedish ?? "en vecka, så som 2026-W47", english: english ?? "a week, such as 2026-W47")
    }
    return week
  }

  /// What the public can be told of.
  @Sendable static func publicPeriod(_ text: String) throws -> PublicPeriod {
    guard let period = PublicPeriod(text) else {
      throw InvalidArgument(
        allowed: "en månad, ett kvartal eller ett år, så som 2026-10, 2026-Q4 eller 2026",
        english: "a month, a quarter or a year, such as 2026-10, 2026-Q4 or 2026")
    }
    return period
  }

  /// A week, or a month: which of them a group has is not known before it is read.
  @Sendable static func period(_ text: String) throws -> String {
    if LocalDate("\(text)-01") != nil { return text }
    guard text.contains("W") || text.contains("w") else {
      throw InvalidArgument(
        allowed: "en vecka, så som 2026-W47, eller en månad, så som 2026-11",
        english: "a week, such as 2026-W47, or a month, such as 2026-11")
    }
    return try week(text).description
  }

  /// A whole number from 1 up to `most`.
  static func count(upTo most: Int) -> @Sendable (String) throws -> Int {
    { text in
      guard let count = Int(text), (1...most).contains(count) else {
        throw InvalidArgument(allowed: "1 till \(most)", english: "1 to \(most)")
      }
      return count
    }
  }

  /// The number of a picture's version.
  @Sendable static func version(_ text: String) throws -> Int { try count(upTo: 10_000)(text) }

  @Sendable static func span(_ text: String) throws -> TimeSpan {
    guard let span = TimeSpan(text) else {
      throw InvalidArgument(
        allowed: "en tidslängd, så som 7d, 2h, 30m eller 1d12h",
        english: "a span, such as 7d, 2h, 30m or 1d12h")
    }
    return span
  }

  @Sendable static func weekly(_ text: String) throws -> GroupSettings.WeeklyTime {
    guard let parsed = weeklyTime(text) else {
      throw InvalidArgument(
        allowed: "veckodag och klockslag, så som »tisdag 09:00«",
        english: "weekday and time, such as “tuesday 09:00”")
    }
    return parsed
  }

  private static func weeklyTime(_ text: String) -> GroupSettings.WeeklyTime? {
    let parts = text.lowercased().split(separator: " ")
    let swedish = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
    guard parts.count == 2, let number = swedish.firstIndex(where: { $0 == parts[0] }) else {
      return GroupSettings.WeeklyTime(text)
    }
    return LocalTime(parts[1]).map { .init(Weekday(rawValue: number + 1)!, $0) }
  }

  @Sendable static func instance(_ text: String) throws -> UUID {
    guard let id = UUID(uuidString: text) else {
      throw InvalidArgument(allowed: "ett id (UUID)", english: "an id (UUID)")
    }
    return id
  }

  /// A word out of a fixed set, by its code or its Swedish name.
  static func word<T: RawRepresentable<String> & CaseIterable & Sendable>(
    _: T.Type, swedish: [String: T] = [:]
  ) -> @Sendable (String) throws -> T {
    { text in
      let lower = text.lowercased()
      let known = T.allCases.first { $0.rawValue.lowercased() == lower } ?? swedish[lower]
      guard let known else {
        let codes = T.allCases.map(\.rawValue)
        throw InvalidArgument(
          allowed: Language.swedish.cli.anyOf(codes), english: Language.english.cli.anyOf(codes))
      }
      return known
    }
  }
}
