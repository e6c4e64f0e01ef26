/// Looks for what may not be registered about persons in a free text: it answers where and what kind, never what.
///
/// Found are personal and co-ordination numbers, telephone numbers, e-mail addresses and vehicle plates, also where
/// they are spaced out, in words or written with other signs of Unicode. Times, dates, roads, house and case numbers
/// pass.
public enum PersonalDataScreen {
  public struct Finding: Hashable, Sendable {
    public let kind: PersonalDataKind
    /// Characters from 1.
    public let position: Int
  }

  /// The first finding of a text, or `nil` where it holds none.
  public static func firstFinding(in text: String) -> Finding? {
    firstScalar(in: text).map { finding in
      let index = text.unicodeScalars.index(text.startIndex, offsetBy: finding.position - 1)
      return Finding(
        kind: finding.kind, position: text.distance(from: text.startIndex, to: index) + 1)
    }
  }

  /// As `firstFinding`, with a position that counts scalars, as a database does.
  static func firstScalar(in text: String) -> Finding? {
    let signs = ScreenedText.signs(of: text)
    guard anyHint.firstMatch(in: signs) != nil else { return nil }
    let withoutTimes = ScreenedText.withoutTimes(signs)
    var first: (kind: PersonalDataKind, start: Int)?
    var isHinted = false
    for (index, (pattern, hint, matcher)) in patterns.enumerated() {
      if index == 0 || pattern.hint != patterns[index - 1].pattern.hint {
        isHinted = hint.firstMatch(in: signs) != nil
      }
      guard isHinted else { continue }
      let signs = pattern.isNumber ? withoutTimes : signs
      var from = 0
      while let match = matcher.firstMatch(in: signs, from: from), match.lowerBound < first?.start ?? .max {
        if !pattern.isChecked || isPersonalNumber(digits(of: signs[match])) {
          first = (pattern.kind, match.lowerBound)
          break
        }
        from = match.lowerBound + 1
      }
    }
    return first.map { Finding(kind: $0.kind, position: $0.start + 1) }
  }

  private static let anyHint = SignPattern(PersonalDataPattern.anyHint)
  private static let patterns = PersonalDataPattern.all.map {
    (pattern: $0, hint: SignPattern($0.hint), matcher: SignPattern($0.expression))
  }

  /// Digits, also as words.
  private static func digits(of signs: ArraySlice<UInt8>) -> [Int] {
    var text = String(decoding: signs, as: UTF8.self).lowercased()
    for (word, digit) in PersonalDataPattern.digitWords { text = text.replacing(word, with: String(digit)) }
    return text.utf8.compactMap { $0 &- 48 < 10 ? Int($0 - 48) : nil }
  }

  /// Ten or twelve digits with a valid date (day + 60 for a samordningsnummer) and a valid check digit.
  static func isPersonalNumber(_ digits: [Int]) -> Bool {
    let ten = Array(digits.suffix(10))
    let month = ten[2] * 10 + ten[3]
    let day = ten[4] * 10 + ten[5]
    // Any century will do for the date; a leap year is taken so that 29 February passes.
    guard LocalDate(year: 2000, month: month, day: day > 60 ? day - 60 : day) != nil else { return false }
    // The check digit after Luhn (SKV 704): every other digit doubled, digit sums, modulo ten.
    let sum = ten.enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}
