import EST

/// A time as a cell tells it.
enum TimeText: Equatable {
  /// With an offset from UTC.
  case instant(Instant)
  /// As a clock on the wall shows it.
  case local(LocalDateTime)

  /// Reads RFC 3339, or a local time `2026-11-10T18:54`, also with a space, seconds and parts of them.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(IntakeProblem) {
    var digits = DigitReader(text)
    guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
      let day = digits.number(2), digits.skip("T") || digits.skip(" ") || digits.skip("t"),
      let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2)
    else { throw .notATime }
    var second = 0
    var microseconds = 0
    if digits.skip(":") {
      guard let seconds = digits.number(2) else { throw .notATime }
      second = seconds
      if digits.skip(".") {
        guard let fraction = digits.fraction() else { throw .notATime }
        microseconds = fraction
      }
    }
    let offset = try TimeText.offset(&digits)
    let local = try LocalDateTime(checked: (year, month, day), (hour, minute, second))
    guard let offset else {
      self = .local(local)
      return
    }
    self = .instant(
      Instant(microseconds: (local.wallSeconds - Int64(offset)) * 1_000_000 + Int64(microseconds)))
  }

  /// Seconds east of UTC; `nil` where the text ends without an offset.
  private static func offset(_ digits: inout DigitReader) throws(IntakeProblem) -> Int? {
    if digits.isAtEnd { return nil }
    if digits.skip("Z") || digits.skip("z") {
      guard digits.isAtEnd else { throw .notATime }
      return 0
    }
    let isWest = digits.skip("-")
    guard isWest || digits.skip("+"), let hours = digits.number(2), digits.skip(":"),
      let minutes = digits.number(2), digits.isAtEnd
    else { throw .notATime }
    guard hours < 24, minutes < 60 else { throw .impossibleTime }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}

/// A local time in the form that a mapping describes: `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and what stands between.
struct TimePattern: Hashable, Sendable {
  private enum Part: Hashable {
    case year, month, day, hour, minute, second
    case literal(UInt8)
  }
  private let parts: [Part]

  /// `nil` unless the pattern gives a day, an hour and a minute, each once.
  init?(_ pattern: String) {
    let codes: [(String, Part)] = [
      ("yyyy", .year), ("MM", .month), ("dd", .day), ("HH", .hour), ("mm", .minute), ("ss", .second),
    ]
    var rest = pattern[...]
    var parts: [Part] = []
    while let first = rest.first {
      if let (code, part) = codes.first(where: { rest.hasPrefix($0.0) }) {
        guard !parts.contains(part) else { return nil }
        parts.append(part)
        rest = rest.dropFirst(code.count)
      } else {
        // `T` may stand in quotes or not; any other letter would be a code that means nothing here.
        guard let byte = first.asciiValue, !first.isLetter || first == "T" else { return nil }
        if first != "'" { parts.append(.literal(byte)) }
        rest = rest.dropFirst()
      }
    }
    guard Set<Part>([.year, .month, .day, .hour, .minute]).isSubset(of: parts) else { return nil }
    self.parts = parts
  }

  func read(_ text: UnsafeBufferPointer<UInt8>) throws(IntakeProblem) -> LocalDateTime {
    var digits = DigitReader(text)
    var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
    func number(_ count: Int) throws(IntakeProblem) -> Int {
      guard let number = digits.number(count) else { throw .notATime }
      return number
    }
    for part in parts {
      switch part {
      case .year: year = try number(4)
      case .month: month = try number(2)
      case .day: day = try number(2)
      case .hour: hour = try number(2)
      case .minute: minute = try number(2)
      case .second: second = try number(2)
      case .literal(let byte): guard digits.skip(byte) else { throw .notATime }
      }
    }
    guard digits.isAtEnd else { throw .notATime }
    return try LocalDateTime(checked: (year, month, day), (hour, minute, second))
  }
}

extension LocalDateTime {
  fileprivate init(checked day: (Int, Int, Int), _ time: (Int, Int, Int)) throws(IntakeProblem) {
    guard LocalDate.years.contains(day.0), let date = LocalDate(year: day.0, month: day.1, day: day.2),
      let time = LocalTime(hour: time.0, minute: time.1, second: time.2)
    else { throw .impossibleTime }
    self.init(date, time)
  }
}

/// Reads numbers of a fixed width and the signs between them, forwards.
struct DigitReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { index == text.count }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool { skip(UInt8(ascii: sign)) }

  /// Exactly `count` digits.
  mutating func number(_ count: Int) -> Int? {
    guard index + count <= text.count else { return nil }
    var number = 0
    for byte in text[index..<(index + count)] {
      guard byte &- 48 < 10 else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    index += count
    return number
  }

  /// One to nine digits after a point, as microseconds.
  mutating func fraction() -> Int? {
    let start = index
    var micros = 0
    while index < text.count, text[index] &- 48 < 10 {
      if index - start < 6 { micros = micros * 10 + Int(text[index] - 48) }
      index += 1
    }
    guard (1...9).contains(index - start) else { return nil }
    for _ in 0..<max(0, 6 - (index - start)) { micros *= 10 }
    return micros
  }
}
