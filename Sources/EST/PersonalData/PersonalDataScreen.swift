/// Looks for what may not be registered about persons in a free text: it answers where and what kind, never what.
public enum PersonalDataScreen {
  public struct Finding: Hashable, Sendable {
    public let kind: PersonalDataKind
    /// Characters from 1.
    public let position: Int
  }

  /// The first finding of a text, or `nil` where it holds none.
  public static func firstFinding(in text: String) -> Finding? {
    // Nearly every text is refused or passed by its bytes alone: without a digit and without an `@` it is clean.
    guard text.utf8.contains(where: { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "@") }) else { return nil }
    let characters = Array(text)
    return [
      emailAddress(in: characters), personalNumber(in: characters), phoneNumber(in: characters),
      vehiclePlate(in: characters),
    ].compactMap { $0 }.min { $0.position < $1.position }
  }

  private static func emailAddress(in text: [Character]) -> Finding? {
    func isLocal(_ c: Character) -> Bool { c.isLetter || c.isNumber || "._%+-".contains(c) }
    for at in text.indices where text[at] == "@" && at > 0 && isLocal(text[at - 1]) {
      let domain = text[(at + 1)...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
      guard labels.count >= 2, labels.dropLast().allSatisfy({ !$0.isEmpty }) else { continue }
      let start = text[..<at].lastIndex { !isLocal($0) }.map { $0 + 1 } ?? 0
      return Finding(kind: .emailAddress, position: start + 1)
    }
    return nil
  }

  /// Ten or twelve digits with a valid date (day + 60 for a samordningsnummer) and a valid check digit.
  private static func personalNumber(in text: [Character]) -> Finding? {
    for run in digitRuns(in: text, separators: "- +–") {
      for count in [12, 10] where run.digits.count >= count {
        // A number may stand among others; every window that begins and ends at a border of a part is tried.
        for start in 0...(run.digits.count - count)
        where run.isBorder(before: start) && run.isBorder(before: start + count) {
          let digits = run.digits[start..<(start + count)].map(\.value)
          if isPersonalNumber(Array(digits)) {
            return Finding(kind: .personalNumber, position: run.digits[start].position + 1)
          }
        }
      }
    }
    return nil
  }

  static func isPersonalNumber(_ digits: [Int]) -> Bool {
    let ten = Array(digits.suffix(10))
    if digits.count == 12 {
      guard [16, 18, 19, 20].contains(digits[0] * 10 + digits[1]) else { return false }
    }
    let month = ten[2] * 10 + ten[3]
    let day = (ten[4] * 10 + ten[5]) % 60
    // Any century will do for the date; a leap year is taken so that 29 February passes.
    guard LocalDate(year: 2000, month: month, day: day) != nil, ten[4] * 10 + ten[5] <= 91 else {
      return false
    }
    // The check digit after Luhn (SKV 704): every other digit doubled, digit sums, modulo ten.
    let sum = ten.enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }

  /// A Swedish number: `0` or `+46`, then an area code's first digit, eight to ten digits in all.
  private static func phoneNumber(in text: [Character]) -> Finding? {
    for run in digitRuns(in: text, separators: "- /()") {
      let first = run.digits[0]
      let values = run.digits.map(\.value)
      let isInternational =
        first.position > 0 && text[first.position - 1] == "+" && values.starts(with: [4, 6])
        || values.starts(with: [0, 0, 4, 6])
      let national = isInternational ? [0] + values.drop { $0 == 0 }.dropFirst(2).drop { $0 == 0 } : values
      guard national.count >= 8, national.count <= 10, national[0] == 0, national[1] != 0 else { continue }
      return Finding(
        kind: .phoneNumber, position: first.position + (isInternational && values[0] == 4 ? 0 : 1))
    }
    return nil
  }

  /// Three letters, two digits and a digit or letter, as Transportstyrelsen issues them: `ABC 123`, `ABC 12D`.
  private static func vehiclePlate(in text: [Character]) -> Finding? {
    func isPlateLetter(_ c: Character) -> Bool { c.isASCII && c.isLetter && !"IQViqv".contains(c) }
    func isWord(_ index: Int) -> Bool {
      text.indices.contains(index) && (text[index].isLetter || text[index].isNumber)
    }
    for start in text.indices where !isWord(start - 1) {
      guard start + 2 < text.count, text[start...(start + 2)].allSatisfy(isPlateLetter) else { continue }
      let isUpper = text[start...(start + 2)].allSatisfy(\.isUppercase)
      var next = start + 3
      let isJoined = next < text.count && text[next] != " " && text[next] != "-"
      if !isJoined { next += 1 }
      guard next + 2 < text.count, text[next].isASCIIDigit, text[next + 1].isASCIIDigit, !isWord(next + 3),
        text[next + 2].isASCIIDigit || isPlateLetter(text[next + 2])
      else { continue }
      // "och 123 personer" is prose: letters in lower case count only where nothing stands between.
      if isUpper || isJoined { return Finding(kind: .vehiclePlate, position: start + 1) }
    }
    return nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension PersonalDataScreen {
  /// Digits that belong together, with single separators between them left out.
  private struct DigitRun {
    var digits: [(value: Int, position: Int)] = []

    /// Whether digit `index` begins a part: the run's first, one past its last, or one after a separator.
    func isBorder(before index: Int) -> Bool {
      index == 0 || index == digits.count || digits[index].position != digits[index - 1].position + 1
    }
  }

  private static func digitRuns(in text: [Character], separators: String) -> [DigitRun] {
    var runs: [DigitRun] = []
    var run = DigitRun()
    for (position, character) in text.enumerated() {
      if character.isASCIIDigit, let value = character.wholeNumberValue {
        if let last = run.digits.last, position - last.position > 2 {
          runs.append(run)
          run = DigitRun()
        }
        run.digits.append((value, position))
      } else if !separators.contains(character), !run.digits.isEmpty {
        runs.append(run)
        run = DigitRun()
      }
    }
    if !run.digits.isEmpty { runs.append(run) }
    return runs
  }
}
